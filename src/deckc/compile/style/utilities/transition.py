"""Transitions.

transition-colors-300     transition-property, -timing-function and -duration:300ms
delay-100  ease-out       transition-delay:100ms  transition-timing-function
"""

from __future__ import annotations

from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import GLOBALS, Family, Rule, keywords
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.utilities.animation import eased, timed
from deckc.compile.style.values import cssvar, keyword, properties, time

_PARTS = LazyPattern(r"(?:-(\D+?))?(?:-(\d+))?")


def _properties(design: Design, value: str) -> str | None:
    variable = cssvar(value)
    if variable is not None:
        return variable
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1]
    names = [design.pick("transitionProperty", part) or properties(part) for part in value.split(",")]
    return ",".join(name for name in names if name) if all(names) else None


def _transition(design: Design, value: str) -> Declarations | None:
    match = _PARTS.fullmatch(value)
    if match is None:
        return None
    name, duration = match[1], match[2]
    prop = design.pick("transitionProperty", "DEFAULT") if name is None else _properties(design, name)
    if name is not None and not prop:
        return None
    return [
        ("transition-property", prop),
        ("transition-timing-function", design.pick("easing", "DEFAULT")),
        ("transition-duration", design.pick("duration", duration or "DEFAULT") or time(duration or "150")),
    ]


def _property(design: Design, value: str) -> Declarations:
    return [("transition-property", keyword(value) or _properties(design, value))]


TRANSITION: Family = [
    Rule("transition{*|}", _transition),
    Rule("{transition-|}duration-*", timed("transition-duration")),
    Rule("{transition-|}delay-*", timed("transition-delay")),
    Rule("{transition-|}ease{-*|}", eased("transition-timing-function")),
    Rule("{transition-|}property-*", _property),
    *keywords("transition", "transition", f"none {GLOBALS}"),
    ("transition-discrete", "transition-behavior:allow-discrete"),
    ("transition-normal", "transition-behavior:normal"),
]
