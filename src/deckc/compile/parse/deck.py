"""Read every slide's Markdown and note.

Each slide is read from its own source and the headmatter alone, so that it can be read again by itself. The
way is Slidev's: Markdown becomes HTML text, and that text is read as a Vue template. So Markdown inside HTML
nests as it does there (spec 5.10).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from deckc.compile.parse.dialect import slide_dialect
from deckc.compile.parse.features import Features, read_features
from deckc.compile.parse.lift import Lifted
from deckc.compile.parse.notes import render_note
from deckc.compile.parse.syntax.code import report_unclosed
from deckc.compile.parse.syntax.snippet import SnippetPlace
from deckc.compile.parse.titles import read_title
from deckc.compile.parse.writer import MarkupWriter
from deckc.diagnostics import Report
from deckc.diagnostics.span import located_later
from deckc.model.deck import ParsedDeck, ParsedSlide
from deckc.model.files import Files
from deckc.model.nodes import SlideBody
from deckc.model.source import DeckSource, Frontmatter, SlideSource
from deckc.template import parse_template


def parse_deck(source: DeckSource, files: Files, report: Report) -> ParsedDeck:
    """Return the deck with every slide read."""
    parser = SlideParser(source, files)
    return ParsedDeck(source, tuple(parser.parse(slide, report) for slide in source.slides))


class SlideParser:
    """Reads the slides of one deck."""

    def __init__(self, source: DeckSource, files: Files) -> None:
        self._headmatter = source.headmatter
        self._files = files
        self._folder = source.entry.path.parent
        self._allowed = tuple(dict.fromkeys([source.workspace or self._folder, self._folder]))
        self._features = read_features(source)

    @property
    def settings(self) -> tuple[object, ...]:
        """Return what of the deck decides how a slide is read, as a value to compare."""
        return self._features, _ruby_readings(self._headmatter), self._allowed

    def parse(self, slide: SlideSource, report: Report) -> ParsedSlide:
        """Return one slide, read."""
        snippets = SnippetPlace(slide, self._folder, self._allowed, self._files, report)
        return parse_slide(slide, self._headmatter, self._files, report, snippets, self._features)


def parse_slide(
    source: SlideSource,
    headmatter: Frontmatter,
    files: Files,
    report: Report,
    snippets: SnippetPlace | None = None,
    features: Features | None = None,
) -> ParsedSlide:
    """Return one slide, read from its own source; without a place to look at, snippets are text."""
    features = features or Features()
    note_html, note_formulas = render_note(source, _ruby_readings(headmatter), features, report)
    return ParsedSlide(
        source=source,
        body=_read_body(source, features, files, report, snippets),
        note_html=note_html,
        note_formulas=note_formulas,
        title_nodes=read_title(source, features),
    )


def _read_body(
    source: SlideSource,
    features: Features,
    files: Files,
    report: Report,
    snippets: SnippetPlace | None,
) -> SlideBody:
    dialect = slide_dialect(features)
    writer = MarkupWriter(source.content, source.span, dialect.rules)
    env = {"slide": source, "files": files, "report": report, "snippets": snippets, "place": source.span}
    tokens = dialect.markdown.parse(source.content, env)
    writer.write(tokens)
    report_unclosed(tokens, writer, source.content, report)
    lifted = Lifted(writer, report)
    nodes = parse_template(
        writer.template, partial(located_later, writer.locate), report, replacements=lifted.replacements
    )
    return SlideBody(
        nodes=nodes,
        markup=writer.markup,
        styles=tuple(lifted.styles),
        script=lifted.script,
        script_span=lifted.script_span,
        script_language=lifted.script_language,
    )


def _ruby_readings(headmatter: Frontmatter) -> Mapping[str, str]:
    """Return `notesAutoRuby`: word -> reading (spec 2.4 rule 7)."""
    readings = headmatter.get("notesAutoRuby")
    if not isinstance(readings, dict):
        return {}
    return {word: str(reading) for word, reading in readings.items() if word and reading}
