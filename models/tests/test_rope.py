"""RoPE's frequencies against transformers' own, and the polynomials against the math library."""

import dataclasses
import math

import numpy as np
import pytest
from transformers import LlamaConfig as HuggingFaceConfig
from transformers.models.llama.modeling_llama import LlamaRotaryEmbedding

from compile.config import LlamaConfig, RopeScaling
from compile.rope import COSINE, HALF_PI, SINE, frequencies

PLAIN = LlamaConfig(
    hidden=128,
    intermediate=256,
    layers=1,
    heads=4,
    kv_heads=2,
    head_dim=64,
    vocabulary=512,
    rope_theta=500000.0,
    rms_eps=1e-5,
    tied=False,
)


@pytest.mark.parametrize(
    "config",
    [
        PLAIN,
        dataclasses.replace(PLAIN, head_dim=48, rope_theta=10000.0),
        dataclasses.replace(PLAIN, rope_scaling=RopeScaling(8.0, 1.0, 4.0, 8192)),
        dataclasses.replace(PLAIN, rope_scaling=RopeScaling(32.0, 1.0, 4.0, 64)),
    ],
    ids=["plain", "head_dim 48", "Llama 3.1", "short original length"],
)
def test_frequencies_are_those_of_transformers(config: LlamaConfig) -> None:
    rope = {"rope_type": "default", "rope_theta": config.rope_theta}
    rope |= config.rope_scaling.for_tvm() if config.rope_scaling else {}
    theirs = LlamaRotaryEmbedding(
        HuggingFaceConfig(hidden_size=128, num_attention_heads=4, head_dim=config.head_dim, rope_parameters=rope)
    )
    np.testing.assert_allclose(frequencies(config), theirs.inv_freq.numpy(), rtol=3e-7)


def test_reduced_polynomials_give_sine_and_cosine_of_any_angle() -> None:
    angles = np.linspace(0, 8192, 100_001).astype(np.float32)
    quarter = np.floor(angles * np.float32(2 / math.pi) + np.float32(0.5))
    r = angles
    for part in HALF_PI:
        r = r - quarter * np.float32(part)
    z = r * r
    sine = r + r * z * np.polyval([np.float32(c) for c in reversed(SINE)], z)
    cosine = 1 - z / 2 + z * z * np.polyval([np.float32(c) for c in reversed(COSINE)], z)
    turn = quarter.astype(int) & 3
    result = np.where(turn % 2 == 1, cosine, sine) * np.where(turn >= 2, -1, 1)
    assert np.abs(result - np.sin(angles.astype(np.float64))).max() < 2e-6
