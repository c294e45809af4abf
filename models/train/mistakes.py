"""`python -m train.mistakes`: the mistakes that a model is closest to making, for preference optimization.

For each question the right answer is read once. At the token where the model gives another allowed one the highest
probability, that one is taken, and the model writes on from there. What comes out wrong (another tool, other
parameters) is paired with the right answer; both come with the model's own log-probabilities, DPO's reference.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

import torch

from evaluate.constraint import Constraint
from evaluate.decode import Reader, go_on
from evaluate.model import Answering, load
from evaluate.prompts import Prompt, read_prompts
from evaluate.score import RIGHT, judge


def mistake(model: Answering, prompt: Prompt) -> tuple[list[int], list[int]] | None:
    """The prompt's tokens and those of the likeliest wrong answer, its end included; None if it turns out right."""
    tokens = model.tokens
    end = tokens.end[0]
    asked = model.prompt_ids(prompt)
    expected = tokens.encode(prompt.answer) + tokens.end
    logits = model.reader.read_anew(asked + expected[:-1], keep=len(expected))
    constraint = model.constraint(prompt)
    best, at, token = -1.0, 0, -1
    for position, (row, right) in enumerate(zip(logits, expected, strict=True)):
        allowed = constraint.allowed()
        chances = row[: len(allowed)].masked_fill(~allowed, -torch.inf).softmax(-1)
        chances[right] = -1.0
        chance, other = chances.max(-1)
        if float(chance) > best and bool(allowed[other]):
            best, at, token = float(chance), position, int(other)
        constraint.accept(right)
    if token < 0:
        return None
    answer = _continue(model.reader, model.constraint(prompt), expected, at, token, end)
    verdict = judge(prompt, model.text(answer)).verdict
    return None if verdict == RIGHT or answer[-1] != end else (asked, answer)


def _continue(reader: Reader, constraint: Constraint, expected: list[int], at: int, token: int, end: int) -> list[int]:
    """The answer that goes as expected up to `at`, takes this token there, and is the model's own from there on."""
    reader.forget(len(expected) - at - 1)
    answer = [*expected[:at], token]
    for taken in answer:
        constraint.accept(taken)
    go_on(reader, answer, end, constraint)
    return answer


def log_probability(model: Answering, asked: list[int], answer: list[int]) -> float:
    """The log-probability of an answer, without the constraint."""
    logits = model.reader.read_anew(asked + answer[:-1], keep=len(answer))
    return float(logits.log_softmax(-1).gather(-1, torch.tensor(answer)[:, None]).sum())


@torch.inference_mode()
def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m train.mistakes", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="the fine-tuned model")
    parser.add_argument("--data", type=Path, required=True, help="training samples")
    parser.add_argument("--count", type=int, required=True, help="how many samples to try")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="pairs, one JSON object a line")
    arguments = parser.parse_args()
    model = load(arguments.model, None)
    prompts = read_prompts(arguments.data, model.form)
    random.Random(arguments.seed).shuffle(prompts)
    kinds: Counter[str] = Counter()
    with arguments.out.open("w", encoding="utf-8") as out:
        for number, prompt in enumerate([p for p in prompts if not p.free][: arguments.count], 1):
            found = mistake(model, prompt)
            print(f"\r{number}", end="", file=sys.stderr)
            if found is None:
                kinds["none"] += 1
                continue
            asked, wrong = found
            right = model.tokens.encode(prompt.answer) + model.tokens.end
            text = model.text(wrong)
            kinds[judge(prompt, text).verdict] += 1
            line = {
                "id": prompt.id,
                "setting": prompt.setting,
                "messages": prompt.messages,
                "chosen": prompt.answer,
                "rejected": text,
                "reference": [log_probability(model, asked, right), log_probability(model, asked, wrong)],
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(file=sys.stderr)
    print(json.dumps(dict(kinds)))


if __name__ == "__main__":
    main()
