"""Lists, columns and page breaks.

list-disc     list-style-type:disc
columns-3     columns:3
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import GLOBALS, Family, Rule, keywords
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import cssvar, first_of, number, number_with_unit

_MARKERS = {
    "disc": "disc",
    "circle": "circle",
    "square": "square",
    "decimal": "decimal",
    "zero-decimal": "decimal-leading-zero",
    "greek": "lower-greek",
    "roman": "lower-roman",
    "upper-roman": "upper-roman",
    "alpha": "lower-alpha",
    "upper-alpha": "upper-alpha",
    "latin": "lower-latin",
    "upper-latin": "upper-latin",
}
_ADDRESS = LazyPattern(r"\[url\(.+\)\]")


def _marker(_: Design, value: str) -> Declarations | None:
    for place in ("outside", "inside"):
        marker = _MARKERS.get(value.removesuffix(f"-{place}")) if value.endswith(f"-{place}") else None
        if marker:
            return [("list-style-position", place), ("list-style-type", marker)]
    marker = _MARKERS.get(value)
    return [("list-style-type", marker)] if marker else None


def _image(_: Design, value: str) -> Declarations | None:
    return [("list-style-image", bracket(value))] if _ADDRESS.fullmatch(value) else None


def _columns(design: Design, value: str) -> Declarations:
    named = design.pick("containers", value)
    return [("columns", named or first_of(value, bracket, number_with_unit, number, cssvar))]


def _breaks(place: str, words: str) -> list[tuple[str, str]]:
    return keywords(f"break-{place}", f"break-{place}", f"{words} {GLOBALS}")


_EVERYWHERE = "auto avoid all avoid-page page left right column"

LIST: Family = [
    Rule("list-*", _marker),
    *keywords("list", "list-style-position", "outside inside"),
    ("list-none", "list-style-type:none"),
    Rule("list-image-*", _image),
    ("list-image-none", "list-style-image:none"),
    *keywords("list", "list-style-type", GLOBALS),
]
COLUMNS: Family = [
    Rule("columns-*", _columns),
    ("columns-auto", "columns:auto"),
    *_breaks("before", _EVERYWHERE),
    *_breaks("inside", "auto avoid avoid-page avoid-column"),
    *_breaks("after", _EVERYWHERE),
]
