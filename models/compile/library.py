"""The wasm library: the model's VM functions, its WebGPU kernels and TVM's runtime in one file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import tvm
from tvm import relax, tirx
from tvm.ir import IRModule
from tvm.s_tir import dlight
from tvm.support import emcc

from .config import BuildConfig, LlamaConfig
from .kernels import choose
from .llama import Llama
from .sampler import add_sampler
from .tir import TARGET

Parameters = list[tuple[str, Any]]


def build_library(config: LlamaConfig, build: BuildConfig, runtime: Path, out: Path, link: str = "-O2") -> Parameters:
    """Compile the model into the file `out` and return its parameters in the order that the library expects.

    `runtime` is the folder that runtime.py made; TVM finds it through TVM_HOME. `link` is emcc's effort:
    "-O1" takes a second, "-O2" twenty for two thirds of the size. The GPU kernels are the same.
    """
    model = Llama(config, choose(build.prefillKernel, build.decodeKernel))
    with TARGET:
        module, parameters = model.export_tvm(spec=model.specification())[:2]
        module = _bound(_with_sampler(module, config.vocabulary), build)
        executable = relax.build(module, target=TARGET, relax_pipeline=_pipeline(_metadata(build, parameters)))
    os.environ["TVM_HOME"] = str(runtime)
    executable.export_library(str(out), fcompile=_link, options=[link])
    return parameters


def _link(output: str, objects: list[str], options: list[str] | None = None, **_: object) -> None:
    # TVM's own function is marked to receive bitcode, which Debian's older LLVM can't read; this one gets objects.
    emcc.create_tvmjs_wasm(output, objects, options=options)
    # emcc marks its output as a program; it is a file to be served.
    Path(output).chmod(0o644)


def _with_sampler(module: IRModule, vocabulary: int) -> IRModule:
    builder = relax.BlockBuilder(module)
    add_sampler(builder, vocabulary)
    return builder.finalize()


def _bound(module: IRModule, build: BuildConfig) -> IRModule:
    """Tell the memory planner the largest sizes, so that it reserves once and reuses."""
    bounds = {"seq_len": build.prefillChunk, "batch": 1, "samples": 1}
    for variable, function in module.functions.items():
        if isinstance(function, relax.Function):
            function = function.with_attr("tir_var_upper_bound", bounds)
            module[variable] = function.with_attr("relax.memory_plan_dynamic_func_output", True)
    return module


def _metadata(build: BuildConfig, parameters: Parameters) -> dict[str, Any]:
    return {
        "model_type": "llama",
        "quantization": "q4f32",
        "context_window_size": build.contextWindow,
        "sliding_window_size": -1,
        "attention_sink_size": -1,
        "prefill_chunk_size": build.prefillChunk,
        "tensor_parallel_shards": 1,
        "kv_state_kind": "kv_cache",
        "max_batch_size": 1,
        "params": [
            {"name": name, "shape": [int(size) for size in p.shape], "dtype": str(p.dtype)} for name, p in parameters
        ],
    }


def _pipeline(metadata: dict[str, Any]) -> tvm.transform.Pass:
    transform = relax.transform

    @tvm.transform.module_pass(opt_level=0)
    def attach_metadata(module: IRModule, _: tvm.transform.PassContext) -> IRModule:
        builder = relax.BlockBuilder(module)
        with builder.function("_metadata", params=[]):
            builder.emit_func_output(tvm.ir.StringImm(json.dumps(metadata)))
        return builder.finalize()

    gpu = dlight.gpu
    return tvm.transform.Sequential(
        [
            attach_metadata,
            tirx.transform.BindTarget(TARGET),
            transform.FuseTransposeMatmul(),
            transform.LegalizeOps(),
            transform.AnnotateTIROpPattern(),
            transform.FoldConstant(),
            transform.FuseOps(),
            transform.FuseTIR(),
            transform.DeadCodeElimination(),
            dlight.ApplyDefaultSchedule(
                gpu.Matmul(), gpu.GEMV(), gpu.Reduction(), gpu.GeneralReduction(), gpu.Fallback()
            ),
            tirx.transform.ForceNarrowIndexToInt32(),
            transform.RewriteDataflowReshape(),
            transform.ToNonDataflow(),
            transform.RemovePurityChecking(),
            transform.CallTIRRewrite(),
            transform.StaticPlanBlockMemory(),
            transform.LowerAllocTensor(),
            transform.KillAfterLastUse(),
            transform.LowerRuntimeBuiltin(),
            transform.VMShapeLower(),
            transform.AttachGlobalSymbol(),
        ]
    )
