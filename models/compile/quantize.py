"""The 4-bit weight format: groups of 32 weights along a row share one bfloat16 scale.

A weight is `(q - 8) * scale` with q in 0..15. Eight q stand in one little-endian uint32, the first in the
lowest bits. The scale has a sign, so that the largest weight of a group, of either sign, can be the -8.
"""

from __future__ import annotations

import dataclasses

import torch

from .config import GROUP

_STEPS = (1.0, 0.97, 0.94, 0.91, 0.88, 1.03)
"""Shrinkings of the scale that are tried for each group; the one with the least squared error wins."""


@dataclasses.dataclass(frozen=True)
class Quantized:
    """A matrix of N rows and K columns: `packed` is (N, K / 8) uint32, `scale` (N, K / 32) float32."""

    packed: torch.Tensor
    scale: torch.Tensor


def round_to_bfloat16(values: torch.Tensor) -> torch.Tensor:
    """The nearest bfloat16 values, as float32: what survives the "f32-to-bf16" encoding of the shards unchanged."""
    return values.to(torch.bfloat16).to(torch.float32)


def quantize(weights: torch.Tensor) -> Quantized:
    """Quantize a (N, K) matrix; K must be a multiple of 32."""
    rows, columns = weights.shape
    if columns % GROUP:
        raise ValueError(f"{columns} columns are no multiple of {GROUP}")
    groups = weights.to(torch.float32).reshape(rows, columns // GROUP, GROUP)
    scale = _scale(groups)
    return Quantized(_pack(_levels(groups, scale).reshape(rows, columns)), scale.squeeze(-1))


def rounded(groups: torch.Tensor) -> torch.Tensor:
    """What quantizing and dequantizing leaves of float32 weights (N, 32), each row a group."""
    scale = _scale(groups)
    return (_levels(groups, scale) - 8) * scale


def _scale(groups: torch.Tensor) -> torch.Tensor:
    """The scale (…, 1) with the least squared error of each group (…, 32)."""
    peak = torch.gather(groups, -1, groups.abs().argmax(-1, keepdim=True))
    best = torch.full_like(peak, torch.inf)
    scale = torch.ones_like(peak)
    for step in _STEPS:
        candidate = round_to_bfloat16(peak / -8 * step)
        candidate[candidate == 0] = 1.0
        error = ((_levels(groups, candidate) - 8) * candidate - groups).square().sum(-1, keepdim=True)
        better = error < best
        best = torch.where(better, error, best)
        scale = torch.where(better, candidate, scale)
    return scale


def dequantize(matrix: Quantized) -> torch.Tensor:
    """The (N, K) float32 weights that the GPU computes with, bit for bit."""
    words = matrix.packed.to(torch.int64)
    shifts = torch.arange(8) * 4
    levels = (words[..., None] >> shifts) & 15
    rows = words.shape[0]
    grouped = (levels.reshape(rows, -1, GROUP) - 8).to(torch.float32)
    return (grouped * matrix.scale[..., None]).reshape(rows, -1)


def _levels(groups: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    return (torch.round(groups / scale) + 8).clamp(0, 15)


def _pack(levels: torch.Tensor) -> torch.Tensor:
    rows, columns = levels.shape
    words = (levels.to(torch.int64).reshape(rows, columns // 8, 8) << (torch.arange(8) * 4)).sum(-1)
    return words.to(torch.uint32)
