"""`python -m train.start`: the checkpoint that training begins from, with the vocabulary that will be shipped.

A Hugging Face folder in bfloat16 whose embedding has only the chosen rows, and optionally only some of the layers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from compile.source import Source, open_source
from compile.vocabulary import Selection, all_ids, prune, read_selection

END = "<|im_end|>"
"""ChatML's end of a message: what an answer ends with."""


def spread(layers: int, keep: int) -> list[int]:
    """The indices of `keep` of `layers` layers, evenly spread, the first and the last among them."""
    if not 2 <= keep <= layers:
        raise ValueError(f"can't keep {keep} of {layers} layers")
    return [round(i * (layers - 1) / (keep - 1)) for i in range(keep)]


def hugging_face_config(source: Source, ids: dict[str, int], layers: int) -> LlamaConfig:
    """The configuration of the cut model; `ids` maps the tokens that stay to their new numbers."""
    model = source.config
    return LlamaConfig(
        vocab_size=len(ids),
        hidden_size=model.hidden,
        intermediate_size=model.intermediate,
        num_hidden_layers=layers,
        num_attention_heads=model.heads,
        num_key_value_heads=model.kv_heads,
        head_dim=model.head_dim,
        rms_norm_eps=model.rms_eps,
        rope_parameters={"rope_type": "default", "rope_theta": model.rope_theta},
        tie_word_embeddings=model.tied,
        max_position_embeddings=8192,
        bos_token_id=None,
        eos_token_id=ids[END],
        pad_token_id=ids[END],
    )


def cut(source: Source, selection: Selection, layers: list[int]) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """The model with the chosen tokens and layers, and its tokenizer."""
    tokenizer_json = prune(source.tokenizer(), selection)
    model = LlamaForCausalLM(hugging_face_config(source, all_ids(tokenizer_json), len(layers)))
    state = {}
    for name in model.state_dict():
        if name == "lm_head.weight" and source.config.tied:
            continue
        parts = name.split(".")
        if parts[1] == "layers":
            parts[2] = str(layers[int(parts[2])])
        weight = source.weight(".".join(parts))
        vocabulary_wide = name in ("model.embed_tokens.weight", "lm_head.weight")
        state[name] = weight[torch.tensor(selection.rows)] if vocabulary_wide else weight
    model.load_state_dict(state, strict=not source.config.tied)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=_tokenizer(tokenizer_json), eos_token=END, pad_token=END)
    return model.to(torch.bfloat16), tokenizer


def _tokenizer(content: dict[str, object]) -> object:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(json.dumps(content))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.start", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="Hugging Face folder or GGUF")
    parser.add_argument("--vocabulary", type=Path, required=True, help="kept tokens, from python -m compile.prune")
    parser.add_argument("--layers", type=int, help="how many layers to keep, evenly spread; all by default")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    arguments = parser.parse_args()
    source = open_source(arguments.source)
    total = source.config.layers
    layers = spread(total, arguments.layers or total)
    model, tokenizer = cut(source, read_selection(arguments.vocabulary), layers)
    model.save_pretrained(arguments.out)
    tokenizer.save_pretrained(arguments.out)
    parameters = sum(weight.numel() for weight in model.parameters())
    print(f"{arguments.out}: {len(layers)} of {total} layers, {parameters / 1e6:.1f} M parameters")


if __name__ == "__main__":
    main()
