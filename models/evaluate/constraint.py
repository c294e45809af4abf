"""The page's constraint: which tokens may come next in an answer.

The grammar rules throughout (xgrammar, which web-llm has as WebAssembly); the fit list ends with its line, and the name
follows the own tokens of a candidate that the list holds (`src/model/naming.ts`); values rather copy from the query
(`copying`). What the page adds for models that write without end, a bound on strings, is not repeated here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import torch
import xgrammar
from transformers import PreTrainedTokenizerBase

from . import copying

ENOUGH = 0.1
"""With this probability the fit list takes a candidate (`src/model/fitList.ts`)."""

_CROSSING = re.compile(r"[Ċ\n].")
_ENDING = re.compile(r"[Ċ\n]$")


def listed(line: str) -> list[int]:
    """The candidates' indices in a fit list, such as "Fit: 0 3"."""
    return [int(number) for number in re.findall(r"\d+", line)]


class Vocabulary:
    """What the constraint has to know of a tokenizer."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        """Prepare the grammar compiler."""
        self._tokenizer = tokenizer
        texts = tokenizer.get_vocab()
        self.size = len(tokenizer)
        self.crossing = sorted(number for text, number in texts.items() if _CROSSING.search(text))
        self.ending = {number for text, number in texts.items() if _ENDING.search(text)}
        info = xgrammar.TokenizerInfo.from_huggingface(tokenizer, stop_token_ids=[tokenizer.eos_token_id])
        self.compiler = xgrammar.GrammarCompiler(info, max_threads=1)

    def encode(self, text: str) -> list[int]:
        """The tokens of a text."""
        return self._tokenizer.encode(text, add_special_tokens=False)

    def decode(self, tokens: list[int]) -> str:
        """The text of some tokens."""
        return self._tokenizer.decode(tokens)


class Constraint:
    """One answer's constraint, which follows the tokens that are accepted."""

    def __init__(self, vocabulary: Vocabulary, grammar: str, leads: Sequence[str], form: str, query: str) -> None:
        """Begin an answer to a query about candidates with these leads, in the form "call" or "fit-call"."""
        self._vocabulary = vocabulary
        self._passages = copying.Passages(query)
        self._value = copying.ValueWatch()
        self._matcher = xgrammar.GrammarMatcher(vocabulary.compiler.compile_grammar(grammar))
        self._bitmask = xgrammar.allocate_token_bitmask(1, vocabulary.size)
        self._alive = [vocabulary.encode(lead) for lead in leads]
        self._list: list[int] = []
        # With which probability the list goes on, between a blank and the number after it.
        self._mass = 1.0
        self._at = 0
        self.stage = "fit" if form == "fit-call" else "name"

    @property
    def ended(self) -> bool:
        """Whether the answer is complete and its last token taken."""
        return self._matcher.is_terminated()

    def allowed(self) -> torch.Tensor:
        """Whether each token (V,) may come next."""
        if self.stage == "name":
            mask = torch.zeros(self._vocabulary.size, dtype=torch.bool)
            mask[[path[self._at] for path in self._alive]] = True
            return mask
        self._matcher.fill_next_token_bitmask(self._bitmask)
        words = self._bitmask[0]
        mask = ((words[:, None] >> torch.arange(32, dtype=torch.int32)) & 1).flatten()[: self._vocabulary.size].bool()
        if self.stage == "fit":
            mask[self._vocabulary.crossing] = False
        return mask

    def choose(self, logits: torch.Tensor) -> int:
        """The allowed token that is written after logits (V,), not yet accepted: the likeliest one.

        In the fit list it is the first that is likely enough, given that none before it is taken; in a string the
        likeliest that goes on with a passage of the query, if it is likely enough.
        """
        allowed = self.allowed()
        masked = logits[: len(allowed)].masked_fill(~allowed, -torch.inf)
        if self.stage == "name":
            return int(masked.argmax())
        chances = masked.double().softmax(-1)
        if self.stage == "parameters":
            return self._copied(chances)
        return self._listed(chances, allowed)

    def _copied(self, chances: torch.Tensor) -> int:
        return copying.pick(
            self._passages, self._value.open, chances.tolist(), lambda token: self._vocabulary.decode([token])
        )

    def _listed(self, chances: torch.Tensor, allowed: torch.Tensor) -> int:
        tokens = sorted(allowed.nonzero()[:, 0].tolist(), key=lambda token: (token in self._vocabulary.ending, token))
        left = 1.0
        for token in tokens:
            share = self._mass * float(chances[token])
            if share >= ENOUGH * left:
                break
            left -= share
        else:
            token = int(chances.argmax())
            share = self._mass * float(chances[token])
        self._mass = share
        return token

    def accept(self, token: int) -> None:
        """Take one of the allowed tokens. Raises ValueError for any other."""
        if not self._matcher.accept_token(token):
            raise ValueError(f"the grammar doesn't allow token {token}")
        if self.stage == "fit":
            self._list.append(token)
            if self._vocabulary.decode([token]).strip():
                self._mass = 1.0
            if token in self._vocabulary.ending:
                self._alive = [self._alive[index] for index in listed(self._vocabulary.decode(self._list))]
                self.stage = "name"
        elif self.stage == "parameters":
            self._value.read(self._vocabulary.decode([token]))
        elif self.stage == "name":
            self._alive = [path for path in self._alive if path[self._at] == token]
            self._at += 1
            if all(len(path) == self._at for path in self._alive):
                self.stage = "parameters"
