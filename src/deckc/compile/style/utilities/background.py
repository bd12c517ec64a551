"""Backgrounds: colours, pictures, places, sizes, gradients, blending.

bg-red-500              background-color
bg-[url(/a.png)]        background-image
bg-gradient-to-r from-red to-blue/50
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket, typed_bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import GLOBALS, Family, Rule, Static, choices, keywords
from deckc.compile.style.theme_color import Declarations, ThemeColor, color_declarations, theme_color
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.utilities.sides import POSITIONS
from deckc.compile.style.values import (
    auto,
    cssvar,
    first_of,
    format_number,
    fraction,
    is_size,
    leading_float,
    percent,
    position,
    px,
)

_URL = LazyPattern(r"\[url\(.+\)\]")
_SIZE = LazyPattern(r"\[(?:length|size):.+\]")
_POSITION = LazyPattern(r"\[position:.+\]")
_IMAGE = LazyPattern(r"\[(?:linear|conic|radial)-gradient\(.+\)\]|\[image:.+\]")
_PERCENTAGE = LazyPattern(r"[\d.]+%")
_NOWHERE = "rgb(255 255 255 / 0)"


def _background(design: Design, value: str) -> Declarations | None:
    free = _free_background(value) if value[:1] == "[" else None
    return free or color_declarations(design, value, "background-color", "bg", "backgroundColor")


def _free_background(value: str) -> Declarations | None:
    """Return the picture, size or place that stands in brackets; None for a colour."""
    if _URL.fullmatch(value):
        return [("--un-url", bracket(value)), ("background-image", "var(--un-url)")]
    free = typed_bracket(value)
    if free is not None and _SIZE.fullmatch(value):
        parts = (first_of(part, fraction, auto, px, cssvar) or part for part in free.split(" "))
        return [("background-size", " ".join(parts))]
    if free is not None and (is_size(value) or _POSITION.fullmatch(value)):
        parts = (first_of(part, position, fraction, auto, px, cssvar) or part for part in free.split(" "))
        return [("background-position", " ".join(parts))]
    image = bracket(value) if _IMAGE.fullmatch(value) else None
    if image:
        return [("background-image", f"url({image})" if image.startswith("http") else cssvar(image) or image)]
    return None


def _faded(found: ThemeColor) -> str:
    return found.color.with_alpha("0") if found.color else _NOWHERE


def _stop(design: Design, value: str, place: str) -> Declarations | None:
    """Return one stop of a gradient; the first and the middle one fade out as long as no last one is set."""
    found = theme_color(design, value, "backgroundColor")
    if found is None or not found.text:
        return None
    alpha = found.alpha
    if alpha is None and found.color:
        alpha = f"var(--un-{place}-opacity, {found.opacity})"
    color = found.with_alpha(alpha)
    end = "var(--un-gradient-to-position)"
    if place == "from":
        return [
            ("--un-gradient-from-position", "0%"),
            ("--un-gradient-from", f"{color} var(--un-gradient-from-position)"),
            ("--un-gradient-to-position", "100%"),
            ("--un-gradient-to", f"{_faded(found)} {end}"),
            ("--un-gradient-stops", "var(--un-gradient-from), var(--un-gradient-to)"),
        ]
    if place == "via":
        middle = f"{color} var(--un-gradient-via-position)"
        return [
            ("--un-gradient-via-position", "50%"),
            ("--un-gradient-to", _faded(found)),
            ("--un-gradient-stops", f"var(--un-gradient-from), {middle}, var(--un-gradient-to)"),
        ]
    return [("--un-gradient-to-position", "100%"), ("--un-gradient-to", f"{color} {end}")]


def _stop_opacity(_: Design, value: str, place: str) -> Declarations:
    return [(f"--un-{place}-opacity", first_of(value, bracket, percent))]


def _stop_position(_: Design, value: str, place: str) -> Declarations | None:
    if not _PERCENTAGE.fullmatch(value):
        return None
    share = percent(value)
    number = leading_float(share) if share else None
    shown = "NaN" if number is None else format_number(number * 100)
    return [(f"--un-gradient-{place}-position", f"{shown}%")]


def _free_gradient(_: Design, value: str) -> Declarations:
    return [("--un-gradient", bracket(value))]


def _free_stops(_: Design, value: str) -> Declarations | None:
    return [("--un-gradient-stops", bracket(value))] if len(value) > 2 and value.endswith("]") else None


def _gradient(_: Design, _value: str, kind: str) -> Declarations:
    stops = "var(--un-gradient, var(--un-gradient-stops, rgb(255 255 255 / 0)))"
    return [("background-image", f"{kind}-gradient({stops})")]


_SHAPED = "var(--un-gradient-shape), var(--un-gradient-stops)"


def _gradient_to(_: Design, _value: str, corner: str) -> Declarations:
    return [
        ("--un-gradient-shape", f"to {POSITIONS[corner]} in oklch"),
        ("--un-gradient", _SHAPED),
        ("background-image", "linear-gradient(var(--un-gradient))"),
    ]


def _shape(_: Design, value: str) -> Declarations | None:
    shape = f"to {POSITIONS[value]}" if value in POSITIONS else bracket(value)
    if shape is None:
        return None
    return [("--un-gradient-shape", f"{shape} in oklch"), ("--un-gradient", _SHAPED)]


def _position(_: Design, value: str) -> Declarations | None:
    return [("background-position", POSITIONS[value])] if value in POSITIONS and len(value) > 2 else None


def _clip(name: str, value: str) -> Static:
    return f"bg-clip-{name}", f"-webkit-background-clip:{value};background-clip:{value}"


_BLENDS = (
    "multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue "
    "saturation color luminosity"
)
_CORNERS = "|".join(name for name in POSITIONS if len(name) <= 2 and set(name) <= set("rltb"))

BACKGROUND: Family = [
    Rule("bg-*", _background),
    Rule("bg-op{acity|}{-|}*", opacity_variable("bg")),
]
BACKGROUND_STYLE: Family = [
    Rule("bg-gradient-*", _free_gradient),
    Rule("{bg-gradient-|}stops-*", _free_stops),
    Rule("{bg-gradient-|}(from)-*", _stop),
    Rule("{bg-gradient-|}(via)-*", _stop),
    Rule("{bg-gradient-|}(to)-*", _stop),
    Rule("{bg-gradient-|}(from|via|to)-op{acity|}{-|}*", _stop_opacity),
    Rule("(from|via|to)-*", _stop_position),
    Rule(
        "bg-gradient-(linear|radial|conic|repeating-linear|repeating-radial|repeating-conic)",
        _gradient,
    ),
    Rule(f"bg-gradient-to-({_CORNERS})", _gradient_to),
    Rule("{bg-gradient-|}shape-*", _shape),
    ("bg-none", "background-image:none"),
    *keywords("box-decoration", "box-decoration-break", f"slice clone {GLOBALS}"),
    *keywords("bg", "background-size", "auto cover contain"),
    *keywords("bg", "background-attachment", "fixed local scroll"),
    _clip("border", "border-box"),
    _clip("content", "content-box"),
    _clip("padding", "padding-box"),
    _clip("text", "text"),
    *(_clip(word, word) for word in GLOBALS.split()),
    Rule("bg-*", _position),
    *(
        (f"bg-{repeat}", f"background-repeat:{repeat}")
        for repeat in ("repeat", "no-repeat", "repeat-x", "repeat-y")
    ),
    *choices("bg-repeat", "background-repeat", {"round": "round", "space": "space"}),
    *keywords("bg-repeat", "background-repeat", GLOBALS),
    *choices(
        "bg-origin",
        "background-origin",
        {"border": "border-box", "padding": "padding-box", "content": "content-box"},
    ),
    *keywords("bg-origin", "background-origin", GLOBALS),
]
BACKGROUND_BLEND: Family = [
    *keywords("bg-blend", "background-blend-mode", f"{_BLENDS} normal"),
    *keywords("bg-blend", "background-blend", GLOBALS),
]
MIX_BLEND: Family = [
    *keywords("mix-blend", "mix-blend-mode", f"{_BLENDS} plus-lighter normal"),
    *keywords("mix-blend", "mix-blend", GLOBALS),
]
