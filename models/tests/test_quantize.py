"""The 4-bit format, and its way through the shards."""

from pathlib import Path

import numpy as np
import pytest
import torch

from compile.quantize import dequantize, quantize, round_to_bfloat16, rounded
from compile.tensor_cache import read_shards, write_shards


def test_error_is_at_most_the_half_step_of_a_plain_scale() -> None:
    weights = torch.randn(64, 256, generator=torch.Generator().manual_seed(3))
    error = (dequantize(quantize(weights)) - weights).reshape(64, 8, 32).square().mean(-1).sqrt()
    step = weights.reshape(64, 8, 32).abs().amax(-1) / 8
    # Uniform rounding errors have a deviation of 0.29 steps; the best scale must not lie far above.
    assert (error / step).mean() < 0.31


def test_what_is_on_the_grid_survives() -> None:
    levels = torch.randint(0, 16, (16, 64), generator=torch.Generator().manual_seed(1))
    levels[:, ::32] = 0
    weights = (levels - 8) * 0.125
    assert torch.equal(dequantize(quantize(weights)), weights)


def test_rounded_is_quantized_and_dequantized() -> None:
    weights = torch.randn(16, 64, generator=torch.Generator().manual_seed(2))
    assert torch.equal(rounded(weights.view(-1, 32)).view(16, 64), dequantize(quantize(weights)))


def test_zero_rows_stay_zero() -> None:
    assert torch.equal(dequantize(quantize(torch.zeros(2, 32))), torch.zeros(2, 32))


def test_first_weight_lies_in_the_lowest_bits() -> None:
    weights = torch.zeros(1, 32)
    weights[0, 0], weights[0, 1] = -8, 7
    packed = int(quantize(weights).packed[0, 0])
    assert (packed & 15, packed >> 4 & 15) == (0, 15)


def test_columns_must_be_a_multiple_of_a_group() -> None:
    with pytest.raises(ValueError, match="multiple of 32"):
        quantize(torch.zeros(1, 40))


def test_shards_give_back_every_bit(tmp_path: Path) -> None:
    matrix = quantize(torch.randn(8, 64, generator=torch.Generator().manual_seed(2)))
    arrays = {"w.packed": matrix.packed.numpy(), "w.scale": matrix.scale.numpy()}
    write_shards(arrays.items(), tmp_path)
    held = dict(read_shards(tmp_path))
    assert all(np.array_equal(held[name], array) for name, array in arrays.items())


def test_numbers_that_bfloat16_would_round_are_refused(tmp_path: Path) -> None:
    array = np.array([1.0001], np.float32)
    with pytest.raises(ValueError, match="bfloat16"):
        write_shards([("n", array)], tmp_path)
    write_shards([("n", round_to_bfloat16(torch.from_numpy(array)).numpy())], tmp_path)
