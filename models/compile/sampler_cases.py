"""`python -m compile.sampler_cases`: what NumPy draws by sorting, for tests/models/sampler.test.ts to compare.

The logits follow a formula that both sides compute exactly, in steps of 1/64, so that equal ones occur.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

CASES = [(1.0, 1.0), (1.0, 0.9), (0.7, 0.5), (1.5, 0.99), (0.3, 0.95), (2.0, 0.05), (1e-6, 1.0), (1e-6, 0.8)]
"""(temperature, top_p); 1e-6 is what web-llm passes for 0."""
DRAWS = 24


def logits(vocabulary: int, seed: int) -> np.ndarray:
    """Numbers from -8 to 8 in steps of 1/64: a linear congruential sequence, the same in JavaScript."""
    state = seed
    values = np.empty(vocabulary)
    for i in range(vocabulary):
        state = (state * 1103515245 + 12345) % 2**31
        values[i] = (state >> 16) % 1024 / 64 - 8
    return values


def draw(values: np.ndarray, temperature: float, top_p: float, uniform: float) -> int | None:
    """The token by a stable sort and running sums; None where rounding could decide otherwise."""
    if temperature < 1e-5:
        return int(values.argmax())
    powers = np.exp((values - values.max()) / temperature)
    probabilities = powers / powers.sum()
    order = np.argsort(-probabilities, kind="stable")
    sums = probabilities[order].cumsum()
    last = min(int(np.searchsorted(sums, top_p)), len(sums) - 1)
    target = uniform * sums[last]
    place = int(np.searchsorted(sums, target, side="right"))
    is_close = abs(sums[place] - target) < 1e-5 or (place and abs(sums[place - 1] - target) < 1e-5)
    return None if is_close or abs(sums[last] - top_p) < 1e-6 < 1 - top_p else int(order[place])


def case(vocabulary: int, seed: int, temperature: float, top_p: float) -> dict[str, Any]:
    """One row of logits with several uniform numbers and the tokens that they draw."""
    values = logits(vocabulary, seed)
    uniforms = np.random.default_rng(seed).random(4 * DRAWS).round(4)
    drawn = [(float(u), draw(values, temperature, top_p, u)) for u in [0.0, *uniforms]]
    clear = [pair for pair in drawn if pair[1] is not None][:DRAWS]
    return {
        "seed": seed,
        "temperature": temperature,
        "topP": top_p,
        "uniforms": [u for u, _ in clear],
        "tokens": [token for _, token in clear],
    }


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile.sampler_cases", description=__doc__)
    parser.add_argument("--vocabulary", type=int, default=2048)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    cases = [case(arguments.vocabulary, 11 + i, *pair) for i, pair in enumerate(CASES)]
    arguments.out.write_text(json.dumps({"vocabulary": arguments.vocabulary, "cases": cases}) + "\n")


if __name__ == "__main__":
    main()
