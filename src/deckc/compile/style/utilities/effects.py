"""Opacity, shadows, outlines and rings.

op50  opacity-50     opacity:0.5
shadow-lg            box-shadow
outline-2  ring-4    outline-width:2px  a ring of 4px
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Rule, keywords
from deckc.compile.style.theme_color import Declarations, color_declarations, colored, names_color
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.utilities.shadows import colorable_shadows, named_shadows
from deckc.compile.style.values import cssvar, first_of, is_math, keyword, percent, px

_BOX_SHADOW = "var(--un-ring-offset-shadow), var(--un-ring-shadow), var(--un-shadow)"
_RING_OFFSET = "var(--un-ring-inset) 0 0 0 var(--un-ring-offset-width) var(--un-ring-offset-color)"
_RING = (
    "var(--un-ring-inset) 0 0 0 calc(var(--un-ring-width) + var(--un-ring-offset-width)) var(--un-ring-color)"
)


def _opacity(_: Design, value: str) -> Declarations:
    return [("opacity", first_of(value, bracket, percent, cssvar))]


def _shadow(design: Design, value: str) -> Declarations | None:
    named = named_shadows(design, "boxShadow", value)
    free = first_of(value, bracket, cssvar)
    if (named is not None or free is not None) and not names_color(design, free, "shadowColor"):
        shadows = colorable_shadows(named or (free or "",), "--un-shadow-color")
        return [("--un-shadow", ",".join(shadows)), ("box-shadow", _BOX_SHADOW)]
    return color_declarations(design, value, "--un-shadow-color", "shadow", "shadowColor")


def _outline_width(design: Design, value: str) -> Declarations:
    named = design.pick("lineWidth", value)
    return [("outline-width", named or first_of(value, bracket, cssvar, keyword, px))]


def _outline_color(design: Design, value: str) -> Declarations | None:
    if is_math(bracket(value)):
        return _outline_width(design, value)
    return color_declarations(design, value, "outline-color", "outline-color", "borderColor")


def _outline_offset(design: Design, value: str) -> Declarations:
    named = design.pick("lineWidth", value)
    return [("outline-offset", named or first_of(value, bracket, cssvar, keyword, px))]


def _ring(design: Design, value: str) -> Declarations | None:
    width = design.pick("ringWidth", value or "DEFAULT") or px(value or "1")
    if not width:
        return None
    return [
        ("--un-ring-width", width),
        ("--un-ring-offset-shadow", _RING_OFFSET),
        ("--un-ring-shadow", _RING),
        ("box-shadow", _BOX_SHADOW),
    ]


def _ring_width(design: Design, value: str) -> Declarations:
    return [("--un-ring-width", design.pick("ringWidth", value) or first_of(value, bracket, cssvar, px))]


def _ring_offset(design: Design, value: str) -> Declarations:
    return [
        ("--un-ring-offset-width", design.pick("lineWidth", value) or first_of(value, bracket, cssvar, px))
    ]


def _ring_color(design: Design, value: str) -> Declarations | None:
    if is_math(bracket(value)):
        return _ring_width(design, value)
    return color_declarations(design, value, "--un-ring-color", "ring", "borderColor")


OPACITY: Family = [Rule("op{acity|}{-|}*", _opacity)]
SHADOW: Family = [
    Rule("shadow{-*|}", _shadow),
    Rule("shadow-op{acity|}{-|}*", opacity_variable("shadow")),
    ("shadow-inset", "--un-shadow-inset:inset"),
]
OUTLINE: Family = [
    Rule("outline-{width-|size-|}*", _outline_width),
    Rule("outline-{color-|}*", _outline_color),
    Rule("outline-offset-*", _outline_offset),
    ("outline", "outline-style:solid"),
    *keywords(
        "outline",
        "outline-style",
        f"auto dashed dotted double hidden solid groove ridge inset outset {GLOBALS}",
    ),
    ("outline-none", "outline:2px solid transparent;outline-offset:2px"),
]
RING: Family = [
    Rule("ring{-*|}", _ring),
    Rule("ring-{width-|size-}*", _ring_width),
    ("ring-offset", "--un-ring-offset-width:1px"),
    Rule("ring-offset-{width-|size-|}*", _ring_offset),
    Rule("ring-*", _ring_color),
    Rule("ring-op{acity|}{-|}*", opacity_variable("ring")),
    Rule("ring-offset-*", colored("--un-ring-offset-color", "ring-offset", "borderColor")),
    Rule("ring-offset-op{acity|}{-|}*", opacity_variable("ring-offset")),
    ("ring-inset", "--un-ring-inset:inset"),
]
IMAGE_RENDERING: Family = [
    ("image-render-auto", "image-rendering:auto"),
    ("image-render-edge", "image-rendering:crisp-edges"),
    (
        "image-render-pixel",
        (
            "-ms-interpolation-mode:nearest-neighbor;image-rendering:-webkit-optimize-contrast;"
            "image-rendering:-moz-crisp-edges;image-rendering:-o-pixelated;image-rendering:pixelated"
        ),
    ),
]
