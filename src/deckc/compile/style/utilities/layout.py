"""Display, containment, overflow, visibility, isolation, object fit.

hidden              display:none
overflow-x-auto     overflow-x:auto
object-top-left     object-position:top left
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket, typed_bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import GLOBALS, Family, Rule, choices, keywords, switches
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.utilities.sides import POSITIONS
from deckc.compile.style.values import auto, cssvar, first_of, fraction, keyword, position, px, rem

_CONTAIN = frozenset("none strict content size inline-size layout style paint".split())
_OVERFLOW = frozenset(f"auto hidden clip visible scroll overlay {GLOBALS}".split())
_CONTAINER_QUERY = LazyPattern(r"(?:/(\w+))?(?:-(normal|inline-size|size))?")
_WORD = LazyPattern(r"\w+")
_INTRINSIC = {"-block": "block-size", "-inline": "inline-size", "-w": "width", "-h": "height", "": "size"}


def _container(design: Design, point: str) -> Declarations:
    """Return the declarations of `container`, or those of one breakpoint of it."""
    settings = design.scale("container")
    padding, widths = settings.get("padding"), settings.get("maxWidth")
    width = design.pick("breakpoints", point) if point else None
    if point and isinstance(widths, dict):
        width = widths.get(point)
    inset = padding if isinstance(padding, str) else None
    if isinstance(padding, dict):
        inset = padding.get(point, padding.get("DEFAULT"))
    pairs: Declarations = [("max-width", width)]
    if not point:
        pairs.append(("width", "100%"))
    if settings.get("center") in {"true", "True"}:
        pairs += [("margin-left", "auto"), ("margin-right", "auto")]
    if padding:
        pairs += [("padding-left", inset), ("padding-right", inset)]
    return pairs


def _contain(_: Design, value: str) -> Declarations | None:
    free = bracket(value)
    if free is not None:
        return [("contain", " ".join(first_of(part, cssvar, fraction) or part for part in free.split(" ")))]
    return [("contain", value)] if value in _CONTAIN else None


def _display(_: Design, value: str) -> Declarations:
    return [("display", first_of(value, bracket, cssvar, keyword))]


def _overflow(_: Design, value: str, axis: str = "") -> Declarations | None:
    return [(f"overflow-{axis}" if axis else "overflow", value)] if value in _OVERFLOW else None


def _object(_: Design, value: str) -> Declarations | None:
    if value in POSITIONS:
        return [("object-position", POSITIONS[value])]
    free = typed_bracket(value)
    if free is None:
        return None
    parts = (first_of(part, position, fraction, auto, px, cssvar) or part for part in free.split(" "))
    return [("object-position", " ".join(parts))]


def _intrinsic(_: Design, value: str, axis: str) -> Declarations:
    return [
        (f"contain-intrinsic-{_INTRINSIC[axis]}", first_of(value, bracket, cssvar, keyword, fraction, rem))
    ]


def _container_query(_: Design, value: str) -> Declarations | None:
    match = _CONTAINER_QUERY.fullmatch(value)
    if match is None:
        return None
    return [("container-type", match[2] or "inline-size"), ("container-name", match[1])]


def _color_scheme(_: Design, value: str) -> Declarations | None:
    return [("color-scheme", value)] if _WORD.fullmatch(value) else None


COLOR_SCHEME: Family = [Rule("color-scheme-*", _color_scheme)]
CONTAINER: Family = [Rule("__container{-*|}", _container, is_internal=True)]
CONTAIN: Family = [Rule("contain-*", _contain)]
SCREEN_READERS: Family = [
    (
        "sr-only",
        (
            "position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0);"
            "white-space:nowrap;border-width:0"
        ),
    ),
    (
        "not-sr-only",
        "position:static;width:auto;height:auto;padding:0;margin:0;overflow:visible;clip:auto;white-space:normal",
    ),
]
VISIBILITY: Family = [
    *switches("visibility", {"visible": "visible", "invisible": "hidden"}),
    *keywords("backface", "backface-visibility", f"visible hidden {GLOBALS}"),
]
ISOLATION = switches("isolation", {"isolate": "isolate", "isolate-auto": "auto", "isolation-auto": "auto"})
DISPLAY: Family = [
    *switches(
        "display",
        {
            "inline": "inline",
            "block": "block",
            "inline-block": "inline-block",
            "contents": "contents",
            "flow-root": "flow-root",
            "list-item": "list-item",
            "hidden": "none",
        },
    ),
    Rule("display-*", _display),
]
BOX_SIZING: Family = [
    *choices("box", "box-sizing", {"border": "border-box", "content": "content-box"}),
    *keywords("box", "box-sizing", GLOBALS),
]
FLOAT: Family = [
    *choices(
        "float",
        "float",
        {"left": "left", "right": "right", "start": "inline-start", "end": "inline-end", "none": "none"},
    ),
    *keywords("float", "float", GLOBALS),
    *choices(
        "clear",
        "clear",
        {
            "left": "left",
            "right": "right",
            "both": "both",
            "start": "inline-start",
            "end": "inline-end",
            "none": "none",
        },
    ),
    *keywords("clear", "clear", GLOBALS),
]
OVERFLOW: Family = [Rule("{overflow|of}-*", _overflow), Rule("{overflow|of}-(x|y)-*", _overflow)]
OBJECT: Family = [
    *keywords("object", "object-fit", "cover contain fill scale-down none"),
    Rule("object-*", _object),
]
CONTENT_VISIBILITY: Family = [
    Rule("intrinsic(-block|-inline|-w|-h|){-size|}-*", _intrinsic),
    *keywords("content-visibility", "content-visibility", f"visible hidden auto {GLOBALS}"),
]
CONTAINER_QUERY: Family = [Rule("@container{*|}", _container_query)]
VIEWPORT_HEIGHTS: Family = [
    (f"{short}-{size}", f"{prop}:100{size}")
    for short, prop in (("min-h", "min-height"), ("h", "height"), ("max-h", "max-height"))
    for size in ("dvh", "svh", "lvh")
]
