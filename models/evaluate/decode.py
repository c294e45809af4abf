"""Greedy decoding, in one pass where the model is right.

The right answer is read together with the prompt: as long as the likeliest token is the answer's own, nothing has to be
decoded. From the first other token on, the model writes by itself. The outcome is that of plain greedy decoding.
"""

from __future__ import annotations

import torch
from transformers import DynamicCache, LlamaForCausalLM

from train.packs import STEP

from .constraint import Constraint

MAX_ANSWER = 320
"""Tokens after which an answer counts as endless."""


FEW = 16
"""So many tokens are read as they are; more are padded to multiples of STEP, for which a CPU makes kernels once."""


class Reader:
    """A model that has read some tokens."""

    def __init__(self, model: LlamaForCausalLM) -> None:
        """Take a model, which has read nothing yet."""
        self.model = model
        self._cache = DynamicCache(config=model.config)
        self._ids: list[int] = []

    def read_anew(self, ids: list[int], keep: int = 1) -> torch.Tensor:
        """What `read` gives after nothing else was read. The beginning that `ids` share with what was read is kept."""
        shared = 0
        for old, new in zip(self._ids, ids[: len(ids) - keep], strict=False):
            if old != new:
                break
            shared += 1
        self.forget(len(self._ids) - shared)
        return self.read(ids[shared:], keep)

    def forget(self, count: int) -> None:
        """Take back the last `count` tokens."""
        if count:
            self._cache.crop(-count)
            del self._ids[-count:]

    def read(self, ids: list[int], keep: int = 1) -> torch.Tensor:
        """Float32 logits (keep, V) after each of the last `keep` of these tokens."""
        padding = -len(ids) % STEP if len(ids) > FEW else 0
        inputs = torch.tensor([[*ids, *[0] * padding]], device=self.model.device)
        kept = torch.arange(len(ids) - keep, len(ids), device=self.model.device)
        output = self.model(inputs, past_key_values=self._cache, use_cache=True, logits_to_keep=kept)
        if padding:
            self._cache.crop(-padding)
        self._ids += ids
        return output.logits[0].float().cpu()


@torch.inference_mode()
def greedy(
    reader: Reader, prompt: list[int], expected: list[int], end: int, constraint: Constraint | None
) -> list[int]:
    """The tokens that the model answers with, `end` included unless the answer is cut off.

    `expected` is a guess at the answer, `end` included: it only saves time. Without a constraint every token may come.
    """
    logits = reader.read_anew(prompt + expected[:-1], keep=len(expected))
    answer: list[int] = []
    for row, guess in zip(logits, expected, strict=True):
        token = _best(row, constraint)
        answer.append(token)
        if token == end or token != guess:
            break
    if answer[-1] != end:
        reader.forget(len(expected) - len(answer))
        go_on(reader, answer, end, constraint)
    return answer


def go_on(reader: Reader, answer: list[int], end: int, constraint: Constraint | None) -> None:
    """Let the model write on; the answer's last token is the first that it has not read. Appends to the answer."""
    unread = answer[-1:]
    while answer[-1] != end and len(answer) < MAX_ANSWER:
        only = _only(constraint)
        if only is None:
            token = _best(reader.read(unread)[-1], constraint)
            unread = []
        else:
            token = only
            if constraint:
                constraint.accept(token)
        unread = [*unread, token]
        answer.append(token)


def _only(constraint: Constraint | None) -> int | None:
    """The token that must come next, if there is no choice."""
    if constraint is None:
        return None
    allowed = constraint.allowed().nonzero()
    return int(allowed[0, 0]) if len(allowed) == 1 else None


def _best(logits: torch.Tensor, constraint: Constraint | None) -> int:
    if constraint is None:
        return int(logits.argmax())
    token = constraint.choose(logits)
    constraint.accept(token)
    return token
