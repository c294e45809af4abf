"""Reading on from what was read before gives the logits of reading everything."""

import random

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from evaluate.decode import Reader


@torch.inference_mode()
def test_what_was_read_before_changes_nothing() -> None:
    torch.manual_seed(3)
    shape = LlamaConfig(
        vocab_size=50, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2,
    )  # fmt: skip
    model = LlamaForCausalLM(shape).eval()
    generator = random.Random(3)

    def some(count: int) -> list[int]:
        return [generator.randrange(50) for _ in range(count)]

    beginning = some(90)
    texts = [beginning + some(40), beginning + some(12), beginning, beginning, beginning + some(70), some(30), some(3)]
    reader = Reader(model)
    for text in texts:
        torch.testing.assert_close(reader.read_anew(text, keep=3), Reader(model).read(text, keep=3))
    reader.forget(2)
    torch.testing.assert_close(reader.read([7, 8]), Reader(model).read([texts[-1][0], 7, 8]))
