"""Whether an answer is right, and what kind of mistake it makes (the categories of PEToolBench)."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from .prompts import Prompt

RIGHT = "right"
MISTAKES = (
    "preference mismatch",
    "functionality mismatch",
    "parameter name or value",
    "invalid format",
    "hallucinated tool",
)


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What a model answered to one sample. `tool` is the index of the chosen candidate, None if there is none."""

    id: str
    setting: str
    text: str
    tool: int | None
    tool_right: bool
    parameters_right: bool
    verdict: str
    tags: list[str] = dataclasses.field(default_factory=list)

    @property
    def call_right(self) -> bool:
        """Tool and parameters."""
        return self.verdict == RIGHT


def _same(a: object, b: object) -> bool:
    """Equal as JSON: true is not 1, the order of keys doesn't matter."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


def judge(prompt: Prompt, text: str) -> Outcome:
    """Compare an answer with the right one. Where the history can't say which tool, any fitting one is right."""
    expected = json.loads(prompt.answer.split("\n")[-1])
    call = _call(text)

    def outcome(verdict: str, tool: int | None = None, parameters: bool = False) -> Outcome:
        right = tool is not None and (tool in prompt.fits if prompt.free else tool == prompt.gold)
        return Outcome(prompt.id, prompt.setting, text, tool, right, parameters, verdict, prompt.tags)

    if call is None:
        return outcome("invalid format")
    same = _same(call["parameters"], expected["parameters"])
    if call["tool_name"] not in prompt.names:
        return outcome("hallucinated tool", None, same)
    tool = prompt.names.index(call["tool_name"])
    if tool != prompt.gold and not (prompt.free and tool in prompt.fits):
        return outcome("preference mismatch" if tool in prompt.fits else "functionality mismatch", tool, same)
    # Another tool may want other parameters: then only its name is judged.
    if tool != prompt.gold:
        return outcome(RIGHT, tool, True)
    return outcome(RIGHT if same else "parameter name or value", tool, same)


def _call(text: str) -> dict[str, Any] | None:
    """The call in an answer, with or without a fit list before it."""
    line = re.sub(r"^Fit:[ \d]*\n", "", text.strip())
    try:
        call = json.loads(line)
    except json.JSONDecodeError:
        return None
    fits = isinstance(call, dict) and set(call) == {"tool_name", "parameters"}
    return call if fits and isinstance(call["tool_name"], str) and isinstance(call["parameters"], dict) else None


def share(flags: Iterable[bool]) -> float:
    """The share that is true; 0 of nothing."""
    values = list(flags)
    return sum(values) / len(values) if values else 0.0


def figures(outcomes: list[Outcome]) -> dict[str, Any]:
    """The accuracies, and how often each mistake was made, as shares of the samples."""
    return {
        "samples": len(outcomes),
        "tool_accuracy": share(o.tool_right for o in outcomes),
        "parameter_accuracy": share(o.parameters_right for o in outcomes),
        "parameter_accuracy_given_tool": share(o.parameters_right for o in outcomes if o.tool_right),
        "call_accuracy": share(o.call_right for o in outcomes),
        "mistakes": {name: share(o.verdict == name for o in outcomes) for name in MISTAKES},
    }


ENOUGH = 10
"""Samples with a tag that make its figures worth printing."""


def by_setting(outcomes: list[Outcome]) -> dict[str, Any]:
    """The figures over all samples, of each setting under `per_setting`, of each frequent tag under `per_tag`."""
    settings = sorted({o.setting for o in outcomes})
    tags = Counter(tag for o in outcomes for tag in o.tags)
    return {
        **figures(outcomes),
        "per_setting": {setting: figures([o for o in outcomes if o.setting == setting]) for setting in settings},
        "per_tag": {
            tag: figures([o for o in outcomes if tag in o.tags])
            for tag, count in sorted(tags.items())
            if count >= ENOUGH
        },
    }


def flips(outcomes: list[Outcome], twins: list[Outcome]) -> dict[str, float]:
    """Of samples and their twins, in the same order: how often both tools are right, and both calls."""
    pairs = list(zip(outcomes, twins, strict=True))
    return {
        "flip_accuracy": share(a.tool_right and b.tool_right for a, b in pairs),
        "flip_call_accuracy": share(a.call_right and b.call_right for a, b in pairs),
    }
