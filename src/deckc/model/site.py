"""The output: relative path -> bytes."""

from __future__ import annotations

from collections.abc import Mapping

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """A static site. A single-file build holds one entry."""

    files: Mapping[str, bytes]
    """POSIX path below the output folder -> content."""
