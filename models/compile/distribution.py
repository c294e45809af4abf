"""`python -m compile.distribution`: the candidates' probabilities by brute force, in PyTorch, with the same weights.

For every candidate the whole name is fed to the model, and its probability is the product, token by token, of the
token's probability among those that continue the name of some candidate that the fit list holds. Cases are written by
`npx tsx tests/models/distributionCases.ts`; `npx tsx tests/models/checkDistribution.ts` compares Chromium with them.
"""

from __future__ import annotations

import argparse
import copy
import json
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from .reference import load_model
from .source import open_source

TokenPath = tuple[int, ...]


def fit_line(fits: list[int]) -> str:
    """The line before a call that lists the candidates which fit, by their numbers."""
    return "Fit: " + " ".join(map(str, fits)) + "\n"


def allowed_after(paths: list[TokenPath]) -> dict[TokenPath, list[int]]:
    """For every beginning of a path the tokens that may follow it."""
    following: dict[TokenPath, set[int]] = {}
    for path in paths:
        for at, token in enumerate(path):
            following.setdefault(path[:at], set()).add(token)
    return {before: sorted(tokens) for before, tokens in following.items()}


def path_probability(logits: torch.Tensor, path: TokenPath, allowed: dict[TokenPath, list[int]]) -> float:
    """The product, token by token, of a path's probability among the tokens that are allowed there.

    `logits` (L, V) come before each token of the path; `allowed` is `allowed_after` all paths.
    """
    total = 0.0
    for at, token in enumerate(path):
        masked = logits[at, allowed[path[:at]]].double().log_softmax(0)
        total += float(masked[allowed[path[:at]].index(token)])
    return float(torch.tensor(total, dtype=torch.float64).exp())


def probabilities(model: LlamaForCausalLM, prompt: list[int], paths: list[TokenPath]) -> list[float]:
    """The probability of each path after the prompt; equal paths share one, and each has all of it."""
    allowed = allowed_after(paths)
    with torch.no_grad():
        read = model(torch.tensor([prompt[:-1]]), use_cache=True, logits_to_keep=1).past_key_values
    result = []
    for path in paths:
        with torch.no_grad():
            inputs = torch.tensor([[prompt[-1], *path[:-1]]])
            logits = model(inputs, past_key_values=copy.deepcopy(read), use_cache=True).logits[0]
        result.append(path_probability(logits, path, allowed))
    return result


def solve(model: LlamaForCausalLM, tokenizer: Tokenizer, case: dict[str, Any]) -> dict[str, Any]:
    """A case with its probabilities, without the texts that were only needed for them."""

    def encode(text: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids

    prompt = [token for piece in case.pop("pieces") for token in encode(piece)]
    paths = [tuple(encode(lead)) for lead in case.pop("leads")]
    fits = case["fits"]
    listing = [] if fits is None else encode(fit_line(fits))
    listed = [at for at, path in enumerate(paths) if fits is None or path in {paths[fit] for fit in fits}]
    known = dict(zip(listed, probabilities(model, [*prompt, *listing], [paths[at] for at in listed]), strict=True))
    shares = [known.get(at, 0.0) for at in range(len(paths))]
    return case | {"promptTokens": len(prompt), "probabilities": [round(share, 7) for share in shares]}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile.distribution", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="checkpoint that the folder was made from")
    parser.add_argument("--model", type=Path, required=True, help="finished model folder")
    parser.add_argument("--cases", type=Path, required=True, help="JSON lines made by distributionCases.ts")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    if not arguments.cases.exists():
        parser.error(f"{arguments.cases} is missing: npx tsx tests/models/distributionCases.ts makes it")
    model = load_model(arguments.model, open_source(arguments.source).config)
    tokenizer = Tokenizer.from_file(str(arguments.model / "tokenizer.json"))
    version = json.loads((arguments.model / "model.json").read_text())["version"]
    cases = [solve(model, tokenizer, json.loads(line)) for line in arguments.cases.read_text().splitlines()]
    arguments.out.write_text(json.dumps({"version": version, "cases": cases}, ensure_ascii=False) + "\n")
    worst = max(abs(sum(set(case["probabilities"])) - 1) for case in cases)
    print(f"{len(cases)} cases; the sums of probabilities are within {worst:.1e} of 1")


if __name__ == "__main__":
    main()
