"""Packs: one reading of the shared part gives what single readings give."""

import copy
from pathlib import Path

import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from train import chunked
from train.loop import answer_logits
from train.packs import ChatTokens, Pack, lay_out, read_lines

TINY = Path(__file__).parents[2] / "tests/fixtures/tiny-llama/tokenizer.json"


@pytest.fixture(scope="module")
def tokens() -> ChatTokens:
    return ChatTokens(PreTrainedTokenizerFast(tokenizer_file=str(TINY)))


@pytest.fixture(scope="module")
def model(tokens: ChatTokens) -> LlamaForCausalLM:
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokens.tokenizer),
        hidden_size=64,
        intermediate_size=96,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        attn_implementation=chunked.NAME,
    )
    return LlamaForCausalLM(config).eval()


def pack(tokens: ChatTokens, name: str, queries: list[str]) -> Pack:
    prefix = tokens.prefix("Choose.", f"History of {name}:\n1 A.B.C(x=1)\nTools:\n#0 A.B.C(x)\n")
    answer = 'Fit: 0\n{"tool_name": "A.B.C", "parameters": {"x": "%s"}}'
    return Pack(name, "chronological", prefix, [tokens.branch(f"Query: {q}", answer % q) for q in queries])


@pytest.mark.parametrize("rows", [5, 16, chunked.ROWS])
def test_a_branch_is_read_as_if_it_stood_alone(
    model: LlamaForCausalLM, tokens: ChatTokens, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunked, "ROWS", rows)
    packs = [pack(tokens, "Ida", ["rain", "snow tomorrow"]), pack(tokens, "Sam", ["wind in Oslo"])]
    with torch.no_grad():
        together = answer_logits(model, lay_out(packs))
        alone = [
            answer_logits(model, lay_out([Pack(p.id, p.setting, p.prefix, [branch])]))
            for p in packs
            for branch in p.branches
        ]
        usual = copy.deepcopy(model)
        usual.set_attn_implementation("sdpa")
        plain = [usual(torch.tensor([p.prefix + b.ids])).logits[0, :-1] for p in packs for b in p.branches]
    torch.testing.assert_close(together, torch.cat(alone), atol=1e-5, rtol=1e-5)
    lengths = [len(b.ids) - b.answer for p in packs for b in p.branches]
    torch.testing.assert_close(
        together, torch.cat([row[-n:] for row, n in zip(plain, lengths, strict=True)]), atol=1e-5, rtol=1e-5
    )


def test_what_is_asked_for_is_the_answer(tokens: ChatTokens) -> None:
    one = pack(tokens, "Ida", ["rain"])
    batch = lay_out([one])
    assert batch.targets.tolist() == one.branches[0].ids[one.branches[0].answer :]
    text = tokens.tokenizer.decode(batch.targets[batch.names])
    assert text == 'Fit: 0\n{"tool_name": "A.B.C", "parameters":'


def test_cutting_between_lines_changes_no_token(tokens: ChatTokens) -> None:
    shared, query = "History:\n1 A.B.C(x=ü)\nTools:\n#0 A.B.C(x)\n", "Query:  what's  new?"
    whole = tokens.user(f"{shared}{query}<|im_end|>\n") + tokens.header
    branch = tokens.branch(query, '{"tool_name": "A.B.C", "parameters": {}}')
    assert tokens.system("Choose.") + whole == tokens.prefix("Choose.", shared) + branch.ids[: branch.answer]


def test_a_beginning_that_ends_within_a_line_is_refused(tokens: ChatTokens) -> None:
    with pytest.raises(ValueError, match="between lines"):
        tokens.prefix("Choose.", "History:\nTools")


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    file = tmp_path / "prompts.jsonl"
    file.write_text('{"a": 1}\n{"a": \n')
    with pytest.raises(ValueError, match=r"prompts\.jsonl, line 2"):
        list(read_lines(file))
