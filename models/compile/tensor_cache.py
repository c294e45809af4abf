"""The shards and their index as web-llm loads them: `tensor-cache.json` and `params_shard_*.bin`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

SHARD_BYTES = 32 * 2**20
"""No shard grows beyond this, unless a single tensor does."""


def write_shards(parameters: Iterable[tuple[str, np.ndarray]], folder: Path) -> None:
    """Write the parameters in their order. float32 is stored as bfloat16 and must be exact in it.

    Raises ValueError for a float32 array that bfloat16 can't hold without rounding.
    """
    shards: list[dict[str, object]] = []
    records: list[dict[str, object]] = []
    data = bytearray()

    def flush() -> None:
        if not records:
            return
        path = f"params_shard_{len(shards)}.bin"
        (folder / path).write_bytes(data)
        shards.append(
            {
                "dataPath": path,
                "format": "raw-shard",
                "nbytes": len(data),
                "records": list(records),
                "md5sum": hashlib.md5(data, usedforsecurity=False).hexdigest(),
            }
        )
        records.clear()
        data.clear()

    for name, array in parameters:
        encoded, form = _encode(name, array)
        if len(data) + len(encoded) > SHARD_BYTES:
            flush()
        record = {"name": name, "shape": list(array.shape), "dtype": str(array.dtype), "format": form}
        records.append({**record, "nbytes": len(encoded), "byteOffset": len(data)})
        data += encoded
    flush()
    (folder / "tensor-cache.json").write_text(json.dumps({"metadata": {}, "records": shards}))


def read_shards(folder: Path) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the parameters of a model folder as the GPU receives them."""
    for shard in json.loads((folder / "tensor-cache.json").read_text())["records"]:
        data = (folder / shard["dataPath"]).read_bytes()
        for record in shard["records"]:
            raw = data[record["byteOffset"] :][: record["nbytes"]]
            yield record["name"], _decode(raw, record["dtype"], record["format"]).reshape(record["shape"])


def _encode(name: str, array: np.ndarray) -> tuple[bytes, str]:
    if array.dtype != np.float32:
        return np.ascontiguousarray(array).tobytes(), "raw"
    bits = np.ascontiguousarray(array).view(np.uint32)
    if np.any(bits & 0xFFFF):
        raise ValueError(f"{name} is not exact in bfloat16")
    return (bits >> 16).astype(np.uint16).tobytes(), "f32-to-bf16"


def _decode(raw: bytes, dtype: str, form: str) -> np.ndarray:
    if form != "f32-to-bf16":
        return np.frombuffer(raw, dtype)
    return (np.frombuffer(raw, np.uint16).astype(np.uint32) << 16).view(np.float32)


def is_shard(path: Path) -> bool:
    """Whether the file is one of the shards that `write_shards` makes."""
    return re.fullmatch(r"params_shard_\d+\.bin", path.name) is not None
