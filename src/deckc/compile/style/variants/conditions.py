"""At-rules around a utility: widths, media, feature and container queries, cascade layers.

md:x  lt-md:x  at-md:x  max-[700px]:x      @media (min-width: 768px){.x{}} ...
print:x  media-mouse:x  supports-grid:x    @media print{.x{}} ...
@md:x  @[400px]/name:x                     @container (min-width: 28rem){.x{}} ...
"""

from __future__ import annotations

import re

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.values import format_number, leading_float, number_with_unit
from deckc.compile.style.variants.draft import (
    Draft,
    Step,
    Taken,
    Variant,
    after_name,
    lead_of,
    nested,
    take_parameter,
)

_FREE_WIDTH = LazyPattern(r"(max|min)-\[([^\]]*)\]:")
_WIDTH_ORDER = 3000
_CONTAINER_ORDER = 1000


def just_below(width: str) -> str:
    """Return the widest width that is not yet `width`: "768px" gives "767.9px"."""
    value = leading_float(width)
    if value is not None and width.endswith("px") and re.fullmatch(r"-?\d+\.?\d*px", width):
        return f"{format_number(value - 0.1)}px"
    return f"calc({width} - 0.1px)"


def media_query(design: Design, name: str, limit: str = "") -> str | None:
    """Return the query of a breakpoint: from it on, below it (`lt`), or within it (`at`)."""
    points = design.breakpoints()
    for place, (point, width) in enumerate(points):
        if point == name:
            return _query(points, place, width, limit)
    return None


def _query(points: tuple[tuple[str, str], ...], place: int, width: str, limit: str) -> str:
    if limit == "lt":
        return f"@media (max-width: {just_below(width)})"
    if limit == "at" and place < len(points) - 1:
        return f"@media (min-width: {width}) and (max-width: {just_below(points[place + 1][1])})"
    return f"@media (min-width: {width})"


def _ordered(query: str, order: int) -> Step:
    def step(draft: Draft) -> None:
        draft.nest(query)
        draft.parent_order = order

    return step


_LIMITS = (("", ""), ("lt-", "lt"), ("at-", "at"), ("<", "lt"), ("~", "at"), ("max-", "lt"))


def width_variant(design: Design) -> Variant:
    """Return the variant of the design's breakpoints."""
    widths: dict[str, list[tuple[str, Step]]] = {}
    points = design.breakpoints()
    for place, (point, width) in enumerate(points):
        for spelling, limit in _LIMITS:
            order = _WIDTH_ORDER + (-place - 1 if limit == "lt" else place + 1)
            step = _ordered(_query(points, place, width, limit), order)
            widths.setdefault(lead_of(spelling + point), []).append((spelling + point, step))

    def match(text: str, _: Design) -> Taken | None:
        free = _FREE_WIDTH.search(text) if "-[" in text else None
        if free:
            query = f"@media ({free[1]}-width: {free[2]})"
            return Taken(text.replace(free[0], "", 1), lambda draft: draft.nest(query))
        for head, step in widths.get(lead_of(text), ()):
            rest = after_name(text, head)
            if rest is not None and rest != "container":
                return Taken(rest, step)
        return None

    return Variant(("max", "min", *widths), match, marks=("max-[", "min-["))


def _match_media(text: str, design: Design) -> Taken | None:
    taken = take_parameter("media-", text)
    if taken is None:
        return None
    query = bracket(taken[0]) or design.pick("media", taken[0])
    return Taken(taken[1], lambda draft: draft.nest(f"@media {query}")) if query else None


def _match_supports(text: str, design: Design) -> Taken | None:
    taken = take_parameter("supports-", text)
    if taken is None:
        return None
    feature = bracket(taken[0]) or design.pick("supports", taken[0])
    if not feature:
        return None
    if not (feature.startswith("(") and feature.endswith(")")):
        feature = f"({feature})"
    return Taken(taken[1], lambda draft: draft.nest(f"@supports {feature}"))


def _match_container(text: str, design: Design) -> Taken | None:
    if text.startswith("@container"):
        return None
    taken = take_parameter("@", text)
    if taken is None:
        return None
    name, rest, label = taken
    free = bracket(name)
    width = number_with_unit(free) if free else design.pick("containers", name)
    if not width:
        return None
    names = list(design.scale("containers"))
    order = _CONTAINER_ORDER + (names.index(name) if name in names else -1) + (1000 if label else 0)
    return Taken(rest, _ordered(f"@container {label + ' ' if label else ''}(min-width: {width})", order))


def _match_cascade_layer(text: str, _: Design) -> Taken | None:
    taken = take_parameter("layer-", text)
    layer = (bracket(taken[0]) or taken[0]) if taken else ""
    return Taken(taken[1], lambda draft: draft.nest(f"@layer {layer}")) if taken and layer else None


def _match_own_layer(text: str, _: Design) -> Taken | None:
    taken = take_parameter("uno-layer-", text)
    layer = (bracket(taken[0]) or taken[0]) if taken else ""
    if taken is None or not layer:
        return None

    def step(draft: Draft) -> None:
        draft.layer = layer

    return Taken(taken[1], step)


def _match_starting(text: str, _: Design) -> Taken | None:
    if not text.startswith("starting:"):
        return None

    def step(draft: Draft) -> None:
        draft.parent = "@starting-style"

    return Taken(text[9:], step)


CASCADE_LAYER = Variant(("layer",), _match_cascade_layer, is_repeatable=False)
OWN_LAYER = Variant(("uno",), _match_own_layer, is_repeatable=False)
STARTING = Variant(("starting",), _match_starting, is_repeatable=False)
SUPPORTS = Variant(("supports",), _match_supports)
PRINT = nested("print", "@media print")
MEDIA = Variant(("media",), _match_media)
CONTAINER = Variant(("@",), _match_container)
PREFERENCES = (
    nested("contrast-more", "@media (prefers-contrast: more)"),
    nested("contrast-less", "@media (prefers-contrast: less)"),
    nested("landscape", "@media (orientation: landscape)"),
    nested("portrait", "@media (orientation: portrait)"),
    nested("motion-reduce", "@media (prefers-reduced-motion: reduce)"),
    nested("motion-safe", "@media (prefers-reduced-motion: no-preference)"),
)
SCHEME_QUERIES = (
    nested("@dark", "@media (prefers-color-scheme: dark)"),
    nested("@light", "@media (prefers-color-scheme: light)"),
)
