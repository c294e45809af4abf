"""The paged KV cache: TVM's runtime object with the functions that a single sequence needs.

TVM's own class would add kernels for sliding windows, tree attention and latent attention, which every page
visit would compile and nothing would call.
"""

from __future__ import annotations

import tvm
from tvm import relax, tirx
from tvm.relax.frontend.nn.llm import kv_cache as stock
from tvm.relax.frontend.nn.llm.kv_cache import AttnKind, PagedKVCache, RopeMode

from .attention import AttentionTile, decode_cached, merge, prefill_cached, prefill_new
from .config import LlamaConfig
from .rope import split_and_rotate
from .tir import TARGET

_DTYPE = "float32"


def create_kv_cache(config: LlamaConfig, sizes: list[tirx.Var]) -> PagedKVCache:
    """Create the cache; `sizes` are web-llm's five: sequences, tokens, prefill chunk, page, sliding window."""
    builder = relax.BlockBuilder.current()
    heads, kv_heads, width = config.heads, config.kv_heads, config.head_dim

    def add(function: tirx.PrimFunc, name: str) -> relax.GlobalVar:
        return builder.add_func(function, name)

    def attention(function: tirx.PrimFunc, name: str) -> relax.Tuple:
        return relax.Tuple([tvm.ir.StringImm("tirx"), add(function, name)])

    # Rows of registers for wide heads would spill: half as many there.
    rows = 8 if width <= 64 else 4
    prefill = AttentionTile(rows=rows, threads=8, keys=8, groups=4)
    decode = AttentionTile(rows=1, threads=8 if width % 16 else 16, keys=8, groups=1)
    unused = relax.Tuple([])
    page = sizes[3]
    arguments = [
        relax.ShapeExpr([*sizes, 1024]),
        relax.ShapeExpr([0, config.layers]),
        *(relax.prim_value(size) for size in (heads, kv_heads, width, width)),
        relax.ShapeExpr([int(AttnKind.MHA)] * config.layers),
        relax.prim_value(False),
        relax.prim_value(RopeMode.NORMAL),
        relax.prim_value(1),
        relax.prim_value(config.rope_theta),
        relax.prim_value(0),
        relax.op.zeros((), _DTYPE),
        add(stock._kv_cache_transpose_append(kv_heads, width, _DTYPE), "kv_cache_append"),
        relax.prim_value(0),
        attention(prefill_new(config, prefill), "attention_new"),
        attention(prefill_cached(config, prefill), "attention_cached"),
        attention(decode_cached(config, decode), "attention_decode"),
        *[unused] * 5,
        relax.Tuple([add(merge(config), "attention_merge")]),
        add(split_and_rotate(config), "split_and_rotate"),
        add(stock._copy_single_page(kv_heads, page, width, _DTYPE, TARGET), "kv_cache_copy_page"),
        add(stock._kv_cache_debug_get_kv(config.layers, kv_heads, width, _DTYPE), "kv_cache_debug_get_kv"),
        add(stock._compact_kv_copy(kv_heads, width, _DTYPE, TARGET), "kv_cache_compact"),
    ]
    call = relax.call_pure_packed("vm.builtin.paged_attention_kv_cache_create", *arguments, ty_args=relax.AnyType())
    return PagedKVCache(_expr=call, _name="paged_kv_cache")
