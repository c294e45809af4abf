"""`python -m train.start`: the checkpoint that training begins from, with the vocabulary that will be shipped.

A Hugging Face folder in bfloat16 whose embedding has only the chosen rows, and optionally only some of the layers. Or,
with a folder of `public/models` as the source, that model's 4-bit weights unpacked, where no checkpoint is left; or a
checkpoint of this project (a folder without --vocabulary) with fewer layers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from compile.config import from_hugging_face
from compile.reference import load_model
from compile.source import Source, open_source
from compile.vocabulary import Selection, all_ids, prune, read_selection

END = "<|im_end|>"
"""ChatML's end of a message: what an answer ends with."""


def leave_out(model: LlamaForCausalLM, first: int, last: int) -> None:
    """Leave out the layers from `first` to `last`; python -m train.depth tells which a model misses least."""
    layers = model.model.layers
    if not 0 <= first <= last < len(layers):
        raise ValueError(f"there are no layers {first} to {last} in a model of {len(layers)}")
    model.model.layers = torch.nn.ModuleList([*layers[:first], *layers[last + 1 :]])
    model.config.num_hidden_layers = len(model.model.layers)


def hugging_face_config(source: Source, ids: dict[str, int]) -> LlamaConfig:
    """The configuration of the cut model; `ids` maps the tokens that stay to their new numbers."""
    model = source.config
    return LlamaConfig(
        vocab_size=len(ids),
        hidden_size=model.hidden,
        intermediate_size=model.intermediate,
        num_hidden_layers=model.layers,
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


def cut(source: Source, selection: Selection) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """The model with the chosen tokens, and its tokenizer."""
    tokenizer_json = prune(source.tokenizer(), selection)
    model = LlamaForCausalLM(hugging_face_config(source, all_ids(tokenizer_json)))
    state = {}
    for name in model.state_dict():
        if name == "lm_head.weight" and source.config.tied:
            continue
        weight = source.weight(name)
        vocabulary_wide = name in ("model.embed_tokens.weight", "lm_head.weight")
        state[name] = weight[torch.tensor(selection.rows)] if vocabulary_wide else weight
    model.load_state_dict(state, strict=not source.config.tied)
    return model.to(torch.bfloat16), _tokenizer(tokenizer_json)


def unpack(folder: Path) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """The model of a folder of `public/models`, and its tokenizer."""
    shape = from_hugging_face(json.loads((folder / "mlc-chat-config.json").read_text())["model_config"])
    model = load_model(folder, shape)
    tokenizer = _tokenizer(json.loads((folder / "tokenizer.json").read_text()))
    model.config.eos_token_id = model.config.pad_token_id = tokenizer.eos_token_id
    model.config.bos_token_id = None
    return model.to(torch.bfloat16), tokenizer


def earlier(folder: Path) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """A checkpoint as this command or training wrote it, and its tokenizer."""
    model = LlamaForCausalLM.from_pretrained(folder, dtype=torch.bfloat16)
    return model, PreTrainedTokenizerFast.from_pretrained(folder)


def _tokenizer(content: dict[str, object]) -> PreTrainedTokenizerFast:
    tokens = Tokenizer.from_str(json.dumps(content))
    return PreTrainedTokenizerFast(tokenizer_object=tokens, eos_token=END, pad_token=END)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.start", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="Hugging Face folder or GGUF")
    parser.add_argument("--vocabulary", type=Path, help="kept tokens, from python -m compile.prune")
    parser.add_argument("--without", type=int, nargs=2, metavar=("FIRST", "LAST"), help="layers to leave out")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    arguments = parser.parse_args()
    if (arguments.source / "model.json").exists():
        model, tokenizer = unpack(arguments.source)
    elif arguments.vocabulary:
        model, tokenizer = cut(open_source(arguments.source), read_selection(arguments.vocabulary))
    elif (arguments.source / "config.json").exists():
        model, tokenizer = earlier(arguments.source)
    else:
        parser.error("--vocabulary is missing: which tokens shall be kept?")
    if arguments.without:
        leave_out(model, *arguments.without)
    model.save_pretrained(arguments.out)
    tokenizer.save_pretrained(arguments.out)
    parameters = sum(weight.numel() for weight in model.parameters())
    print(f"{arguments.out}: {model.config.num_hidden_layers} layers, {parameters / 1e6:.1f} M parameters")


if __name__ == "__main__":
    main()
