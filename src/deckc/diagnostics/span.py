"""A place in a source file, as people count: lines and columns from 1, columns in characters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from deckc.dataclass import dataclass

Locate = Callable[[int, int], "Span"]
"""Returns the span of so many characters (second) from an offset (first)."""


class _Located:
    """Room for how a span's place is found, in those that are located when somebody asks."""

    __slots__ = ("_found_by",)
    _found_by: tuple[Locate, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Span(_Located):
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

    if not TYPE_CHECKING:  # or a slip in an attribute's name would go unseen

        def __getattr__(self, name: str) -> Any:
            """Locate the span: this is called when a field was never set."""
            if name not in Span.__match_args__:
                raise AttributeError(name)
            locate, offset, length = self._found_by
            found = locate(offset, length)
            for field in Span.__match_args__:
                object.__setattr__(self, field, getattr(found, field))
            return getattr(self, name)


_new = object.__new__
_keep_how = _Located.__dict__["_found_by"].__set__


def located_later(locate: Locate, offset: int, length: int) -> Span:
    """Return `locate(offset, length)`, of which nothing is worked out before somebody asks for it.

    Every node has a place, and hardly any is ever shown: locating them all took 9 of the 250 ms of a build.
    """
    span = _new(Span)
    _keep_how(span, (locate, offset, length))
    return span
