"""Judging answers."""

import pytest

from evaluate.prompts import Prompt
from evaluate.score import Outcome, by_setting, flips, judge

LEADS = [f'{{"tool_name": "Weather.{name}.Forecast", "parameters":' for name in ("SkyCast", "Nimbus", "Atlas")]


def prompt(free: bool = False, sample: str = "1") -> Prompt:
    answer = 'Fit: 0 1\n{"tool_name": "Weather.SkyCast.Forecast", "parameters": {"city": "Oslo", "days": 1}}'
    return Prompt(sample, "chronological", [], LEADS, "", [0, 1], 0, answer, free)


def call(name: str, parameters: str) -> str:
    return f'Fit: 0 1\n{{"tool_name": "Weather.{name}.Forecast", "parameters": {parameters}}}'


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (call("SkyCast", '{"days": 1, "city": "Oslo"}'), "right"),
        (call("SkyCast", '{"city": "Oslo", "days": true}'), "parameter name or value"),
        (call("SkyCast", '{"city": "Oslo"}'), "parameter name or value"),
        (call("Nimbus", '{"city": "Oslo", "days": 1}'), "preference mismatch"),
        (call("Atlas", "{}"), "functionality mismatch"),
        (call("Other", "{}"), "hallucinated tool"),
        (call("SkyCast", '{"city": '), "invalid format"),
        ('{"tool_name": "Weather.SkyCast.Forecast"}', "invalid format"),
        ("[]", "invalid format"),
        ("", "invalid format"),
    ],
)
def test_verdicts(text: str, verdict: str) -> None:
    assert judge(prompt(), text).verdict == verdict


def test_without_a_history_any_fitting_tool_is_right() -> None:
    assert judge(prompt(free=True), call("Nimbus", '{"place": "Oslo"}')).verdict == "right"
    assert judge(prompt(free=True), call("Atlas", "{}")).verdict == "functionality mismatch"


def test_accuracies_count_as_they_are_defined() -> None:
    texts = [
        call("SkyCast", '{"city": "Oslo", "days": 1}'),
        call("SkyCast", "{}"),
        call("Nimbus", '{"city": "Oslo", "days": 1}'),
        "nonsense",
    ]
    result = by_setting([judge(prompt(), text) for text in texts])
    assert result["tool_accuracy"] == 0.5
    assert result["parameter_accuracy"] == 0.5
    assert result["parameter_accuracy_given_tool"] == 0.5
    assert result["call_accuracy"] == 0.25
    assert result["mistakes"]["preference mismatch"] == result["mistakes"]["invalid format"] == 0.25
    assert result["per_setting"]["chronological"]["samples"] == 4


def test_a_flip_needs_both() -> None:
    right, wrong = (
        Outcome("1", "chronological", "", 0, ok, ok, "right" if ok else "preference mismatch") for ok in (True, False)
    )
    assert flips([right, right, wrong], [right, wrong, right])["flip_accuracy"] == 1 / 3
