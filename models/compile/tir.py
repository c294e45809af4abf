"""Small helpers to write GPU functions with TVM's IRBuilder: Python's own loops unroll, TVM's become loops.

Not TVMScript, because a Python loop over kernels or register indices can't be written in it.
"""

from __future__ import annotations

import dataclasses
import struct
from collections.abc import Callable, Sequence

import tvm
from tvm import tirx
from tvm.script.ir_builder import IRBuilder
from tvm.script.ir_builder import tirx as T

TARGET = tvm.target.Target(
    {"kind": "webgpu", "max_num_threads": 256},
    host={"kind": "llvm", "mtriple": "wasm32-unknown-unknown-wasm"},
)
"""256 threads a workgroup is WebGPU's default limit: every adapter has it."""

Shape = Sequence["int | str"]
"""A dimension is a number, or the name of an int32 that is known at run time."""


class Registers:
    """An array private to a thread. Index it with Python numbers: a dynamic index would send it to memory."""

    def __init__(self, size: int, dtype: str = "float32") -> None:
        self.buffer = T.decl_buffer((size,), dtype, scope="local")

    def __getitem__(self, index: int) -> tirx.Expr:
        return self.buffer[index]

    def __setitem__(self, index: int, value: tirx.Expr) -> None:
        T.buffer_store(self.buffer, value, [index])


class Shared:
    """An array that the threads of a workgroup share; `barrier()` separates writing from reading.

    The tag behind "shared" keeps TVM from adding barriers of its own, which end up in innermost loops, and one
    tag per dtype keeps it from laying arrays of different types into one. Arrays of one type that are not in
    use at the same time may still share memory, so a barrier belongs between the last use and the next array.
    """

    def __init__(self, size: int, dtype: str) -> None:
        self.buffer = T.decl_buffer((size,), dtype, scope=f"shared.{dtype}")

    def __getitem__(self, index: tirx.Expr | int) -> tirx.Expr:
        return self.buffer[index]

    def __setitem__(self, index: tirx.Expr | int, value: tirx.Expr) -> None:
        T.buffer_store(self.buffer, value, [index])


def flat(buffer: tirx.Buffer) -> tirx.Buffer:
    """The same memory with one index, for kernels that keep addresses in registers."""
    size = 1
    for extent in buffer.shape:
        size = size * extent
    return T.decl_buffer((size,), buffer.dtype, data=buffer.data, elem_offset=buffer.elem_offset)


def exact(value: float) -> tirx.Expr:
    """A float32 constant with all its bits; TVM writes constants into WGSL with seven digits only."""
    bits = struct.unpack("<i", struct.pack("<f", value))[0]
    return T.reinterpret(T.int32(bits), dtype="float32")


def barrier() -> None:
    """Wait for all threads of the workgroup."""
    T.evaluate(tvm.ir.Call("tirx.tvm_storage_sync", [tvm.ir.StringImm("shared")], ret_ty="void"))


def launch(**extents: tirx.Expr | int) -> tuple[T.frame_scope, None]:
    """Open one kernel: `with launch(bx=…, by=…, tx=…, ty=…) as (bx, by, tx, ty)`, in the order given."""
    axes = {"bx": "blockIdx.x", "by": "blockIdx.y", "tx": "threadIdx.x", "ty": "threadIdx.y"}
    return T.frame_scope([T.launch_thread(axes[name], extent) for name, extent in extents.items()])


def when(condition: tirx.Expr) -> T.frame_scope:
    """Run the body only where the condition holds."""
    return T.frame_scope([T.If(condition), T.Then()])


@dataclasses.dataclass(frozen=True)
class View:
    """A buffer argument that may begin inside a larger allocation, as the KV cache's index arrays do."""

    shape: Shape
    dtype: str


Argument = tuple[Shape, str] | View | str
"""A buffer (shape, dtype), a view, or the dtype of a scalar."""


def function(
    name: str, arguments: Sequence[Argument], body: Callable[..., None], *, public: bool = False
) -> tirx.PrimFunc:
    """A function over buffers of the given shapes and dtypes, and scalars.

    `body` receives buffers and scalars in order and, by keyword, the run-time dimensions; it launches one
    kernel or several.
    """
    sizes: dict[str, tirx.Var] = {}

    def dimension(size: int | str) -> int | tirx.Var:
        return sizes.setdefault(size, tirx.Var(size, "int32")) if isinstance(size, str) else size

    def declare(index: int, argument: Argument) -> tuple[tirx.Var, Argument]:
        dtype = T.handle() if not isinstance(argument, str) else getattr(T, argument)()
        return T.arg(f"arg{index}", dtype), argument

    def match(variable: tirx.Var, argument: Argument, index: int) -> tirx.Var | tirx.Buffer:
        if isinstance(argument, str):
            return variable
        is_view = isinstance(argument, View)
        shape, dtype = (argument.shape, argument.dtype) if is_view else argument
        offset = tirx.Var(f"offset{index}", "int32") if is_view else None
        return T.match_buffer(variable, tuple(map(dimension, shape)), dtype, elem_offset=offset)

    with IRBuilder() as builder, T.prim_func(is_private=not public):
        T.func_name(name)
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        if public:
            T.func_attr({"global_symbol": name})
        declared = [declare(index, argument) for index, argument in enumerate(arguments)]
        matched = [match(*pair, index) for index, pair in enumerate(declared)]
        body(*matched, **sizes)
    return builder.get()
