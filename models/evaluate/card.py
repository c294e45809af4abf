"""`python -m evaluate.card`: fills the tables of a model card from results on disk.

A card's text stands in `cards/`; a line `{{name}}` in it is replaced by the table of that name. Results are what the
other commands printed with `--json`, one file each: `heuristics.json`, `<row>.test.json`, `<row>.handwritten.json`,
`<row>.robustness.json`, `<row>.monotony.json`. What was not measured is said to be so.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import matplotlib

from train.packs import read_lines

SETTINGS = ("preferred-only", "rating-integrated", "chronological")
MISSING = "not measured"


def last_object(file: Path) -> Any:
    """What a command printed as its last line, or None if there is no such file."""
    return json.loads(file.read_text().splitlines()[-1]) if file.is_file() else None


def percent(value: float | None) -> str:
    """A share as a percentage with one decimal."""
    return MISSING if value is None else f"{100 * value:.1f}"


def markdown(header: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def rule_lines(results: Path) -> list[list[str]]:
    """Lines of the test set's table: what one-line rules reach that are told which candidates fit (tools alone)."""
    lines = []
    for row in last_object(results / "heuristics.json") or []:
        # Each setting has as many samples as the others.
        shares = [row[setting] for setting in SETTINGS]
        cells = [percent(share) for share in [*shares, sum(shares) / len(shares)]]
        lines.append([f"Rule: {row['rule']}", "all", *cells, MISSING])
    return lines


def settings_table(results: Path, rows: dict[str, str], data: str) -> str:
    """Tool accuracy and exact call by setting, and flips; a line for each rule and each row that was measured."""
    lines = rule_lines(results) if data == "test" else []
    for name, title in rows.items():
        found = last_object(results / f"{name}.{data}.json")
        if found is None:
            continue
        own = [found["per_setting"][setting] for setting in SETTINGS if setting in found["per_setting"]]
        cells = [f"{percent(row['tool_accuracy'])} / {percent(row['call_accuracy'])}" for row in [*own, found]]
        lines.append([title, str(found["samples"]), *cells, percent(found.get("flip_accuracy"))])
    return markdown(["", "samples", *SETTINGS, "all", "flips"], lines) if lines else MISSING


def robustness_table(results: Path, name: str) -> str:
    """The small sets."""
    found = last_object(results / f"{name}.robustness.json")
    if found is None:
        return MISSING
    rows = [
        [
            title.replace("-", " "),
            str(row["samples"]),
            percent(row["tool_accuracy"]),
            percent(row["call_accuracy"]),
            percent(row.get("same_choice")) if "same_choice" in row else "",
        ]
        for title, row in found.items()
    ]
    return markdown(["set", "samples", "tool", "call", "same choice"], rows)


def monotony_line(results: Path, name: str) -> str:
    """How often a rating moved the probability the wrong way."""
    found = last_object(results / f"{name}.monotony.json")
    if found is None:
        return MISSING
    lowers, raises = percent(found["like_lowers"]), percent(found["dislike_raises"])
    return (
        f"In {found['trials']} trials one more like lowered the tool's probability in {lowers} %, "
        f"one more dislike raised it in {raises} %."
    )


def mistakes_table(results: Path, name: str) -> str:
    """What kind of mistakes remain on the test set and on the hand-written questions."""
    found = {data: last_object(results / f"{name}.{data}.json") for data in ("test", "handwritten")}
    known = {data: result["mistakes"] for data, result in found.items() if result}
    if not known:
        return MISSING
    kinds = next(iter(known.values()))
    return markdown(["mistake", *known], [[kind, *(percent(row[kind]) for row in known.values())] for kind in kinds])


def draw_curve(log: Path, picture: Path) -> None:
    """The learning curve: training loss (mean of ten steps) and validation, by answers seen."""
    matplotlib.use("svg")
    # The same log gives the same file.
    matplotlib.rcParams["svg.hashsalt"] = "learning curve"
    from matplotlib import pyplot

    lines = list(read_lines(log))
    seen, total = [], 0.0
    for line in lines:
        total += line["answers"]
        seen.append(total)
    figure, axes = pyplot.subplots(figsize=(7, 3.5), layout="constrained")
    smooth = [sum(row["loss"] for row in lines[max(0, i - 9) : i + 1]) / min(10, i + 1) for i in range(len(lines))]
    axes.plot(seen, smooth, label="training")
    checks = [(at, row["validation"]) for at, row in zip(seen, lines, strict=True) if "validation" in row]
    axes.plot([at for at, _ in checks], [found["loss"] for _, found in checks], "o-", label="validation")
    axes.set(xlabel="answers seen", ylabel="loss a token", yscale="log")
    right = axes.twinx()
    right.plot(
        [at for at, _ in checks],
        [100 * found.get("exact", 0.0) / found["answers"] for _, found in checks],
        "s--",
        color="tab:green",
        label="whole answers right",
    )
    right.set(ylabel="% of validation answers", ylim=(0, 100))
    figure.legend(loc="outside upper center", ncols=3)
    figure.savefig(picture, metadata={"Date": None})


def fill(text: str, results: Path, rows: dict[str, str], final: str) -> str:
    """The card with its tables. Raises KeyError for a table that there isn't."""
    tables = {
        "test": lambda: settings_table(results, rows, "test"),
        "handwritten": lambda: settings_table(results, rows, "handwritten"),
        "robustness": lambda: robustness_table(results, final),
        "monotony": lambda: monotony_line(results, final),
        "mistakes": lambda: mistakes_table(results, final),
    }
    lines = text.splitlines()
    return "\n".join(tables[line[2:-2]]() if line.startswith("{{") else line for line in lines) + "\n"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluate.card", description=__doc__)
    parser.add_argument("--text", type=Path, required=True, help="the card with {{tables}}")
    parser.add_argument("--results", type=Path, required=True, help="folder of results")
    parser.add_argument(
        "--rows", nargs="+", required=True, help="NAME=TITLE of each row of the main tables, the last ships"
    )
    parser.add_argument("--log", type=Path, help="log of the training, for the learning curve")
    parser.add_argument("--out", type=Path, required=True, help="folder for README.md and learning-curve.svg")
    arguments = parser.parse_args()
    rows = dict(row.split("=", 1) for row in arguments.rows)
    text = fill(arguments.text.read_text(), arguments.results, rows, list(rows)[-1])
    (arguments.out / "README.md").write_text(text)
    if arguments.log:
        draw_curve(arguments.log, arguments.out / "learning-curve.svg")


if __name__ == "__main__":
    main()
