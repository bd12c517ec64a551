"""Filters of an element and of what stands behind it.

blur-sm  brightness-50     filter
backdrop-blur-8            backdrop-filter
"""

from __future__ import annotations

from collections.abc import Callable

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Handler, Rule
from deckc.compile.style.theme_color import Declarations, colored
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.utilities.shadows import colorable_shadows, named_shadows
from deckc.compile.style.values import angle, cssvar, first_of, leading_float, percent, px

_FILTER = " ".join(
    f"var(--un-{name})"
    for name in "blur brightness contrast drop-shadow grayscale hue-rotate invert saturate sepia".split()
)
_BACKDROP = " ".join(
    f"var(--un-backdrop-{name})"
    for name in "blur brightness contrast grayscale hue-rotate invert opacity saturate sepia".split()
)


def _blur(design: Design, value: str) -> str | None:
    return design.pick("blur", value or "DEFAULT") or first_of(value, bracket, cssvar, px)


def _share(_: Design, value: str) -> str | None:
    return first_of(value, bracket, cssvar, percent)


def _share_up_to_one(_: Design, value: str) -> str | None:
    free = first_of(value, bracket, cssvar)
    if free is not None:
        return free
    share = percent(value) if value else "1"
    return share if share is not None and (leading_float(share) or 0) <= 1 else None


def _turn(_: Design, value: str) -> str | None:
    return first_of(value, bracket, cssvar, angle)


def _filter(name: str, read: Callable[[Design, str], str | None]) -> Handler:
    def handler(design: Design, value: str, kind: str) -> Declarations | None:
        argument = read(design, value)
        if argument is None and value == "none":
            argument = "0"
        if not argument:
            return None
        call = f"{name}({argument})"
        if kind == "backdrop-":
            return [
                (f"--un-backdrop-{name}", call),
                ("-webkit-backdrop-filter", _BACKDROP),
                ("backdrop-filter", _BACKDROP),
            ]
        return [(f"--un-{name}", call), ("filter", _FILTER)]

    return handler


def _drop_shadow(design: Design, value: str) -> Declarations | None:
    named = named_shadows(design, "dropShadow", value)
    if named is not None:
        shadows = ") drop-shadow(".join(colorable_shadows(named, "--un-drop-shadow-color"))
    else:
        free = first_of(value, bracket, cssvar)
        if free is None:
            return None
        shadows = free
    return [("--un-drop-shadow", f"drop-shadow({shadows})"), ("filter", _FILTER)]


_KIND = "(backdrop-|filter-|)"

FILTER: Family = [
    Rule(f"{_KIND}blur{{-*|}}", _filter("blur", _blur)),
    Rule(f"{_KIND}brightness-*", _filter("brightness", _share)),
    Rule(f"{_KIND}contrast-*", _filter("contrast", _share)),
    Rule("{filter-|}drop-shadow{-*|}", _drop_shadow),
    Rule("{filter-|}drop-shadow-color-*", colored("--un-drop-shadow-color", "drop-shadow", "shadowColor")),
    Rule("{filter-|}drop-shadow-color-op{acity|}{-|}*", opacity_variable("drop-shadow", bracket)),
    Rule(f"{_KIND}grayscale{{-*|}}", _filter("grayscale", _share_up_to_one)),
    Rule(f"{_KIND}hue-rotate-*", _filter("hue-rotate", _turn)),
    Rule(f"{_KIND}invert{{-*|}}", _filter("invert", _share_up_to_one)),
    Rule("(backdrop-)op{acity|}-*", _filter("opacity", _share)),
    Rule(f"{_KIND}saturate-*", _filter("saturate", _share)),
    Rule(f"{_KIND}sepia{{-*|}}", _filter("sepia", _share_up_to_one)),
    ("filter", f"filter:{_FILTER}"),
    ("backdrop-filter", f"-webkit-backdrop-filter:{_BACKDROP};backdrop-filter:{_BACKDROP}"),
    ("filter-none", "filter:none"),
    ("backdrop-filter-none", "-webkit-backdrop-filter:none;backdrop-filter:none"),
    *((f"filter-{word}", f"filter:{word}") for word in GLOBALS.split()),
    *(
        (f"backdrop-filter-{word}", f"-webkit-backdrop-filter:{word};backdrop-filter:{word}")
        for word in GLOBALS.split()
    ),
]
