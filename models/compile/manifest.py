"""`model.json`: what the app knows about a model before it downloads it, with a hash for every file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from .config import BuildConfig, LlamaConfig
from .tensor_cache import is_shard

PAGE = 16
"""Tokens in a page of the KV cache; web-llm sets it."""


def write_manifest(folder: Path, model: LlamaConfig, build: BuildConfig) -> None:
    """Write `model.json` for the finished folder. `version` changes with the content of any file."""
    files = [_entry(path) for path in sorted(folder.iterdir()) if _is_served(path)]
    lines = "".join(sorted(f"{file['path']} {file['sha256']}\n" for file in files))
    manifest = {
        "schema": 1,
        "id": build.id,
        "version": hashlib.sha256(lines.encode()).hexdigest()[:12],
        "name": build.name,
        "kind": build.kind,
        "summary": build.summary,
        "license": build.license,
        "origin": build.origin,
        "promptFormat": build.promptFormat,
        "answerForm": build.answerForm,
        "contextWindow": build.contextWindow,
        "prefillChunk": build.prefillChunk,
        "parameters": model.parameters,
        "requires": requirements(model, build),
        "library": "lib.wasm",
        "files": files,
        "figures": {},
    }
    (folder / "model.json").write_text(json.dumps(manifest, indent=2) + "\n")


def _is_served(path: Path) -> bool:
    names = ("lib.wasm", "mlc-chat-config.json", "tensor-cache.json", "tokenizer.json")
    return path.name in names or is_shard(path)


def _entry(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"path": path.name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def requirements(model: LlamaConfig, build: BuildConfig) -> dict[str, Any]:
    """The WebGPU features and limits that the model needs, sizes in bytes.

    web-llm asks every adapter for at least 256 MiB buffers, 128 MiB bindings, 32 KiB of workgroup memory and
    10 storage buffers a stage, whatever the model; only the buffers can need more than that.
    """
    largest = max(largest_buffers(model, build).values())
    return {
        "features": [],
        "maxBufferSize": max(largest, 2**28),
        "maxStorageBufferBindingSize": max(largest, 2**27),
        "maxComputeWorkgroupStorageSize": 32 * 2**10,
        "maxComputeInvocationsPerWorkgroup": 256,
        "maxStorageBuffersPerShaderStage": 10,
    }


def largest_buffers(model: LlamaConfig, build: BuildConfig) -> dict[str, int]:
    """Bytes of the largest buffers on the GPU: weights, activations of a prefill chunk, the cache of a layer."""
    pages = -(-build.contextWindow // PAGE) + 1
    packed = 4 * model.hidden // 8
    return {
        "embedding": model.vocabulary * packed,
        "gate and up": 2 * model.intermediate * packed,
        "activations": 4 * build.prefillChunk * 2 * model.intermediate,
        "cache of a layer": 4 * pages * 2 * model.kv_heads * PAGE * model.head_dim,
    }
