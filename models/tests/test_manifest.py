"""The committed model folders hold what their manifests say."""

import hashlib
import json
from pathlib import Path

import pytest
from bundled import BUNDLED, ROOT

FOLDERS = [ROOT / "tests/fixtures/tiny-llama", BUNDLED]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_file_has_its_size_and_hash(folder: Path) -> None:
    manifest = json.loads((folder / "model.json").read_text())
    lines = []
    for file in manifest["files"]:
        data = (folder / file["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
        lines.append(f"{file['path']} {file['sha256']}\n")
    assert manifest["version"] == hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()[:12]
    # The card is for people; a browser loads nothing of it.
    apart = {"model.json", "README.md", "learning-curve.svg"}
    assert {file["path"] for file in manifest["files"]} == {file.name for file in folder.iterdir()} - apart


def test_the_bundle_is_small_enough() -> None:
    files = json.loads((FOLDERS[1] / "model.json").read_text())["files"]
    assert sum(file["bytes"] for file in files) <= 80e6
    assert max(file["bytes"] for file in files) <= 32 * 2**20


def test_the_tiny_model_is_tiny() -> None:
    files = json.loads((FOLDERS[0] / "model.json").read_text())["files"]
    assert sum(file["bytes"] for file in files if file["path"].startswith("params")) < 3e6
