"""Fonts: sizes, weights, families, line heights, spacing, colours of text, numerals.

text-lg/8            font-size and line-height
text-red-500         color
font-bold  font-mono font-weight  font-family
tabular-nums         font-variant-numeric
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket, typed_bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import Family, Handler, Rule, keywords, switches
from deckc.compile.style.theme_color import Declarations, color_declarations, colored, split_modifier
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.values import cssvar, first_of, fraction, is_math, keyword, number, rem

_NUMERALS = (
    "var(--un-ordinal) var(--un-slashed-zero) var(--un-numeric-figure) var(--un-numeric-spacing) "
    "var(--un-numeric-fraction)"
)


def _scaled(design: Design, value: str, scale: str) -> str | None:
    return design.pick(scale, value) or first_of(value, bracket, cssvar, keyword, rem)


def _named_size(design: Design, value: str) -> tuple[str, ...]:
    found = design.scale("fontSize").get(value)
    if isinstance(found, str):
        return (found,)
    return found if isinstance(found, tuple) else ()


def _text_size(design: Design, value: str) -> Declarations | None:
    """Read `lg`, `lg/8`, `[3px]`, `3px/1.5`: a size with the line height that goes with it, or an own one."""
    pair = split_modifier(value, "length")
    if pair is None:
        return None
    size, leading = pair
    line_height = _scaled(design, leading, "lineHeight") if leading else None
    named = _named_size(design, size)
    if named:
        return [("font-size", named[0]), *_size_partners(design, named, line_height)]
    own = first_of(size, typed_bracket, rem)
    if line_height and own:
        return [("font-size", own), ("line-height", line_height)]
    return [("font-size", first_of(value, typed_bracket, rem))]


def _size_partners(design: Design, named: tuple[str, ...], line_height: str | None) -> Declarations:
    pairs: Declarations = [("line-height", line_height or (named[1] if len(named) > 1 else "1"))]
    if len(named) > 2:
        pairs.append(("letter-spacing", _scaled(design, named[2], "letterSpacing")))
    return pairs


def _size(design: Design, value: str) -> Declarations:
    named = _named_size(design, value)
    return [("font-size", named[0] if named else first_of(value, bracket, cssvar, keyword, rem))]


def _color_or_size(design: Design, value: str) -> Declarations | None:
    if value[0] == "[" and is_math(bracket(value)):
        return _size(design, value)
    return color_declarations(design, value, "color", "text", "textColor")


def _color_keyword(_: Design, value: str) -> Declarations:
    return [("color", keyword(value))]


def _weight(design: Design, value: str) -> Declarations | None:
    if "-" in value:
        return None
    return [("font-weight", design.pick("fontWeight", value) or first_of(value, bracket, keyword, number))]


def _spaced(prop: str, scale: str) -> Handler:
    return lambda design, value: [(prop, _scaled(design, value, scale))]


def _synthesis(_: Design, value: str) -> Declarations:
    return [("font-synthesis", first_of(value, bracket, cssvar, keyword))]


def _stretch(_: Design, value: str) -> Declarations:
    return [("font-stretch", first_of(value, bracket, cssvar, fraction, keyword))]


def _family(design: Design, value: str) -> Declarations:
    return [("font-family", design.pick("fontFamily", value) or first_of(value, bracket, cssvar, keyword))]


def _numeral(word: str, variable: str) -> Rule:
    return Rule(
        word, lambda _design, _value: [(f"--un-{variable}", word), ("font-variant-numeric", _NUMERALS)]
    )


FONT: Family = [
    Rule("text-*", _text_size),
    Rule("{text|font}-size-*", _size),
    Rule("text-{color-|}*", _color_or_size),
    Rule("{color|c}-*", colored("color", "text", "textColor")),
    Rule("{text|color|c}-*", _color_keyword),
    Rule("{text|color|c}-op{acity|}{-|}*", opacity_variable("text")),
    Rule("{font|fw}{-|}*", _weight),
    Rule("{font-|}{leading|lh|line-height}-*", _spaced("line-height", "lineHeight")),
    *keywords("font-synthesis", "font-synthesis", "weight style small-caps none"),
    Rule("font-synthesis-*", _synthesis),
    Rule("{font-|}tracking-*", _spaced("letter-spacing", "letterSpacing")),
    Rule("{font-|}word-spacing-*", _spaced("word-spacing", "wordSpacing")),
    *keywords(
        "font-stretch",
        "font-stretch",
        "normal ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded extra-expanded "
        "ultra-expanded",
    ),
    Rule("font-stretch-*", _stretch),
    Rule("font-*", _family),
]
FONT_STYLE = switches(
    "font-style",
    {
        "italic": "italic",
        "not-italic": "normal",
        "font-italic": "italic",
        "font-not-italic": "normal",
        "oblique": "oblique",
        "not-oblique": "normal",
        "font-oblique": "oblique",
        "font-not-oblique": "normal",
    },
)
NUMERALS: Family = [
    _numeral("ordinal", "ordinal"),
    _numeral("slashed-zero", "slashed-zero"),
    _numeral("lining-nums", "numeric-figure"),
    _numeral("oldstyle-nums", "numeric-figure"),
    _numeral("proportional-nums", "numeric-spacing"),
    _numeral("tabular-nums", "numeric-spacing"),
    _numeral("diagonal-fractions", "numeric-fraction"),
    _numeral("stacked-fractions", "numeric-fraction"),
    ("normal-nums", "font-variant-numeric:normal"),
]
SMOOTHING: Family = [
    ("antialiased", "-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale"),
    ("subpixel-antialiased", "-webkit-font-smoothing:auto;-moz-osx-font-smoothing:auto"),
]
