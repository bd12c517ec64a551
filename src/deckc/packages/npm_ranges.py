"""In which versions a package.json allows the packages that it names.

allowed_in(Path("/deck"))          {"chart.js": "^4.4.0"}
spec_for("chart.js", Path("/deck/talks"))      "chart.js@^4.4.0": of the nearest package.json that names it
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from deckc.packages.katex import PACKAGE as KATEX
from deckc.pattern import pattern

NEEDS = ("dependencies", "peerDependencies", "optionalDependencies")
OWN = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
"""A deck may name what it uses among the things that it is built with."""
_RANGE = pattern(r"(?!\.|.*\.(?:tgz|tar)$)[\w.^~<>=|*+ -]*", re.IGNORECASE)
"""Versions, and words such as "latest"; no address, no folder or file, as ".." and "x.tgz" are to npm, and nothing that
only another package manager understands."""
_OWN_SERIES = {KATEX.name: KATEX.spec}
"""Its classes have to be those of the style sheet in the page."""


def allowed_in(folder: Path, kinds: tuple[str, ...] = NEEDS) -> dict[str, str]:
    """Return what the package.json in a folder names, and in which versions; the first of the kinds wins."""
    path = folder / "package.json"
    try:
        described = json.loads(path.read_bytes()) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        return {}
    named = (described.get(kind) for kind in reversed(kinds)) if isinstance(described, dict) else ()
    return {
        str(name): str(allowed)
        for kind in named
        if isinstance(kind, dict)
        for name, allowed in kind.items()
        if _RANGE.fullmatch(str(allowed))
    }


def spec_for(name: str, folder: Path) -> str:
    """Return what npm is asked for, for a deck in a folder: a version that is written behind the name stays."""
    if "@" in name[1:]:
        return name
    for each in (folder, *folder.parents):
        allowed = allowed_in(each, OWN).get(name)
        if allowed is not None:
            return f"{name}@{allowed}" if allowed else name
    return _OWN_SERIES.get(name, name)
