"""`python -m compile.prune`: choose the tokens that a domain uses, and measure what leaving out the rest costs."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from .chat_config import special_tokens
from .source import open_source
from .vocabulary import choose, count_tokens, prune, write_selection

HELD_OUT = 10
"""One line of the corpus in this many is not counted, only measured."""


WEIGHTS = {"everyday": 20}
"""How often a part counts: there are few everyday texts, and every page visit brings such a question."""


def split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Cut a corpus into (counted, held out) lines by a hash of each line: the same cut in every run."""
    held = [int(hashlib.sha256(line.encode()).hexdigest(), 16) % HELD_OUT == 0 for line in lines]
    return (
        [line for line, out in zip(lines, held, strict=True) if not out],
        [line for line, out in zip(lines, held, strict=True) if out],
    )


def growth(original: dict[str, Any], pruned: dict[str, Any], texts: list[str]) -> tuple[int, int]:
    """The number of tokens of the texts with the original and with the pruned tokenizer."""
    return count_tokens(original, texts).total(), count_tokens(pruned, texts).total()


def read_corpus(file: Path) -> dict[str, list[str]]:
    """The texts of a JSON-lines corpus ({"part": …, "text": …} a line) by part."""
    parts: dict[str, list[str]] = {}
    for line in file.read_text().splitlines():
        record = json.loads(line)
        parts.setdefault(record["part"], []).append(record["text"])
    return parts


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile.prune", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="checkpoint whose tokenizer is pruned")
    parser.add_argument("--corpus", type=Path, required=True, help="JSON lines made by models/dataset/corpus.ts")
    parser.add_argument("--size", type=int, default=16384, help="tokens to keep at most")
    parser.add_argument("--general", type=int, default=2000, help="of these, first ids of the original vocabulary")
    parser.add_argument("--template", default="chatml", help="chat template whose special tokens stay")
    parser.add_argument("--out", type=Path, help="file for the kept ids; without it the command only measures")
    arguments = parser.parse_args()

    original = open_source(arguments.source).tokenizer()
    counted: list[str] = []
    held_out: dict[str, list[str]] = {}
    for part, texts in read_corpus(arguments.corpus).items():
        learn, held_out[part] = split(texts)
        counted += learn * WEIGHTS.get(part, 1)
    counts = count_tokens(original, counted)
    selection = choose(original, counts, arguments.size, special_tokens(arguments.template), arguments.general)
    pruned = prune(original, selection)
    kept = set(selection.kept)
    used = sum(1 for number in counts if number in kept)
    total = len(original["model"]["vocab"])
    print(f"{len(selection.rows)} tokens kept of {total}; {used} of {len(counts)} that the corpus uses")
    print("held-out part | texts | tokens before | after | growth")
    for part, texts in held_out.items():
        before, after = growth(original, pruned, texts)
        print(f"{part} | {len(texts)} | {before} | {after} | {100 * (after / max(before, 1) - 1):.2f} %")
    if arguments.out:
        write_selection(selection, arguments.out)


if __name__ == "__main__":
    main()
