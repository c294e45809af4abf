"""Packs: one reading of the shared part gives what single readings give."""

import dataclasses
import json
from pathlib import Path

import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from train.llama import Llama
from train.loop import answer_logits
from train.packs import IGNORED, STEP, ChatTokens, Pack, lay_out, read_lines, read_packs


@pytest.fixture(scope="module")
def tokens(tiny_tokenizer: PreTrainedTokenizerFast) -> ChatTokens:
    return ChatTokens(tiny_tokenizer)


@pytest.fixture(scope="module")
def folder(tokens: ChatTokens, tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokens.tokenizer),
        hidden_size=64,
        intermediate_size=96,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        tie_word_embeddings=True,
        rope_parameters={"rope_type": "default", "rope_theta": 100000.0},
    )
    folder = tmp_path_factory.mktemp("model")
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder


def pack(tokens: ChatTokens, query: str, providers: list[str]) -> Pack:
    # Long enough for more than one step of padding.
    lines = "".join(
        f"Says the weather of a town, number {at} of several. A.{p}.C(x) #{at}\n" for at, p in enumerate("BDE")
    )
    prefix = tokens.prefix("Choose.", f"Query: {query}\nTools:\n{lines}")
    answer = 'Fit: 0 2\n{"tool_name": "A.%s.C", "parameters": {"x": "Oslo"}}'
    plays = [tokens.branch(f"History of calls:\n{f'1 A.{p}.C(x=1)' * len(p)}", answer % p) for p in providers]
    return Pack(query, prefix, plays, [5, 9], [0])


def single(pack: Pack) -> list[Pack]:
    return [Pack(pack.id, pack.prefix, [branch], [], []) for branch in pack.branches]


def test_a_branch_is_read_as_if_it_stood_alone(folder: Path, tokens: ChatTokens) -> None:
    """Forward and backward, against transformers' own attention on plain rows."""
    packs = [pack(tokens, "rain?", ["B", "DDDDDDDDDD"]), pack(tokens, "wind in Oslo", ["E"])]
    model = Llama(folder)
    for parameter in model.parameters():
        parameter.data = parameter.data.float()
    usual = LlamaForCausalLM.from_pretrained(folder)
    for (name, ours), theirs in zip(model.weights.items(), usual.parameters(), strict=True):
        theirs.data = ours.data.clone()
        assert ours.shape == theirs.shape, name
    batch = lay_out(packs)
    asked = batch.targets != IGNORED
    together = answer_logits(model, batch)[asked]
    singles = [lay_out([one]) for p in packs for one in single(p)]
    alone = [answer_logits(model, one)[one.targets != IGNORED] for one in singles]
    plain = []
    for p in packs:
        for branch in p.branches:
            count = len(branch.ids) - branch.answer
            plain.append(usual(torch.tensor([p.prefix + branch.ids])).logits[0, -count - 1 : -1])
    torch.testing.assert_close(together, torch.cat(alone), atol=2e-4, rtol=2e-3)
    torch.testing.assert_close(together, torch.cat(plain), atol=2e-2, rtol=2e-2)
    weights = torch.randn(together.shape, generator=torch.Generator().manual_seed(1))
    (together * weights).sum().backward()
    (torch.cat(plain) * weights).sum().backward()
    for ours, theirs in zip(model.parameters(), usual.parameters(), strict=True):
        assert ours.grad is not None and theirs.grad is not None
        difference = (ours.grad - theirs.grad).norm() / theirs.grad.norm()
        assert difference < 0.02


def test_a_moment_is_read_as_if_the_history_ended_there(folder: Path, tokens: ChatTokens) -> None:
    lines = ["History of calls:", "A.B.C(x=1)", "A.D.C(x=2)", "A.D.C(x=3)"]
    answer = 'Fit: 0 2\n{"tool_name": "A.%s.C'
    branch = tokens.branch("\n".join(lines), answer % "D" + '", "parameters": {"x": "Oslo"}}')
    shares = {answer % "B": 0.125, answer % "D": 0.625, answer % "E": 0.25}
    moments = [tokens.moment(branch, "\n".join(lines[: 2 + at]), shares) for at in range(2)]
    plain = pack(tokens, "rain?", [])
    batch = lay_out([dataclasses.replace(plain, branches=[dataclasses.replace(branch, asides=tuple(moments))])])
    assert batch.shares[:3].tolist() == batch.shares[3:6].tolist() == [0.125, 0.625, 0.25]
    assert batch.shares[6:].sum() == 0
    assert tokens.tokenizer.decode(batch.chosen[:6]) == "BDEBDE"
    model = Llama(folder)
    together = model.logits(model.hidden(batch.ids, batch.positions, batch.blocks)[batch.deciding])
    for at in range(2):
        alone = tokens.branch("\n".join(lines[: 2 + at]), answer % "D")
        lead = tokens.branch("\n".join(lines[: 2 + at]), answer.partition("%")[0])
        single = lay_out([dataclasses.replace(plain, branches=[alone])])
        expected = answer_logits(model, single)[len(lead.ids) - 1 - lead.answer]
        torch.testing.assert_close(together[3 * at], expected, atol=2e-2, rtol=2e-2)


def test_names_that_branch_twice_are_decided_twice(tokens: ChatTokens) -> None:
    branch = tokens.branch("History of calls:\nA.B.C(x=1)", "{}")
    moment = tokens.moment(branch, "History of calls:", {"B.D": 0.5, "B.E": 0.25, "C.E": 0.25, "B.D.": 0.0})
    decided = [tokens.tokenizer.decode(list(decision.shares)) for decision in moment.decisions]
    assert decided == ["BC", "DE"]
    assert [list(decision.shares.values()) for decision in moment.decisions] == [[0.75, 0.25], [2 / 3, 1 / 3]]
    assert tokens.tokenizer.decode(moment.ids).endswith("B.")
    assert moment.asked() == 2


def test_a_moment_within_a_line_is_refused(tokens: ChatTokens) -> None:
    branch = tokens.branch("History of calls:\nA.Weather.C(x=1)", "{}")
    with pytest.raises(ValueError, match="a line of the history"):
        tokens.moment(branch, "History of calls:\nA.Weat", {"{}": 1.0})


def test_another_tools_call_is_read_as_if_it_were_the_answer(folder: Path, tokens: ChatTokens) -> None:
    history = "History of calls:\nA.B.C(x=1)"
    answer = 'Fit: 0 2\n{"tool_name": "A.%s.C", "parameters": {"x": "%s"}}'
    branch = tokens.branch(history, answer % ("B", "Oslo"))
    moment = tokens.moment(branch, history, {"Fit: 0": 0.5, "Fit: 2": 0.5})
    other = tokens.other(branch, answer % ("D", "Rome"))
    plain = pack(tokens, "rain?", [])
    batch = lay_out([dataclasses.replace(plain, branches=[dataclasses.replace(branch, asides=(moment, other))])])
    model = Llama(folder)
    mine = batch.part == 1
    assert tokens.tokenizer.decode(batch.targets[mine]) == ' {"x": "Rome"}}<|im_end|>'
    assert not batch.names[mine].any()
    single = lay_out([dataclasses.replace(plain, branches=[tokens.branch(history, answer % ("D", "Rome"))])])
    expected = answer_logits(model, single)[(single.targets != IGNORED) & ~single.names]
    torch.testing.assert_close(answer_logits(model, batch)[mine], expected, atol=2e-2, rtol=2e-2)
    with pytest.raises(ValueError, match="another tool"):
        tokens.other(branch, answer % ("B", "Rome"))


def test_blocks_are_padded_to_few_lengths(tokens: ChatTokens) -> None:
    batch = lay_out([pack(tokens, "rain?", ["B", "DDDDDDDDDD"])])
    assert all((end - begin) % STEP == 0 for begin, end, *_ in batch.blocks)
    assert len(batch.ids) == batch.blocks[-1][1]
    assert len(batch.at) % STEP == 0


def test_what_is_asked_for_is_the_answer(tokens: ChatTokens) -> None:
    one = pack(tokens, "rain?", ["B"])
    batch = lay_out([one])
    asked = batch.targets != IGNORED
    assert batch.targets[asked].tolist() == one.branches[0].ids[one.branches[0].answer :]
    text = tokens.tokenizer.decode(batch.targets[batch.names])
    assert text == 'Fit: 0 2\n{"tool_name": "A.B.C", "parameters":'


def test_marks_are_the_candidates_numbers(tokens: ChatTokens, tmp_path: Path) -> None:
    file = tmp_path / "plays.jsonl"
    user = "Query: a\nTools:\nSays\u00a0it. A.B.C(x) #0\nA.D.C(x) #1\n"
    line = {
        "id": "1",
        "messages": [{"content": "Choose."}, {"content": user}],
        "leads": ["", ""],
        "fits": [1],
        "plays": [{"rest": "History of calls:\n(none)", "answer": "{}"}],
    }
    file.write_text(json.dumps(line))
    [read] = read_packs(file, tokens.tokenizer)
    assert [tokens.tokenizer.decode([read.prefix[mark]]) for mark in read.marks] == ["0", "1"]
    assert lay_out([read]).fitting.tolist() == [False, True]


def test_cutting_between_lines_changes_no_token(tokens: ChatTokens) -> None:
    shared, rest = "Query:  what's  new?\nTools:\nA.B.C(x) #0\n", "History of calls:\nA.B.C(x=ü)"
    whole = tokens.user(f"{shared}{rest}<|im_end|>\n") + tokens.header
    branch = tokens.branch(rest, '{"tool_name": "A.B.C", "parameters": {}}')
    assert tokens.system("Choose.") + whole == tokens.prefix("Choose.", shared) + branch.ids[: branch.answer]


def test_a_beginning_that_ends_within_a_line_is_refused(tokens: ChatTokens) -> None:
    with pytest.raises(ValueError, match="between lines"):
        tokens.prefix("Choose.", "History:\nTools")


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    file = tmp_path / "prompts.jsonl"
    file.write_text('{"a": 1}\n{"a": \n')
    with pytest.raises(ValueError, match=r"prompts\.jsonl, line 2"):
        list(read_lines(file))
