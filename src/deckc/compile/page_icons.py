"""Fetch the icon sets that utilities name, and tell of icons that are not to be had.

class="i-mdi-home"    where the set "mdi" cannot be fetched: a neutral box of the icon's size, and a warning
class="i-mdi-hoem"    where the set has no such icon: nothing, as with UnoCSS, and a warning
i-mdi-home&quot       no icon's name: a piece of a slide's code, searched like everything else
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckc.diagnostics import Report, Span
from deckc.model.deck import Slide
from deckc.model.services import IconLookup

_PREFIX = "i-"
_NAME = re.compile(r"[\w:-]+(?:\?\w+)?")


def report_icons(
    candidates: Iterable[str], slides: Sequence[Slide], icons: IconLookup, report: Report
) -> frozenset[str]:
    """Fetch all sets at once, then warn of each set, and each icon of a set, that is not there.

    Returns the names of all sets that the candidates name.
    """
    words = sorted(
        candidate for candidate in candidates if candidate.startswith(_PREFIX) and _NAME.fullmatch(candidate)
    )
    wanted = {word: names for word in words if (names := icons.split(word.partition("?")[0]))}
    collections = frozenset(collection for collection, _ in wanted.values())
    icons.prepare(sorted(collections))
    told: set[tuple[str, str]] = set()
    for word, (collection, name) in wanted.items():
        problem = icons.problem(collection)
        lacking = (collection, "") if problem else (collection, name)
        if lacking in told or (problem is None and icons.icon(collection, name)):
            continue
        told.add(lacking)
        lack = f' has no icon "{name}"' if problem is None else " is not to be had"
        report.warn("missing-icon", f'the icon set "{collection}"{lack}', _place(word, slides), problem)
    return collections


def _place(word: str, slides: Sequence[Slide]) -> Span | None:
    """Return the first place of a word in the deck's Markdown; utilities are collected without their places."""
    for slide in slides:
        offset = slide.source.content.find(word)
        if offset >= 0:
            return slide.source.span(offset, len(word))
    return None
