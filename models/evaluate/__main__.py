"""`python -m evaluate`: tool accuracy and parameter accuracy of a model on a file of samples, greedy."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from .model import Answering, load
from .prompts import Prompt, UnreadableSamples, read_prompts
from .score import MISTAKES, Outcome, by_setting, flips, judge


def answers(model: Answering, prompts: list[Prompt], constrained: bool) -> list[Outcome]:
    """Let the model answer all prompts; says on stderr how far it is."""
    outcomes = []
    for number, prompt in enumerate(prompts, 1):
        outcomes.append(judge(prompt, model.answer(prompt, constrained)))
        print(f"\r{number} of {len(prompts)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return outcomes


def answer_twins(
    model: Answering, prompts: list[Prompt], twins: list[Prompt], constrained: bool
) -> tuple[list[Outcome], list[Outcome]]:
    """The outcomes of samples and of their twins, which are asked in turn: the question is read once for both."""
    both = answers(model, [prompt for pair in zip(prompts, twins, strict=True) for prompt in pair], constrained)
    return both[::2], both[1::2]


def table(result: dict[str, Any]) -> str:
    """The figures for people."""
    rows = {"all": result, **result["per_setting"], **result["per_tag"]}
    lines = [f"{'':18s} samples   tool  parameters  given tool   call"]
    for name, row in rows.items():
        lines.append(
            f"{name:18s} {row['samples']:7d} {row['tool_accuracy']:6.1%} {row['parameter_accuracy']:11.1%}"
            f" {row['parameter_accuracy_given_tool']:11.1%} {row['call_accuracy']:6.1%}"
        )
    lines += [f"  {name:26s} {result['mistakes'][name]:6.1%}" for name in MISTAKES]
    for name in ("flip_accuracy", "flip_call_accuracy"):
        if name in result:
            lines.append(f"  {name.replace('_', ' '):26s} {result[name]:6.1%}")
    return "\n".join(lines)


def evaluate(arguments: argparse.Namespace) -> dict[str, Any]:
    """Run what the arguments ask for."""
    model = load(arguments.model, arguments.form, arguments.float32)

    def prompts(file: Path) -> list[Prompt]:
        return read_prompts(file, model.form, arguments.order, arguments.limit, arguments.without_history)

    own, constrained = prompts(arguments.data), not arguments.unconstrained
    flipped: dict[str, float] = {}
    if arguments.twins:
        same_name = arguments.data.with_name(f"{arguments.data.stem}-twins{arguments.data.suffix}")
        file = same_name if arguments.twins == Path() else arguments.twins
        outcomes, twins = answer_twins(model, own, prompts(file), constrained)
        flipped = flips(outcomes, twins)
    else:
        outcomes = answers(model, own, constrained)
    result = {"model": str(arguments.model), "data": str(arguments.data), **by_setting(outcomes), **flipped}
    if arguments.answers:
        lines = (json.dumps(dataclasses.asdict(outcome), ensure_ascii=False) for outcome in outcomes)
        arguments.answers.write_text("".join(f"{line}\n" for line in lines))
    return result


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="Hugging Face folder, or one of public/models")
    parser.add_argument("--data", type=Path, required=True, help="samples, one JSON object a line")
    parser.add_argument("--limit", type=int, help="only the first so many samples")
    parser.add_argument("--json", action="store_true", help="one last line with all figures")
    parser.add_argument(
        "--twins",
        type=Path,
        nargs="?",
        const=Path(),
        help="also flip accuracy; the file is DATA-twins.jsonl if not given",
    )
    parser.add_argument("--unconstrained", action="store_true", help="let every token come")
    parser.add_argument("--form", choices=("call", "fit-call"), help="how the model answers, if its folder doesn't say")
    parser.add_argument("--order", help="another order of the prompt's blocks, see models/dataset/prompts.ts")
    parser.add_argument("--without-history", action="store_true", help="show no history: what is it worth?")
    parser.add_argument("--float32", action="store_true", help="compute in float32, as the page does; slower")
    parser.add_argument("--answers", type=Path, help="write every answer and its verdict to this file")
    arguments = parser.parse_args()
    try:
        result = evaluate(arguments)
    except UnreadableSamples as error:
        sys.exit(str(error))
    print(table(result))
    if arguments.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
