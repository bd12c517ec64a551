"""Find a file of an npm package by the address that it is imported with.

exported_file(Path("node_modules/ui"), "styles")      node_modules/ui/dist/style.css, as its package.json says
exported_file(Path("node_modules/ui"), "a.css")       node_modules/ui/a.css
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_CONDITIONS = ("style", "import", "default", "require")


def exported_file(package: Path, address: str) -> Path:
    """Return the file that an address inside of a package means; empty for the package itself."""
    try:
        described = json.loads((package / "package.json").read_bytes())
    except (OSError, ValueError):
        described = {}
    exports = described.get("exports") if isinstance(described, dict) else None
    key = f"./{address}" if address else "."
    if isinstance(exports, dict) and (found := _file_of(exports.get(key))):
        return package / found
    if not address and isinstance(described, dict) and isinstance(described.get("style"), str):
        return package / str(described["style"])
    return package / address


def _file_of(entry: Any) -> str | None:
    if isinstance(entry, dict):
        return next((found for name in _CONDITIONS if (found := _file_of(entry.get(name)))), None)
    return entry.removeprefix("./") if isinstance(entry, str) and ".." not in entry.split("/") else None
