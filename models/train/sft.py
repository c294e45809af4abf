"""`python -m train.sft`: supervised fine-tuning, with the loss on the answers alone.

With a teacher, half of the loss is the divergence from the teacher's distributions over the same tokens (distillation).
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import random
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy, kl_div
from transformers import AutoTokenizer, LlamaForCausalLM

from .loop import Options, Task, answer_logits, load, train
from .packs import Batch, Pack, lay_out, read_packs

Micro = tuple[list[Pack], int]
"""Packs that are read at once, and how many tokens the whole step asks for."""

FIGURES = ("loss", "packs", "answers", "tokens", "asked", "tool", "exact")


@dataclasses.dataclass(frozen=True)
class Data:
    """Files of prompts, and how they are cut into steps. `row` is the most tokens that are read at once."""

    train: Path
    validation: Path | None
    packs_per_step: int = 8
    row: int = 1100
    seed: int = 1
    limit: int | None = None
    teacher: Path | None = None


class Supervised(Task[Micro]):
    """Likelihood of the answers."""

    figures = FIGURES

    def __init__(self, data: Data, tokenizer: Path) -> None:
        """Read and tokenize the files."""
        self._data = data
        tokens = AutoTokenizer.from_pretrained(tokenizer)
        self._packs = read_packs(data.train, tokens)[: data.limit]
        self._validation = read_packs(data.validation, tokens) if data.validation else []
        self._teacher: LlamaForCausalLM | None = None

    @functools.cached_property
    def _steps_per_epoch(self) -> int:
        return len(self._packs) // self._data.packs_per_step

    def micro_batches(self, step: int) -> list[Micro]:
        """The packs of a step; each epoch has an order of its own."""
        epoch, at = divmod(step, self._steps_per_epoch)
        order = order_of(len(self._packs), self._data.seed + epoch)
        size = self._data.packs_per_step
        return self._share([self._packs[i] for i in order[at * size : (at + 1) * size]])

    def validation(self) -> list[Micro]:
        """See Task.validation."""
        return self._share(self._validation)

    def _share(self, packs: list[Pack]) -> list[Micro]:
        asked = sum(len(branch.ids) - branch.answer for pack in packs for branch in pack.branches)
        rows: list[list[Pack]] = []
        for pack in sorted(packs, key=len, reverse=True):
            room = next((row for row in rows if sum(map(len, row)) + len(pack) <= self._data.row), None)
            if room is None:
                rows.append([pack])
            else:
                room.append(pack)
        return [(row, asked) for row in rows]

    def loss(self, model: LlamaForCausalLM, micro: Micro, step: int) -> tuple[torch.Tensor, dict[str, float]]:
        """See Task.loss."""
        packs, asked = micro
        batch = lay_out(packs).to(model.device)
        logits = answer_logits(model, batch)
        loss = cross_entropy(logits, batch.targets, reduction="sum") / asked
        if self._data.teacher:
            loss = (loss + self._divergence(logits, batch, self._data.teacher) / asked) / 2
        answers = sum(len(pack.branches) for pack in packs)
        counts = {"packs": float(len(packs)), "answers": float(answers), "tokens": float(batch.ids.numel())}
        return loss, {"loss": loss.item(), **counts}

    @torch.no_grad()
    def _taught(self, batch: Batch, folder: Path) -> torch.Tensor:
        self._teacher = self._teacher or load(folder, batch.ids.device).eval()
        return answer_logits(self._teacher, batch).log_softmax(-1)

    def _divergence(self, logits: torch.Tensor, batch: Batch, teacher: Path) -> torch.Tensor:
        taught = self._taught(batch, teacher)
        return kl_div(logits.log_softmax(-1), taught, reduction="sum", log_target=True)

    def measure(self, model: LlamaForCausalLM, micro: Micro) -> dict[str, float]:
        """Loss, and how many answers would come out right if each token were the likeliest (teacher-forced)."""
        packs, asked = micro
        batch = lay_out(packs).to(model.device)
        logits = answer_logits(model, batch)
        wrong = logits.argmax(-1) != batch.targets
        parts = int(batch.part.max()) + 1
        return {
            "loss": cross_entropy(logits, batch.targets, reduction="sum").item() / asked,
            "answers": float(parts),
            "tool": parts - _parts_with(batch, wrong & batch.names),
            "exact": parts - _parts_with(batch, wrong),
        }


def _parts_with(batch: Batch, flags: torch.Tensor) -> float:
    return float(batch.part[flags].unique().numel())


@functools.lru_cache(maxsize=2)
def order_of(count: int, seed: int) -> list[int]:
    """The numbers below `count` in an order that the seed decides."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    return order


def add_options(parser: argparse.ArgumentParser, rate: float) -> None:
    """The options of the loop, for every kind of training."""
    parser.add_argument("--start", type=Path, required=True, help="folder from train.start, or an earlier model")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model, its log and the state to resume")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--rate", type=float, default=rate, help="highest learning rate")
    parser.add_argument("--decay", type=float, default=0.3, help="part of the steps in which the rate falls")
    parser.add_argument("--workers", type=int, default=2, help="processes on a CPU; a GPU has one")
    parser.add_argument("--compile", action="store_true", help="compile the layers (slow start, about a fifth faster)")
    parser.add_argument("--save-every", type=int, default=50)
    parser.add_argument("--validate-every", type=int, default=50)


def options_of(arguments: argparse.Namespace) -> Options:
    """The loop's options as given."""
    return Options(
        start=arguments.start,
        out=arguments.out,
        steps=arguments.steps,
        rate=arguments.rate,
        decay=arguments.decay,
        workers=arguments.workers,
        compiled=arguments.compile,
        save_every=arguments.save_every,
        validate_every=arguments.validate_every,
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.sft", description=__doc__)
    add_options(parser, rate=5e-4)
    parser.add_argument("--train", type=Path, required=True, help="prompts that models/dataset/prompts.ts wrote")
    parser.add_argument("--validation", type=Path)
    parser.add_argument("--packs-per-step", type=int, default=8)
    parser.add_argument("--row", type=int, default=1100, help="tokens read at once; some thousands suit a GPU")
    parser.add_argument("--limit", type=int, help="use only so many packs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher", type=Path, help="a larger model with the same vocabulary to learn from as well")
    arguments = parser.parse_args()
    data = Data(
        arguments.train,
        arguments.validation,
        arguments.packs_per_step,
        arguments.row,
        arguments.seed,
        arguments.limit,
        arguments.teacher,
    )
    train(options_of(arguments), functools.partial(Supervised, data, arguments.start), FIGURES)


if __name__ == "__main__":
    main()
