"""`python -m evaluate.robustness`: what visitors will try, each as a small published set with its score."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from .__main__ import answer_twins, answers
from .model import Answering, load
from .prompts import Prompt, read_prompts
from .score import Outcome, figures, flips, share

SETS = (
    "few-candidates",
    "shuffled-candidates",
    "empty-descriptions",
    "renamed-providers",
    "injection",
    "edited-histories",
    "empty-history",
    "loved-elsewhere",
)


def same_choice(prompts: list[Prompt], outcomes: list[Outcome]) -> float:
    """Of neighbours with the same candidates in another order: how often the same tool is chosen."""
    names = [p.names[o.tool] if o.tool is not None else None for p, o in zip(prompts, outcomes, strict=True)]
    return share(a == b for a, b in zip(names[::2], names[1::2], strict=True))


def run(model: Answering, folder: Path, limit: int | None) -> dict[str, Any]:
    """The figures of each set."""
    result: dict[str, Any] = {}

    def read(file: str) -> list[Prompt]:
        return read_prompts(folder / file, model.form, limit=limit)

    for name in SETS:
        prompts = read(f"robustness/{name}.jsonl")
        found = answers(model, prompts, constrained=True)
        result[name] = figures(found)
        if name == "shuffled-candidates":
            result[name]["same_choice"] = same_choice(prompts, found)
    own, twins = answer_twins(model, read("handwritten.jsonl"), read("handwritten-twins.jsonl"), constrained=True)
    result["handwritten"] = {**figures(own), **flips(own, twins)}
    return result


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluate.robustness", description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the dataset's folder")
    parser.add_argument("--limit", type=int, help="only the first so many samples of each set; an even number")
    parser.add_argument("--form", choices=("call", "fit-call"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = run(load(arguments.model, arguments.form), arguments.data, arguments.limit)
    for name, row in result.items():
        shown = {"tool": row["tool_accuracy"], "call": row["call_accuracy"]}
        shown |= {key: row[key] for key in ("same_choice", "flip_accuracy") if key in row}
        words = "   ".join(f"{key.replace('_', ' ')} {value:.1%}" for key, value in shown.items())
        print(f"{name:22s} {row['samples']:4d} samples   {words}")
    if arguments.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
