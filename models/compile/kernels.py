"""Matrix products with 4-bit weights, written for WebGPU; chosen by name in a build configuration."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from tvm import tirx
from tvm.script.ir_builder import tirx as T

from .config import GROUP
from .tir import Registers, Shared, barrier, flat, function, launch, when

WORDS = GROUP // 8
"""Packed words of a group."""

Kernel = Callable[[int, int], tirx.PrimFunc]
"""Makes y(1, n, rows) = x(1, n, columns) W^T for a matrix of (columns, rows)."""


@dataclasses.dataclass(frozen=True)
class Kernels:
    """The chosen kernels; None leaves the schedule to TVM's dlight rules."""

    prefill: Kernel | None
    decode: Kernel | None


@dataclasses.dataclass(frozen=True)
class Tile:
    """Outputs that a thread keeps in registers (`tokens` of x by `rows` of W), and the threads of a workgroup."""

    tokens: int
    rows: int
    threads_x: int
    threads_y: int


def _level(word: tirx.Expr, place: int) -> tirx.Expr:
    """The weight in units of its scale, from the given one of a word's eight places."""
    bits = (word >> T.uint32(4 * place)) & T.uint32(15)
    # Through int32, because vector units convert signed numbers in one instruction and unsigned ones in several.
    return T.cast(T.cast(bits, "int32"), "float32") - T.float32(8)


def tiled(tile: Tile) -> Kernel:
    """A product without workgroup memory: a thread uses each number it loads for a whole register tile."""

    def make(columns: int, rows: int) -> tirx.PrimFunc:
        def body(x: T.Buffer, packed: T.Buffer, scales: T.Buffer, y: T.Buffer, n: tirx.Var) -> None:
            blocks_x = (rows + tile.rows * tile.threads_x - 1) // (tile.rows * tile.threads_x)
            blocks_y = (n + tile.tokens * tile.threads_y - 1) // (tile.tokens * tile.threads_y)
            with launch(by=blocks_y, bx=blocks_x, ty=tile.threads_y, tx=tile.threads_x) as (by, bx, ty, tx):
                sums = Registers(tile.tokens * tile.rows)
                weights = Registers(8 * tile.rows)
                scale = Registers(tile.rows)
                # Addresses stay in registers too: TVM writes an expression out again at every use.
                token_at = Registers(tile.tokens, "int32")
                row_at = Registers(tile.rows, "int32")
                x_flat, packed_flat, scales_flat = flat(x), flat(packed), flat(scales)
                for i in range(tile.tokens * tile.rows):
                    sums[i] = T.float32(0)
                first_row = (bx * tile.threads_x + tx) * tile.rows
                first_token = (by * tile.threads_y + ty) * tile.tokens
                # Threads over the edge compute the last row or token once more and don't store it.
                for j in range(tile.rows):
                    row_at[j] = T.min(first_row + j, rows - 1) * (columns // GROUP)
                for i in range(tile.tokens):
                    token_at[i] = T.min(first_token + i, n - 1) * columns
                with T.serial(0, columns // GROUP) as group:
                    for j in range(tile.rows):
                        scale[j] = scales_flat[row_at[j] + group]
                    with T.serial(0, WORDS) as k:
                        for j in range(tile.rows):
                            word = T.bind(packed_flat[(row_at[j] + group) * WORDS + k])
                            for u in range(8):
                                weights[u * tile.rows + j] = _level(word, u) * scale[j]
                        for i in range(tile.tokens):
                            start = T.bind(token_at[i] + (group * GROUP + k * 8))
                            for u in range(8):
                                value = T.bind(x_flat[start + u])
                                for j in range(tile.rows):
                                    at = i * tile.rows + j
                                    sums[at] = sums[at] + value * weights[u * tile.rows + j]
                for i in range(tile.tokens):
                    with when(first_token + i < n):
                        for j in range(tile.rows):
                            with when(first_row + j < rows):
                                T.buffer_store(y, sums[i * tile.rows + j], [0, first_token + i, first_row + j])

        return function("matmul", _arguments(columns, rows), body)

    return make


@dataclasses.dataclass(frozen=True)
class Split:
    """For a single row of x: rows of W a thread handles, threads that share a row, such groups in a workgroup."""

    rows: int
    threads: int
    groups: int


def split(shape: Split) -> Kernel:
    """A product with one row of x: a few threads share a row of W word by word, and add up through shared memory."""

    def make(columns: int, rows: int) -> tirx.PrimFunc:
        words = columns // 8
        span = shape.rows * shape.groups

        def body(x: T.Buffer, packed: T.Buffer, scales: T.Buffer, y: T.Buffer) -> None:
            with launch(bx=(rows + span - 1) // span, ty=shape.groups, tx=shape.threads) as (bx, ty, tx):
                sums = Registers(shape.rows)
                values = Registers(8)
                dot = Registers(1)
                parts = Shared(span * shape.threads, "float32")
                first = bx * span + ty * shape.rows
                row_at = Registers(shape.rows, "int32")
                x_flat, packed_flat, scales_flat = flat(x), flat(packed), flat(scales)
                for j in range(shape.rows):
                    sums[j] = T.float32(0)
                    row_at[j] = T.min(first + j, rows - 1) * (columns // GROUP)
                with T.serial(0, (words + shape.threads - 1) // shape.threads) as step:
                    k = T.bind(step * shape.threads + tx)
                    with when(k < words):
                        for u in range(8):
                            values[u] = x_flat[k * 8 + u]
                        for j in range(shape.rows):
                            word = T.bind(packed_flat[row_at[j] * WORDS + k])
                            dot[0] = values[0] * _level(word, 0)
                            for u in range(1, 8):
                                dot[0] = dot[0] + values[u] * _level(word, u)
                            sums[j] = sums[j] + dot[0] * scales_flat[row_at[j] + k // WORDS]
                for j in range(shape.rows):
                    parts[(ty * shape.rows + j) * shape.threads + tx] = sums[j]
                barrier()
                # Each thread adds up some of the rows, so that no tree of barriers is needed.
                for part in range(0, shape.rows, shape.threads):
                    own = part + tx
                    dot[0] = T.float32(0)
                    with T.serial(0, shape.threads) as t:
                        at = (ty * shape.rows + T.min(own, shape.rows - 1)) * shape.threads + t
                        dot[0] = dot[0] + parts[at]
                    with when(T.And(own < shape.rows, first + own < rows)):
                        T.buffer_store(y, dot[0], [0, 0, first + own])

        return function("matvec", _arguments(columns, rows, 1), body)

    return make


def _arguments(columns: int, rows: int, n: int | str = "n") -> list[tuple[tuple[int | str, ...], str]]:
    return [
        ((1, n, columns), "float32"),
        ((rows, columns // 8), "uint32"),
        ((rows, columns // GROUP), "float32"),
        ((1, n, rows), "float32"),
    ]


PREFILL_KERNELS: dict[str, Kernel | None] = {
    "dlight": None,
    "tile8x8": tiled(Tile(8, 8, 8, 4)),
    "tile8x4": tiled(Tile(8, 4, 8, 4)),
    "tile16x4": tiled(Tile(16, 4, 8, 2)),
    "tile4x16": tiled(Tile(4, 16, 8, 8)),
    "tile8x16": tiled(Tile(8, 16, 8, 4)),
}
"""Named by the register tile: tokens by rows."""
DECODE_KERNELS: dict[str, Kernel | None] = {
    "dlight": None,
    "split4x8": split(Split(4, 8, 8)),
    "split8x8": split(Split(8, 8, 4)),
    "split8x4": split(Split(8, 4, 8)),
    "split16x4": split(Split(16, 4, 4)),
    "split16x8": split(Split(16, 8, 4)),
}
"""Named by rows a thread and threads a row."""


def choose(prefill: str, decode: str) -> Kernels:
    """Look the kernels up by name. Raises KeyError for an unknown one."""
    return Kernels(PREFILL_KERNELS[prefill], DECODE_KERNELS[decode])
