"""What a model is asked about each sample: the app's own prompts, written by `models/dataset/prompts.ts`."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class UnreadableSamples(ValueError):
    """A file of samples can't be read; the text says where and why."""


@dataclasses.dataclass(frozen=True)
class Prompt:
    """One sample as a model is asked about it.

    `leads`: the candidates' texts up to the parameters; `grammar`: every valid answer (EBNF of xgrammar); `gold`: the
    preferred candidate's index; `answer`: the right answer's text; `fits`: indices of what does the asked, if known.
    """

    id: str
    setting: str
    messages: list[dict[str, str]]
    leads: list[str]
    grammar: str
    fits: list[int]
    gold: int
    answer: str
    free: bool
    """Whether any fitting tool is right, as nothing in the history can say which."""
    tags: list[str] = dataclasses.field(default_factory=list)
    """What is special about the sample."""

    @property
    def query(self) -> str:
        """What is asked, as the model reads it: the line of the prompt that begins so."""
        lines = self.messages[-1]["content"].split("\n")
        return next(line.removeprefix("Query: ") for line in lines if line.startswith("Query: "))

    @property
    def names(self) -> list[str]:
        """The candidates' names."""
        return [json.loads(lead + "0}")["tool_name"] for lead in self.leads]


def read_prompts(
    file: Path, form: str, order: str | None = None, limit: int | None = None, without_history: bool = False
) -> list[Prompt]:
    """The prompts of a file of samples. Raises UnreadableSamples, with the number of the line that is none."""
    if not file.is_file():
        raise UnreadableSamples(f"There is no file {file}.")
    tsx = shutil.which("npx")
    if tsx is None or not (ROOT / "node_modules").is_dir():
        raise UnreadableSamples(
            "The prompts are written by the app's own code: run `npm ci` in the project's root first."
        )
    command = [tsx, "tsx", "models/dataset/prompts.ts", "--in", str(file.resolve()), "--form", form, "--grammar"]
    if order:
        command += ["--order", order]
    if limit is not None:
        command += ["--limit", str(limit)]
    if without_history:
        command.append("--without-history")
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode:
        raise UnreadableSamples(_message(result.stderr))
    return [_prompt(json.loads(line)) for line in result.stdout.splitlines()]


def _message(errors: str) -> str:
    lines = [line for line in errors.splitlines() if line.startswith("Error: ")]
    return lines[0].removeprefix("Error: ") if lines else errors.strip()


def _prompt(line: dict[str, Any]) -> Prompt:
    return Prompt(**{field.name: line[field.name] for field in dataclasses.fields(Prompt)})
