"""Take from the compiled deck what no picture of it shows: titles, notes, transitions, addresses.

facts_of(deck).slides[0].note      "Say hello. [click] Point at the chart."
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from deckc.dataclass import dataclass
from deckc.export.plain_text import plain_info, plain_title
from deckc.model.deck import Deck, Slide

_BLOCKS = frozenset("p div li ul ol h1 h2 h3 h4 h5 h6 pre blockquote table tr section article hr br".split())
_CLICK_MARKER = "slidev-note-click-mark"
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """A slide beside its looks."""

    number: int
    title: str
    note: str
    """Plain text, a paragraph a line."""
    transition: str | None
    """How the slide comes in when going forward."""


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """A deck beside its looks."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    slides: tuple[SlideFacts, ...]
    numbers: Mapping[str, int]
    """Slide by what an address names it: "3" or an alias."""


def facts_of(deck: Deck) -> DeckFacts:
    """Return the deck's facts."""
    slides = deck.slides
    before = [None, *(slide.transition.forward for slide in slides)]
    config = deck.config
    names = {str(slide.number): slide.number for slide in slides}
    names |= {slide.route_alias: slide.number for slide in slides if slide.route_alias}
    return DeckFacts(
        title=config.title,
        author=config.author,
        subject=plain_info(config.info),
        keywords=config.keywords,
        language=config.lang or "en",
        slides=tuple(_slide_facts(slide, before[at]) for at, slide in enumerate(slides)),
        numbers=names,
    )


def _slide_facts(slide: Slide, transition: str | None) -> SlideFacts:
    formulas = [formula.source for formula in slide.note_formulas]
    return SlideFacts(
        slide.number, plain_title(slide.title), plain_text(slide.note_html, formulas), transition
    )


def plain_text(html: str, formulas: list[str] | None = None) -> str:
    """Return the words of some HTML, a block a line; click markers as the author wrote them."""
    reader = _Reader(formulas or [])
    reader.feed(html)
    reader.close()
    lines = [_SPACES.sub(" ", line).strip() for line in "".join(reader.parts).split("\0")]
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Collects words; a zero byte stands where a line ends."""

    def __init__(self, formulas: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._formulas = formulas

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _BLOCKS:
            self.parts.append("\0")
        if tag == "li":
            self.parts.append("- ")
        if _CLICK_MARKER in (given.get("class") or ""):
            clicks = given.get("data-clicks") or "1"
            self.parts.append("[click]" if clicks == "1" else f"[click:{clicks}]")
        index = given.get("data-index") or ""
        if tag == "deckc-formula" and index.isdecimal() and int(index) < len(self._formulas):
            self.parts.append(f"${self._formulas[int(index)]}$")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        self.parts.append(data.replace("\0", ""))
