"""`python -m train.depth`: what a trained model loses when a block of its layers is left out, before it learns again.

Prints the mean loss a token (nats) of the right answers, with all layers and without each of the given blocks.
"""

from __future__ import annotations

import argparse
import copy
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from transformers import AutoTokenizer, LlamaForCausalLM

from .llama import Llama
from .loop import answer_logits
from .packs import IGNORED, Batch, lay_out, read_packs
from .start import leave_out


@torch.inference_mode()
def loss(model: Llama, batches: list[Batch]) -> float:
    """Mean negative log-likelihood of the answers' tokens."""
    total, tokens = 0.0, 0
    for batch in batches:
        logits = answer_logits(model, batch)
        total += cross_entropy(logits, batch.targets, ignore_index=IGNORED, reduction="sum").item()
        tokens += int((batch.targets != IGNORED).sum())
    return total / tokens


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.depth", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder from train.start, or an earlier model")
    parser.add_argument("--data", type=Path, required=True, help="prompts, not used in training")
    parser.add_argument("--limit", type=int, default=3, help="only the first so many questions")
    parser.add_argument("blocks", nargs="+", help="layers to leave out, like 4-18")
    arguments = parser.parse_args()
    model = LlamaForCausalLM.from_pretrained(arguments.model, dtype=torch.float32)
    packs = read_packs(arguments.data, AutoTokenizer.from_pretrained(arguments.model))
    batches = [lay_out([pack]) for pack in packs[: arguments.limit]]
    print(f"all: {loss(Llama(model, dtype=torch.float32), batches):.3f}", flush=True)
    for block in arguments.blocks:
        first, last = map(int, block.split("-"))
        less = copy.deepcopy(model)
        leave_out(less, first, last)
        missed = loss(Llama(less, dtype=torch.float32), batches)
        print(f"without {block}, {less.config.num_hidden_layers} left: {missed:.3f}", flush=True)


if __name__ == "__main__":
    main()
