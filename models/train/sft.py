"""`python -m train.sft`: supervised fine-tuning, with the loss on the answers alone.

With a teacher, half of the loss is the divergence from the teacher's distributions over the same tokens (distillation),
and on request the states that it reaches at every token of the prompt are learnt, too.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import random
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy, kl_div
from transformers import AutoTokenizer

from .llama import Llama
from .loop import Options, Task, answer_logits, train
from .packs import IGNORED, Batch, Pack, lay_out, read_packs

Micro = tuple[Pack, int]
"""A pack, and how many tokens the whole step asks for."""

FIGURES = ("loss", "states", "decisions", "marks", "packs", "answers", "tokens", "tool", "exact")


@dataclasses.dataclass(frozen=True)
class Data:
    """Files of prompts, and how they are cut into steps.

    `marks` weighs a help for the beginning: at the end of each candidate's line the model also says whether it fits. It
    fades out over `marked` steps, after which only the answers count. `states` weighs how far the last states are from
    the teacher's, as a part of their own size.
    """

    train: Path
    validation: Path | None
    packs_per_step: int = 8
    marks: float = 0.0
    marked: int = 1
    longest: int = 512
    seed: int = 1
    limit: int | None = None
    teacher: Path | None = None
    states: float = 0.0


class Supervised(Task[Micro]):
    """Likelihood of the answers."""

    figures = FIGURES

    def __init__(self, data: Data, tokenizer: Path) -> None:
        """Read and tokenize the files."""
        self._data = data
        tokens = AutoTokenizer.from_pretrained(tokenizer)
        self._packs = [pack for pack in read_packs(data.train, tokens)[: data.limit] if _fits(pack, data.longest)]
        self._validation = read_packs(data.validation, tokens) if data.validation else []
        self._yes_no = torch.tensor([tokens.encode(text)[0] for text in (" no", " yes")])
        self._teacher: Llama | None = None

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
        asked = sum(branch.asked() for pack in packs for branch in pack.branches)
        return [(pack, asked) for pack in sorted(packs, key=len, reverse=True)]

    def loss(self, model: Llama, micro: Micro, step: int) -> tuple[torch.Tensor, dict[str, float]]:
        """See Task.loss."""
        pack, asked = micro
        batch = lay_out([pack])
        hidden = model.hidden(batch.ids, batch.positions, batch.blocks)
        logits = model.logits(hidden[batch.at])
        likelihood = cross_entropy(logits, batch.targets, ignore_index=IGNORED, reduction="sum") / asked
        loss = likelihood
        figures = {
            "loss": likelihood.item(),
            "packs": 1.0,
            "answers": float(batch.parts),
            "tokens": float(len(batch.ids)),
        }
        if self._data.teacher:
            taught, said = self._taught(batch, self._data.teacher, model)
            loss = (loss + divergence(logits, said, batch) / asked) / 2
            if self._data.states:
                apart = (hidden - taught).float().square().sum() / taught.float().square().sum()
                states = apart / self._data.packs_per_step
                loss = loss + self._data.states * states
                figures["states"] = states.item()
        if len(batch.deciding):
            decisions = -(batch.shares * decided(model, hidden, batch)).sum() / asked
            loss = loss + decisions
            entropy = -torch.special.xlogy(batch.shares, batch.shares).sum()
            figures["decisions"] = decisions.item() - entropy.item() / asked
        weight = self._data.marks * max(0.0, 1 - step / self._data.marked)
        if weight and len(batch.marks):
            said = model.logits(hidden[batch.marks])[:, self._yes_no]
            marks = cross_entropy(said, batch.fitting.long()) / self._data.packs_per_step
            loss = loss + weight * marks
            figures["marks"] = marks.item()
        return loss, figures

    @torch.no_grad()
    def _taught(self, batch: Batch, folder: Path, model: Llama) -> tuple[torch.Tensor, torch.Tensor]:
        """The teacher's last states (rows, H) and its logits (A, V) where answers are asked for."""
        self._teacher = self._teacher or Llama(folder, model.compiled, dtype=model.dtype)
        hidden = self._teacher.hidden(batch.ids, batch.positions, batch.blocks)
        return hidden, self._teacher.logits(hidden[batch.at])

    def measure(self, model: Llama, micro: Micro) -> dict[str, float]:
        """Loss, and how many answers would come out right if each token were the likeliest (teacher-forced)."""
        pack, asked = micro
        batch = lay_out([pack])
        logits = answer_logits(model, batch)
        wrong = (logits.argmax(-1) != batch.targets) & (batch.targets != IGNORED)
        return {
            "loss": cross_entropy(logits, batch.targets, ignore_index=IGNORED, reduction="sum").item() / asked,
            "answers": float(batch.parts),
            "tool": batch.parts - _parts_with(batch, wrong & batch.names),
            "exact": batch.parts - _parts_with(batch, wrong),
        }


def divergence(logits: torch.Tensor, taught: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Kullback-Leibler divergence of two models' distributions over the answers' tokens, in nats, added up."""
    real = batch.targets != IGNORED
    said, should = (one[real].log_softmax(-1) for one in (logits, taught))
    return kl_div(said, should, reduction="sum", log_target=True)


def decided(model: Llama, hidden: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The log-probabilities (D,) that a model with these states (rows, H) gives the tokens which decide for a tool."""
    said = model.logits(hidden[batch.deciding]).log_softmax(-1)
    return said.gather(-1, batch.chosen[:, None])[:, 0]


def _fits(pack: Pack, longest: int) -> bool:
    """Whether no part of a pack is longer than that: long ones cost much and are rare."""
    return max(len(pack.prefix), *(len(branch.ids) for branch in pack.branches)) <= longest


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
    parser.add_argument("--warmup", type=int, default=20, help="steps in which the rate rises")
    parser.add_argument("--decay", type=float, default=0.3, help="part of the steps in which the rate falls")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--compile", action="store_true", help="compile the layers (slow start)")
    parser.add_argument("--quantized", action="store_true", help="learn with the weights as 4 bits leave them")
    parser.add_argument("--frozen", type=int, default=0, help="first layers that stay as they are, and the embeddings")
    parser.add_argument("--float32", action="store_true", help="faster where the processor has no bfloat16")
    parser.add_argument("--save-every", type=int, default=50)
    parser.add_argument("--validate-every", type=int, default=50)


def options_of(arguments: argparse.Namespace) -> Options:
    """The loop's options as given."""
    return Options(
        start=arguments.start,
        out=arguments.out,
        steps=arguments.steps,
        rate=arguments.rate,
        warmup=arguments.warmup,
        decay=arguments.decay,
        workers=arguments.workers,
        compiled=arguments.compile,
        quantized=arguments.quantized,
        frozen=arguments.frozen,
        float32=arguments.float32,
        save_every=arguments.save_every,
        validate_every=arguments.validate_every,
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.sft", description=__doc__)
    add_options(parser, rate=5e-4)
    parser.add_argument("--train", type=Path, required=True, help="prompts that models/dataset/prompts.ts wrote")
    parser.add_argument("--validation", type=Path)
    parser.add_argument("--packs-per-step", type=int, default=12)
    parser.add_argument(
        "--marks", type=float, default=0.0, help="weight of saying behind each candidate whether it fits"
    )
    parser.add_argument("--marked", type=int, default=1, help="steps over which that weight fades out")
    parser.add_argument("--longest", type=int, default=512, help="tokens: questions with longer parts are left out")
    parser.add_argument("--limit", type=int, help="use only so many packs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher", type=Path, help="a larger model with the same vocabulary to learn from as well")
    parser.add_argument("--states", type=float, default=0.0, help="weight of the teacher's states at every token")
    arguments = parser.parse_args()
    if arguments.states and not arguments.teacher:
        parser.error("--states are a teacher's: which one? (--teacher FOLDER)")
    data = Data(
        arguments.train,
        arguments.validation,
        arguments.packs_per_step,
        arguments.marks,
        arguments.marked,
        arguments.longest,
        seed=arguments.seed,
        limit=arguments.limit,
        teacher=arguments.teacher,
        states=arguments.states,
    )
    train(options_of(arguments), functools.partial(Supervised, data, arguments.start), FIGURES)


if __name__ == "__main__":
    main()
