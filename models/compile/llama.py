"""The model that is compiled: a Llama in relax.nn whose matrices are 4-bit, and what web-llm calls of it."""

from __future__ import annotations

from tvm import te, tirx
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import Tensor, op
from tvm.relax.frontend.nn.llm.kv_cache import PagedKVCache

from .config import GROUP, LlamaConfig
from .kernels import Kernels
from .kv_cache import create_kv_cache
from .norm import RmsNorm

DTYPE = "float32"


def _dequantized(packed: te.Tensor, scale: te.Tensor, row: tirx.Expr, column: tirx.Expr) -> tirx.Expr:
    word = packed[row, column // 8]
    level = (word >> ((column % 8) * 4).astype("uint32")) & tirx.const(15, "uint32")
    return (level.astype(DTYPE) - 8.0) * scale[row, column // GROUP]


class Matrix(nn.Module):
    """A 4-bit matrix of `rows` by `columns`; see quantize.py for the format."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns
        self.packed = nn.Parameter((rows, columns // 8), "uint32")
        self.scale = nn.Parameter((rows, columns // GROUP), DTYPE)

    def look_up(self, rows: Tensor) -> Tensor:
        """The rows with the given indices, (n,) int32, as (n, columns)."""

        def gather(ids: te.Tensor, packed: te.Tensor, scale: te.Tensor) -> te.Tensor:
            shape = (ids.shape[0], self.columns)
            return te.compute(shape, lambda i, k: _dequantized(packed, scale, ids[i], k), name="embed")

        return op.tensor_expr_op(gather, "embed", [rows, self.packed, self.scale])


class Linear(Matrix):
    """`y = x W^T` with one kernel for a single row of x (decode) and another for several (prefill)."""

    def __init__(self, columns: int, rows: int, kernels: Kernels) -> None:
        super().__init__(rows, columns)
        self.kernels = kernels

    def forward(self, x: Tensor) -> Tensor:
        """Multiply (1, n, columns) into (1, n, rows)."""
        return project(x, self, self.kernels)


def project(x: Tensor, matrix: Matrix, kernels: Kernels) -> Tensor:
    """Multiply (1, n, columns) by the transposed matrix."""
    n = x.shape[1]
    kernel = kernels.decode if isinstance(n, int) and n == 1 else kernels.prefill
    if kernel is None:
        return _project_by_dlight(x, matrix)
    function = kernel(matrix.columns, matrix.rows)
    out = Tensor.placeholder([1, n, matrix.rows], DTYPE)
    return op.tensor_ir_op(function, "matmul", args=[x, matrix.packed, matrix.scale], out=out)


def _project_by_dlight(x: Tensor, matrix: Matrix) -> Tensor:
    """Leave the schedule to TVM's dlight rules, which fuse the dequantization into the product."""

    def dequantize(packed: te.Tensor, scale: te.Tensor) -> te.Tensor:
        shape = (matrix.rows, matrix.columns)
        return te.compute(shape, lambda n, k: _dequantized(packed, scale, n, k), name="dequantize")

    weights = op.tensor_expr_op(dequantize, "dequantize", [matrix.packed, matrix.scale])
    return op.matmul(x, op.permute_dims(weights, [1, 0]))


class Mlp(nn.Module):
    """The gated feed-forward part; gate and up are one matrix, so that x is read once."""

    def __init__(self, config: LlamaConfig, kernels: Kernels) -> None:
        self.gate_up = Linear(config.hidden, 2 * config.intermediate, kernels)
        self.down = Linear(config.intermediate, config.hidden, kernels)

    def forward(self, x: Tensor) -> Tensor:
        """Transform (1, n, hidden)."""
        gate, up = op.split(self.gate_up(x), 2, axis=-1)
        return self.down(op.silu(gate) * up)


class Attention(nn.Module):
    """Grouped-query attention; RoPE, the cache and the product live in the paged KV cache."""

    def __init__(self, config: LlamaConfig, kernels: Kernels) -> None:
        self.config = config
        self.qkv = Linear(config.hidden, (config.heads + 2 * config.kv_heads) * config.head_dim, kernels)
        self.out = Linear(config.heads * config.head_dim, config.hidden, kernels)

    def forward(self, x: Tensor, cache: PagedKVCache, layer: int) -> Tensor:
        """Transform (1, n, hidden)."""
        c = self.config
        batch, n, _ = x.shape
        qkv = op.reshape(self.qkv(x), (batch, n, c.heads + 2 * c.kv_heads, c.head_dim))
        y = cache.attention_with_fused_qkv(layer, qkv, c.heads, sm_scale=c.head_dim**-0.5)
        return self.out(op.reshape(y, (batch, n, c.heads * c.head_dim)))


class Block(nn.Module):
    """One layer, with the norms before its two parts."""

    def __init__(self, config: LlamaConfig, kernels: Kernels) -> None:
        self.attention = Attention(config, kernels)
        self.mlp = Mlp(config, kernels)
        self.attention_norm = RmsNorm(config.hidden, config.rms_eps)
        self.mlp_norm = RmsNorm(config.hidden, config.rms_eps)

    def forward(self, x: Tensor, cache: PagedKVCache, layer: int) -> Tensor:
        """Transform (1, n, hidden)."""
        x = x + self.attention(self.attention_norm(x), cache, layer)
        return x + self.mlp(self.mlp_norm(x))


class Llama(nn.Module):
    """The functions that web-llm 0.2.86 calls in a library, for one sequence (batch size 1)."""

    def __init__(self, config: LlamaConfig, kernels: Kernels) -> None:
        self.config = config
        self.dtype = DTYPE
        self.kernels = kernels
        self.embedding = Matrix(config.vocabulary, config.hidden)
        self.layers = nn.ModuleList([Block(config, kernels) for _ in range(config.layers)])
        self.norm = RmsNorm(config.hidden, config.rms_eps)
        if not config.tied:
            self.head = Matrix(config.vocabulary, config.hidden)

    def embed(self, input_ids: Tensor) -> Tensor:
        """Look up token ids (n,) as (n, hidden)."""
        return self.embedding.look_up(input_ids)

    def prefill(self, input_embed: Tensor, paged_kv_cache: PagedKVCache) -> tuple[Tensor, PagedKVCache]:
        """Run n embedded tokens; the logits (1, 1, vocabulary) of the last."""

        def last(x: te.Tensor) -> te.Tensor:
            batch, n, width = x.shape
            return te.compute((batch, 1, width), lambda b, _, k: x[b, n - 1, k], name="last")

        hidden = self._run(input_embed, paged_kv_cache)
        return self._logits(op.tensor_expr_op(last, "last", [hidden])), paged_kv_cache

    def decode(self, input_embed: Tensor, paged_kv_cache: PagedKVCache) -> tuple[Tensor, PagedKVCache]:
        """Run one embedded token (1, 1, hidden); its logits (1, 1, vocabulary)."""
        return self._logits(self._run(input_embed, paged_kv_cache)), paged_kv_cache

    def create_tir_paged_kv_cache(
        self,
        max_batch_size: tirx.Var,
        max_total_seq_len: tirx.Var,
        prefill_chunk_size: tirx.Var,
        page_size: tirx.Var,
        support_sliding_window: tirx.Var,
    ) -> PagedKVCache:
        """Create the cache; web-llm passes five shapes of one number each."""
        sizes = [max_batch_size, max_total_seq_len, prefill_chunk_size, page_size, support_sliding_window]
        return create_kv_cache(self.config, sizes)

    def specification(self) -> nn.spec.ModuleSpec:
        """The signatures for the exporter. Parameters are packed: web-llm passes them as one list."""
        packed = {"param_mode": "packed", "effect_mode": "none"}
        none = {"param_mode": "none", "effect_mode": "none"}
        cache = nn.spec.Object(object_type=PagedKVCache)
        c = self.config
        sizes = ("max_batch_size", "max_total_seq_len", "prefill_chunk_size", "page_size", "support_sliding_window")
        return nn.spec.ModuleSpec.from_raw(
            {
                "embed": {"input_ids": nn.spec.Tensor(["seq_len"], "int32"), "$": packed},
                "prefill": {
                    "input_embed": nn.spec.Tensor([1, "seq_len", c.hidden], DTYPE),
                    "paged_kv_cache": cache,
                    "$": packed,
                },
                "decode": {
                    "input_embed": nn.spec.Tensor([1, 1, c.hidden], DTYPE),
                    "paged_kv_cache": cache,
                    "$": packed,
                },
                "create_tir_paged_kv_cache": {**dict.fromkeys(sizes, int), "$": none},
            },
            self,
        )

    def _run(self, x: Tensor, cache: PagedKVCache) -> Tensor:
        for layer, block in enumerate(self.layers):
            x = block(x, cache, layer)
        return self.norm(x)

    def _logits(self, hidden: Tensor) -> Tensor:
        # Tied models store the matrix once; both uses read the same parameter.
        return project(hidden, self.embedding if self.config.tied else self.head, self.kernels)
