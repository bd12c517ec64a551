"""Keep typeset formulas between builds: a file for each, named by what it was made from.

keep_formula(("0.16.45", ("x^2", False), "[]"), TypesetFormula("<span ..."))    <cache>/math/5f/5f3a...json
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path

from deckc.model.services import TypesetFormula
from deckc.packages.cache import cache_folder, keep

_FORMAT = 1
"""Counted up when deckc itself changes what is made from the same formula."""

Key = tuple[str, tuple[str, bool], str]
"""KaTeX's version, the formula, and all else that it depends on."""


def recall_formula(key: Key) -> TypesetFormula | None:
    """Return what was kept; None where nothing was."""
    try:
        html, problem, offset, length = json.loads(_place(key).read_bytes())
        return TypesetFormula(str(html), str(problem), int(offset), int(length))
    except (OSError, ValueError, TypeError):
        return None


def keep_formula(key: Key, formula: TypesetFormula) -> None:
    """Keep a formula; a cache that cannot be written costs the next build time, and this one nothing."""
    with contextlib.suppress(OSError):
        keep(_place(key), json.dumps(astuple(formula)).encode())


def _place(key: Key) -> Path:
    digest = blake2b(json.dumps([_FORMAT, key]).encode(), digest_size=16).hexdigest()
    return cache_folder() / "math" / digest[:2] / f"{digest}.json"
