"""Layers left out: what is left reads as before, can lose more, and what can't be left out is refused."""

from pathlib import Path

import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from train.llama import Llama
from train.start import earlier, leave_out


@pytest.fixture
def model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    shape = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 4, "num_attention_heads": 2}
    rope = {"rope_type": "default", "rope_theta": 100000.0}
    return LlamaForCausalLM(LlamaConfig(vocab_size=40, tie_word_embeddings=True, rope_parameters=rope, **shape))


def read(model: Llama) -> torch.Tensor:
    """What a model makes of five tokens."""
    return model.hidden(torch.arange(64) % 40, torch.arange(64), [(0, 64, 0, 0, 0, None)])


def test_a_cut_model_reads_with_the_layers_that_are_left(model: LlamaForCausalLM, tmp_path: Path) -> None:
    whole = Llama(model, dtype=torch.float32)
    kept = [model.model.layers[0], model.model.layers[3]]
    leave_out(model, 1, 2)
    assert [*model.model.layers] == kept
    assert model.config.num_hidden_layers == 2
    model.save_pretrained(tmp_path)
    torch.testing.assert_close(read(Llama(tmp_path, dtype=torch.float32)), read(Llama(model, dtype=torch.float32)))
    assert not torch.allclose(read(whole), read(Llama(model, dtype=torch.float32)), atol=1e-3)


def test_layers_that_are_not_there_are_refused(model: LlamaForCausalLM) -> None:
    with pytest.raises(ValueError, match="no layers 2 to 4 in a model of 4"):
        leave_out(model, 2, 4)


def test_a_checkpoint_can_lose_layers_again(
    model: LlamaForCausalLM, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    leave_out(model, 1, 1)
    model.save_pretrained(tmp_path)
    tiny_tokenizer.save_pretrained(tmp_path)
    again, same = earlier(tmp_path)
    leave_out(again, 0, 0)
    assert again.config.num_hidden_layers == 2
    assert torch.equal(again.model.layers[0].mlp.up_proj.weight, model.model.layers[1].mlp.up_proj.weight.bfloat16())
    assert same.encode("a forecast") == tiny_tokenizer.encode("a forecast")
    assert same.eos_token_id == tiny_tokenizer.eos_token_id
