"""What happens to logits on the GPU: penalties and masks in place, softmax, a full sort, and the choice by top-p."""

from __future__ import annotations

from collections.abc import Callable

from tvm import relax, tirx
from tvm.script.ir_builder import tirx as T

from .tir import Registers, Shared, barrier, function, launch, when

THREADS = 256
SOFTMAX_THREADS = 64
"""Few enough that every thread can read all partial results after a single barrier."""
BLOCK_BITS = 11
BLOCK = 1 << BLOCK_BITS
"""Elements that one workgroup sorts in its memory: 2,048 values and indices are 16 KiB, WebGPU's default limit."""
PER_THREAD = BLOCK // THREADS
STRIDES = PER_THREAD.bit_length() - 1
"""Strides of the sorting network that a thread's eight elements allow between two exchanges."""
GREEDY_TEMPERATURE = 1e-5
"""web-llm raises a temperature of 0 to 1e-6; below this bound the choice is the largest logit, not a draw."""


def padded(vocabulary: int) -> int:
    """The length that is sorted: a power of two, at least one block."""
    return max(BLOCK, 1 << (vocabulary - 1).bit_length())


def softmax(vocabulary: int) -> tirx.PrimFunc:
    """Probabilities of logits (batch, 1, V) at temperatures (batch,), one workgroup a sequence.

    At a greedy temperature all of it goes to the largest logit, of equal ones to the first.
    """
    steps = (vocabulary + SOFTMAX_THREADS - 1) // SOFTMAX_THREADS

    def body(logits: T.Buffer, temperatures: T.Buffer, out: T.Buffer, batch: tirx.Var) -> None:
        with launch(bx=batch, tx=SOFTMAX_THREADS) as (b, t):
            peak = Registers(1)
            place = Registers(1, "int32")
            total = Registers(1)
            peaks = Shared(SOFTMAX_THREADS, "float32")
            places = Shared(SOFTMAX_THREADS, "int32")
            sums = Shared(SOFTMAX_THREADS, "float32")
            peak[0] = T.float32(-3.4e38)
            place[0] = T.int32(vocabulary - 1)
            with T.serial(0, steps) as i:
                at = i * SOFTMAX_THREADS + t
                with when(at < vocabulary):
                    with when(logits[b, 0, at] > peak[0]):
                        peak[0] = logits[b, 0, at]
                        place[0] = at
            peaks[t] = peak[0]
            places[t] = place[0]
            barrier()
            with T.serial(0, SOFTMAX_THREADS) as i:
                other, other_place = T.bind(peaks[i]), T.bind(places[i])
                with when(T.Or(other > peak[0], T.And(other == peak[0], other_place < place[0]))):
                    peak[0] = other
                    place[0] = other_place
            total[0] = T.float32(0)

            def power(at: tirx.Expr) -> tirx.Expr:
                # Masked logits are -3.4e38 or -infinity; the bound keeps infinity out of exp, and e^-200 is 0.
                return T.exp(T.max((logits[b, 0, at] - peak[0]) / temperatures[b], T.float32(-200)))

            with T.serial(0, steps) as i:
                with when(i * SOFTMAX_THREADS + t < vocabulary):
                    total[0] = total[0] + power(i * SOFTMAX_THREADS + t)
            barrier()
            sums[t] = total[0]
            barrier()
            total[0] = T.float32(0)
            with T.serial(0, SOFTMAX_THREADS) as i:
                total[0] = total[0] + sums[i]
            with T.serial(0, steps) as i:
                at = i * SOFTMAX_THREADS + t
                with when(at < vocabulary):
                    greedy = temperatures[b] < T.float32(GREEDY_TEMPERATURE)
                    one_hot = T.Select(at == place[0], T.float32(1), T.float32(0))
                    T.buffer_store(out, T.Select(greedy, one_hot, power(at) / total[0]), [b, 0, at])

    shape = ("batch", 1, vocabulary)
    return function("softmax", [(shape, "float32"), (("batch",), "float32"), (shape, "float32")], body)


class _Elements:
    """The values and indices that one thread holds in registers."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.values = Registers(count)
        self.indices = Registers(count, "int32")

    def compare(self, bit: int, falling: Callable[[int], tirx.Expr]) -> None:
        """Order each pair of elements whose numbers differ in this bit: a falling pair has the larger value first.

        Of equal values the lower index counts as the larger.
        """
        for a in range(self.count):
            b = a | 1 << bit
            if a == b:
                continue
            # Named numbers, because TVM turns a choice between memory reads into a branch.
            va, vb, ia, ib = (T.bind(x) for x in (self.values[a], self.values[b], self.indices[a], self.indices[b]))
            b_larger = T.Or(vb > va, T.And(vb == va, ib < ia))
            swap = T.bind(b_larger == falling(a))
            self.values[a] = T.Select(swap, vb, va)
            self.values[b] = T.Select(swap, va, vb)
            self.indices[a] = T.Select(swap, ib, ia)
            self.indices[b] = T.Select(swap, ia, ib)


def _place(thread: tirx.Expr, element: int, low: tirx.Expr | int, count: int) -> tirx.Expr:
    """The position of a thread's element when its elements differ in the bits from `low` on."""
    bits = count.bit_length() - 1
    return ((thread >> low) << (low + bits)) + (element << low) + (thread & ((1 << low) - 1))


def bitonic_sort(vocabulary: int) -> tirx.PrimFunc:
    """Sort each row of (batch, V) falling, with indices; equal values keep their order.

    The outputs have `padded(V)` columns; what was added is 0 and stands last. A bitonic network: blocks of
    2,048 are sorted in workgroup memory, longer runs are merged by passes over the whole array. Within a block
    three strides at a time are compared in registers, which leaves a third of the traffic and of the barriers.
    """
    size = padded(vocabulary)

    def body(source: T.Buffer, values: T.Buffer, indices: T.Buffer, batch: tirx.Var) -> None:
        _sort_blocks(source, values, indices, batch, vocabulary, size)
        # Loops of the host: each pass is a launch of one of three kernels, which keeps the page's start short.
        with T.serial(BLOCK_BITS + 1, size.bit_length()) as run:
            with T.serial(0, run - BLOCK_BITS) as number:
                _merge_across_blocks(values, indices, batch, size, run, run - 1 - number)
            _merge_in_blocks(values, indices, batch, size, run)

    arguments = [
        (("batch", vocabulary), "float32"),
        (("batch", size), "float32"),
        (("batch", size), "int32"),
    ]
    return function("bitonic_sort", arguments, body)


def _sort_blocks(
    source: T.Buffer, values: T.Buffer, indices: T.Buffer, batch: tirx.Var, vocabulary: int, size: int
) -> None:
    with launch(by=batch, bx=size // BLOCK, tx=THREADS) as (b, block, t):
        sorter = _BlockSorter(block, t)
        for e in range(PER_THREAD):
            at = block * BLOCK + t * PER_THREAD + e
            # Read inside the row always, then blank what lies beyond.
            read = T.bind(source[b, T.min(at, vocabulary - 1)])
            sorter.put(e, T.Select(at < vocabulary, read, T.float32(0)), at)
        with T.serial(1, BLOCK_BITS + 1) as run:
            sorter.merge(run)
        sorter.write(values, indices, b)


def _merge_in_blocks(values: T.Buffer, indices: T.Buffer, batch: tirx.Var, size: int, run: tirx.Var) -> None:
    with launch(by=batch, bx=size // BLOCK, tx=THREADS) as (b, block, t):
        sorter = _BlockSorter(block, t)
        for e in range(PER_THREAD):
            at = block * BLOCK + t * PER_THREAD + e
            sorter.put(e, values[b, at], indices[b, at])
        sorter.merge(run, BLOCK_BITS)
        sorter.write(values, indices, b)


def _merge_across_blocks(
    values: T.Buffer, indices: T.Buffer, batch: tirx.Var, size: int, run: tirx.Var, bit: tirx.Expr
) -> None:
    """Compare at the stride 2^bit, longer than a block."""
    with launch(by=batch, bx=size // 2 // THREADS, tx=THREADS) as (b, block, t):
        elements = _Elements(2)
        at = [_place(block * THREADS + t, e, bit, 2) for e in range(2)]
        for e in range(2):
            elements.values[e] = values[b, at[e]]
            elements.indices[e] = indices[b, at[e]]
        elements.compare(0, lambda e: (at[e] >> run) & 1 == 0)
        for e in range(2):
            T.buffer_store(values, elements.values[e], [b, at[e]])
            T.buffer_store(indices, elements.indices[e], [b, at[e]])


class _BlockSorter:
    """A block of the array in workgroup memory, of which each thread takes eight elements at a time."""

    def __init__(self, block: tirx.Expr, thread: tirx.Expr) -> None:
        self.block = block
        self.thread = thread
        self.elements = _Elements(PER_THREAD)
        self.values = Shared(BLOCK, "float32")
        self.indices = Shared(BLOCK, "int32")
        self.places = Registers(PER_THREAD, "int32")

    def put(self, element: int, value: tirx.Expr, index: tirx.Expr) -> None:
        """Store the thread's element of the given number; eight neighbours belong to a thread."""
        self.values[self.thread * PER_THREAD + element] = value
        self.indices[self.thread * PER_THREAD + element] = index

    def merge(self, run: tirx.Expr, limit: int | None = None) -> None:
        """Merge into runs of 2^run: compare at the strides 2^(run - 1) … 1, at most from 2^(limit - 1) on."""
        high = run if limit is None else T.int32(limit)
        with T.serial(0, (high + STRIDES - 1) // STRIDES) as number:
            top = high - 1 - number * STRIDES
            low = T.bind(T.max(top - (STRIDES - 1), 0))
            barrier()
            for e in range(PER_THREAD):
                self.places[e] = _place(self.thread, e, low, PER_THREAD)
                self.elements.values[e] = self.values[self.places[e]]
                self.elements.indices[e] = self.indices[self.places[e]]
            for bit in reversed(range(STRIDES)):
                # The last window may begin below the highest stride that is left.
                with when(low + bit <= top):
                    self.elements.compare(bit, lambda e: self._falls(self.places[e], run))
            barrier()
            for e in range(PER_THREAD):
                self.values[self.places[e]] = self.elements.values[e]
                self.indices[self.places[e]] = self.elements.indices[e]

    def _falls(self, place: tirx.Expr, run: tirx.Expr) -> tirx.Expr:
        return ((self.block * BLOCK + place) >> run) & 1 == 0

    def write(self, values: T.Buffer, indices: T.Buffer, b: tirx.Expr) -> None:
        """Copy the block back, neighbouring threads to neighbouring places."""
        barrier()
        for e in range(PER_THREAD):
            at = e * THREADS + self.thread
            T.buffer_store(values, self.values[at], [b, self.block * BLOCK + at])
            T.buffer_store(indices, self.indices[at], [b, self.block * BLOCK + at])


def choose_top_p(vocabulary: int) -> tirx.PrimFunc:
    """Draw from the nucleus: the fewest of the sorted probabilities that sum to top_p, by a uniform number.

    Each thread sums one stretch; thread 0 walks the 256 sums and then a single stretch, twice: for the
    nucleus' mass, and for the first element whose running sum exceeds uniform * mass.
    """
    size = padded(vocabulary)
    stretch = size // THREADS

    def body(
        probabilities: T.Buffer,
        indices: T.Buffer,
        uniforms: T.Buffer,
        rows: T.Buffer,
        top_p: T.Buffer,
        out: T.Buffer,
        samples: tirx.Var,
        batch: tirx.Var,
    ) -> None:
        with launch(bx=samples, tx=THREADS) as (sample, t):
            sums = Shared(THREADS, "float32")
            running = Registers(1)
            row = rows[sample]
            running[0] = T.float32(0)
            with T.serial(0, stretch) as i:
                running[0] = running[0] + probabilities[row, t * stretch + i]
            sums[t] = running[0]
            barrier()
            with when(t == 0):
                search = _Search(probabilities, row, sums, stretch)
                search.first(lambda mass: mass >= top_p[row])
                mass = Registers(1)
                mass[0] = search.mass[0]
                search.first(lambda reached: reached > uniforms[sample] * mass[0])
                T.buffer_store(out, indices[row, T.min(search.position[0], vocabulary - 1)], [sample])

    arguments = [
        (("batch", size), "float32"),
        (("batch", size), "int32"),
        (("samples",), "float32"),
        (("samples",), "int32"),
        (("batch",), "float32"),
        (("samples",), "int32"),
    ]
    return function("choose_top_p", arguments, body)


class _Search:
    """Finds where running sums of probabilities first meet a condition, stretch by stretch."""

    def __init__(self, probabilities: T.Buffer, row: tirx.Expr, sums: Shared, stretch: int) -> None:
        self.probabilities = probabilities
        self.row = row
        self.sums = sums
        self.stretch = stretch
        self.mass = Registers(1)
        self.position = Registers(1, "int32")
        self._before = Registers(1)
        self._inside = Registers(1)
        self._found = Registers(1, "int32")

    def first(self, meets: Callable[[tirx.Expr], tirx.Expr]) -> None:
        """Set `position` and `mass` (the sum up to and with it) to the first that meets the condition, or the last.

        A stretch's own sum is added to what stood before it in both steps, so that they agree bit for bit.
        """
        before, inside, found = self._before, self._inside, self._found
        before[0] = T.float32(0)
        found[0] = T.int32(THREADS - 1)
        self.mass[0] = T.float32(0)
        with T.serial(0, THREADS) as s:
            with when(found[0] == THREADS - 1):
                before[0] = self.mass[0]
                self.mass[0] = before[0] + self.sums[s]
                with when(meets(self.mass[0])):
                    found[0] = s
        self.position[0] = found[0] * self.stretch + self.stretch - 1
        inside[0] = T.float32(0)
        found[0] = T.int32(0)
        start = T.bind(self.position[0] - (self.stretch - 1))
        with T.serial(0, self.stretch) as i:
            with when(found[0] == 0):
                inside[0] = inside[0] + self.probabilities[self.row, start + i]
                self.mass[0] = before[0] + inside[0]
                with when(meets(self.mass[0])):
                    self.position[0] = start + i
                    found[0] = T.int32(1)


def logit_bias() -> tirx.PrimFunc:
    """logits[row, token] += bias, for each of n (row, token, bias)."""

    def body(logits: T.Buffer, rows: T.Buffer, tokens: T.Buffer, bias: T.Buffer, n: tirx.Var, **_: tirx.Var) -> None:
        with launch(bx=_blocks(n), tx=THREADS) as (b, t):
            i = b * THREADS + t
            with when(i < n):
                T.buffer_store(logits, logits[rows[i], tokens[i]] + bias[i], [rows[i], tokens[i]])

    arguments = [(("batch", "v"), "float32"), (("n",), "int32"), (("n",), "int32"), (("n",), "float32")]
    return function("apply_logit_bias_inplace", arguments, body, public=True)


def penalty() -> tirx.PrimFunc:
    """OpenAI's presence and frequency penalties and the repetition penalty, for each token that has appeared.

    `penalties` holds (presence, frequency, repetition) for each sequence, `counts` how often a token appeared.
    """

    def body(
        logits: T.Buffer,
        sequences: T.Buffer,
        rows: T.Buffer,
        tokens: T.Buffer,
        counts: T.Buffer,
        penalties: T.Buffer,
        n: tirx.Var,
        **_: tirx.Var,
    ) -> None:
        with launch(bx=_blocks(n), tx=THREADS) as (b, t):
            i = b * THREADS + t
            with when(i < n):
                value = Registers(1)
                at = [sequences[rows[i]], tokens[i]]
                presence, frequency, repetition = (penalties[rows[i], k] for k in range(3))
                value[0] = logits[at[0], at[1]] - (presence + T.cast(counts[i], "float32") * frequency)
                scaled = T.Select(value[0] < T.float32(0), value[0] * repetition, value[0] / repetition)
                T.buffer_store(logits, scaled, at)

    arguments = [
        (("batch", "v"), "float32"),
        (("s",), "int32"),
        (("n",), "int32"),
        (("n",), "int32"),
        (("n",), "int32"),
        (("s", 3), "float32"),
    ]
    return function("apply_penalty_inplace", arguments, body, public=True)


def bitmask() -> tirx.PrimFunc:
    """Lower every logit whose bit in the grammar's mask (32 tokens an int32) is 0 to -3.4e38."""

    def body(
        logits: T.Buffer,
        sequences: T.Buffer,
        mask: T.Buffer,
        v: tirx.Var,
        n: tirx.Var,
        **_: tirx.Var,
    ) -> None:
        with launch(by=n, bx=_blocks(v), tx=THREADS) as (s, b, t):
            token = b * THREADS + t
            with when(token < v):
                row = sequences[s]
                with when((mask[row, token // 32] >> (token % 32)) & 1 == 0):
                    T.buffer_store(logits, T.float32(-3.4e38), [row, token])

    arguments = [(("batch", "v"), "float32"), (("n",), "int32"), (("batch", "words"), "int32")]
    return function("apply_bitmask_inplace", arguments, body, public=True)


def _blocks(n: tirx.Var) -> tirx.Expr:
    return (n + THREADS - 1) // THREADS


def add_sampler(builder: relax.BlockBuilder, vocabulary: int) -> None:
    """Add the functions that web-llm calls between logits and a token, under the names it looks up."""
    for make in (logit_bias, penalty, bitmask):
        primitive = make()
        builder.add_func(primitive, primitive.attrs["global_symbol"])
    _add_softmax(builder, vocabulary)
    _add_sort(builder, vocabulary)
    _add_choice(builder, vocabulary)


def _emit(builder: relax.BlockBuilder, name: str, inputs: list[relax.Var], primitive: tirx.PrimFunc, out: object) -> None:
    target = builder.add_func(primitive, f"{name}_kernel")
    with builder.function(name, inputs):
        with builder.dataflow():
            result = builder.emit_output(relax.call_tir(target, inputs, out_ty=out))
        builder.emit_func_output(result)


def _add_softmax(builder: relax.BlockBuilder, vocabulary: int) -> None:
    batch = tirx.Var("batch", "int64")
    shape = relax.TensorType((batch, 1, vocabulary), "float32")
    inputs = [relax.Var("logits", shape), relax.Var("temperature", relax.TensorType((batch,), "float32"))]
    _emit(builder, "softmax_with_temperature", inputs, softmax(vocabulary), shape)


def _add_sort(builder: relax.BlockBuilder, vocabulary: int) -> None:
    batch = tirx.Var("batch", "int64")
    size = padded(vocabulary)
    inputs = [relax.Var("probs", relax.TensorType((batch, vocabulary), "float32"))]
    out = [relax.TensorType((batch, size), "float32"), relax.TensorType((batch, size), "int32")]
    _emit(builder, "argsort_probs", inputs, bitonic_sort(vocabulary), out)


def _add_choice(builder: relax.BlockBuilder, vocabulary: int) -> None:
    batch, samples = tirx.Var("batch", "int64"), tirx.Var("samples", "int64")
    size = padded(vocabulary)
    inputs = [
        relax.Var("sorted_probs", relax.TensorType((batch, size), "float32")),
        relax.Var("sorted_indices", relax.TensorType((batch, size), "int32")),
        relax.Var("uniform_samples", relax.TensorType((samples,), "float32")),
        relax.Var("sample_indices", relax.TensorType((samples,), "int32")),
        relax.Var("top_p", relax.TensorType((batch,), "float32")),
    ]
    out = relax.TensorType((samples,), "int32")
    _emit(builder, "sample_with_top_p", inputs, choose_top_p(vocabulary), out)
