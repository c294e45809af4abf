"""`python -m compile.reference`: logits of a finished model folder by PyTorch, from the same dequantized weights.

The model is built from the folder's own shards, so that nothing but the arithmetic differs from the browser's.
"""

from __future__ import annotations

import argparse
import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import LlamaConfig as HuggingFaceConfig
from transformers import LlamaForCausalLM

from .config import LlamaConfig
from .quantize import Quantized, dequantize
from .source import open_source
from .tensor_cache import read_shards


def load_model(folder: Path, config: LlamaConfig) -> LlamaForCausalLM:
    """Transformers' Llama with the weights of a model folder, in float32. `config` is the original checkpoint's."""
    parameters = dict(read_shards(folder))
    weights = dict(_hugging_face_weights(parameters, config))
    vocabulary = weights["model.embed_tokens.weight"].shape[0]
    model = LlamaForCausalLM(_hugging_face_config(config, vocabulary))
    if config.tied:
        weights["lm_head.weight"] = weights["model.embed_tokens.weight"]
    model.load_state_dict(weights)
    return model.eval()


def _hugging_face_config(config: LlamaConfig, vocabulary: int) -> HuggingFaceConfig:
    rope: dict[str, Any] = {"rope_type": "default", "rope_theta": config.rope_theta}
    if config.rope_scaling:
        rope |= config.rope_scaling.for_tvm()
    return HuggingFaceConfig(
        vocab_size=vocabulary,
        hidden_size=config.hidden,
        intermediate_size=config.intermediate,
        num_hidden_layers=config.layers,
        num_attention_heads=config.heads,
        num_key_value_heads=config.kv_heads,
        head_dim=config.head_dim,
        rms_norm_eps=config.rms_eps,
        rope_parameters=rope,
        tie_word_embeddings=config.tied,
        max_position_embeddings=8192,
        attn_implementation="eager",
    )


def _hugging_face_weights(parameters: dict[str, np.ndarray], config: LlamaConfig) -> Iterator[tuple[str, torch.Tensor]]:
    def matrix(name: str) -> torch.Tensor:
        packed, scale = (torch.from_numpy(parameters[f"{name}.{part}"].copy()) for part in ("packed", "scale"))
        return dequantize(Quantized(packed, scale))

    def norm(name: str) -> torch.Tensor:
        return torch.from_numpy(parameters[f"{name}.weight"].copy())

    yield "model.embed_tokens.weight", matrix("embedding")
    yield "model.norm.weight", norm("norm")
    if not config.tied:
        yield "lm_head.weight", matrix("head")
    query, key = config.heads * config.head_dim, config.kv_heads * config.head_dim
    for layer in range(config.layers):
        ours, theirs = f"layers.{layer}.", f"model.layers.{layer}."
        parts = matrix(ours + "attention.qkv").split([query, key, key])
        for name, part in zip("qkv", parts, strict=True):
            yield f"{theirs}self_attn.{name}_proj.weight", part
        yield theirs + "self_attn.o_proj.weight", matrix(ours + "attention.out")
        gate, up = matrix(ours + "mlp.gate_up").chunk(2)
        yield theirs + "mlp.gate_proj.weight", gate
        yield theirs + "mlp.up_proj.weight", up
        yield theirs + "mlp.down_proj.weight", matrix(ours + "mlp.down")
        yield theirs + "input_layernorm.weight", norm(ours + "attention_norm")
        yield theirs + "post_attention_layernorm.weight", norm(ours + "mlp_norm")


def reference(model: LlamaForCausalLM, tokenizer: Tokenizer, prompt: str, decode: int, stride: int) -> dict[str, Any]:
    """Logits after the prompt and after each of `decode` tokens that greedy decoding appends.

    Every `stride`-th logit is kept, as base64 of little-endian float32; `greedy` looks at all of them, and
    `margin` is how far it lies before the second.
    """
    ids = tokenizer.encode(prompt, add_special_tokens=False).ids
    forced: list[int] = []
    steps = []
    cache = None
    inputs = torch.tensor([ids])
    for _ in range(decode + 1):
        with torch.no_grad():
            result = model(inputs, past_key_values=cache, use_cache=True, logits_to_keep=1)
        cache = result.past_key_values
        logits = result.logits[0, -1]
        best = logits.topk(2)
        token = int(best.indices[0])
        margin = float(best.values[0] - best.values[1])
        data = base64.b64encode(logits[::stride].numpy().astype("<f4").tobytes()).decode()
        steps.append({"greedy": token, "margin": round(margin, 5), "logits": data})
        forced.append(token)
        inputs = torch.tensor([[token]])
    return {"prompt": prompt, "promptTokens": len(ids), "forced": forced[:-1], "steps": steps}


def pick_prompts(corpus: Path, part: str, tokenizer: Tokenizer, lengths: list[int]) -> list[str]:
    """For each length in tokens the corpus text whose chat prompt comes nearest."""
    lines = map(json.loads, corpus.read_text().splitlines())
    texts = [line["text"] for line in lines if part in ("", line["part"])]
    prompts = [f"<|im_start|>user\n{text}<|im_end|>\n<|im_start|>assistant\n" for text in texts]
    sizes = [len(encoding.ids) for encoding in tokenizer.encode_batch(prompts, add_special_tokens=False)]
    return [prompts[min(range(len(sizes)), key=lambda i: abs(sizes[i] - length))] for length in lengths]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile.reference", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="checkpoint that the folder was made from")
    parser.add_argument("--model", type=Path, required=True, help="finished model folder")
    parser.add_argument("--corpus", type=Path, required=True, help="JSON lines made by models/dataset/corpus.ts")
    parser.add_argument("--part", default="", help="take prompts only from this part of the corpus")
    parser.add_argument("--lengths", type=int, nargs="+", default=list(range(50, 701, 34)), help="tokens a prompt")
    parser.add_argument("--decode", type=int, default=4, help="decode steps after each prompt")
    parser.add_argument("--stride", type=int, default=1, help="keep every n-th logit")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    model = load_model(arguments.model, open_source(arguments.source).config)
    tokenizer = Tokenizer.from_file(str(arguments.model / "tokenizer.json"))
    version = json.loads((arguments.model / "model.json").read_text())["version"]
    prompts = pick_prompts(arguments.corpus, arguments.part, tokenizer, arguments.lengths)
    cases = [reference(model, tokenizer, prompt, arguments.decode, arguments.stride) for prompt in prompts]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps({"version": version, "stride": arguments.stride, "cases": cases}) + "\n")
    lengths = [case["promptTokens"] for case in cases]
    print(f"{len(cases)} prompts of {min(lengths)} to {max(lengths)} tokens, {arguments.decode} decode steps each")


if __name__ == "__main__":
    main()
