"""Widths, heights, sizes of blocks, aspect ratios.

w-1/2  h-full  size-8     width:50%  height:100%  width:2rem;height:2rem
min-h-screen              min-height:100vh
aspect-video              aspect-ratio:16/9
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import Family, Rule
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import auto, cssvar, first_of, fraction, keyword, number, rem

_PROPS = {"h": "height", "w": "width", "inline": "inline-size", "block": "block-size"}
_CONTENT = {"fit": "fit-content", "max": "max-content", "min": "min-content", "stretch": "stretch"}
_RATIO = LazyPattern(r"\d+/\d+")
_RATIOS = {"square": "1/1", "video": "16/9"}


_SCALES = {
    limit + prop: limit.rstrip("-") + prop.title().replace("-", "") if limit else prop.replace("-s", "S")
    for prop in _PROPS.values()
    for limit in ("", "min-", "max-")
}
"""The theme's scale of a property: `maxWidth` of `max-width`."""


def _sized(design: Design, value: str, limit: str, axis: str) -> tuple[str, str | None]:
    prop = limit + _PROPS[axis]
    named = design.pick(_SCALES[prop], value) or _CONTENT.get(value)
    return prop, named or first_of(value, bracket, cssvar, keyword, auto, fraction, rem)


def _square(design: Design, value: str, limit: str) -> Declarations:
    return [_sized(design, value, limit, "w"), _sized(design, value, limit, "h")]


def _size(design: Design, value: str, limit: str, axis: str) -> Declarations:
    return [_sized(design, value, limit, axis)]


def _screen(design: Design, value: str, limit: str, axis: str) -> Declarations:
    return [(limit + _PROPS[axis], design.pick("breakpoints", value))]


def _aspect(_: Design, value: str) -> Declarations:
    if _RATIO.fullmatch(value):
        return [("aspect-ratio", value)]
    return [("aspect-ratio", _RATIOS.get(value) or first_of(value, bracket, cssvar, keyword, auto, number))]


_LIMIT = "(min-|max-|)"

ASPECT_RATIO: Family = [Rule("{size-|}aspect-{ratio-|}*", _aspect)]
SIZE: Family = [
    Rule(f"size-{_LIMIT}*", _square),
    Rule(f"{{size-|}}{_LIMIT}(w|h){{-|}}*", _size),
    Rule(f"{{size-|}}{_LIMIT}(block|inline)-*", _size),
    Rule(f"{{size-|}}{_LIMIT}(h)-screen-*", _screen),
    Rule(f"{{size-|}}{_LIMIT}(w)-screen-*", _screen),
]
