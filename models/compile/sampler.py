"""What happens to logits on the GPU: penalties and masks in place, softmax, and the choice by top-p."""

from __future__ import annotations

from collections.abc import Callable

from tvm import relax, tirx
from tvm.script.ir_builder import tirx as T

from .tir import Registers, Shared, barrier, function, launch, when

THREADS = 256
SOFTMAX_THREADS = 64
"""Few enough that every thread can read all partial results after a single barrier."""
CHOICE_THREADS = 64
GREEDY_TEMPERATURE = 1e-5
"""web-llm raises a temperature of 0 to 1e-6; below this bound the choice is the largest logit, not a draw."""


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
                with when(at < vocabulary), when(logits[b, 0, at] > peak[0]):
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

            with T.serial(0, steps) as i, when(i * SOFTMAX_THREADS + t < vocabulary):
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


def choose_top_p(vocabulary: int) -> tirx.PrimFunc:
    """Draw from the nucleus: the fewest of the largest probabilities that sum to top_p, by a uniform number.

    The token is the one that sorting would give: the first in falling order (of equal ones, of the lower id
    first) at which the running sum exceeds uniform * mass of the nucleus. Nothing is sorted, though: the sum of
    all probabilities from a threshold on falls as the threshold rises, so two searches over the bits of a
    float find the last probability of the nucleus and the probability of the token.
    """

    def body(
        probabilities: T.Buffer,
        _unused: T.Buffer,
        uniforms: T.Buffer,
        rows: T.Buffer,
        top_p: T.Buffer,
        out: T.Buffer,
        samples: tirx.Var,
        batch: tirx.Var,
    ) -> None:
        with launch(bx=samples, tx=CHOICE_THREADS) as (sample, t):
            row = T.bind(rows[sample])
            choice = _Choice(vocabulary, probabilities, row, t)
            choice.search(lambda mass: mass >= top_p[row])
            mass = choice.nucleus_mass(top_p[row])
            # Rounding must not let the target reach the whole mass, beyond which no token lies.
            target = Registers(1)
            target[0] = T.min(uniforms[sample] * mass, mass * T.float32(1 - 2**-23))
            choice.search(lambda reached: reached > target[0])
            choice.store(out, sample, target[0])

    arguments = [
        (("batch", vocabulary), "float32"),
        (("batch", vocabulary), "float32"),
        (("samples",), "float32"),
        (("samples",), "int32"),
        (("batch",), "float32"),
        (("samples",), "int32"),
    ]
    return function("choose_top_p", arguments, body)


class _Choice:
    """One workgroup's searches over a row of probabilities; every thread holds the same result."""

    def __init__(self, vocabulary: int, probabilities: T.Buffer, row: tirx.Expr, thread: tirx.Expr) -> None:
        self.vocabulary = vocabulary
        self.stretch = (vocabulary + CHOICE_THREADS - 1) // CHOICE_THREADS
        self.probabilities = probabilities
        self.row = row
        self.thread = thread
        self.threshold = Registers(1, "int32")
        self.sums = Registers(3)
        self.above = Registers(2)
        self.counts = Registers(2, "int32")
        self.parts = Shared(3 * CHOICE_THREADS, "float32")
        self.ties = Shared(CHOICE_THREADS, "int32")

    def _bits(self, token: tirx.Expr) -> tirx.Expr:
        """A probability's bits as an integer, which order like the probabilities themselves."""
        return T.reinterpret(self.probabilities[self.row, token], dtype="int32")

    def _total(self, count: int) -> None:
        """Replace `sums` of each thread by those of the whole workgroup."""
        barrier()
        for i in range(count):
            self.parts[i * CHOICE_THREADS + self.thread] = self.sums[i]
        barrier()
        for i in range(count):
            self.sums[i] = T.float32(0)
        with T.serial(0, CHOICE_THREADS) as t:
            for i in range(count):
                self.sums[i] = self.sums[i] + self.parts[i * CHOICE_THREADS + t]

    def _each(self, visit: Callable[[tirx.Expr, tirx.Expr], None]) -> None:
        """Visit this thread's probabilities and their bits: neighbouring threads read neighbours."""
        with T.serial(0, self.stretch) as i:
            token = T.bind(i * CHOICE_THREADS + self.thread)
            with when(token < self.vocabulary):
                value = T.bind(self.probabilities[self.row, token])
                visit(value, T.reinterpret(value, dtype="int32"))

    def search(self, enough: Callable[[tirx.Expr], tirx.Expr]) -> None:
        """Set `threshold` to the largest one whose sum is enough, or to the smallest positive number.

        Two bits at a time, so that each pass over the row halves the interval twice.
        """
        self.threshold[0] = T.int32(0)
        with T.serial(0, 15) as step:
            shift = T.bind(28 - 2 * step)
            lowest = T.bind(self.threshold[0])
            for i in range(3):
                self.sums[i] = T.float32(0)

            def add(value: tirx.Expr, bits: tirx.Expr, lowest: tirx.Expr = lowest, shift: tirx.Expr = shift) -> None:
                for i in range(3):
                    bound = lowest + (T.int32(i + 1) << shift)
                    self.sums[i] = self.sums[i] + T.Select(bits >= bound, value, T.float32(0))

            self._each(add)
            self._total(3)
            passed = sum(
                (T.cast(enough(self.sums[i]), "int32") for i in range(1, 3)), T.cast(enough(self.sums[0]), "int32")
            )
            self.threshold[0] = self.threshold[0] + (passed << shift)
        self.threshold[0] = T.max(self.threshold[0], T.int32(1))
        self._count()

    def _count(self) -> None:
        """Set `above` to the sum of the larger probabilities, and `counts` to the number that equal the threshold."""
        self.sums[0] = T.float32(0)
        self.sums[1] = T.float32(0)

        edge = T.bind(self.threshold[0])

        def add(value: tirx.Expr, bits: tirx.Expr) -> None:
            self.sums[0] = self.sums[0] + T.Select(bits > edge, value, T.float32(0))
            self.sums[1] = self.sums[1] + T.Select(bits == edge, T.float32(1), T.float32(0))

        self._each(add)
        self._total(2)
        self.above[0] = self.sums[0]
        self.counts[0] = T.cast(self.sums[1], "int32")

    def nucleus_mass(self, top_p: tirx.Expr) -> tirx.Expr:
        """The sum of the nucleus; of equal last ones only as many as it takes."""
        edge = T.reinterpret(self.threshold[0], dtype="float32")
        needed = T.ceil((top_p - self.above[0]) / edge)
        most = T.cast(self.counts[0], "float32")
        self.above[1] = self.above[0] + edge * T.max(T.min(needed, most), T.float32(0))
        return self.above[1]

    def store(self, out: T.Buffer, sample: tirx.Expr, target: tirx.Expr) -> None:
        """Write the id of the token with the threshold's probability; among equals by rank, lower ids first."""
        edge = T.reinterpret(self.threshold[0], dtype="float32")
        # `above` and `target` are summed differently, so the rank is held within what exists.
        rank = T.floor(T.max(target - self.above[0], T.float32(0)) / edge)
        self.counts[1] = T.min(T.cast(T.min(rank, T.float32(2**24)), "int32"), self.counts[0] - 1)
        first = self.thread * self.stretch
        self.counts[0] = T.int32(0)

        def stretch(visit: Callable[[tirx.Expr], None]) -> None:
            with T.serial(0, self.stretch) as i:
                token = T.bind(first + i)
                with when(token < self.vocabulary), when(self._bits(token) == self.threshold[0]):
                    visit(token)

        def count(_token: tirx.Expr) -> None:
            self.counts[0] = self.counts[0] + 1

        def pick(token: tirx.Expr) -> None:
            with when(self.counts[1] == 0):
                T.buffer_store(out, token, [sample])
            self.counts[1] = self.counts[1] - 1

        stretch(count)
        self.ties[self.thread] = self.counts[0]
        barrier()
        with T.serial(0, self.thread) as t:
            self.counts[1] = self.counts[1] - self.ties[t]
        stretch(pick)


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


def _emit(
    builder: relax.BlockBuilder, name: str, inputs: list[relax.Var], primitive: tirx.PrimFunc, out: object
) -> None:
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
    """web-llm hands both results of `argsort_probs` to `sample_with_top_p` unread; ours needs no order."""
    batch = tirx.Var("batch", "int64")
    probabilities = relax.Var("probs", relax.TensorType((batch, vocabulary), "float32"))
    with builder.function("argsort_probs", [probabilities]):
        builder.emit_func_output(relax.Tuple([probabilities, probabilities]))


def _add_choice(builder: relax.BlockBuilder, vocabulary: int) -> None:
    batch, samples = tirx.Var("batch", "int64"), tirx.Var("samples", "int64")
    inputs = [
        relax.Var("probs", relax.TensorType((batch, vocabulary), "float32")),
        relax.Var("probs_again", relax.TensorType((batch, vocabulary), "float32")),
        relax.Var("uniform_samples", relax.TensorType((samples,), "float32")),
        relax.Var("sample_indices", relax.TensorType((samples,), "int32")),
        relax.Var("top_p", relax.TensorType((batch,), "float32")),
    ]
    out = relax.TensorType((samples,), "int32")
    _emit(builder, "sample_with_top_p", inputs, choose_top_p(vocabulary), out)
