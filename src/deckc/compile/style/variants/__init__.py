"""Take the variants off a candidate, and put them on the rule it makes.

    dark:hover:mt-4      "mt-4", steps: hover, dark (nearest to the utility first)

The variants are tried in a fixed order, again from the start after each that was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from deckc.compile.style.design import Design
from deckc.compile.style.variants import attributes, changes, conditions, pseudo, selectors
from deckc.compile.style.variants.draft import Draft, Step, Taken, Variant, match_lead

__all__ = ["Draft", "Step", "Stripped", "VariantTable", "apply_steps"]

_MOST_STEPS = 500
_NONE_USED: frozenset[int] = frozenset()


Stripped = tuple[str, tuple[Taken, ...], bool]
"""A utility without its variants: its text, the variants that change the rule, nearest to the utility first, and
whether no variant is left in the text; one that may stand only once is left where it stood twice."""


def _ordered_variants(design: Design) -> tuple[Variant, ...]:
    return (
        changes.PLACEHOLDER,
        changes.TO_CHILDREN,
        attributes.ARIA,
        attributes.DATA,
        conditions.CASCADE_LAYER,
        selectors.SELECTOR,
        conditions.OWN_LAYER,
        changes.NEGATIVE,
        conditions.STARTING,
        changes.IMPORTANT,
        conditions.SUPPORTS,
        conditions.PRINT,
        conditions.MEDIA,
        conditions.width_variant(design),
        *selectors.COMBINED,
        pseudo.OWN,
        pseudo.BOTH,
        pseudo.FUNCTION,
        *pseudo.TAGGED,
        selectors.PART,
        *selectors.SCHEMES,
        *selectors.DIRECTIONS,
        selectors.SCOPE,
        selectors.CHILDREN,
        conditions.CONTAINER,
        selectors.FREE,
        *attributes.RELATIVE_DATA,
        *attributes.RELATIVE_ARIA,
        changes.THEME,
        *conditions.PREFERENCES,
        selectors.SVG,
        *selectors.SCHEME_CLASSES,
        *conditions.SCHEME_QUERIES,
        selectors.STICKY_HOVER,
        changes.MIX,
        changes.ATTRIBUTE,
        selectors.PROSE_ELEMENT,
        *selectors.NAVIGATION,
    )


class VariantTable:
    """All variants of a design, by the first words of the texts they fit."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._variants = _ordered_variants(design)
        self._by_lead: dict[str, list[int]] = {}
        self._by_mark: list[tuple[str, int]] = []
        for place, variant in enumerate(self._variants):
            for lead in dict.fromkeys(variant.leads):
                self._by_lead.setdefault(lead, []).append(place)
            self._by_mark += [(mark, place) for mark in variant.marks]
        # Most texts hold no mark, and one search is faster than one per mark.
        any_mark = re.compile("|".join(re.escape(mark) for mark, _ in self._by_mark))
        self._has_mark = any_mark.search
        self._marks_in = any_mark.findall
        self._by_marks: dict[tuple[str, ...], list[int]] = {}

    def strip(self, candidate: str) -> tuple[Stripped, ...]:
        """Return the candidate without its variants; several readings where a variant stands for two."""
        if self.has_none(candidate):
            return ((candidate, (), True),)
        return self.strip_marked(candidate)

    def strip_marked(self, candidate: str) -> tuple[Stripped, ...]:
        """Do the same for a candidate that may have variants."""
        return self._strip(candidate, (), _NONE_USED)

    def has_none(self, candidate: str) -> bool:
        """Tell whether a candidate is sure to have no variant, as most are."""
        return match_lead(candidate)[0] not in self._by_lead and self._has_mark(candidate) is None

    def _strip(
        self, text: str, taken: tuple[Taken, ...], used: frozenset[int], *, is_whole: bool = True
    ) -> tuple[Stripped, ...]:
        for _ in range(_MOST_STEPS):
            found = self._first(text, used)
            if found is None:
                return ((text, taken, is_whole or self._first(text, _NONE_USED) is None),)
            place, match = found
            variant = self._variants[place]
            if not variant.is_repeatable:
                used = used | {place}
                is_whole = is_whole and variant is changes.ATTRIBUTE
            if not isinstance(match, Taken):
                readings = (self._strip(one.rest, (one, *taken), used, is_whole=is_whole) for one in match)
                return tuple(chain.from_iterable(readings))
            text = match.rest
            if match.step:
                taken = (match, *taken)
            if self.has_none(text):
                return ((text, taken, True),)
        return ()

    def _first(self, text: str, used: frozenset[int]) -> tuple[int, Taken | tuple[Taken, ...]] | None:
        lead = match_lead(text)[0]
        marks = self._marks_in(text)
        for place in self._marked(lead, marks) if marks else self._by_lead.get(lead, ()):
            match = None if place in used else self._variants[place].match(text, self._design)
            if match:
                return place, match
        return None

    def _marked(self, lead: str, marks: Iterable[str]) -> list[int]:
        """Return the places of the variants to try on a text with such a lead and such marks."""
        found = self._by_lead.get(lead, ())
        shape = (lead if found else "", *dict.fromkeys(marks))
        if shape not in self._by_marks:
            self._by_marks[shape] = sorted(
                {*found, *(place for mark, place in self._by_mark if mark in shape[1:])}
            )
        return self._by_marks[shape]


def apply_steps(selector: str, declarations: list[tuple[str, str]], taken: tuple[Taken, ...]) -> Draft:
    """Return the rule of a utility with its variants put on, the nearest first."""
    draft = Draft(selector, declarations)
    for one in sorted(taken, key=lambda one: not one.is_early) if len(taken) > 1 else taken:
        if one.step:
            one.step(draft)
    return draft
