"""`python -m train.depth`: what a trained model loses when a block of its layers is left out, before it learns again.

Prints the mean loss a token (nats) of the right answers, with all layers and without each of the given blocks.
"""

from __future__ import annotations

import argparse
import copy
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from transformers import AutoTokenizer

from .llama import Llama
from .loop import answer_logits
from .packs import IGNORED, Batch, lay_out, read_packs


def without(model: Llama, first: int, last: int) -> Llama:
    """The same weights but for the layers from `first` to `last`."""
    less = copy.copy(model)
    less.config = copy.deepcopy(model.config)
    kept = [number for number in range(model.config.num_hidden_layers) if not first <= number <= last]
    less.config.num_hidden_layers = len(kept)
    less.weights = {name: weight for name, weight in model.weights.items() if ".layers." not in name}
    for place, number in enumerate(kept):
        own = f"model.layers.{number}."
        for name, weight in model.weights.items():
            if name.startswith(own):
                less.weights[f"model.layers.{place}.{name.removeprefix(own)}"] = weight
    return less


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
    model = Llama(arguments.model, dtype=torch.float32)
    packs = read_packs(arguments.data, AutoTokenizer.from_pretrained(arguments.model))
    batches = [lay_out([pack]) for pack in packs[: arguments.limit]]
    print(f"all: {loss(model, batches):.3f}")
    for block in arguments.blocks:
        first, last = map(int, block.split("-"))
        less = without(model, first, last)
        print(f"without {block}, {less.config.num_hidden_layers} left: {loss(less, batches):.3f}", flush=True)


if __name__ == "__main__":
    main()
