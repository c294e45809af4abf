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
class Aside:
    """Another way for a branch to go on after its first `seen` tokens."""

    seen: int
    ids: list[int]


@dataclasses.dataclass(frozen=True)
class OtherCall(Aside):
    """The answer calls another tool; what is asked for, from `call` on, are the parameters."""

    call: int

    def asked(self) -> int:
        """The number of tokens asked for."""
        return len(self.ids) - self.call


@dataclasses.dataclass(frozen=True)
class Decision:
    """After the token `at` the names of fitting tools branch: to each next token its share of what is preferred."""

    at: int
    shares: dict[int, float]


@dataclasses.dataclass(frozen=True)
class Moment(Aside):
    """The history ends there: `ids` are the end of the message, and the answer with its header up to a decision."""

    decisions: tuple[Decision, ...]

    def asked(self) -> int:
        """The number of decisions."""
        return len(self.decisions)


@dataclasses.dataclass(frozen=True)
class Branch:
    """A history and the answer to it: `ids` of both, the answer's from `answer` on, its parameters' from `call` on."""

    ids: list[int]
    answer: int
    call: int
    asides: tuple[OtherCall | Moment, ...] = ()

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.ids) + sum(len(aside.ids) for aside in self.asides)

    def moments(self) -> list[Moment]:
        """The asides that ask about earlier moments, in order."""
        return [aside for aside in self.asides if isinstance(aside, Moment)]

    def asked(self) -> int:
        """The number of tokens of answers, and of decisions."""
        return len(self.ids) - self.answer + sum(aside.asked() for aside in self.asides)


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
    last few may be padding. `deciding`: (D,) indices whose next token decides for a tool, `chosen`: (D,) such a token,
    `shares`: (D,) how much it should have; padding has 0. `marks`: (M,) where candidates end; `fitting`: (M,) whether
    they do what is asked.
    """

    ids: torch.Tensor
    positions: torch.Tensor
    blocks: list[Block]
    at: torch.Tensor
    targets: torch.Tensor
    part: torch.Tensor
    names: torch.Tensor
    deciding: torch.Tensor
    chosen: torch.Tensor
    shares: torch.Tensor
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

    def moment(self, branch: Branch, seen: str, answers: dict[str, float]) -> Moment:
        """A moment when the message ended with `seen`, and each of these answers (or beginnings) had its share.

        Raises ValueError if that isn't where a line of the message ends.
        """
        history = self.encode(seen)
        if branch.ids[: len(history)] != history:
            raise ValueError("a moment ends with a line of the history")
        header = self.encode("<|im_end|>\n") + self.header
        path, decisions = _decide([(self.encode(answer), share) for answer, share in answers.items()])
        moved = [Decision(len(header) + decision.at, decision.shares) for decision in decisions]
        return Moment(len(history), header + path, tuple(moved))

    def other(self, branch: Branch, answer: str) -> OtherCall:
        """The same history, answered by a call of another tool. Raises ValueError if it is the same tool."""
        other = self.branch("", answer)
        own, ids = branch.ids[branch.answer :], other.ids[other.answer :]
        alike = next(at for at, (one, two) in enumerate(zip(own, ids, strict=False)) if one != two)
        call = other.call - other.answer - alike
        if call <= 0:
            raise ValueError("another answer calls another tool")
        return OtherCall(branch.answer + alike, ids[alike:], call)


def _decide(answers: list[tuple[list[int], float]]) -> tuple[list[int], list[Decision]]:
    """The tokens of the answer with the greatest share as far as some other goes along, and where others turn off."""
    decisions = []
    best, _ = max(answers, key=lambda answer: answer[1])
    at, last = 0, 0
    while len(answers) > 1 and at < len(best):
        shares: dict[int, float] = {}
        for ids, share in answers:
            if at < len(ids):
                shares[ids[at]] = shares.get(ids[at], 0.0) + share
        if len(shares) > 1:
            total = sum(shares.values())
            decisions.append(Decision(at - 1, {token: share / total for token, share in shares.items()}))
            last = at
        answers = [(ids, share) for ids, share in answers if ids[at : at + 1] == best[at : at + 1]]
        at += 1
    return best[:last], decisions


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
        branches = [_branch(tokens, play, line) for play in plays]
        prefix = tokens.prefix(system, shared)
        packs.append(Pack(line["id"], prefix, branches, _marks(prefix, tokens, len(line["leads"])), line["fits"]))
    return packs


def _branch(tokens: ChatTokens, play: dict[str, Any], line: dict[str, Any]) -> Branch:
    branch = tokens.branch(play["rest"], play["answer"])
    lines = play["rest"].split("\n")
    moments = []
    for moment in play.get("moments", []):
        leads = (play["lead"] + line["leads"][fit] for fit in line["fits"])
        answers = dict(zip(leads, moment["shares"], strict=True))
        if len(answers) > 1:
            moments.append(tokens.moment(branch, "\n".join(lines[: moment["calls"] + 1]), answers))
    others = [tokens.other(branch, answer) for answer in play.get("others", [])]
    return dataclasses.replace(branch, asides=(*moments, *others))


def cut(user: str, *answers: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """A whole prompt before its history, and a branch for each answer. Where the history leads, all is branch."""
    at = user.find(HISTORY) + 1
    return user[:at], [{"rest": user[at:], "answer": one["answer"]} for one in answers]


def _marks(prefix: list[int], tokens: ChatTokens, count: int) -> list[int]:
    """The places of the candidates' numbers: before the line breaks that end the last `count` lines."""
    line_break = tokens.encode("\n")[0]
    return [at - 1 for at, token in enumerate(prefix) if token == line_break][-count:]


def _visible(branch: Branch, begins: list[int], size: int) -> torch.Tensor:
    """What is added to scores among own rows, (size, size): an aside sees the history before it and itself."""
    own = causal(size).clone()
    for begin, aside in zip(begins, branch.asides, strict=True):
        own[begin : begin + len(aside.ids), aside.seen : begin] = HIDDEN
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
    deciding: list[int] = []
    chosen: list[int] = []
    shares: list[float] = []
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
            for aside in branch.asides:
                begins.append(len(tokens))
                tokens += aside.ids
                places += range(aside.seen, aside.seen + len(aside.ids))
            own = _visible(branch, begins, -(-len(tokens) // STEP) * STEP) if begins else None
            begin = add(tokens, (length + place for place in places), first, last, length, own)
            ask(begin, branch.ids, branch.answer, branch.call)
            for at_aside, aside in zip(begins, branch.asides, strict=True):
                if isinstance(aside, OtherCall):
                    ask(begin + at_aside, aside.ids, aside.call, aside.call)
                    continue
                for decision in aside.decisions:
                    deciding.extend([begin + at_aside + decision.at] * len(decision.shares))
                    chosen.extend(decision.shares)
                    shares.extend(decision.shares.values())
    padding, free = -len(at) % STEP, -len(deciding) % STEP
    return Batch(
        torch.tensor(ids),
        torch.tensor(positions),
        blocks,
        torch.tensor(at + [0] * padding),
        torch.tensor(targets + [IGNORED] * padding),
        torch.tensor(part + [-1] * padding),
        torch.tensor(names + [False] * padding),
        torch.tensor(deciding + [0] * free, dtype=torch.long),
        torch.tensor(chosen + [0] * free, dtype=torch.long),
        torch.tensor(shares + [0.0] * free),
        torch.tensor(marks),
        torch.tensor(fitting),
        parts,
    )
