"""Keep what an engine made between builds: a file for each result, named by what it was made from.

It begins with the digest of what follows: a file that was damaged, or cut off, counts as none.

keep_result("math", ("0.16.45", "x^2"), ("<span ...", "", 0, 1))    <cache>/math/5f/5f3a...kept
recall_result("math", ("0.16.45", "x^2"), TypesetFormula)           TypesetFormula("<span ...")
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from deckc.packages.cache import cache_folder, keep

_FORMAT = 3
"""Counted up when deckc itself makes something else from the same."""

_Result = TypeVar("_Result")


def recall_result(kind: str, made_from: tuple[object, ...], read: Callable[..., _Result]) -> _Result | None:
    """Return what `read` makes of the fields that were kept; None where there are none that it takes."""
    try:
        digest, _, content = _place(kind, made_from).read_bytes().partition(b"\n")
        return read(*json.loads(content)) if digest == _digest(content) else None
    except (OSError, ValueError, TypeError):
        return None


def keep_result(kind: str, made_from: tuple[object, ...], fields: tuple[object, ...]) -> None:
    """Keep a result; a cache that cannot be written costs the next build time, and this one nothing."""
    with contextlib.suppress(OSError):
        content = json.dumps(fields).encode()
        keep(_place(kind, made_from), _digest(content) + b"\n" + content)


def _place(kind: str, made_from: tuple[object, ...]) -> Path:
    digest = _digest(json.dumps([_FORMAT, made_from]).encode()).decode()
    return cache_folder() / kind / digest[:2] / f"{digest}.kept"


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).hexdigest().encode()
