"""RMSNorm with a single barrier: TVM's schedule reduces through eight, which a software adapter pays dearly."""

from __future__ import annotations

from tvm import tirx
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import Tensor, op
from tvm.script.ir_builder import tirx as T

from .tir import Registers, Shared, barrier, function, launch, when

THREADS = 32


def rms_norm(width: int, eps: float) -> tirx.PrimFunc:
    """y = x / sqrt(mean(x^2) + eps) * weight for each row of x (1, n, width); a small workgroup a row."""
    steps = (width + THREADS - 1) // THREADS

    def body(x: T.Buffer, weight: T.Buffer, y: T.Buffer, n: tirx.Var) -> None:
        with launch(bx=n, tx=THREADS) as (row, t):
            total = Registers(1)
            parts = Shared(THREADS, "float32")
            total[0] = T.float32(0)
            with T.serial(0, steps) as i:
                at = i * THREADS + t
                with when(at < width):
                    value = T.bind(x[0, row, at])
                    total[0] = total[0] + value * value
            parts[t] = total[0]
            barrier()
            total[0] = T.float32(0)
            with T.serial(0, THREADS) as i:
                total[0] = total[0] + parts[i]
            total[0] = T.float32(1) / T.sqrt(total[0] * T.float32(1 / width) + T.float32(eps))
            with T.serial(0, steps) as i:
                at = i * THREADS + t
                with when(at < width):
                    T.buffer_store(y, x[0, row, at] * total[0] * weight[at], [0, row, at])

    rows = ((1, "n", width), "float32")
    return function("rms_norm", [rows, ((width,), "float32"), rows], body)


class RmsNorm(nn.Module):
    """The norm as a module with its weight, (width,) float32."""

    def __init__(self, width: int, eps: float) -> None:
        self.width = width
        self.eps = eps
        self.weight = nn.Parameter((width,), "float32")

    def forward(self, x: Tensor) -> Tensor:
        """Normalize each row of (1, n, width)."""
        out = Tensor.placeholder(x.shape, "float32")
        return op.tensor_ir_op(rms_norm(self.width, self.eps), "rms_norm", args=[x, self.weight], out=out)
