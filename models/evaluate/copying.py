"""What a call's values may be copied from: the query (`src/model/copying.ts` is the page's version).

A small model garbles words that it only has to repeat ("Mumbai" for "Montreal"). So within a string value a token that
goes on with a passage of the query is taken before a likelier one that doesn't, if it is likely enough itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

ENOUGH = 0.02
"""With this probability a token that copies is taken."""

_UP_TO_QUOTE = re.compile(r'(?:[^"\\]|\\.)*\\?', re.DOTALL)


class ValueWatch:
    """Follows a JSON value piece by piece, and knows the string that is open, if it is a value and no key."""

    def __init__(self) -> None:
        """Begin where a value is due."""
        self._places: list[str] = []
        self._escaped = False
        self._text: str | None = None

    @property
    def open(self) -> str | None:
        """The raw text of the string value so far; None outside of one."""
        return None if self._places[-1:] == ["key"] else self._text

    def read(self, piece: str) -> None:
        """Take the next piece of text."""
        for character in piece:
            if self._text is not None:
                self._text = self._longer(self._text, character)
            elif character == '"':
                self._text = ""
            elif character in "{[":
                self._places.append("key" if character == "{" else "item")
            elif character in "}]":
                # The call that holds the value is closed as well.
                self._places = self._places[:-1]
            elif character == ":":
                self._places[-1] = "value"
            elif character == "," and self._places[-1] == "value":
                self._places[-1] = "key"

    def _longer(self, text: str, character: str) -> str | None:
        if character == '"' and not self._escaped:
            return None
        self._escaped = character == "\\" and not self._escaped
        return text + character


class Passages:
    """The passages of a query: what begins where a word does."""

    def __init__(self, query: str) -> None:
        """Of a query as the model reads it."""
        self._text = json.dumps(query, ensure_ascii=False)[1:-1]

    def hold(self, value: str, piece: str) -> bool:
        """Whether a piece goes on with a passage of which the value is the beginning, or ends it where a word ends."""
        written = value + piece
        whole = written[: _UP_TO_QUOTE.match(written).end()]
        closed = len(whole) < len(written)
        if not whole or (closed and whole.endswith(" ")):
            return False
        begin = self._text.find(whole)
        while begin >= 0:
            end = begin + len(whole)
            if self._border(begin) and (not closed or self._border(end)):
                return True
            begin = self._text.find(whole, begin + 1)
        return False

    def _border(self, at: int) -> bool:
        """Whether no word goes on across this place."""
        return not (0 < at < len(self._text) and self._text[at - 1].isalnum() and self._text[at].isalnum())


def pick(passages: Passages, value: str | None, chances: Sequence[float], text: Callable[[int], str]) -> int:
    """The place of the token that is written, of some with these chances.

    `value` is what the open string value holds, None outside of one; `text` gives a token's text by its place. Where
    the likeliest token is half a character ("\ufffd"), nothing is known of what it may copy.
    """
    best = max(range(len(chances)), key=chances.__getitem__)
    if value is None or "\ufffd" in text(best):
        return best
    likely = [at for at, chance in enumerate(chances) if chance >= ENOUGH]
    copying = [at for at in likely if passages.hold(value, text(at))]
    return max(copying, key=chances.__getitem__, default=best)
