"""Placeholders of inputs, and names for view transitions.

placeholder-red          the colour of ::placeholder
view-transition-title    view-transition-name:title
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import Family, Rule
from deckc.compile.style.theme_color import Declarations, colored
from deckc.compile.style.utilities.opacities import opacity_variable

_NAME = LazyPattern(r"[\w-]+")


def _view_transition(_: Design, value: str) -> Declarations | None:
    return [("view-transition-name", value)] if _NAME.fullmatch(value) else None


# The variant that finds `placeholder-red` writes it as `placeholder-$ placeholder-red`; `placeholder-` comes off.
PLACEHOLDER: Family = [
    Rule("$ placeholder-*", colored("color", "placeholder", "accentColor")),
    Rule("$ placeholder-op{acity|}{-|}*", opacity_variable("placeholder", bracket)),
]
VIEW_TRANSITION: Family = [Rule("view-transition-*", _view_transition)]
