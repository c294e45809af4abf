"""The training loop: workers share the work, and an interrupted run goes on as if nothing had been."""

import dataclasses
import functools
import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from compile.quantize import dequantize, quantize
from train.loop import Options, train
from train.sft import FIGURES, Data, Supervised


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, tiny_tokenizer: PreTrainedTokenizerFast) -> Path:
    folder = tmp_path_factory.mktemp("start")
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tiny_tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        tie_word_embeddings=True,
        rope_parameters={"rope_type": "default", "rope_theta": 100000.0},
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    tiny_tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Data:
    file = tmp_path_factory.mktemp("data") / "packs.jsonl"
    lines = []
    for number in range(6):
        answer = f'{{"tool_name": "A.P{number}.C", "parameters": {{}}}}'
        messages = [
            {"role": "system", "content": "Choose."},
            {"role": "user", "content": f"Query: now\nTools:\nA.P{number}.C() #0\n"},
        ]
        plays = [{"rest": f"History of calls:\n{text}", "answer": answer} for text in ("(none)", "A.B.C()")]
        lines.append({"id": str(number), "messages": messages, "leads": [""], "fits": [0], "plays": plays})
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return Data(file, file, packs_per_step=3)


def run(
    start: Path,
    data: Data,
    out: Path,
    steps: int,
    workers: int,
    rate: float = 1e-3,
    quantized: bool = False,
    frozen: int = 0,
    float32: bool = False,
) -> list[dict[str, float]]:
    options = Options(
        start,
        out,
        steps,
        rate,
        warmup=1,
        decay=0.0,
        workers=workers,
        quantized=quantized,
        frozen=frozen,
        float32=float32,
        save_every=2,
        validate_every=100,
    )
    train(options, functools.partial(Supervised, data, start), FIGURES)
    return [json.loads(line) for line in (out / "log.jsonl").read_text().splitlines()]


def test_two_workers_learn_what_one_learns(start: Path, data: Data, tmp_path: Path) -> None:
    one = run(start, data, tmp_path / "one", 4, 1)
    two = run(start, data, tmp_path / "two", 4, 2)
    assert [line["loss"] for line in two] == pytest.approx([line["loss"] for line in one], rel=0.01)
    assert one[-1]["loss"] < one[0]["loss"]
    assert one[0]["answers"] == two[0]["answers"] == 6
    assert one[-1]["validation"]["answers"] == 12


def test_an_interrupted_run_goes_on(start: Path, data: Data, tmp_path: Path) -> None:
    # A rate that doesn't depend on the number of steps: no decay.
    whole = run(start, data, tmp_path / "whole", 4, 1)
    run(start, data, tmp_path / "parts", 2, 1)
    parts = run(start, data, tmp_path / "parts", 4, 1)
    assert [line["step"] for line in parts] == [1, 2, 3, 4]
    assert parts[3]["loss"] == pytest.approx(whole[3]["loss"], rel=0.01)


def test_a_teacher_who_is_the_model_adds_nothing(start: Path, data: Data, tmp_path: Path) -> None:
    alone = run(start, data, tmp_path / "alone", 1, 1)
    taught = run(start, dataclasses.replace(data, teacher=start), tmp_path / "taught", 1, 1)
    assert taught[0]["loss"] == pytest.approx(alone[0]["loss"], rel=0.01)
    # Half of the loss is the divergence, which is none: half the gradient remains.
    assert taught[0]["norm"] == pytest.approx(alone[0]["norm"] / 2, rel=0.05)


def test_the_states_of_a_teacher_are_learnt_at_every_token(start: Path, data: Data, tmp_path: Path) -> None:
    shape = LlamaConfig.from_pretrained(start)
    shape.num_hidden_layers = 3
    torch.manual_seed(1)
    LlamaForCausalLM(shape).save_pretrained(tmp_path / "teacher")
    alone = dataclasses.replace(data, teacher=tmp_path / "teacher")
    log = run(start, dataclasses.replace(alone, states=1.0), tmp_path / "taught", 6, 1)
    assert log[-1]["states"] < 0.9 * log[0]["states"]
    assert "states" not in run(start, alone, tmp_path / "alone", 1, 1)[0]
    same = run(start, dataclasses.replace(data, teacher=start, states=1.0), tmp_path / "same", 1, 1)
    assert same[0].get("states", 0) == 0


def test_marks_help_only_at_the_beginning(start: Path, data: Data, tmp_path: Path) -> None:
    log = run(start, dataclasses.replace(data, marks=1.0, marked=2), tmp_path / "marked", 3, 1)
    assert [("marks" in line) for line in log] == [True, True, False]


def test_a_quantized_run_learns_and_leaves_what_4_bits_can_hold(start: Path, data: Data, tmp_path: Path) -> None:
    out = tmp_path / "quantized"
    log = run(start, data, out, 4, 2, quantized=True)
    assert log[-1]["loss"] < log[0]["loss"]
    weights = load_file(out / "model/model.safetensors")
    before = load_file(start / "model.safetensors")
    for name, weight in weights.items():
        if weight.dim() == 2:
            kept = dequantize(quantize(weight)).to(torch.bfloat16)
            assert torch.equal(kept, weight), name
            assert not torch.equal(weight, before[name].to(torch.bfloat16)), name


def test_a_run_in_float32_learns_the_same(start: Path, data: Data, tmp_path: Path) -> None:
    half = run(start, data, tmp_path / "half", 4, 1)
    full = run(start, data, tmp_path / "full", 4, 1, float32=True)
    for one, other in zip(half, full, strict=True):
        assert other["loss"] == pytest.approx(one["loss"], rel=0.02)
    assert full[-1]["loss"] < full[0]["loss"]
    taught = run(start, dataclasses.replace(data, teacher=start), tmp_path / "taught", 1, 1, float32=True)
    assert taught[0]["loss"] == pytest.approx(full[0]["loss"], rel=0.001)


def test_frozen_layers_stay_and_the_others_learn(start: Path, data: Data, tmp_path: Path) -> None:
    log = run(start, data, tmp_path / "frozen", 4, 2, frozen=1)
    assert log[-1]["loss"] < log[0]["loss"]
    before = load_file(start / "model.safetensors")
    for name, weight in load_file(tmp_path / "frozen/model/model.safetensors").items():
        first = name.startswith(("model.layers.0.", "model.embed_tokens"))
        assert torch.equal(weight, before[name].to(torch.bfloat16)) == first, name
