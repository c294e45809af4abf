"""`python -m compile.tiny`: a small Hugging Face folder with random weights and a tokenizer cut out of a real one."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from .config import from_hugging_face
from .source import open_source
from .vocabulary import all_ids, choose, prune

TINY = {
    "hidden_size": 128,
    "intermediate_size": 256,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "rope_theta": 10000.0,
    "rms_norm_eps": 1e-5,
    "tie_word_embeddings": True,
}


def write_tiny(folder: Path, tokenizer: dict[str, Any], shape: dict[str, Any], seed: int) -> None:
    """Write `config.json`, `tokenizer.json` and `model.safetensors` for a Llama of the given Hugging Face shape."""
    folder.mkdir(parents=True, exist_ok=True)
    raw = {**shape, "model_type": "llama", "vocab_size": len(all_ids(tokenizer)), "bos_token_id": 1}
    (folder / "config.json").write_text(json.dumps(raw))
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))
    save_file(random_weights(raw, seed), folder / "model.safetensors")


def random_weights(raw: dict[str, Any], seed: int) -> dict[str, torch.Tensor]:
    """Weights under their Hugging Face names, scaled so that activations and logits keep the size of about 1 to 3."""
    c = from_hugging_face(raw)
    generator = torch.Generator().manual_seed(seed)

    def normal(rows: int, columns: int, gain: float = 1.0) -> torch.Tensor:
        return torch.randn(rows, columns, generator=generator) * gain / columns**0.5

    weights = {
        "model.embed_tokens.weight": normal(c.vocabulary, c.hidden, 2.0),
        "model.norm.weight": torch.ones(c.hidden),
    }
    if not c.tied:
        weights["lm_head.weight"] = normal(c.vocabulary, c.hidden, 2.0)
    for layer in range(c.layers):
        name = f"model.layers.{layer}"
        weights |= {
            f"{name}.self_attn.q_proj.weight": normal(c.heads * c.head_dim, c.hidden, 1.5),
            f"{name}.self_attn.k_proj.weight": normal(c.kv_heads * c.head_dim, c.hidden, 1.5),
            f"{name}.self_attn.v_proj.weight": normal(c.kv_heads * c.head_dim, c.hidden),
            f"{name}.self_attn.o_proj.weight": normal(c.hidden, c.heads * c.head_dim),
            f"{name}.mlp.gate_proj.weight": normal(c.intermediate, c.hidden),
            f"{name}.mlp.up_proj.weight": normal(c.intermediate, c.hidden),
            f"{name}.mlp.down_proj.weight": normal(c.hidden, c.intermediate),
            f"{name}.input_layernorm.weight": 1 + 0.1 * torch.randn(c.hidden, generator=generator),
            f"{name}.post_attention_layernorm.weight": 1 + 0.1 * torch.randn(c.hidden, generator=generator),
        }
    return {name: weight.contiguous() for name, weight in weights.items()}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile.tiny", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="checkpoint whose tokenizer is cut down")
    parser.add_argument("--vocabulary", type=int, default=2048, help="tokens to keep: bytes, ChatML, first merges")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", type=json.loads, default={}, help="JSON object over Hugging Face's config fields")
    parser.add_argument("--out", type=Path, required=True, help="Hugging Face folder to write")
    arguments = parser.parse_args()
    full = open_source(arguments.source).tokenizer()
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    kept = choose(full, Counter(), arguments.vocabulary, special, general=arguments.vocabulary)
    write_tiny(arguments.out, prune(full, kept), {**TINY, **arguments.shape}, arguments.seed)


if __name__ == "__main__":
    main()
