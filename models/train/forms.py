"""Tries a model with both answer forms (the call alone; the fit list, then the call) on prepared prompts.

usage (from `models/`): python -m train.forms --model FOLDER_OR_GGUF --prompts FILE [--json]

The prompts come from `npm run -s form-trial`, which uses the app's own prompt. Decoding is greedy under the
app's constraint: indices in rising order, then only tokens that continue a candidate's name. Parameters are
not decoded: the question is which form finds the tool. Weights are bfloat16.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import torch
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    DynamicCache,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)


class TrialPrompt(TypedDict):
    """One line of the prompts file: `leads` are the candidates' texts up to the parameters.

    `fits` and `gold` are indices of candidates.
    """

    id: str
    setting: str
    form: str
    messages: list[dict[str, str]]
    leads: list[str]
    fits: list[int]
    gold: int


@dataclass
class Decoder:
    """Greedy decoding of one answer, where every step chooses among given continuations."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    cache: DynamicCache
    logits: torch.Tensor

    @classmethod
    def start(
        cls, model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, messages: list[dict[str, str]]
    ) -> Decoder:
        """Reads the prompt."""
        ids = tokenizer.apply_chat_template(
            messages, add_generation_prompt=True, return_tensors="pt", return_dict=False
        )
        decoder = cls(model, tokenizer, DynamicCache(config=model.config), torch.empty(0))
        decoder._read(ids)
        return decoder

    def _read(self, ids: torch.Tensor) -> None:
        output = self.model(ids, past_key_values=self.cache, use_cache=True, logits_to_keep=1)
        self.logits = output.logits[0, -1].float()

    def choose(self, options: list[str]) -> int:
        """Follows the likeliest of the texts token by token where their tokens branch; returns its index."""
        paths = [self.tokenizer.encode(text, add_special_tokens=False) for text in options]
        alive, at = list(range(len(options))), 0
        pending: list[int] = []
        while len(alive) > 1:
            branches = {paths[i][at] for i in alive}
            if len(branches) > 1 and pending:
                self._read(torch.tensor([pending]))
                pending = []
            token = (
                max(branches, key=lambda branch: float(self.logits[branch])) if len(branches) > 1 else branches.pop()
            )
            alive = [i for i in alive if paths[i][at] == token]
            pending.append(token)
            at += 1
        pending += paths[alive[0]][at:]
        if pending:
            self._read(torch.tensor([pending]))
        return alive[0]


def answer(decoder: Decoder, prompt: TrialPrompt) -> int:
    """The index of the chosen candidate."""
    if prompt["form"] == "fit-call":
        decoder.choose(["Fit:"])
        last = -1
        while True:
            options = [f" {i}" for i in range(last + 1, len(prompt["leads"]))] + (["\n"] if last >= 0 else [])
            chosen = decoder.choose(options)
            if options[chosen] == "\n":
                break
            last = int(options[chosen])
            if last == len(prompt["leads"]) - 1:
                decoder.choose(["\n"])
                break
    return decoder.choose(prompt["leads"])


@torch.inference_mode()
def main() -> None:
    """Prints, for each form: how often the tool fits, and how often it is the preferred one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--prompts", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    folder: Path = arguments.model if arguments.model.is_dir() else arguments.model.parent
    gguf = {"gguf_file": arguments.model.name} if arguments.model.suffix == ".gguf" else {}
    tokenizer = AutoTokenizer.from_pretrained(folder, **gguf)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.bfloat16, **gguf).eval()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for number, line in enumerate(arguments.prompts.read_text(encoding="utf-8").splitlines(), 1):
        prompt: TrialPrompt = json.loads(line)
        chosen = answer(Decoder.start(model, tokenizer, prompt["messages"]), prompt)
        for key in (prompt["form"], f"{prompt['form']} {prompt['setting']}"):
            counts[key][0] += 1
            counts[key][1] += chosen in prompt["fits"]
            counts[key][2] += chosen == prompt["gold"]
        print(f"\r{number}", end="", file=sys.stderr)
    print(file=sys.stderr)
    rows = {key: {"n": n, "fits": fits / n, "preferred": gold / n} for key, (n, fits, gold) in sorted(counts.items())}
    for key, row in rows.items():
        print(f"{key:32s} n {row['n']:4d}   fits {row['fits']:6.1%}   preferred {row['preferred']:6.1%}")
    if arguments.json:
        print(json.dumps(rows))


if __name__ == "__main__":
    main()
