"""The folder of the model that comes with the page, whose id stands in one place only: `src/model/registry.ts`."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_FOUND = re.search(r'BUNDLED_MODEL = "([^"]+)"', (ROOT / "src/model/registry.ts").read_text())
if _FOUND is None:
    raise RuntimeError("src/model/registry.ts names no BUNDLED_MODEL")

BUNDLED = ROOT / "public/models" / _FOUND[1]
