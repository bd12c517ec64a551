"""Report class names of a deck that are slips of a utility.

<p class="text-redd-500">      warning[unknown-utility]: "text-redd-500" is no utility; did you mean "text-red-500"?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckc.compile.page_design import page_design
from deckc.compile.style.unknown import unknown_utilities
from deckc.diagnostics import Report, Span
from deckc.model.deck import Deck
from deckc.model.nodes import Attribute, Element, Node, walk
from deckc.model.services import IconLookup
from deckc.model.utilities import UtilitySettings

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


def report_slips(deck: Deck, settings: UtilitySettings, icons: IconLookup, report: Report) -> None:
    """Warn of each class name that is neither a utility nor in a style sheet, where one slip would make it one."""
    named = {
        name: span
        for slide in deck.slides
        for attribute in _classes(slide.nodes)
        for name, span in _names(attribute)
    }
    own = _styled(deck)
    design = page_design(deck.config.fonts, settings, icons, frozenset())
    for name, meant in unknown_utilities((name for name in named if name not in own), design).items():
        report.warn("unknown-utility", f'"{name}" is no utility', named[name], f'did you mean "{meant}"?')


def _classes(nodes: tuple[Node, ...]) -> Iterator[Attribute]:
    for node in walk(nodes):
        if isinstance(node, Element):
            yield from (attribute for attribute in node.attributes if attribute.name == "class")


def _names(attribute: Attribute) -> Iterator[tuple[str, Span]]:
    """Yield the names of a class attribute, each with its place where it is on the attribute's own line."""
    value, span = attribute.value or "", attribute.value_span
    for found in re.finditer(r"\S+", value):
        is_placed = span is not None and "\n" not in value[: found.start()]
        place = (
            replace(span, column=span.column + found.start(), length=len(found[0]))
            if span is not None and is_placed
            else attribute.span
        )
        yield found[0], place


def _styled(deck: Deck) -> frozenset[str]:
    """Return the class names that style sheets of the deck speak of."""
    sheets = [sheet.css for sheet in (*deck.theme_styles, *deck.deck_styles)]
    sheets += [block.css for slide in deck.slides for block in slide.styles]
    return frozenset(name for css in sheets for name in _CLASS.findall(css))
