"""What parsing JavaScript from a deck gives: expressions, loops, and patterns that take values apart."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.expression.emit import Printer, quote
from deckc.expression.lower_patterns import bound_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckc.expression import tree as t


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression, or the statements of a handler."""

    text: str
    """As the author wrote it."""
    span: Span
    """Where it starts."""
    term: t.Term | t.Block
    """A block for the statements of a handler."""
    code: str = field(compare=False)
    """JavaScript in which free names are read from `$`."""
    names: Mapping[str, int] = field(compare=False)
    """Free name -> where it first stands in the text, in characters."""

    @property
    def free_names(self) -> frozenset[str]:
        """Return the names that the scope must know."""
        return frozenset(self.names)

    def place(self, offset: int, length: int = 1) -> Span:
        """Return the place of characters of the text."""
        return place_in(self.text, self.span, offset, length)


@dataclass(frozen=True, slots=True)
class BindingPattern:
    """What a loop item or a slot's props are bound to: one name, or `{a, b: [c]}`."""

    text: str
    pattern: t.Pattern
    names: tuple[str, ...]

    @property
    def is_name(self) -> bool:
        """Return whether the whole value goes to one name."""
        return self.names == (self.text,)

    @property
    def code(self) -> str:
        """Return the name in quotes, or a function of scope and value to an object of names and values."""
        if self.is_name:
            return quote(self.text)
        printer = Printer(self.names)
        parameter = printer._target(self.pattern)  # noqa: SLF001 - one package
        return f"($, {parameter}) => ({{{', '.join(self.names)}}})"


@dataclass(frozen=True, slots=True)
class Loop:
    """The value of `v-for`: `(item, key, index) in source`."""

    item: BindingPattern
    key: str | None
    index: str | None
    source: Expression

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name that the loop binds."""
        return (*self.item.names, *(name for name in (self.key, self.index) if name is not None))


def place_in(text: str, span: Span, offset: int, length: int = 1) -> Span:
    """Return the place of characters of a text that starts at `span` and may run over several lines."""
    line_start = text.rfind("\n", 0, offset) + 1
    line_end = text.find("\n", offset)
    room = (len(text) if line_end < 0 else line_end) - offset
    column = offset - line_start + 1 if line_start else span.column + offset
    return Span(span.path, span.line + text.count("\n", 0, offset), column, max(1, min(length, room)))


__all__ = ["BindingPattern", "Expression", "Loop", "bound_names", "place_in"]
