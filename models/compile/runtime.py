"""TVM's WebAssembly runtime as object files, compiled once from the sources in registry packages.

The wheels `apache-tvm` and `apache-tvm-ffi` carry the runtime's source, `tilelang` five headers that the
first forgets, and `models/include` two that no package has. The compiler is Debian's emscripten.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import version
from pathlib import Path

MODELS = Path(__file__).parent.parent
CACHE = MODELS / ".cache"
HEADERS = ("tilelang/3rdparty/tvm/include/tvm/support/", "tilelang/3rdparty/tvm/src/support/")
UNITS = ("tvmjs_support", "webgpu_runtime", "wasm_runtime")


class MissingTool(RuntimeError):
    """A program or package that the build needs is not installed."""


def ensure_runtime() -> Path:
    """Build the runtime unless a finished one is cached; the folder to name in TVM_HOME."""
    home = CACHE / f"runtime-{_fingerprint()}"
    if not home.exists():
        _build(home)
    return home


def _fingerprint() -> str:
    """Names what the runtime is made of, so that another version of a package makes another runtime."""
    versions = " ".join(f"{name} {version(name)}" for name in ("apache-tvm", "apache-tvm-ffi"))
    headers = (MODELS / "requirements-headers.txt").read_text()
    return hashlib.sha256(f"{versions}\n{headers}".encode()).hexdigest()[:12]


def _build(home: Path) -> None:
    if shutil.which("emcc") is None:
        raise MissingTool("emcc is missing: install Debian's package emscripten")
    tree = home.with_suffix(".partial")
    shutil.rmtree(tree, ignore_errors=True)
    _copy_sources(tree)
    output = tree / "web/dist/wasm"
    output.mkdir(parents=True, exist_ok=True)
    include = ["-I.", "-Iinclude", "-I3rdparty/tvm-ffi/include", "-I3rdparty/compiler-rt"]
    flags = ["-O3", "-std=c++17", "-Wno-ignored-attributes", "-c"]
    for unit in UNITS:
        # TVM looks for bitcode by this name. Objects link in seconds, where bitcode is optimized again each time.
        command = ["emcc", *include, *flags, "-o", str(output / f"{unit}.bc"), f"web/emcc/{unit}.cc"]
        subprocess.run(command, cwd=tree, check=True)
    # The name without ".partial" appears only when everything is there.
    tree.rename(home)


def _copy_sources(tree: Path) -> None:
    site = Path(sysconfig.get_path("purelib"))
    if not (site / "tvm/web/emcc").exists():
        raise MissingTool("apache-tvm is missing: pip install --require-hashes -r models/requirements.txt")
    for name in ("src", "include", "web"):
        shutil.copytree(site / "tvm" / name, tree / name)
    shutil.copytree(site / "tvm_ffi", tree / "3rdparty/tvm-ffi")
    headers = _header_package()
    for source, target in (("include/tvm/support", "include/tvm/support"), ("src/support", "src/support")):
        shutil.copytree(headers / "tilelang/3rdparty/tvm" / source, tree / target, dirs_exist_ok=True)
    shutil.copytree(MODELS / "include/tvm", tree / "include/tvm", dirs_exist_ok=True)
    shutil.copytree(MODELS / "include/compiler-rt", tree / "3rdparty/compiler-rt", dirs_exist_ok=True)


def _header_package() -> Path:
    """Download and unpack the pinned wheel whose headers are used; it is not installed."""
    folder = CACHE / "headers"
    if not (folder / "tilelang").exists():
        folder.mkdir(parents=True, exist_ok=True)
        requirements = MODELS / "requirements-headers.txt"
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes"]
        subprocess.run([*command, "-d", str(folder), "-r", str(requirements)], check=True)
        for wheel in folder.glob("tilelang-*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder, [name for name in archive.namelist() if name.startswith(HEADERS)])
            wheel.unlink()
    return folder
