"""`python -m compile`: one command from a checkpoint to a complete model folder."""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import tempfile
from pathlib import Path

from .chat_config import chat_config
from .config import BuildConfig, LlamaConfig, read_build_config
from .kernels import DECODE_KERNELS, PREFILL_KERNELS
from .library import build_library
from .manifest import write_manifest
from .runtime import ensure_runtime
from .source import Source, open_source
from .tensor_cache import write_shards
from .vocabulary import Selection, all_ids, prune, read_selection
from .weights import parameters


def build_folder(source: Source, build: BuildConfig, out: Path, link: str = "-O2") -> None:
    """Write a complete model folder; an existing one is replaced only when the new one is finished."""
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        model = _write_text_files(source, build, partial)
        expected = build_library(model, build, ensure_runtime(), partial / "lib.wasm", link)
        selection = _selection(build)
        write_shards(parameters(source, model, selection.rows if selection else None), partial)
        _check(expected, partial)
        write_manifest(partial, model, build)
        _replace(partial, out)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _selection(build: BuildConfig) -> Selection | None:
    return read_selection(Path(build.vocabulary)) if build.vocabulary else None


def _write_text_files(source: Source, build: BuildConfig, folder: Path) -> LlamaConfig:
    """Write tokenizer and chat configuration; the model's shape with the pruned vocabulary."""
    selection = _selection(build)
    tokenizer = source.tokenizer()
    model = source.config
    if selection is not None:
        tokenizer = prune(tokenizer, selection)
        model = _renumbered(model, selection)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))
    config = chat_config(model, build, all_ids(tokenizer))
    (folder / "mlc-chat-config.json").write_text(json.dumps(config, indent=1) + "\n")
    return model


def _renumbered(model: LlamaConfig, selection: Selection) -> LlamaConfig:
    kept = selection.kept
    return dataclasses.replace(
        model,
        vocabulary=len(selection.rows),
        bos_token_id=kept.index(model.bos_token_id) if model.bos_token_id in kept else None,
        eos_token_ids=tuple(kept.index(token) for token in model.eos_token_ids if token in kept),
    )


def _check(expected: list[tuple[str, object]], folder: Path) -> None:
    """Raise ValueError unless the shards hold exactly the parameters that the library asks for."""
    records = [
        record
        for shard in json.loads((folder / "tensor-cache.json").read_text())["records"]
        for record in shard["records"]
    ]
    held = {record["name"]: (record["shape"], record["dtype"]) for record in records}
    asked = {name: ([int(size) for size in p.shape], str(p.dtype)) for name, p in expected}
    if held != asked:
        different = sorted(name for name in held.keys() | asked.keys() if held.get(name) != asked.get(name))
        raise ValueError(f"weights and library disagree about {different[:5]}")


def _replace(new: Path, out: Path) -> None:
    old = new.with_name(new.name + "-old")
    new.chmod(0o755)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m compile", description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="Hugging Face folder, GGUF file or its folder")
    parser.add_argument("--config", type=Path, required=True, help="build configuration, configs/<id>.json")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--prefill-kernel", choices=PREFILL_KERNELS, help="instead of the configured one")
    parser.add_argument("--decode-kernel", choices=DECODE_KERNELS, help="instead of the configured one")
    parser.add_argument("--draft", action="store_true", help="link in a second, for a larger lib.wasm")
    arguments = parser.parse_args()
    build = read_build_config(arguments.config)
    build = dataclasses.replace(
        build,
        prefillKernel=arguments.prefill_kernel or build.prefillKernel,
        decodeKernel=arguments.decode_kernel or build.decodeKernel,
    )
    build_folder(open_source(arguments.source), build, arguments.out, "-O1" if arguments.draft else "-O2")
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"{arguments.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
