"""Prompts as token sequences: one shared beginning (history and candidates), then several questions with their answers.

A pack's questions don't see each other: each continues the shared beginning by itself, with the positions that it would
have alone. So one reading of the long part serves them all, and a pack of one question is an ordinary sample.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from transformers import PreTrainedTokenizerBase

IGNORED = -1
"""The part of a token in the shared beginning, where the parts that don't see each other are counted from 0."""

PARAMETERS = '"parameters":'
"""What stands in every answer between the tool's name and its parameters."""


@dataclasses.dataclass(frozen=True)
class Branch:
    """One question and its answer: `ids` of both, the answer's from `answer` on, its parameters' from `call` on."""

    ids: list[int]
    answer: int
    call: int


@dataclasses.dataclass(frozen=True)
class Pack:
    """A shared beginning and the branches that continue it."""

    id: str
    setting: str
    prefix: list[int]
    branches: list[Branch]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.prefix) + sum(len(branch.ids) for branch in self.branches)


@dataclasses.dataclass(frozen=True)
class Batch:
    """Packs laid out in one row of T tokens.

    `ids`, `positions`: (1, T). `visible`: (1, 1, T, T), whether row sees column. `at`: (A,) indices whose next token
    is asked for; `targets`: (A,) those tokens; `part`: (A,) the branch's number within the batch; `names`: (A,) whether
    the token stands before the parameters.
    """

    ids: torch.Tensor
    positions: torch.Tensor
    visible: torch.Tensor
    at: torch.Tensor
    targets: torch.Tensor
    part: torch.Tensor
    names: torch.Tensor

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(**{field.name: getattr(self, field.name).to(device) for field in dataclasses.fields(self)})


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

    def branch(self, rest: str, answer: str, goes_on: bool = False) -> Branch:
        """The rest of the user's message, and the answer to it, or the beginning of one that goes on."""
        asked = self.encode(f"{rest}<|im_end|>\n") + self.header
        lead, parameters, _ = answer.partition(PARAMETERS)
        call = len(asked) + len(self.encode(lead + parameters))
        return Branch(asked + self.encode(answer) + ([] if goes_on else self.end), len(asked), call)


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file. Raises ValueError with the number of a line that is none."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{file}, line {number}: {error}") from error


def read_packs(file: Path, tokenizer: PreTrainedTokenizerBase) -> list[Pack]:
    """The packs of a file that `models/dataset/prompts.ts` wrote: each line a pack, or one question."""
    tokens = ChatTokens(tokenizer)
    packs = []
    for line in read_lines(file):
        system, user = (message["content"] for message in line["messages"])
        shared, asked = (user, line["questions"]) if "questions" in line else _cut(user, line)
        branches = [tokens.branch(one["query"], one["answer"], one.get("open", False)) for one in asked]
        packs.append(Pack(line["id"], line["setting"], tokens.prefix(system, shared), branches))
    return packs


def _cut(user: str, line: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    at = user.rfind("\n") + 1
    return user[:at], [{"query": user[at:], "answer": line["answer"]}]


def lay_out(packs: Iterable[Pack]) -> Batch:
    """Put packs into one row."""
    ids: list[int] = []
    positions: list[int] = []
    owner: list[int] = []
    part: list[int] = []
    at: list[int] = []
    names: list[bool] = []
    parts = 0
    for number, pack in enumerate(packs):
        shared = len(pack.prefix)
        ids += pack.prefix
        positions += range(shared)
        part += [IGNORED] * shared
        for branch in pack.branches:
            begin = len(ids)
            ids += branch.ids
            positions += range(shared, shared + len(branch.ids))
            part += [parts] * len(branch.ids)
            at += range(begin + branch.answer - 1, begin + len(branch.ids) - 1)
            names += [i < branch.call for i in range(branch.answer, len(branch.ids))]
            parts += 1
        owner += [number] * (len(ids) - len(owner))
    owners, order, own = torch.tensor(owner), torch.tensor(positions), torch.tensor(part)
    row = torch.tensor(ids)
    visible = (owners[:, None] == owners) & (order[:, None] >= order) & ((own == IGNORED) | (own[:, None] == own))
    asked = torch.tensor(at)
    return Batch(row[None], order[None], visible[None, None], asked, row[asked + 1], own[asked], torch.tensor(names))
