"""Position, insets, stacking and order.

absolute            position:absolute
inset-x-4           left:1rem;right:1rem
z-10  order-first   z-index:10  order:-9999
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import Family, Rule
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.utilities.sides import INSETS
from deckc.compile.style.values import auto, cssvar, first_of, fraction, keyword, number, rem

_PREFIX = "{position-|pos-|}"
_DIGITS = LazyPattern(r"[\d.]+")


def _position(_: Design, _value: str, kind: str) -> Declarations:
    return [("position", kind)]


def _position_keyword(_: Design, value: str) -> Declarations:
    return [("position", keyword(value))]


def _length(design: Design, value: str) -> str | None:
    return design.pick("spacing", value) or first_of(value, bracket, cssvar, keyword, auto, fraction, rem)


def _inset(design: Design, value: str) -> Declarations:
    return [("inset", _length(design, value))]


def _inset_sides(design: Design, value: str, side: str) -> Declarations | None:
    length = _length(design, value)
    return [(prop, length) for prop in INSETS[side]] if length is not None else None


def _edge(design: Design, value: str, edge: str) -> Declarations:
    return [(edge, _length(design, value))]


def _short_layer(_: Design, value: str) -> Declarations | None:
    return [("z-index", number(value))] if _DIGITS.fullmatch(value) else None


def _layer(design: Design, value: str) -> Declarations:
    return [
        ("z-index", design.pick("zIndex", value) or first_of(value, bracket, cssvar, keyword, auto, number))
    ]


def _order(_: Design, value: str) -> Declarations:
    return [("order", first_of(value, bracket, cssvar, number))]


POSITION: Family = [
    Rule(_PREFIX + "(relative|absolute|fixed|sticky)", _position),
    Rule("{position-|pos-}*", _position_keyword),
    Rule(_PREFIX + "(static)", _position),
]
INSET: Family = [
    Rule(_PREFIX + "inset-*", _inset),
    Rule(_PREFIX + "(start|end)-*", _inset_sides),
    Rule(_PREFIX + "inset-(x|y)-*", _inset_sides),
    Rule(_PREFIX + "inset-(r|l|t|b|s|e)-*", _inset_sides),
    Rule(_PREFIX + "inset-(block|inline)-*", _inset_sides),
    Rule(_PREFIX + "inset-(bs|be|is|ie)-*", _inset_sides),
    Rule(_PREFIX + "(top|left|right|bottom)-*", _edge),
]
Z_INDEX: Family = [Rule(_PREFIX + "z*", _short_layer), Rule(_PREFIX + "z-*", _layer)]
ORDER: Family = [
    Rule("order-*", _order),
    ("order-first", "order:-9999"),
    ("order-last", "order:9999"),
    ("order-none", "order:0"),
]
