"""Pruning a byte-level BPE tokenizer: fewer tokens, the same text.

Every kept token stays reachable, because the tokens that its merges pass through are kept as well; and every
text stays encodable, because all byte tokens are. Bytes that the original tokenizer lacks (SmolLM2 drops a few
control characters and the planes that begin with F1 and F2) get a token of their own.
"""

from __future__ import annotations

import copy
import dataclasses
import json
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer


class UnsupportedTokenizer(ValueError):
    """The tokenizer is not byte-level BPE."""


@dataclasses.dataclass(frozen=True)
class Selection:
    """The chosen vocabulary: ids of the original that stay, rising, then tokens for missing bytes.

    `stand_ins` maps the character of a missing byte to the original id whose embedding it borrows.
    """

    kept: list[int]
    stand_ins: dict[str, int]

    @property
    def rows(self) -> list[int]:
        """For each new id, the original id whose row of the embedding it takes."""
        return [*self.kept, *self.stand_ins.values()]


def read_selection(file: Path) -> Selection:
    """Read what `write_selection` wrote."""
    return Selection(**json.loads(file.read_text()))


def write_selection(selection: Selection, file: Path) -> None:
    """Write the selection as JSON on one line."""
    file.write_text(json.dumps(dataclasses.asdict(selection), separators=(",", ":")) + "\n")


class BytePairs:
    """The merges of a `tokenizer.json`, to find out which tokens a token is built from."""

    def __init__(self, tokenizer: dict[str, Any]) -> None:
        """Index the merges. Raises UnsupportedTokenizer for anything but byte-level BPE."""
        model = tokenizer["model"]
        if model["type"] != "BPE":
            raise UnsupportedTokenizer(f"a tokenizer of type {model['type']}")
        self.ids: dict[str, int] = model["vocab"]
        self.ignores_merges = bool(model.get("ignore_merges"))
        self._ranks = {pair: rank for rank, pair in enumerate(merges(tokenizer))}
        if "ByteLevel" not in json.dumps(tokenizer.get("pre_tokenizer")):
            raise UnsupportedTokenizer("not byte-level")

    def parts(self, token: str) -> set[str] | None:
        """All tokens that encoding the token's text passes through, itself included; None if it ends elsewhere."""
        pieces = list(token)
        passed = set(pieces)
        while len(pieces) > 1:
            ranked = [(self._ranks.get(pair, -1), at) for at, pair in enumerate(pairwise(pieces))]
            known = [entry for entry in ranked if entry[0] >= 0]
            if not known:
                break
            at = min(known)[1]
            pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
            passed.add(pieces[at])
        if pieces == [token]:
            return passed
        # Llama 3 looks a whole word up before it merges.
        return {token} if self.ignores_merges else None


def merges(tokenizer: dict[str, Any]) -> list[tuple[str, str]]:
    """The merges in order; both ways of writing them, "a b" and ["a", "b"], are read."""
    pairs = tokenizer["model"]["merges"]
    return [tuple(pair.split(" ", 1)) if isinstance(pair, str) else (pair[0], pair[1]) for pair in pairs]


def byte_characters() -> list[str]:
    """The printable character that stands for each byte in byte-level BPE, by byte."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) if byte in printable else chr(256 + rest.index(byte)) for byte in range(256)]


NEVER_IN_UTF8 = {0xC0, 0xC1, *range(0xF5, 0x100)}


def stand_ins(ids: dict[str, int]) -> dict[str, int]:
    """A token to borrow from for each byte that UTF-8 can hold and the vocabulary lacks: the nearest byte's."""
    characters = byte_characters()
    known = [byte for byte, character in enumerate(characters) if character in ids]
    missing = set(range(256)) - set(known) - NEVER_IN_UTF8
    return {characters[b]: ids[characters[min(known, key=lambda k: abs(k - b))]] for b in sorted(missing)}


def count_tokens(tokenizer: dict[str, Any], texts: Iterable[str]) -> Counter[int]:
    """How often each id occurs in the encoded texts."""
    counts: Counter[int] = Counter()
    for encoding in Tokenizer.from_str(json.dumps(tokenizer)).encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    return counts


def choose(tokenizer: dict[str, Any], counts: Counter[int], size: int, special: list[str], general: int) -> Selection:
    """The tokens to keep, at most `size`: bytes, special tokens, then whole families by frequency.

    `general` ids from the start of the vocabulary come before the counted ones: merges are in the order of
    their frequency in the tokenizer's own training text, so the first ones are general language.
    """
    pairs = BytePairs(tokenizer)
    control = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    kept = {control[token] for token in special if token in control}
    kept |= {pairs.ids[character] for character in byte_characters() if character in pairs.ids}
    added = stand_ins(pairs.ids)
    names = {number: token for token, number in pairs.ids.items()}
    wanted = sorted(set(names) - set(control.values()))[:general] + [number for number, _ in counts.most_common()]
    for number in wanted:
        if number in kept or number in control.values():
            continue
        passed = pairs.parts(names[number])
        family = set() if passed is None else {pairs.ids[part] for part in passed} - kept
        if len(kept) + len(family) + len(added) <= size:
            kept |= family
    return Selection(sorted(kept), added)


def prune(tokenizer: dict[str, Any], selection: Selection) -> dict[str, Any]:
    """The `tokenizer.json` with only the chosen tokens, renumbered in order; merges and special tokens follow."""
    new_ids = {old: new for new, old in enumerate(selection.kept)}
    pruned = copy.deepcopy(tokenizer)
    vocabulary = {token: new_ids[old] for token, old in tokenizer["model"]["vocab"].items() if old in new_ids}
    vocabulary |= {character: len(new_ids) + i for i, character in enumerate(selection.stand_ins)}
    pruned["model"]["vocab"] = dict(sorted(vocabulary.items(), key=lambda item: item[1]))
    pruned["model"]["merges"] = [
        list(pair) for pair in merges(tokenizer) if {*pair, "".join(pair)} <= vocabulary.keys()
    ]
    pruned["added_tokens"] = [
        {**token, "id": new_ids[token["id"]]} for token in tokenizer["added_tokens"] if token["id"] in new_ids
    ]
    return pruned


def all_ids(tokenizer: dict[str, Any]) -> dict[str, int]:
    """Every token, special ones included, with its id."""
    return {**tokenizer["model"]["vocab"], **{token["content"]: token["id"] for token in tokenizer["added_tokens"]}}
