"""Borders: widths, colours, styles, radii; lines between children.

border-t-2       border-top-width:2px
b-red-500/50     border-color:rgb(239 68 68 / 0.5)
rounded-tl-lg    border-top-left-radius:0.5rem
divide-x         border between children
"""

from __future__ import annotations

from collections.abc import Callable

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Rule, keywords
from deckc.compile.style.theme_color import Declarations, ThemeColor, colored, theme_color
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.utilities.sides import CORNERS, DIRECTIONS
from deckc.compile.style.utilities.spacing import between, reversed_axis
from deckc.compile.style.values import cssvar, first_of, fraction, is_math, keyword, percent, px, rem

_STYLES = f"solid dashed dotted double hidden none groove ridge inset outset {GLOBALS}"
_STYLE_WORDS = frozenset(_STYLES.split())
_OPACITY = "--un-border-opacity"


def _width(design: Design, value: str, side: str) -> Declarations | None:
    width = design.pick("lineWidth", value or "DEFAULT")
    if width is None:
        width = first_of(value or "1", bracket, cssvar, keyword, px)
    return [(f"border{end}-width", width) for end in DIRECTIONS[side]] if width is not None else None


def _color(design: Design, value: str, side: str) -> Declarations | None:
    if value[0] == "[" and is_math(bracket(value)):
        return _width(design, value, side)
    found = theme_color(design, value, "borderColor")
    if found is None or not found.text:
        return None
    return [pair for end in DIRECTIONS[side] for pair in _edge_color(found, end)]


def _edge_color(found: ThemeColor, end: str) -> Declarations:
    prop = f"border{end}-color"
    if found.alpha is not None:
        return [(prop, found.with_alpha(found.alpha))]
    variable = f"--un-border{end}-opacity"
    text = found.with_alpha(f"var({variable})")
    if variable not in text:
        return [(prop, text)]
    # A side starts from the opacity of the whole border, so that `border-op-50` reaches it.
    whole: Declarations = [(_OPACITY, found.opacity)]
    own: Declarations = [(variable, f"var({_OPACITY})")] if end else []
    return [*whole, *own, (prop, text)]


def _opacity(_: Design, value: str, side: str) -> Declarations:
    opacity = first_of(value, bracket, percent, cssvar)
    return [(f"--un-border{end}-opacity", opacity) for end in DIRECTIONS[side]]


def _radius(design: Design, value: str, corner: str) -> Declarations | None:
    radius = design.pick("borderRadius", value or "DEFAULT")
    if not radius:
        radius = first_of(value or "1", bracket, cssvar, keyword, fraction, rem)
    return [(f"border{end}-radius", radius) for end in CORNERS[corner]] if radius is not None else None


def _style(_: Design, value: str, side: str) -> Declarations | None:
    return [(f"border{end}-style", value) for end in DIRECTIONS[side]] if value in _STYLE_WORDS else None


def _divide(design: Design, value: str, axis: str) -> Declarations | None:
    width = design.pick("lineWidth", value or "DEFAULT")
    if width is None:
        width = first_of(value or "1", bracket, cssvar, px)
    return between("border{}-width", "divide", axis, width) if width is not None else None


_SIDES = ("-(x|y)", "-(r|l|t|b|s|e)", "-(block|inline)", "-(bs|be|is|ie)")


def _by_side(tail: str, whole: str, handler: Callable[..., Declarations | None]) -> list[Rule]:
    """Return the rule of the whole border, then those of its sides."""
    return [
        Rule("{border|b}" + whole, handler),
        *(Rule("{border|b}" + side + tail, handler) for side in _SIDES),
    ]


_ROUND = "{border-|b-|}{rounded|rd}"

BORDER: Family = [
    *_by_side("{-*|}", "(){-*|}", _width),
    *_by_side("-{width|size}-*", "-(){width|size}-*", _width),
    *_by_side("-{color-|}*", "-(){color-|}*", _color),
    *_by_side("-op{acity|}{-|}*", "-()op{acity|}{-|}*", _opacity),
    Rule(_ROUND + "(){-*|}", _radius),
    Rule(_ROUND + "-(r|l|t|b|s|e){-*|}", _radius),
    Rule(_ROUND + "-(tl|lt|tr|rt|bl|lb|br|rb){-*|}", _radius),
    Rule(_ROUND + "-(bs|be|is|ie|ss|se|es|ee){-*|}", _radius),
    Rule(_ROUND + "-(bs-is|is-bs|bs-ie|ie-bs|be-is|is-be|be-ie|ie-be){-*|}", _radius),
    *_by_side("-{style-|}*", "-{style-|}()*", _style),
]
DIVIDE: Family = [
    Rule("divide{-|}(x|y)", _divide),
    Rule("divide{-|}(x|y){-|}*", _divide),
    Rule("divide{-|}(x|y)-reverse", reversed_axis("divide")),
    Rule("divide-(block|inline)", _divide),
    Rule("divide-(block|inline)-*", _divide),
    Rule("divide-(block|inline)-reverse", reversed_axis("divide")),
    Rule("divide-*", colored("border-color", "divide", "borderColor")),
    Rule("divide-op{acity|}{-|}*", opacity_variable("divide", bracket)),
    *keywords("divide", "border-style", _STYLES),
]
