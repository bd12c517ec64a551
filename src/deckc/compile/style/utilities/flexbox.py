"""Flexible boxes, gaps, and alignment in flex and grid boxes.

flex-1  shrink-0  basis-1/2      flex:1 1 0%  flex-shrink:0  flex-basis:50%
items-center  justify-between    align-items:center  justify-content:space-between
gap-x-4                          column-gap:1rem
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Rule, Static, choices, keywords
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import auto, cssvar, first_of, fraction, keyword, number, rem

_GAPS = {"": "gap", "x": "column-gap", "y": "row-gap", "col": "column-gap", "row": "row-gap"}


def _flex(_: Design, value: str) -> Declarations:
    free = bracket(value)
    if free is None:
        return [("flex", first_of(value, cssvar, fraction))]
    return [("flex", " ".join(first_of(part, cssvar, fraction) or part for part in free.split(" ")))]


def _shrink(_: Design, value: str) -> Declarations:
    return [("flex-shrink", first_of(value, bracket, cssvar, number) or "1")]


def _grow(_: Design, value: str) -> Declarations:
    return [("flex-grow", first_of(value, bracket, cssvar, number) or "1")]


def _basis(design: Design, value: str) -> Declarations:
    return [
        ("flex-basis", design.pick("spacing", value) or first_of(value, bracket, cssvar, auto, fraction, rem))
    ]


def _gap(design: Design, value: str, axis: str) -> Declarations:
    return [(_GAPS[axis], design.pick("spacing", value) or first_of(value, bracket, cssvar, keyword, rem))]


def _content_distribution(start: str, end: str) -> dict[str, str]:
    return {"center": "center", "start": start, "end": end} | {
        side: f"space-{side}" for side in ("between", "around", "evenly")
    }


_FLEX_CONTENT = _content_distribution("flex-start", "flex-end")
_PLACE_CONTENT = _content_distribution("start", "end")

JUSTIFY: list[Static] = [
    *choices(
        "justify",
        "justify-content",
        {
            "start": "flex-start",
            "end": "flex-end",
            "center": "center",
            "between": "space-between",
            "around": "space-around",
            "evenly": "space-evenly",
            "stretch": "stretch",
            "left": "left",
            "right": "right",
            "center-safe": "safe center",
            "end-safe": "safe flex-end",
            "normal": "normal",
        },
    ),
    *keywords("justify", "justify-content", GLOBALS),
    *keywords("justify-items", "justify-items", "start end center stretch"),
    *choices("justify-items", "justify-items", {"center-safe": "safe center", "end-safe": "safe flex-end"}),
    *keywords("justify-items", "justify-items", GLOBALS),
    *keywords("justify-self", "justify-self", "auto start end center stretch baseline"),
    *choices("justify-self", "justify-self", {"center-safe": "safe center", "end-safe": "safe flex-end"}),
    *keywords("justify-self", "justify-self", GLOBALS),
]
ALIGN: list[Static] = [
    *choices("content", "align-content", {**_FLEX_CONTENT, "baseline": "baseline"}),
    *choices("content", "align-content", {"center-safe": "safe center", "end-safe": "safe flex-end"}),
    *keywords("content", "align-content", f"stretch normal {GLOBALS}"),
    *choices("items", "align-items", {"start": "flex-start", "end": "flex-end"}),
    *keywords("items", "align-items", "center baseline stretch"),
    *choices(
        "items",
        "align-items",
        {"baseline-last": "last baseline", "center-safe": "safe center", "end-safe": "safe flex-end"},
    ),
    *keywords("items", "align-items", GLOBALS),
    *choices("self", "align-self", {"auto": "auto", "start": "flex-start", "end": "flex-end"}),
    *keywords("self", "align-self", "center stretch baseline"),
    *choices(
        "self",
        "align-self",
        {"baseline-last": "last baseline", "center-safe": "safe center", "end-safe": "safe flex-end"},
    ),
    *keywords("self", "align-self", GLOBALS),
]
PLACE: list[Static] = [
    *choices(
        "place-content", "place-content", {**_PLACE_CONTENT, "stretch": "stretch", "baseline": "baseline"}
    ),
    *choices("place-content", "place-content", {"center-safe": "safe center", "end-safe": "safe flex-end"}),
    *keywords("place-content", "place-content", GLOBALS),
    *keywords("place-items", "place-items", "start end center stretch baseline"),
    *choices("place-items", "place-items", {"center-safe": "safe center", "end-safe": "safe flex-end"}),
    *keywords("place-items", "place-items", GLOBALS),
    *keywords("place-self", "place-self", "auto start end center stretch"),
    *choices("place-self", "place-self", {"center-safe": "safe center", "end-safe": "safe flex-end"}),
    *keywords("place-self", "place-self", GLOBALS),
]
# `flex="~ items-center"` asks for `flex-items-center`.
PREFIXED: list[Static] = [
    (f"{box}-{name}", css) for name, css in (*JUSTIFY, *ALIGN, *PLACE) for box in ("flex", "grid")
]
FLEX: Family = [
    ("flex", "display:flex"),
    ("inline-flex", "display:inline-flex"),
    ("flex-inline", "display:inline-flex"),
    Rule("flex-*", _flex),
    *choices("flex", "flex", {"1": "1 1 0%", "auto": "1 1 auto", "initial": "0 1 auto", "none": "none"}),
    Rule("{flex-|}shrink{-*|-|}", _shrink),
    Rule("{flex-|}grow{-*|-|}", _grow),
    Rule("{flex-|}basis-*", _basis),
    *choices(
        "flex",
        "flex-direction",
        {"row": "row", "row-reverse": "row-reverse", "col": "column", "col-reverse": "column-reverse"},
    ),
    *choices("flex", "flex-wrap", {"wrap": "wrap", "wrap-reverse": "wrap-reverse", "nowrap": "nowrap"}),
]
GAP: Family = [
    Rule("{flex-|grid-|}gap{-|}()*", _gap),
    Rule("{flex-|grid-|}gap-(x|y){-|}*", _gap),
    Rule("{flex-|grid-|}gap-(col|row){-|}*", _gap),
]
