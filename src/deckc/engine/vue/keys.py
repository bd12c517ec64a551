"""Texts that stand for values in the names of what is kept.

as_text({"b": 1, "a": 2})      '{"a": 2, "b": 1}'
digest_of("...")               "5f3a..."
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from deckc.model.source import Value

REACHES = ("provides", "slots")
"""What a component may do with its slots' content, noted among its reads: give it values, look into it."""
_PAGE = ("page", "frontmatter", "clicks", "route", "nav")
_READS: Mapping[str, tuple[str, ...]] = {
    "page": ("page",),
    "frontmatter": ("frontmatter",),
    "slide": ("page", "frontmatter", "clicks", "route"),
    "total": ("total",),
    "nav": _PAGE,
    **dict.fromkeys(REACHES, ()),
}
"""What of the context each read stands for; any other stands for all of it."""
RUNTIME = Path(__file__).parent.parent.parent / "runtime" / "vue"


def as_text(value: object) -> str:
    """Return a value as JSON that is the same for equal values."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def digest_of(text: str) -> str:
    """Return what stands for a text in a key."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def read_parts(context: Mapping[str, Value], reads: Iterable[str]) -> str:
    """Return what stands for the parts of the context that a component has read."""
    chosen = {
        name: context.get(name) for part in sorted(reads) for name in _READS.get(part, tuple(sorted(context)))
    }
    return digest_of(as_text(chosen))


@cache
def own_stamp() -> str:
    """Return what stands for deckc's own code here, without reading it."""
    entries = [each for folder in (Path(__file__).parent, RUNTIME) for each in os.scandir(folder)]
    stamps = [
        (each.name, state.st_size, state.st_mtime_ns)
        for each in entries
        if each.name.endswith((".py", ".js")) and (state := each.stat())
    ]
    return digest_of(as_text(sorted(stamps)))
