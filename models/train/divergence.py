"""`python -m train.divergence`: how far a model's decisions between fitting tools are from the shares they should have.

The decisions are those at earlier moments of histories, in a file that `models/dataset/prompts.ts --moments` wrote.
A decision is clear if one next token should have more than `CLEAR`.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import torch
from transformers import AutoTokenizer

from .llama import Llama
from .packs import Pack, lay_out, read_lines, read_packs
from .sft import decided

CLEAR = 0.7


@dataclasses.dataclass
class Sums:
    """Of a setting: decisions and their divergence in nats, clear decisions and how many had the right token first."""

    decisions: int = 0
    divergence: float = 0.0
    clear: int = 0
    right: int = 0

    def add(self, shares: torch.Tensor, said: torch.Tensor) -> None:
        """One decision: the shares of some tokens (T,), and the log-probabilities that the model gives them (T,)."""
        self.decisions += 1
        self.divergence += float((torch.special.xlogy(shares, shares) - shares * said).sum())
        if float(shares.max()) > CLEAR:
            self.clear += 1
            self.right += int(shares.argmax() == said.argmax())


@torch.inference_mode()
def measure(model: Llama, pack: Pack, sums: list[Sums]) -> None:
    """Add a pack's decisions to the sums of its branches."""
    batch = lay_out([pack])
    if not len(batch.deciding):
        return
    hidden = model.hidden(batch.ids, batch.positions, batch.blocks)
    said = decided(model, hidden, batch)
    at = 0
    for branch, own in zip(pack.branches, sums, strict=True):
        for moment in branch.moments():
            for decision in moment.decisions:
                end = at + len(decision.shares)
                own.add(batch.shares[at:end], said[at:end])
                at = end


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.divergence", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder from train.start, or an earlier model")
    parser.add_argument("--data", type=Path, required=True, help="prompts with moments, not used in training")
    parser.add_argument("--limit", type=int, help="only the first so many questions")
    arguments = parser.parse_args()
    model = Llama(arguments.model)
    packs = read_packs(arguments.data, AutoTokenizer.from_pretrained(arguments.model))
    settings = [[play["setting"] for play in line["plays"]] for line in read_lines(arguments.data)]
    sums = {setting: Sums() for setting in sorted({name for names in settings for name in names})}
    for pack, names in list(zip(packs, settings, strict=True))[: arguments.limit]:
        measure(model, pack, [sums[name] for name in names])
    for setting, one in sums.items():
        nats, right = one.divergence / max(1, one.decisions), one.right / max(1, one.clear)
        print(f"{setting:18s} {one.decisions:5d} decisions {nats:6.3f} nats; {one.clear:5d} clear, {right:6.1%} right")


if __name__ == "__main__":
    main()
