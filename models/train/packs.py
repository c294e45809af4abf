"""Prompts as token sequences: one shared beginning (query and candidates), then several histories with their answers.

A pack's branches don't see each other: each continues the shared beginning by itself, with the positions that it would
have alone. So one reading of the first part serves them all, and a pack of one branch is an ordinary sample.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from transformers import PreTrainedTokenizerBase

from .llama import HIDDEN, Block, causal

STEP = 64
"""Blocks are padded to multiples of this many tokens, so that a CPU's kernels are made for few shapes."""

IGNORED = -100
"""The target of padding."""

HISTORY = "\nHistory of calls"
"""Where the part of a prompt begins that differs between branches."""

PARAMETERS = '"parameters":'
"""What stands in every answer between the tool's name and its parameters."""


@dataclasses.dataclass(frozen=True)
class Moment:
    """An earlier state of a branch's history, its first `seen` tokens, and how the answer would have begun.

    `ids` follow these tokens: the end of the message and the answer's header, and from `answer` on the answer.
    """

    seen: int
    ids: list[int]
    answer: int


@dataclasses.dataclass(frozen=True)
class Branch:
    """A history and the answer to it: `ids` of both, the answer's from `answer` on, its parameters' from `call` on."""

    ids: list[int]
    answer: int
    call: int
    moments: tuple[Moment, ...] = ()

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.ids) + sum(len(moment.ids) for moment in self.moments)

    def asked(self) -> int:
        """The number of tokens of answers."""
        return len(self.ids) - self.answer + sum(len(moment.ids) - moment.answer for moment in self.moments)


@dataclasses.dataclass(frozen=True)
class Pack:
    """A shared beginning and the branches that continue it.

    `marks` are the places in the beginning where a candidate's line ends with its number, `fits` the numbers of those
    that do what is asked.
    """

    id: str
    prefix: list[int]
    branches: list[Branch]
    marks: list[int]
    fits: list[int]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.prefix) + sum(len(branch) for branch in self.branches)


@dataclasses.dataclass(frozen=True)
class Batch:
    """Packs laid out in one row of tokens, block by block.

    `ids`, `positions`: (rows,). `at`: (A,) indices whose next token is asked for; `targets`: (A,) those tokens;
    `part`: (A,) the answer's number within the batch; `names`: (A,) whether the token stands before the parameters; the
    last few may be padding. `marks`: (M,) where candidates end; `fitting`: (M,) whether they do what is asked.
    """

    ids: torch.Tensor
    positions: torch.Tensor
    blocks: list[Block]
    at: torch.Tensor
    targets: torch.Tensor
    part: torch.Tensor
    names: torch.Tensor
    marks: torch.Tensor
    fitting: torch.Tensor
    parts: int


class ChatTokens:
    """ChatML as web-llm encodes it: system message, user message and the answer's header each by themselves."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        """Use a model's tokenizer."""
        self.tokenizer = tokenizer
        self.header = self.encode("<|im_start|>assistant\n")
        self.end = self.encode("<|im_end|>")

    def encode(self, text: str) -> list[int]:
        """The ids of a text, without any that a model would want at the beginning."""
        return self.tokenizer.encode(text, add_special_tokens=False)

    def prefix(self, system: str, user: str) -> list[int]:
        """The ids of the system message and of the beginning of the user's, which must end with a line."""
        if user and not user.endswith("\n"):
            raise ValueError("only between lines can a message be cut without other tokens")
        return self.system(system) + self.user(user)

    def system(self, text: str) -> list[int]:
        """The ids of a system message."""
        return self.encode(f"<|im_start|>system\n{text}<|im_end|>\n")

    def user(self, text: str) -> list[int]:
        """The ids of the user's message as far as it is given."""
        return self.encode(f"<|im_start|>user\n{text}")

    def branch(self, rest: str, answer: str) -> Branch:
        """The rest of the user's message, and the answer to it."""
        asked = self.encode(f"{rest}<|im_end|>\n") + self.header
        lead, parameters, _ = answer.partition(PARAMETERS)
        call = len(asked) + len(self.encode(lead + parameters))
        return Branch(asked + self.encode(answer) + self.end, len(asked), call)

    def moment(self, branch: Branch, seen: str, answer: str) -> Moment:
        """A moment when the message ended with `seen`. Raises ValueError if that isn't where a line of it ends."""
        history = self.encode(seen)
        if branch.ids[: len(history)] != history:
            raise ValueError("a moment ends with a line of the history")
        header = self.encode("<|im_end|>\n") + self.header
        return Moment(len(history), header + self.encode(answer), len(header))


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file. Raises ValueError with the number of a line that is none."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{file}, line {number}: {error}") from error


def read_packs(file: Path, tokenizer: PreTrainedTokenizerBase) -> list[Pack]:
    """The packs of a file that `models/dataset/prompts.ts` wrote: each line a pack, or one sample."""
    tokens = ChatTokens(tokenizer)
    packs = []
    for line in read_lines(file):
        system, user = (message["content"] for message in line["messages"])
        shared, plays = (user, line["plays"]) if "plays" in line else cut(user, line)
        branches = [_branch(tokens, play) for play in plays]
        prefix = tokens.prefix(system, shared)
        packs.append(Pack(line["id"], prefix, branches, _marks(prefix, tokens, len(line["leads"])), line["fits"]))
    return packs


def _branch(tokens: ChatTokens, play: dict[str, Any]) -> Branch:
    branch = tokens.branch(play["rest"], play["answer"])
    lines = play["rest"].split("\n")
    moments = [
        tokens.moment(branch, "\n".join(lines[: moment["calls"] + 1]), moment["answer"])
        for moment in play.get("moments", [])
    ]
    return dataclasses.replace(branch, moments=tuple(moments))


def cut(user: str, *answers: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """A whole prompt before its history, and a branch for each of the answers."""
    at = user.index(HISTORY) + 1
    return user[:at], [{"rest": user[at:], "answer": one["answer"]} for one in answers]


def _marks(prefix: list[int], tokens: ChatTokens, count: int) -> list[int]:
    """The places of the candidates' numbers: before the line breaks that end the last `count` lines."""
    line_break = tokens.encode("\n")[0]
    return [at - 1 for at, token in enumerate(prefix) if token == line_break][-count:]


def _visible(branch: Branch, begins: list[int], size: int) -> torch.Tensor:
    """What is added to scores among own rows, (size, size): a moment sees the history before it and itself."""
    own = causal(size).clone()
    for begin, moment in zip(begins, branch.moments, strict=True):
        own[begin : begin + len(moment.ids), moment.seen : begin] = HIDDEN
    return own


def lay_out(packs: Iterable[Pack]) -> Batch:
    """Put packs into one row."""
    ids: list[int] = []
    positions: list[int] = []
    blocks: list[Block] = []
    part: list[int] = []
    at: list[int] = []
    targets: list[int] = []
    names: list[bool] = []
    marks: list[int] = []
    fitting: list[bool] = []
    parts = 0

    def add(
        tokens: list[int], places: Iterable[int], first: int, last: int, length: int, own: torch.Tensor | None = None
    ) -> int:
        begin = len(ids)
        padding = -len(tokens) % STEP
        ids.extend([*tokens, *[0] * padding])
        positions.extend([*places, *[0] * padding])
        blocks.append((begin, len(ids), first, last, length, own))
        return begin

    def ask(begin: int, tokens: list[int], answer: int, call: int) -> None:
        nonlocal parts
        asked = range(answer, len(tokens))
        at.extend(begin + i - 1 for i in asked)
        targets.extend(tokens[i] for i in asked)
        names.extend(i < call for i in asked)
        part.extend([parts] * len(asked))
        parts += 1

    for pack in packs:
        length = len(pack.prefix)
        first = add(pack.prefix, range(length), 0, 0, 0)
        last = len(ids)
        marks += [first + mark for mark in pack.marks]
        fitting += [number in pack.fits for number in range(len(pack.marks))]
        for branch in pack.branches:
            tokens, places, begins = list(branch.ids), list(range(len(branch.ids))), []
            for moment in branch.moments:
                begins.append(len(tokens))
                tokens += moment.ids
                places += range(moment.seen, moment.seen + len(moment.ids))
            own = _visible(branch, begins, -(-len(tokens) // STEP) * STEP) if begins else None
            begin = add(tokens, (length + place for place in places), first, last, length, own)
            ask(begin, branch.ids, branch.answer, branch.call)
            for at_moment, moment in zip(begins, branch.moments, strict=True):
                ask(begin + at_moment, moment.ids, moment.answer, len(moment.ids))
    padding = -len(at) % STEP
    return Batch(
        torch.tensor(ids),
        torch.tensor(positions),
        blocks,
        torch.tensor(at + [0] * padding),
        torch.tensor(targets + [IGNORED] * padding),
        torch.tensor(part + [-1] * padding),
        torch.tensor(names + [False] * padding),
        torch.tensor(marks),
        torch.tensor(fitting),
        parts,
    )
