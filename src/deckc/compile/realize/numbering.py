"""Number the slides and settle what names them: frontmatter, title, level, alias (spec 2.4, 4).

headmatter `defaults: {layout: center}` and a slide with `routeAlias: end`
NumberedSlide(number=3, frontmatter={"layout": "center", "routeAlias": "end"}, alias="end")
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.config import DeckConfig
from deckc.model.deck import ParsedDeck, ParsedSlide
from deckc.model.shared_ends import Ends, shared_ends
from deckc.model.source import Frontmatter, Value, text_of_value

RESERVED_ALIASES = frozenset(
    ["presenter", "overview", "notes", "notes-edit", "entry", "print", "export", "index.html"]
)
"""First parts of addresses that show something else (spec 12.1)."""
_PARSED = attrgetter("parsed")


@dataclass(frozen=True, slots=True)
class NumberedSlide:
    """A read slide that knows its place in the deck."""

    parsed: ParsedSlide
    number: int
    """1-based, among shown slides."""
    frontmatter: Frontmatter
    """With the deck's `defaults` under it."""
    title: str | None
    level: int | None
    alias: str | None
    is_named: bool
    """Whether it asks for an alias."""

    @property
    def path(self) -> str:
        """Return the slide's address without its slash: the alias where there is one."""
        return self.alias or str(self.number)


def number_slides(
    parsed: ParsedDeck, config: DeckConfig, report: Report, before: Sequence[NumberedSlide] = ()
) -> tuple[NumberedSlide, ...]:
    """Return the deck's slides, numbered; an alias that cannot be used is reported and dropped.

    Those of `before`, made with the same configuration, stay where they stand for the same slides.
    """
    defaults = Frontmatter(dict(config.defaults))
    taken: dict[str, int] = {}
    slides, count = parsed.slides, len(parsed.slides)
    ends = shared_ends(list(map(_PARSED, before)), slides)
    if len(before) != count:
        ends = Ends(ends.first, 0)
    found = ends.carried(before, count)
    # whether a slide gets the alias that it asks for, and what is said of that, hangs on the others
    named = [at for at, slide in enumerate(before[:count]) if slide.is_named]
    for at in sorted({*named, *range(ends.first, count - ends.behind)}):
        found[at] = _number(slides[at], at + 1, defaults, taken, report)
    return tuple(filter(None, found))


def _number(
    slide: ParsedSlide, number: int, defaults: Frontmatter, taken: dict[str, int], report: Report
) -> NumberedSlide:
    source = slide.source
    frontmatter = source.frontmatter.over(defaults) if len(defaults) else source.frontmatter
    return NumberedSlide(
        parsed=slide,
        number=number,
        frontmatter=frontmatter,
        title=source.title or None,
        level=source.level,
        alias=_alias(source.frontmatter, number, taken, report),
        is_named="routeAlias" in source.frontmatter.values_by_key,
    )


def _alias(frontmatter: Frontmatter, number: int, taken: dict[str, int], report: Report) -> str | None:
    value: Value = frontmatter.get("routeAlias")
    alias = text_of_value(value).strip().strip("/")
    if not alias:
        return None
    span = frontmatter.span("routeAlias")
    if alias.isdigit() or alias in RESERVED_ALIASES or "/" in alias:
        message = f'"{alias}" cannot be the alias of a slide: the address means something else'
        report.warn("reserved-alias", message, span, "choose another word")
        return None
    if alias in taken:
        message = f'the alias "{alias}" already belongs to slide {taken[alias]}'
        report.warn("duplicate-alias", message, span, "choose another word")
        return None
    taken[alias] = number
    return alias
