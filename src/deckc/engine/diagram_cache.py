"""Keep drawn diagrams between builds: a file for each, named by what it was made from.

keep_diagram(Diagram("mermaid", "pie"), DrawnDiagram("<svg>"))    <cache>/diagrams/5f/5f3a...json
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import astuple
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from deckc.model.services import Diagram, DrawnDiagram
from deckc.packages.cache import cache_folder, keep

_FORMAT = 1
"""Counted up when deckc itself changes what is made from the same diagram."""


def recall_diagram(diagram: Diagram) -> DrawnDiagram | None:
    """Return what was kept; None where nothing was."""
    try:
        svg, problem, is_mistake, line = json.loads(_place(diagram).read_bytes())
        return DrawnDiagram(str(svg), str(problem), bool(is_mistake), int(line))
    except (OSError, ValueError, TypeError):
        return None


def keep_diagram(diagram: Diagram, drawn: DrawnDiagram) -> None:
    """Keep a diagram; a cache that cannot be written costs the next build time, and this one nothing."""
    with contextlib.suppress(OSError):
        keep(_place(diagram), json.dumps(astuple(drawn)).encode())


def _place(diagram: Diagram) -> Path:
    made_from = [_FORMAT, _mermaid_version() if diagram.language == "mermaid" else "", astuple(diagram)]
    digest = blake2b(json.dumps(made_from).encode(), digest_size=16).hexdigest()
    return cache_folder() / "diagrams" / digest[:2] / f"{digest}.json"


@cache
def _mermaid_version() -> str:
    """Return the text that names the version of the installed engine, without loading it."""
    found = find_spec("mermaidx")
    if found is None or found.origin is None:
        return ""
    try:
        return Path(found.origin).with_name("__about__.py").read_text("utf-8")
    except OSError:
        return ""
