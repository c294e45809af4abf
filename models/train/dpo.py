"""`python -m train.dpo`: direct preference optimization on pairs of the right call and the model's own mistakes.

Rafailov et al. 2023, equation 7: -log sigmoid(beta * ((chosen - its reference) - (rejected - its reference))), each
the log-probability of a whole answer; plus a little of the chosen answer's likelihood, which would fall otherwise.
"""

from __future__ import annotations

import argparse
import functools
from pathlib import Path

import torch
from torch.nn.functional import logsigmoid
from transformers import AutoTokenizer

from .llama import Llama
from .loop import Task, answer_logits, train
from .packs import ChatTokens, Pack, cut, lay_out, read_lines
from .sft import add_options, options_of, order_of

Pair = tuple[Pack, float, float]
"""A pack whose branches are the chosen and the rejected answer, and the reference's log-probabilities of both."""

FIGURES = ("loss", "pairs", "tokens", "margin", "preferred", "chosen")


def read_pairs(file: Path, tokens: ChatTokens) -> list[Pair]:
    """The pairs that `train.mistakes` wrote."""
    pairs = []
    for line in read_lines(file):
        system, user = (message["content"] for message in line["messages"])
        shared, plays = cut(user, *({"answer": line[name]} for name in ("chosen", "rejected")))
        branches = [tokens.branch(play["rest"], play["answer"]) for play in plays]
        pack = Pack(line["id"], tokens.prefix(system, shared), branches, [], [])
        pairs.append((pack, *line["reference"]))
    return pairs


class Preferences(Task[Pair]):
    """The right answer rather than the wrong one."""

    figures = FIGURES

    def __init__(self, pairs: Path, tokenizer: Path, beta: float, keep: float, per_step: int, seed: int) -> None:
        """`keep` weighs the chosen answers' negative log-likelihood a token."""
        self._pairs = read_pairs(pairs, ChatTokens(AutoTokenizer.from_pretrained(tokenizer)))
        self._beta, self._keep, self._per_step, self._seed = beta, keep, per_step, seed

    def micro_batches(self, step: int) -> list[Pair]:
        """See Task.micro_batches."""
        epoch, at = divmod(step, len(self._pairs) // self._per_step)
        order = order_of(len(self._pairs), self._seed + epoch)
        taken = [self._pairs[i] for i in order[at * self._per_step : (at + 1) * self._per_step]]
        return sorted(taken, key=lambda pair: len(pair[0]), reverse=True)

    def loss(self, model: Llama, micro: Pair, step: int) -> tuple[torch.Tensor, dict[str, float]]:
        """See Task.loss."""
        pack, reference_chosen, reference_rejected = micro
        batch = lay_out([pack])
        tokens = answer_logits(model, batch).log_softmax(-1).gather(-1, batch.targets.clamp(min=0)[:, None])[:, 0]
        chosen, rejected = (tokens[batch.part == part].sum() for part in (0, 1))
        margin = (chosen - reference_chosen) - (rejected - reference_rejected)
        likelihood = -chosen / (batch.part == 0).sum()
        loss = (-logsigmoid(self._beta * margin) + self._keep * likelihood) / self._per_step
        return loss, {
            "loss": loss.item(),
            "pairs": 1.0,
            "tokens": float(len(batch.ids)),
            "margin": margin.item() / self._per_step,
            "preferred": float(chosen > rejected) / self._per_step,
            "chosen": chosen.item() / self._per_step,
        }

    def validation(self) -> list[Pair]:
        """None: DPO is judged by `python -m evaluate`."""
        return []

    def measure(self, model: Llama, micro: Pair) -> dict[str, float]:
        """Never asked."""
        raise NotImplementedError


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.dpo", description=__doc__)
    add_options(parser, rate=2e-5)
    parser.add_argument("--pairs", type=Path, required=True, help="what train.mistakes wrote")
    parser.add_argument("--beta", type=float, default=0.1)
    parser.add_argument("--keep", type=float, default=0.1, help="weight of the chosen answers' likelihood")
    parser.add_argument("--pairs-per-step", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    make = functools.partial(
        Preferences,
        arguments.pairs,
        arguments.start,
        arguments.beta,
        arguments.keep,
        arguments.pairs_per_step,
        arguments.seed,
    )
    train(options_of(arguments), make, FIGURES)


if __name__ == "__main__":
    main()
