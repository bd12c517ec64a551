"""Read a slide's title as a table of contents shows it: Markdown blocks, mostly one paragraph (spec 10).

"A *b*"     <p>A <em>b</em></p>
"1. Intro"  <ol><li>Intro</li></ol>      as Slidev does, which knows no inline titles
"""

from __future__ import annotations

import re

from deckc.compile.parse.dialect import slide_dialect
from deckc.compile.parse.features import Features
from deckc.compile.parse.lift import Lifted
from deckc.compile.parse.writer import MarkupWriter
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Element, Node, Text
from deckc.model.source import SlideSource
from deckc.template import parse_template

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,])*\Z")
"""Letters, digits and commas: nothing that Markdown or the typographer would change."""


def read_title(source: SlideSource, features: Features) -> tuple[Node, ...]:
    """Return the title's nodes; none for a slide without a title."""
    title = source.title
    if not title:
        return ()
    span = _place(source, title)
    if _PLAIN.match(title):
        return (Element("p", (), (Text(title, span),), span),)
    dialect = slide_dialect(features)
    writer = MarkupWriter(title, lambda _offset, _length: span, dialect.rules)
    quiet = Report()  # the body, where the heading stands, was reported on already
    writer.write(dialect.markdown.parse(title, {"slide": source, "report": quiet, "place": writer.place}))
    lifted = Lifted(writer, quiet)
    return parse_template(writer.template, writer.locate, quiet, replacements=lifted.replacements)


def _place(source: SlideSource, title: str) -> Span:
    named = source.frontmatter.span("title") if source.frontmatter.get("title") else None
    return named or source.span(max(0, source.content.find(title)), len(title))
