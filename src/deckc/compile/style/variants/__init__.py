"""Take the variants off a candidate, and put them on the rule it makes.

    dark:hover:mt-4      "mt-4", steps: hover, dark (nearest to the utility first)

The variants are tried in a fixed order, again from the start after each that was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deckc.compile.style.design import Design
from deckc.compile.style.variants import attributes, changes, conditions, pseudo, selectors
from deckc.compile.style.variants.draft import Draft, Step, Taken, Variant, lead_of

__all__ = ["Draft", "Step", "Stripped", "VariantTable", "apply_steps"]

_MOST_STEPS = 500

Stripped = tuple[str, tuple[Taken, ...]]
"""The utility without variants, and the variants, nearest to it first."""


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


@dataclass(slots=True)
class VariantTable:
    """All variants of a design, by the first words of the texts they fit."""

    design: Design
    _variants: tuple[Variant, ...] = ()
    _by_lead: dict[str, list[int]] = field(default_factory=dict)
    _by_mark: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._variants = _ordered_variants(self.design)
        for place, variant in enumerate(self._variants):
            for lead in dict.fromkeys(variant.leads):
                self._by_lead.setdefault(lead, []).append(place)
            self._by_mark += [(mark, place) for mark in variant.marks]

    def strip(self, candidate: str) -> list[Stripped]:
        """Return the candidate without its variants; several readings where a variant stands for two."""
        if (
            ":" not in candidate
            and "-" not in candidate
            and candidate[:1] not in "!["
            and candidate[-1:] != "!"
        ):
            return [(candidate, ())]
        return self._strip(candidate, (), frozenset())

    def _strip(self, text: str, taken: tuple[Taken, ...], used: frozenset[int]) -> list[Stripped]:
        while True:
            found = self._first(text, used)
            if found is None or len(taken) > _MOST_STEPS:
                return [(text, taken)]
            place, match = found
            used = used | {place}
            if not isinstance(match, Taken):
                return [result for one in match for result in self._strip(one.rest, (one, *taken), used)]
            text, taken = match.rest, (match, *taken)

    def _first(self, text: str, used: frozenset[int]) -> tuple[int, Taken | tuple[Taken, ...]] | None:
        places: Sequence[int] = self._by_lead.get(lead_of(text), ())
        marked = [place for mark, place in self._by_mark if mark in text]
        if marked:
            places = sorted({*places, *marked})
        for place in places:
            variant = self._variants[place]
            if place in used and not variant.is_repeatable:
                continue
            match = variant.match(text, self.design)
            if match:
                return place, match
        return None


def apply_steps(selector: str, declarations: list[tuple[str, str]], taken: tuple[Taken, ...]) -> Draft:
    """Return the rule of a utility with its variants put on, the nearest first."""
    draft = Draft(selector, declarations)
    for one in sorted(taken, key=lambda one: not one.is_early) if len(taken) > 1 else taken:
        one.step(draft)
    return draft
