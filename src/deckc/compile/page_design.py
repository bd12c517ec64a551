"""Make the design of a deck's utilities, once for all compilations of a process that ask for the same.

A design remembers every candidate that it has seen, so that `serve` parses only what an edit brings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from deckc.compile.style import CustomRule, Design, Shortcut, default_design
from deckc.compile.style.design import IconBody
from deckc.model.config import Fonts
from deckc.model.services import MISSING_ICON, Icon, IconLookup
from deckc.model.utilities import UtilitySettings

_MOST_REMEMBERED = 50_000
"""Candidates, at about 1 kB each: prose has many words that are none, and `serve` may run all day."""


def page_design(
    fonts: Fonts, settings: UtilitySettings, icons: IconLookup, collections: frozenset[str]
) -> Design:
    """Return the design of a deck; `collections` are the icon sets that its candidates name."""
    made_of = (fonts, settings, icons.icon, icons.problem, collections)
    design, missing = _design(*made_of)
    if design.memo.size > _MOST_REMEMBERED or any(icons.icon(*name) for name in missing):
        _design.cache_clear()
        design, _ = _design(*made_of)
    return design


@lru_cache(maxsize=2)
def _design(
    fonts: Fonts,
    settings: UtilitySettings,
    look_up: Callable[[str, str], Icon | None],
    problem: Callable[[str], str | None],
    collections: frozenset[str],
) -> tuple[Design, set[tuple[str, str]]]:
    """Return the design, and a set to which it adds the icons that it was asked for in vain."""
    missing: set[tuple[str, str]] = set()

    def find_icon(collection: str, name: str) -> IconBody | None:
        icon = look_up(collection, name)
        if icon is None:
            missing.add((collection, name))
            icon = MISSING_ICON if problem(collection) else None
        return (icon.body, icon.left, icon.top, icon.width, icon.height) if icon else None

    design = default_design(
        fonts={"sans": fonts.sans, "serif": fonts.serif, "mono": fonts.mono},
        theme=settings.theme,
        shortcuts=[
            Shortcut(own.matcher, own.utilities, own.is_pattern, own.layer) for own in settings.shortcuts
        ],
        rules=[
            CustomRule(rule.matcher, rule.declarations, rule.is_pattern, rule.layer)
            for rule in settings.rules
        ],
        safelist=settings.safelist,
        find_icon=find_icon,
        collections=collections,
    )
    return design, missing
