"""The constraint of answers: what the fit list takes, and that it binds the name. The numbers are those of
`tests/unit/model-writing.test.ts`.
"""

import json
import math
from typing import Any

import pytest
import torch
from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

from evaluate.constraint import Constraint, Vocabulary

NAMES = ("Weather.SkyCast.Forecast", "Weather.SkyCastle.Now", "Maps.Atlas.Route", "Music.Oda.Search")
LEADS = [f'{{"tool_name": "{name}", "parameters":' for name in NAMES]
CALLS = " | ".join(json.dumps(f"{lead} {{}}}}") for lead in LEADS)
GRAMMAR = f"""root ::= "Fit:" list "\\n" ({CALLS})
list ::= " 0" from1 | " 1" from2 | " 2" from3 | " 3"
from1 ::= "" | " 1" from2 | " 2" from3 | " 3"
from2 ::= "" | " 2" from3 | " 3"
from3 ::= "" | " 3"
"""


@pytest.fixture(scope="module")
def vocabulary(pruned_tokenizer: dict[str, Any]) -> Vocabulary:
    whole = Tokenizer.from_str(json.dumps(pruned_tokenizer))
    return Vocabulary(PreTrainedTokenizerFast(tokenizer_object=whole, eos_token="<|im_end|>"))


def write(vocabulary: Vocabulary, logits: dict[str, float]) -> str:
    """What comes out if every token is chosen by the same logits."""
    constraint = Constraint(vocabulary, GRAMMAR, LEADS, "fit-call", "")
    row = torch.full((vocabulary.size,), -30.0)
    for text, logit in logits.items():
        row[vocabulary.encode(text)] = logit
    answer: list[int] = []
    while not constraint.ended and len(answer) < 80:
        answer.append(constraint.choose(row))
        constraint.accept(answer[-1])
    return vocabulary.decode(answer)


@pytest.mark.parametrize(
    ("shares", "end", "listed"),
    [
        ((0.05, 0.05, 0.095, 0.805), 0.5, "2 3"),
        ((0.05, 0.05, 0.085, 0.815), 0.5, "3"),
        ((0.3, 0.3, 0.2, 0.2), 0.92, "0"),
        ((0.4, 0.3, 0.001, 0.3), 0.85, "0 1 3"),
    ],
)
def test_the_list_takes_the_first_that_is_likely_enough(
    vocabulary: Vocabulary, shares: tuple[float, ...], end: float, listed: str
) -> None:
    numbers = {str(index): math.log(share) for index, share in enumerate(shares)}
    text = write(vocabulary, {"Fit": 0.0, " ": math.log(1 - end), "\n": math.log(end), **numbers})
    assert text.split("\n")[0] == f"Fit: {listed}"


def test_the_list_binds_the_name(vocabulary: Vocabulary) -> None:
    numbers = {"0": -9.0, "1": -9.0, "2": 0.0, "3": 0.0}
    text = write(vocabulary, {"Weather": 9.0, "Fit": 0.0, " ": 0.0, "\n": 0.0, **numbers})
    line, call = text.removesuffix("<|im_end|>").split("\n")
    assert line == "Fit: 2 3"
    assert json.loads(call)["tool_name"] in NAMES[2:]
