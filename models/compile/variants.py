"""`python -m compile.variants`: one model folder for each kernel, to be measured by tests/models/bench.ts.

The model has SmolLM2-135M's widths and vocabulary size, but 4 of its 30 layers and random weights, so that all
variants are built and measured in a few minutes.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections import Counter
from pathlib import Path

from .__main__ import build_folder
from .config import read_build_config
from .kernels import DECODE_KERNELS, PREFILL_KERNELS
from .source import open_source
from .tiny import write_tiny
from .vocabulary import choose, prune

SHAPE = {
    "hidden_size": 576,
    "intermediate_size": 1536,
    "num_hidden_layers": 4,
    "num_attention_heads": 9,
    "num_key_value_heads": 3,
    "rope_theta": 100000.0,
    "rms_norm_eps": 1e-5,
    "tie_word_embeddings": True,
}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile.variants", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="checkpoint whose tokenizer is cut down")
    parser.add_argument("--out", type=Path, required=True, help="folder for the variants' folders")
    arguments = parser.parse_args()
    tokenizer = open_source(arguments.source).tokenizer()
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    checkpoint = arguments.out / "checkpoint"
    write_tiny(checkpoint, prune(tokenizer, choose(tokenizer, Counter(), 16384, special, 16384)), SHAPE, seed=1)
    build = read_build_config(Path(__file__).parent.parent / "configs/tiny-llama.json")
    # Prefill and decode kernels don't meet, so one folder measures one of each.
    width = max(len(PREFILL_KERNELS), len(DECODE_KERNELS))
    names = [list(table)[i % len(table)] for table in (PREFILL_KERNELS, DECODE_KERNELS) for i in range(width)]
    for prefill, decode in zip(names[:width], names[width:], strict=True):
        chosen = dataclasses.replace(build, prefillKernel=prefill, decodeKernel=decode)
        build_folder(open_source(checkpoint), chosen, arguments.out / f"{prefill},{decode}", link="-O1")


if __name__ == "__main__":
    main()
