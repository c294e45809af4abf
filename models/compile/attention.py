"""Attention of one sequence over new tokens or over the paged cache, as register tiles.

The functions have the signatures that TVM's KV cache calls. A workgroup holds a tile of rows (queries); its
threads share out the keys of a block while they compute scores, and the dimensions of the output while they
sum values. Only the softmax's weights pass through workgroup memory, with three barriers a block. TVM's own
kernels stage queries, keys and values there as well.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from functools import partial

from tvm import tirx
from tvm.script.ir_builder import tirx as T

from .config import LlamaConfig
from .tir import Argument, Registers, Shared, View, barrier, flat, function, launch, when

PAGE = 16
"""Tokens in a page of the cache; web-llm sets it."""
NEVER = -1e30
"""The score of a key that a query must not see."""
LOG2_E = math.log2(math.e)


@dataclasses.dataclass(frozen=True)
class Memory:
    """Keys or values: the address of the first number at a position, and the buffer to read there."""

    address: Callable[[tirx.Expr], tirx.Expr]
    buffer: T.Buffer


@dataclasses.dataclass(frozen=True)
class AttentionTile:
    """How a workgroup shares the work.

    `rows`: queries a thread handles; `threads`: threads that share keys and dimensions; `keys`: keys a thread
    scores in a block; `groups`: such groups of threads in a workgroup, each with rows of its own. Every row
    needs a thread: `rows` may not exceed `threads`.
    """

    rows: int
    threads: int
    keys: int
    groups: int

    @property
    def block(self) -> int:
        """Keys between two synchronizations."""
        return self.threads * self.keys


@dataclasses.dataclass(frozen=True)
class _Task:
    """What a thread works on: its queries, the keys and values, and which of them count.

    Keys count below `end`. Loops go to `bound`, which is no less, in memory that can be read, and made of numbers that
    all threads get with the launch: so a barrier in a loop is met by all of them, whatever a buffer says.
    """

    query: Memory
    key: Memory
    value: Memory
    visible: Callable[[tirx.Expr, tirx.Expr], tirx.Expr]
    end: tirx.Expr
    bound: tirx.Expr
    scale: tirx.Expr


class _Softmax:
    """A thread's share of flash attention: scores of a block, running maxima and sums, output so far."""

    def __init__(self, tile: AttentionTile, width: int, group: tirx.Expr, thread: tirx.Expr) -> None:
        self.tile = tile
        self.group = group
        self.thread = thread
        self.width = width
        self.dims = width // tile.threads
        self.scores = Registers(tile.rows * tile.keys)
        self.output = Registers(tile.rows * self.dims)
        # Of the row that this thread is responsible for: largest score so far, sum of weights, and scratch.
        self.peak = Registers(1)
        self.total = Registers(1)
        self.fresh = Registers(1)
        # Addresses stay in registers: TVM writes an expression out again at every use.
        self.query_at = Registers(tile.rows, "int32")
        self.key_at = Registers(tile.keys, "int32")
        self.value_at = Registers(1, "int32")
        # Each thread takes a row of the softmax; where there are fewer rows, the rest are padding.
        self.weights = Shared(tile.groups * tile.threads * tile.block, "float32")
        self.row_values = Shared(tile.groups * tile.threads, "float32")
        self.own_row = group * tile.threads + thread
        self.peak[0] = T.float32(NEVER)
        self.total[0] = T.float32(0)
        for i in range(tile.rows * self.dims):
            self.output[i] = T.float32(0)

    def run(self, task: _Task) -> None:
        """Go through the keys block by block."""
        tile = self.tile
        for i in range(tile.rows):
            self.query_at[i] = task.query.address(i)
        with T.serial(0, (task.bound + tile.block - 1) // tile.block) as number:
            start = number * tile.block
            self._score(task, start)
            self._weigh(task, start)
            self._sum_values(task, start)

    def _score(self, task: _Task, start: tirx.Expr) -> None:
        tile, scores = self.tile, self.scores
        for j in range(tile.keys):
            self.key_at[j] = task.key.address(T.min(start + j * tile.threads + self.thread, task.end - 1))
        for i in range(tile.rows * tile.keys):
            scores[i] = T.float32(0)
        with T.serial(0, self.width) as d:
            keys = [T.bind(task.key.buffer[self.key_at[j] + d]) for j in range(tile.keys)]
            for i in range(tile.rows):
                query = T.bind(task.query.buffer[self.query_at[i] + d])
                for j in range(tile.keys):
                    scores[i * tile.keys + j] = scores[i * tile.keys + j] + query * keys[j]
        # The other threads may still be reading the weights of the block before.
        barrier()
        for i in range(tile.rows):
            for j in range(tile.keys):
                self.weights[self._row(i) * tile.block + j * tile.threads + self.thread] = scores[i * tile.keys + j]
        barrier()

    def _weigh(self, task: _Task, start: tirx.Expr) -> None:
        """Turn the scores of one row into weights; loops, because an exponential is long code on some adapters."""
        tile = self.tile
        row = self.own_row * tile.block
        before = T.bind(self.peak[0])
        with T.serial(0, tile.block) as at:
            score = T.bind(self.weights[row + at])
            seen = T.And(start + at < task.end, task.visible(self.thread, start + at))
            self.fresh[0] = T.Select(seen, score * (task.scale * T.float32(LOG2_E)), T.float32(NEVER))
            self.peak[0] = T.max(self.peak[0], self.fresh[0])
            self.weights[row + at] = self.fresh[0]
        self.fresh[0] = T.exp2(before - self.peak[0])
        self.row_values[self.own_row] = self.fresh[0]
        self.total[0] = self.total[0] * self.fresh[0]
        with T.serial(0, tile.block) as at:
            self.fresh[0] = T.exp2(self.weights[row + at] - self.peak[0])
            self.weights[row + at] = self.fresh[0]
            self.total[0] = self.total[0] + self.fresh[0]
        barrier()

    def _sum_values(self, task: _Task, start: tirx.Expr) -> None:
        tile, output = self.tile, self.output
        for i in range(tile.rows):
            shrink = T.bind(self.row_values[self._row(i)])
            for d in range(self.dims):
                output[i * self.dims + d] = output[i * self.dims + d] * shrink
        with T.serial(0, T.min(T.int32(tile.block), task.bound - start)) as at:
            self.value_at[0] = task.value.address(start + at) + self.thread
            values = [T.bind(task.value.buffer[self.value_at[0] + d * tile.threads]) for d in range(self.dims)]
            for i in range(tile.rows):
                weight = T.bind(self.weights[self._row(i) * tile.block + at])
                for d in range(self.dims):
                    output[i * self.dims + d] = output[i * self.dims + d] + weight * values[d]

    def finish(self, lse: T.Buffer, place: Callable[[tirx.Expr], tuple[tirx.Expr, tirx.Expr, tirx.Expr]]) -> None:
        """Share the rows' sums, and write the base-2 logarithms by which the cache merges two parts of the keys.

        `place` gives a row's (token, head, whether it exists).
        """
        barrier()
        self.row_values[self.own_row] = T.float32(1) / self.total[0]
        barrier()
        token, head, exists = place(self.thread)
        with when(T.And(self.thread < self.tile.rows, exists)):
            T.buffer_store(lse, self.peak[0] + T.log2(self.total[0]), [token, head])

    def store(self, i: int, out: T.Buffer, token: tirx.Expr, head: tirx.Expr) -> None:
        """Write this thread's dimensions of row i."""
        share = T.bind(self.row_values[self._row(i)])
        for d in range(self.dims):
            mean = self.output[i * self.dims + d] * share
            T.buffer_store(out, mean, [token, head, d * self.tile.threads + self.thread])

    def _row(self, i: int) -> tirx.Expr:
        return self.group * self.tile.threads + i


def _run_prefill(
    config: LlamaConfig,
    tile: AttentionTile,
    q: T.Buffer,
    sources: Callable[[tirx.Expr], tuple[Memory, Memory]],
    measure: Callable[[], tirx.Expr],
    room: tirx.Expr | None,
    causal: tirx.Expr,
    scale: tirx.Expr,
    out: T.Buffer,
    lse: T.Buffer,
    n: tirx.Var,
) -> None:
    """A thread's rows are consecutive tokens of one head.

    `measure` gives the number of keys, `room` how many there is memory for where a buffer tells their number.
    """
    span = tile.rows * tile.groups
    with launch(by=config.heads, bx=(n + span - 1) // span, ty=tile.groups, tx=tile.threads) as (head, bx, ty, tx):
        kv_head = head // (config.heads // config.kv_heads)
        softmax = _Softmax(tile, config.head_dim, ty, tx)
        first = bx * span + ty * tile.rows
        length = measure()
        before = length - n
        end = T.bind(T.Select(causal != 0, T.min(length, (bx + 1) * span + before), length))
        keys, values = sources(kv_head)
        query_row = config.heads * config.head_dim
        softmax.run(
            _Task(
                query=Memory(lambda i: T.min(first + i, n - 1) * query_row + head * config.head_dim, flat(q)),
                key=keys,
                value=values,
                visible=lambda i, at: T.Or(causal == 0, at <= first + i + before),
                end=end,
                bound=end if room is None else room,
                scale=scale,
            )
        )
        softmax.finish(lse, lambda i: (first + i, head, first + i < n))
        for i in range(tile.rows):
            with when(first + i < n):
                softmax.store(i, out, first + i, head)


def _query_arguments(config: LlamaConfig) -> tuple[Argument, Argument, Argument]:
    """(queries or output, log-sum-exp, index array)."""
    return (("n", config.heads, config.head_dim), "float32"), (("n", config.heads), "float32"), View(("b1",), "int32")


_ROPE_SCALARS: list[Argument] = ["int32", "float32", "float32"]
"""rotary_mode, rope_scale, rope_theta: queries and keys arrive rotated, so these go unused."""


def prefill_new(config: LlamaConfig, tile: AttentionTile) -> tirx.PrimFunc:
    """Attention among the tokens of a prefill chunk themselves."""
    rows, sums, index = _query_arguments(config)
    keys: Argument = (("n", config.kv_heads, config.head_dim), "float32")

    def body(
        q: T.Buffer,
        _q_indptr: T.Buffer,
        k: T.Buffer,
        v: T.Buffer,
        _kv_indptr: T.Buffer,
        _q_position: T.Buffer,
        _k_offset: T.Buffer,
        out: T.Buffer,
        lse: T.Buffer,
        causal: tirx.Var,
        _mode: tirx.Var,
        _scale: tirx.Var,
        _theta: tirx.Var,
        sm_scale: tirx.Var,
        n: tirx.Var,
        **_: tirx.Var,
    ) -> None:
        def sources(kv_head: tirx.Expr) -> tuple[Memory, Memory]:
            def address(at: tirx.Expr) -> tirx.Expr:
                return (at * config.kv_heads + kv_head) * config.head_dim

            return Memory(address, flat(k)), Memory(address, flat(v))

        _run_prefill(config, tile, q, sources, lambda: n, None, causal, sm_scale, out, lse, n)

    arguments = [rows, index, keys, keys, index, View(("n",), "int32"), View(("b",), "int32"), rows, sums]
    return function("attention_new", [*arguments, "int32", *_ROPE_SCALARS, "float32"], body)


def _pages(config: LlamaConfig) -> Argument:
    return View(("page_count", 2, config.kv_heads, PAGE, config.head_dim), "float32")


def _paged(config: LlamaConfig, pages: T.Buffer, values: T.Buffer, kv_head: tirx.Expr) -> tuple[Memory, Memory]:
    """Keys and values of a head in the cache; `values` lists the sequence's pages."""
    head = PAGE * config.head_dim
    part = config.kv_heads * head

    def memory(offset: int) -> Memory:
        def address(at: tirx.Expr) -> tirx.Expr:
            return values[at // PAGE] * (2 * part) + offset + kv_head * head + at % PAGE * config.head_dim

        return Memory(address, flat(pages))

    return memory(0), memory(part)


def _cached_length(indptr: T.Buffer, last_page: T.Buffer) -> tirx.Expr:
    used = indptr[1] - indptr[0]
    return T.bind(T.Select(used > 0, (used - 1) * PAGE + last_page[0], 0))


def prefill_cached(config: LlamaConfig, tile: AttentionTile) -> tirx.PrimFunc:
    """Attention of a prefill chunk to what the cache holds from before."""
    rows, sums, index = _query_arguments(config)

    def body(
        q: T.Buffer,
        _q_indptr: T.Buffer,
        pages: T.Buffer,
        page_indptr: T.Buffer,
        page_values: T.Buffer,
        last_page: T.Buffer,
        _k_offset: T.Buffer,
        _q_position: T.Buffer,
        out: T.Buffer,
        lse: T.Buffer,
        causal: tirx.Var,
        _mode: tirx.Var,
        _scale: tirx.Var,
        _theta: tirx.Var,
        sm_scale: tirx.Var,
        n: tirx.Var,
        used: tirx.Var,
        **_: tirx.Var,
    ) -> None:
        sources = partial(_paged, config, pages, page_values)
        measure = partial(_cached_length, page_indptr, last_page)
        _run_prefill(config, tile, q, sources, measure, used * PAGE, causal, sm_scale, out, lse, n)

    arguments = [
        rows,
        index,
        _pages(config),
        index,
        View(("used",), "int32"),
        View(("b",), "int32"),
        View(("b",), "int32"),
        View(("n",), "int32"),
        rows,
        sums,
    ]
    return function("attention_cached", [*arguments, "int32", *_ROPE_SCALARS, "float32"], body)


def decode_cached(config: LlamaConfig, tile: AttentionTile) -> tirx.PrimFunc:
    """Attention of a single token to the cache, which holds it already; a thread's rows share a key/value head."""
    rows, sums, index = _query_arguments(config)
    shared = config.heads // config.kv_heads
    tile = dataclasses.replace(tile, rows=shared, groups=1)

    def body(
        q: T.Buffer,
        pages: T.Buffer,
        page_indptr: T.Buffer,
        page_values: T.Buffer,
        last_page: T.Buffer,
        _k_offset: T.Buffer,
        _q_position: T.Buffer,
        out: T.Buffer,
        lse: T.Buffer,
        _mode: tirx.Var,
        _scale: tirx.Var,
        _theta: tirx.Var,
        sm_scale: tirx.Var,
        n: tirx.Var,
        used: tirx.Var,
        **_: tirx.Var,
    ) -> None:
        with launch(by=n, bx=config.kv_heads, tx=tile.threads) as (token, kv_head, tx):
            softmax = _Softmax(tile, config.head_dim, T.int32(0), tx)
            keys, values = _paged(config, pages, page_values, kv_head)
            first = token * config.heads + kv_head * shared
            softmax.run(
                _Task(
                    query=Memory(lambda i: (first + i) * config.head_dim, flat(q)),
                    key=keys,
                    value=values,
                    visible=lambda i, at: tirx.const(True),
                    end=_cached_length(page_indptr, last_page),
                    bound=used * PAGE,
                    scale=sm_scale,
                )
            )
            softmax.finish(lse, lambda i: (token, kv_head * shared + i, tirx.const(True)))
            for i in range(tile.rows):
                softmax.store(i, out, token, kv_head * shared + i)

    arguments = [
        rows,
        _pages(config),
        index,
        View(("used",), "int32"),
        View(("b",), "int32"),
        View(("b",), "int32"),
        View(("n",), "int32"),
        rows,
        sums,
    ]
    return function("attention_decode", [*arguments, *_ROPE_SCALARS, "float32"], body)


def merge(config: LlamaConfig) -> tirx.PrimFunc:
    """Join attention to two parts of the keys in place, weighted by their log-sum-exps.

    One thread handles a row of a head. TVM's own kernel gives a row to several threads, each of which reads the
    sum that another may have overwritten already; adapters with small subgroups (SwiftShader: 4) do get it wrong.
    """
    rows, sums, _ = _query_arguments(config)
    threads = 64

    def body(out: T.Buffer, lse: T.Buffer, other: T.Buffer, other_lse: T.Buffer, n: tirx.Var) -> None:
        with launch(bx=(n * config.heads + threads - 1) // threads, tx=threads) as (bx, tx):
            at = T.bind(bx * threads + tx)
            with when(at < n * config.heads):
                token, head = at // config.heads, at % config.heads
                own, peak = Registers(2), Registers(1)
                own[0], own[1] = lse[token, head], other_lse[token, head]
                peak[0] = T.max(own[0], own[1])
                own[0], own[1] = T.exp2(own[0] - peak[0]), T.exp2(own[1] - peak[0])
                with T.serial(0, config.head_dim) as d:
                    mixed = out[token, head, d] * own[0] + other[token, head, d] * own[1]
                    T.buffer_store(out, mixed / (own[0] + own[1]), [token, head, d])
                T.buffer_store(lse, peak[0] + T.log2(own[0] + own[1]), [token, head])

    return function("attention_merge", [rows, sums, rows, sums], body)
