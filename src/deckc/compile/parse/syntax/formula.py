"""Find the place of each line of a formula, so that a mistake in it can be shown where it stands."""

from __future__ import annotations

from deckc.compile.parse.writer import MarkupWriter
from deckc.diagnostics import Span


def inline_places(writer: MarkupWriter, written: str, *, opener: int) -> tuple[Span, ...]:
    """Return the places of a formula that comes next in the Markdown as `written`, `opener` characters before it."""
    origin = writer.cursor.find(written)
    if origin < 0:  # over several lines of a list or a quote: at least where it starts
        return (writer.place(writer.cursor.find_text(written), 1),)
    places = []
    at = origin + opener
    for text in written[opener:-opener].split("\n"):
        places.append(writer.place(at, max(1, len(text))))
        at += len(text) + 1
    return tuple(places)


def block_places(writer: MarkupWriter, content: str, first_line: int) -> tuple[Span, ...]:
    """Return the places of a formula's lines, the first of which is this line (0-based) of the Markdown."""
    texts = content.removesuffix("\n").split("\n")
    origins = (writer.cursor.in_line(line, text) for line, text in enumerate(texts, first_line))
    return tuple(writer.place(origin, max(1, len(text))) for origin, text in zip(origins, texts, strict=True))
