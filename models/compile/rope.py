"""Rotary position embedding with its own sine and cosine.

WGSL promises sin and cos only to an absolute 2^-11 and only near 0, and SwiftShader takes that liberty: it put
errors of several thousandths into the logits. So angles are reduced and polynomials evaluated here.
"""

from __future__ import annotations

import math

import torch
from tvm import tirx
from tvm.script.ir_builder import tirx as T

from .config import LlamaConfig
from .tir import Argument, Registers, View, exact, function, launch, when

THREADS = 64
# pi/2 in three parts (Cephes): products of the first with whole numbers are exact in float32.
HALF_PI = (1.5703125, 4.837512969970703125e-4, 7.549789948768648e-8)
SINE = (-1.6666654611e-1, 8.3321608736e-3, -1.9515295891e-4)
COSINE = (4.166664568298827e-2, -1.388731625493765e-3, 2.443315711809948e-5)


def frequencies(config: LlamaConfig) -> list[float]:
    """Radians a position for each pair of dimensions, in float32 steps like transformers' own."""
    exponents = torch.arange(0, config.head_dim, 2, dtype=torch.int64).float() / config.head_dim
    plain = 1.0 / (config.rope_theta**exponents)
    scaling = config.rope_scaling
    if scaling is None:
        return plain.tolist()
    length = scaling.original_max_position_embeddings
    waves = 2 * math.pi / plain
    smooth = (length / waves - scaling.low_freq_factor) / (scaling.high_freq_factor - scaling.low_freq_factor)
    mixed = (1 - smooth) * plain / scaling.factor + smooth * plain
    slow = waves > length / scaling.low_freq_factor
    fast = waves < length / scaling.high_freq_factor
    return torch.where(fast, plain, torch.where(slow, plain / scaling.factor, mixed)).tolist()


class _Rotation:
    """Cosine and sine of one position's angle, in registers."""

    def __init__(self, angle: tirx.Expr) -> None:
        r, z, quarter = Registers(1), Registers(1), Registers(1)
        value = Registers(2)
        self.result = Registers(2)
        quarter[0] = T.floor(angle * T.float32(2 / math.pi) + T.float32(0.5))
        r[0] = angle
        for part in HALF_PI:
            r[0] = r[0] - quarter[0] * exact(part)
        z[0] = r[0] * r[0]
        value[0] = r[0] + r[0] * z[0] * _polynomial(SINE, z[0])
        value[1] = T.float32(1) - z[0] * T.float32(0.5) + z[0] * z[0] * _polynomial(COSINE, z[0])
        turn = T.bind(T.cast(quarter[0], "int32") & 3)
        sine, cosine = T.bind(value[0]), T.bind(value[1])
        odd = turn % 2 == 1
        self.result[0] = T.Select(odd, sine, cosine) * T.Select(T.Or(turn == 1, turn == 2), -1.0, 1.0)
        self.result[1] = T.Select(odd, cosine, sine) * T.Select(turn >= 2, -1.0, 1.0)

    @property
    def cosine(self) -> tirx.Expr:
        return self.result[0]

    @property
    def sine(self) -> tirx.Expr:
        return self.result[1]


def _polynomial(coefficients: tuple[float, ...], z: tirx.Expr) -> tirx.Expr:
    total: tirx.Expr = exact(coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        total = exact(coefficient) + z * total
    return total


def split_and_rotate(config: LlamaConfig) -> tirx.PrimFunc:
    """Split (n, heads + 2 kv_heads, width) into q, k and v, and rotate q and k by their positions.

    A thread handles one pair of dimensions of one token in all heads, so that an angle is computed once.
    """
    width, half = config.head_dim, config.head_dim // 2
    speeds = frequencies(config)

    def body(
        qkv: T.Buffer,
        positions: T.Buffer,
        q: T.Buffer,
        k: T.Buffer,
        v: T.Buffer,
        _apply: tirx.Var,
        n: tirx.Var,
    ) -> None:
        with launch(by=half, bx=(n + THREADS - 1) // THREADS, tx=THREADS) as (pair, bx, tx):
            token = T.bind(bx * THREADS + tx)
            with when(token < n):
                speed = Registers(1)
                speed[0] = T.float32(0)
                for i, value in enumerate(speeds):
                    with when(pair == i):
                        speed[0] = exact(value)
                rotation = _Rotation(T.bind(T.cast(positions[token], "float32") * speed[0]))

                def rotate(out: T.Buffer, heads: int, first: int) -> None:
                    with T.serial(0, heads) as head:
                        a = T.bind(qkv[token, first + head, pair])
                        b = T.bind(qkv[token, first + head, pair + half])
                        T.buffer_store(out, a * rotation.cosine - b * rotation.sine, [token, head, pair])
                        T.buffer_store(out, b * rotation.cosine + a * rotation.sine, [token, head, pair + half])

                rotate(q, config.heads, 0)
                rotate(k, config.kv_heads, config.heads)
                with T.serial(0, config.kv_heads) as head:
                    source = config.heads + config.kv_heads + head
                    for d in (pair, pair + half):
                        T.buffer_store(v, qkv[token, source, d], [token, head, d])

    def rows(heads: int) -> Argument:
        return ("n", heads, width), "float32"

    fused = rows(config.heads + 2 * config.kv_heads)
    arguments = [
        fused,
        View(("n",), "int32"),
        rows(config.heads),
        rows(config.kv_heads),
        rows(config.kv_heads),
        "int64",
    ]
    return function("split_and_rotate", arguments, body)
