"""A place in a source file, as people count: lines and columns from 1, columns in characters."""

from __future__ import annotations

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One run of characters on one line of a source file.

    slides.md:14:9: a span with line 14, column 9
    """

    path: str
    """The file as the author would name it: relative to the working folder where it lies below it."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters (not bytes)."""
    length: int = 1
    """Characters to underline, at least 1; never past the end of the line."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
