"""Lines through and under text, its outline and its shadow.

underline  decoration-wavy  underline-offset-4
text-stroke-2               -webkit-text-stroke-width:2px
text-shadow-lg              text-shadow
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Rule, keywords
from deckc.compile.style.theme_color import Declarations, color_declarations, colored
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.utilities.shadows import colorable_shadows, named_shadows
from deckc.compile.style.values import auto, cssvar, first_of, is_math, keyword, px

_STYLES = f"solid double dotted dashed wavy {GLOBALS}"


def _line(_: Design, _value: str, line: str) -> Declarations:
    return [("text-decoration-line", line)]


def _thickness(design: Design, value: str) -> Declarations:
    named = design.pick("lineWidth", value)
    return [("text-decoration-thickness", named or first_of(value, bracket, cssvar, keyword, px))]


def _thickness_word(_: Design, _value: str, word: str) -> Declarations:
    return [("text-decoration-thickness", word)]


def _color(design: Design, value: str) -> Declarations | None:
    if is_math(bracket(value)):
        return _thickness(design, value)
    pairs = color_declarations(design, value, "text-decoration-color", "line", "borderColor")
    return [("-webkit-text-decoration-color", pairs[-1][1]), *pairs] if pairs else None


def _offset(design: Design, value: str) -> Declarations:
    named = design.pick("lineWidth", value)
    return [("text-underline-offset", named or first_of(value, auto, bracket, cssvar, keyword, px))]


def _stroke(design: Design, value: str) -> Declarations:
    named = design.pick("textStrokeWidth", value or "DEFAULT")
    return [("-webkit-text-stroke-width", named or first_of(value, bracket, cssvar, px))]


def _shadow(design: Design, value: str) -> Declarations:
    named = named_shadows(design, "textShadow", value)
    if named is None:
        return [("text-shadow", first_of(value, bracket, cssvar, keyword))]
    shadows = ",".join(colorable_shadows(named, "--un-text-shadow-color"))
    return [("--un-text-shadow", shadows), ("text-shadow", "var(--un-text-shadow)")]


_NAME = "{underline|decoration}"

TEXT_DECORATION: Family = [
    Rule("{decoration-|}(underline|overline|line-through)", _line),
    Rule(_NAME + "-{size-|}*", _thickness),
    Rule(_NAME + "-(auto|from-font)", _thickness_word),
    Rule(_NAME + "-*", _color),
    Rule(_NAME + "-op{acity|}{-|}*", opacity_variable("line")),
    Rule(_NAME + "-offset-*", _offset),
    *keywords("underline", "text-decoration-style", _STYLES),
    *keywords("decoration", "text-decoration-style", _STYLES),
    ("no-underline", "text-decoration:none"),
    ("decoration-none", "text-decoration:none"),
]
TEXT_STROKE: Family = [
    Rule("text-stroke{-*|}", _stroke),
    Rule("text-stroke-*", colored("-webkit-text-stroke-color", "text-stroke", "borderColor")),
    Rule("text-stroke-op{acity|}{-|}*", opacity_variable("text-stroke")),
]
TEXT_SHADOW: Family = [
    Rule("text-shadow{-*|}", _shadow),
    Rule("text-shadow-color-*", colored("--un-text-shadow-color", "text-shadow", "shadowColor")),
    Rule("text-shadow-color-op{acity|}{-|}*", opacity_variable("text-shadow")),
]
