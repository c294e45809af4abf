"""`python -m evaluate.monotony`: does one more like raise a tool's probability, and one more dislike lower it?

A trial takes a rating-integrated sample and one of its fitting candidates, and adds a call of that tool (with the
parameters of an earlier call of it, if there is one) at a random place in the history, liked or disliked. The tool's
probability is the product over the tokens of its name where the fitting candidates' names branch, given the right fit
list.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import torch

from compile.distribution import allowed_after, fit_line, path_probability
from train.packs import read_lines

from .model import Answering, load
from .prompts import Prompt, read_prompts

SLACK = 1e-4
"""A change of probability below this is none: rounding moves it by as much."""


@torch.inference_mode()
def probability(model: Answering, prompt: Prompt, candidate: int) -> float:
    """The probability of a candidate, given the right fit list."""
    tokens = model.tokens
    fit = tokens.encode(fit_line(prompt.fits)) if model.form == "fit-call" else []
    paths = [tuple(tokens.encode(lead)) for lead in prompt.leads]
    path = paths[candidate]
    logits = model.reader.read_anew(model.prompt_ids(prompt) + fit + list(path[:-1]), keep=len(path))
    rivals = [paths[index] for index in prompt.fits] if fit else paths
    return path_probability(logits, path, allowed_after(rivals))


def with_rating(sample: dict[str, Any], tool: str, rating: int, generator: random.Random) -> dict[str, Any]:
    """The sample with one more call of a tool."""
    changed = copy.deepcopy(sample)
    history = changed["history"]
    earlier = [call["parameters"] for call in history if call["tool"] == tool]
    history.insert(
        generator.randint(0, len(history)),
        {"tool": tool, "parameters": earlier[-1] if earlier else {}, "rating": rating},
    )
    return changed


def trials(file: Path, count: int, seed: int) -> list[tuple[int, list[dict[str, Any]]]]:
    """Pairs of a candidate's index and three samples: as it is, with a like, with a dislike."""
    samples = [line for line in read_lines(file) if line["setting"] == "rating-integrated" and line["history"]]
    generator = random.Random(seed)
    result = []
    for number in range(count):
        sample = samples[number % len(samples)]
        candidate = generator.choice(sample["fits"])
        tool = sample["candidates"][candidate]["name"]
        place = generator.getrandbits(32)
        more = [with_rating(sample, tool, rating, random.Random(place)) for rating in (1, 0)]
        result.append((candidate, [sample, *more]))
    return result


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m evaluate.monotony", description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="samples with `fits`, such as test.jsonl")
    parser.add_argument("--trials", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", choices=("call", "fit-call"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    model = load(arguments.model, arguments.form)
    chosen = trials(arguments.data, arguments.trials, arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trials.jsonl"
        file.write_text("".join(json.dumps(sample) + "\n" for _, samples in chosen for sample in samples))
        prompts = read_prompts(file, model.form)
    lowered = raised = 0
    for number, (candidate, _) in enumerate(chosen):
        before, liked, disliked = (probability(model, p, candidate) for p in prompts[3 * number : 3 * number + 3])
        lowered += liked < before - SLACK
        raised += disliked > before + SLACK
        print(f"\r{number + 1} of {len(chosen)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    result = {"trials": len(chosen), "like_lowers": lowered / len(chosen), "dislike_raises": raised / len(chosen)}
    lowers, raises = result["like_lowers"], result["dislike_raises"]
    print(f"{len(chosen)} trials: a like lowers in {lowers:.1%}, a dislike raises in {raises:.1%}")
    if arguments.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
