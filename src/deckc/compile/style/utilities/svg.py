"""Fills and strokes of SVG shapes.

fill-red-500      fill
stroke-2          stroke-width:2px
stroke-dash-4     stroke-dasharray:4
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import Family, Rule, choices
from deckc.compile.style.theme_color import Declarations, color_declarations, colored
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.values import cssvar, first_of, fraction, is_math, number, number_with_unit, px


def _width(design: Design, value: str) -> Declarations:
    named = design.pick("lineWidth", value)
    return [("stroke-width", named or first_of(value, bracket, cssvar, fraction, px, number))]


def _dashes(_: Design, value: str) -> Declarations:
    return [("stroke-dasharray", first_of(value, bracket, cssvar, number))]


def _offset(design: Design, value: str) -> Declarations:
    named = design.pick("lineWidth", value)
    return [("stroke-dashoffset", named or first_of(value, bracket, cssvar, px, number_with_unit))]


def _stroke(design: Design, value: str) -> Declarations | None:
    if is_math(bracket(value)):
        return _width(design, value)
    return color_declarations(design, value, "stroke", "stroke", "borderColor")


SVG: Family = [
    Rule("fill-*", colored("fill", "fill", "backgroundColor")),
    Rule("fill-op{acity|}{-|}*", opacity_variable("fill")),
    ("fill-none", "fill:none"),
    Rule("stroke-{width-|size-|}*", _width),
    Rule("stroke-dash-*", _dashes),
    Rule("stroke-offset-*", _offset),
    Rule("stroke-*", _stroke),
    Rule("stroke-op{acity|}{-|}*", opacity_variable("stroke")),
    *choices("stroke-cap", "stroke-linecap", {"square": "square", "round": "round", "auto": "butt"}),
    *choices(
        "stroke-join",
        "stroke-linejoin",
        {"arcs": "arcs", "bevel": "bevel", "clip": "miter-clip", "round": "round", "auto": "miter"},
    ),
    ("stroke-none", "stroke:none"),
]
