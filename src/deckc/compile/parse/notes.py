"""A slide's note as HTML, its click markers as elements (spec 2.4 rules 5 to 7).

Say *hello* [click] and go on [click:2]

<p>Say <em>hello</em> <span class="slidev-note-click-mark" data-clicks="1"></span> and go on
<span class="slidev-note-click-mark" data-clicks="3"></span></p>
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.compile.parse.dialect import note_dialect
from deckc.compile.parse.features import Features
from deckc.compile.parse.writer import MarkupWriter
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Formula
from deckc.model.source import SlideSource

_CLICK_MARKER = re.compile(r"\[click(?::(\d+))?\]", re.IGNORECASE | re.ASCII)
_SCRIPT = re.compile(r"<script\b.*?(?:</script\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_PLAIN_WORD = re.compile(r"[\w-]+", re.ASCII)


def render_note(
    source: SlideSource, readings: Mapping[str, str], features: Features, report: Report
) -> tuple[str, tuple[Formula, ...]]:
    """Return a slide's note as HTML, and the formulas whose places are held in it.

    Words in `readings` get theirs as ruby text. Scripts are left out.
    """
    if not source.note:
        return "", ()
    markdown = _add_readings(_mark_clicks(source.note), readings)
    is_as_written = markdown == source.note

    def place(offset: int, length: int) -> Span:
        return source.file.span(source.note_offset + (offset if is_as_written else 0), length)

    dialect = note_dialect(features)
    writer = MarkupWriter(markdown, place, dialect.rules)
    writer.write(dialect.markdown.parse(markdown, {"report": report, "place": place}))
    return _SCRIPT.sub("", writer.template), tuple(writer.formulas)


def _mark_clicks(note: str) -> str:
    """Replace `[click]` and `[click:n]` by elements that hold the running count."""
    count = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal count
        count += int(match[1] or 1)
        return f'<span class="slidev-note-click-mark" data-clicks="{count}"></span>'

    return _CLICK_MARKER.sub(mark, note)


def _add_readings(markdown: str, readings: Mapping[str, str]) -> str:
    """Put readings over their words, the longest first; a word of plain letters matches whole words only."""
    if not readings:
        return markdown
    words = sorted(readings, key=len, reverse=True)
    patterns = [rf"\b{word}\b" if _PLAIN_WORD.fullmatch(word) else re.escape(word) for word in words]
    pattern = re.compile("|".join(patterns), re.ASCII)
    return pattern.sub(lambda match: f"<ruby>{match[0]}<rt>{readings[match[0]]}</rt></ruby>", markdown)
