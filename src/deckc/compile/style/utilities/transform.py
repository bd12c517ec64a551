"""Transforms: moves, turns, skews, scales, perspective.

translate-x-4      --un-translate-x:1rem and transform
rotate-45  scale-90
origin-top-left    transform-origin:top left
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import GLOBALS, Family, Rule, keywords
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.utilities.sides import POSITIONS
from deckc.compile.style.values import angle, cssvar, first_of, fraction, number_with_unit, percent, px, rem


def _call(function: str) -> str:
    name, _, axis = function.partition("(")
    if not axis:
        return f"{name}(var(--un-{name}))"
    return f"{name}{axis.upper()}(var(--un-{name}-{axis}))"


def _calls(functions: str) -> str:
    return " ".join(_call(function) for function in functions.split())


_TURN_AND_SCALE = "rotate rotate(x rotate(y rotate(z skew(x skew(y scale(x scale(y scale(z"
_TRANSFORM = _calls("translate(x translate(y translate(z " + _TURN_AND_SCALE)
_FLAT = _calls("translate(x translate(y rotate rotate(z skew(x skew(y scale(x scale(y")
_ON_GPU = "translate3d(var(--un-translate-x), var(--un-translate-y), var(--un-translate-z)) " + _calls(
    _TURN_AND_SCALE
)
_COMMA = LazyPattern(r",(?![^()]*\))")


def _axes(name: str, axis: str, value: str) -> Declarations:
    """Set the variables of one axis, of x and y, or one value per axis where commas separate several."""
    values = _COMMA.split(value)
    if axis or len(values) == 1:
        return [*((f"--un-{name}-{one}", value) for one in axis or "xy"), ("transform", _TRANSFORM)]
    pairs: Declarations = [
        (f"--un-{name}-{'xyz'[place] if place < 3 else 'undefined'}", one) for place, one in enumerate(values)
    ]
    return [*pairs, ("transform", _TRANSFORM)]


def _translate(design: Design, value: str, axis: str) -> Declarations | None:
    length = design.pick("spacing", value) or first_of(value, bracket, cssvar, fraction, rem)
    return _axes("translate", axis, length) if length is not None else None


def _scale(_: Design, value: str, axis: str) -> Declarations | None:
    factor = first_of(value, bracket, cssvar, fraction, percent)
    return _axes("scale", axis, factor) if factor is not None else None


def _skew(_: Design, value: str, axis: str) -> Declarations | None:
    turn = first_of(value, bracket, cssvar, angle)
    return _axes("skew", axis, turn) if turn is not None else None


def _rotate(_: Design, value: str, axis: str) -> Declarations | None:
    turn = first_of(value, bracket, cssvar, angle)
    if turn is None:
        return None
    if axis:
        return [("--un-rotate", "0"), (f"--un-rotate-{axis}", turn), ("transform", _TRANSFORM)]
    others: Declarations = [(f"--un-rotate-{one}", "0") for one in "xyz"]
    return [*others, ("--un-rotate", turn), ("transform", _TRANSFORM)]


def _origin(_: Design, value: str) -> Declarations:
    return [("transform-origin", POSITIONS.get(value) or first_of(value, bracket, cssvar))]


def _perspective(_: Design, value: str, inside: str) -> Declarations | None:
    depth = first_of(value, bracket, cssvar, px, number_with_unit)
    if depth is None:
        return None
    if inside:
        return [
            ("--un-perspective", f"perspective({depth})"),
            ("transform", f"var(--un-perspective) {_TRANSFORM}"),
        ]
    return [("-webkit-perspective", depth), ("perspective", depth)]


def _perspective_origin(_: Design, value: str) -> Declarations | None:
    place = first_of(value, bracket, cssvar) or (POSITIONS.get(value) if len(value) >= 3 else None)
    if place is None:
        return None
    return [("-webkit-perspective-origin", place), ("perspective-origin", place)]


def _style(style: str) -> Rule:
    return Rule(
        f"{{transform-|}}preserve-{'3d' if style == 'preserve-3d' else style}",
        lambda _design, _value: [("transform-style", style)],
    )


TRANSFORM: Family = [
    Rule("{transform-|}origin-*", _origin),
    Rule("(transform-|)perspect{ive|}-*", _perspective),
    Rule("perspect{ive|}-origin-*", _perspective_origin),
    Rule("{transform-|}translate-()*", _translate),
    Rule("{transform-|}translate-(x|y|z)-*", _translate),
    Rule("{transform-|}rotate-()*", _rotate),
    Rule("{transform-|}rotate-(x|y|z)-*", _rotate),
    Rule("{transform-|}skew-()*", _skew),
    Rule("{transform-|}skew-(x|y)-*", _skew),
    Rule("{transform-|}scale-()*", _scale),
    Rule("{transform-|}scale-(x|y|z)-*", _scale),
    _style("preserve-3d"),
    _style("flat"),
    ("transform", f"transform:{_TRANSFORM}"),
    ("transform-cpu", f"transform:{_FLAT}"),
    ("transform-gpu", f"transform:{_ON_GPU}"),
    *keywords("transform", "transform", f"none {GLOBALS}"),
]
