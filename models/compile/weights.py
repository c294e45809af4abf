"""The library's parameters from a checkpoint: matrices joined, rows pruned to the vocabulary, 4 bits each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch

from .config import LlamaConfig
from .quantize import quantize, round_to_bfloat16
from .source import Source

Array = np.ndarray


def parameters(source: Source, config: LlamaConfig, kept: list[int] | None) -> Iterator[tuple[str, Array]]:
    """Yield (name, array) of every parameter in llama.py, uint32 or float32.

    `kept` are the rows of the embedding and the head that stay, in their new order; None keeps all.
    """
    yield from _matrix("embedding", _rows(source.weight("model.embed_tokens.weight"), kept))
    if not config.tied:
        yield from _matrix("head", _rows(source.weight("lm_head.weight"), kept))
    yield _norm("norm", source.weight("model.norm.weight"))
    for layer in range(config.layers):
        yield from _layer(source, layer)


def _layer(source: Source, layer: int) -> Iterator[tuple[str, Array]]:
    def joined(*names: str) -> torch.Tensor:
        return torch.cat([source.weight(f"model.layers.{layer}.{name}.weight") for name in names])

    own = f"layers.{layer}."
    yield from _matrix(own + "attention.qkv", joined("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"))
    yield from _matrix(own + "attention.out", joined("self_attn.o_proj"))
    yield from _matrix(own + "mlp.gate_up", joined("mlp.gate_proj", "mlp.up_proj"))
    yield from _matrix(own + "mlp.down", joined("mlp.down_proj"))
    yield _norm(own + "attention_norm", joined("input_layernorm"))
    yield _norm(own + "mlp_norm", joined("post_attention_layernorm"))


def _rows(weights: torch.Tensor, kept: list[int] | None) -> torch.Tensor:
    return weights if kept is None else weights[torch.tensor(kept)]


def _matrix(name: str, weights: torch.Tensor) -> Iterator[tuple[str, Array]]:
    matrix = quantize(weights)
    yield f"{name}.packed", matrix.packed.numpy()
    yield f"{name}.scale", matrix.scale.numpy()


def _norm(name: str, weights: torch.Tensor) -> tuple[str, Array]:
    return f"{name}.weight", round_to_bfloat16(weights).numpy()
