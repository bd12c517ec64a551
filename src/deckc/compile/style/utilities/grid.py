"""Grids: templates, places of items, automatic tracks.

grid-cols-3      grid-template-columns:repeat(3,minmax(0,1fr))
col-span-2       grid-column:span 2/span 2
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import Family, Rule
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import auto, cssvar, first_of, number, rem

_PROPS = {"row": "row", "col": "column", "rows": "rows", "cols": "columns"}
_SCALE_NAMES = {"row": "Row", "col": "Column", "rows": "Row", "cols": "Column"}
_TRACKS = {"min": "min-content", "max": "max-content", "fr": "minmax(0,1fr)"}
_WORD = LazyPattern(r"[\w.-]+")


def _line(design: Design, value: str, axis: str) -> Declarations:
    named = design.pick(f"grid{_SCALE_NAMES[axis]}", value)
    return [(f"grid-{_PROPS[axis]}", named or first_of(value, bracket, cssvar, auto))]


def _span(_: Design, value: str, axis: str) -> Declarations | None:
    if value == "full":
        return [(f"grid-{_PROPS[axis]}", "1/-1")]
    count = first_of(value, bracket, number)
    return [(f"grid-{_PROPS[axis]}", f"span {count}/span {count}")] if count is not None else None


def _edge(_: Design, value: str, axis: str, edge: str) -> Declarations:
    return [(f"grid-{_PROPS[axis]}-{edge}", first_of(value, bracket, cssvar) or value)]


def _auto_tracks(design: Design, value: str, axis: str) -> Declarations:
    named = design.pick(f"gridAuto{_SCALE_NAMES[axis]}", value) or _TRACKS.get(value)
    return [(f"grid-auto-{_PROPS[axis]}", named or first_of(value, bracket, cssvar, auto, rem))]


def _free_flow(_: Design, value: str) -> Declarations:
    return [("grid-auto-flow", first_of(value, bracket, cssvar))]


def _flow(_: Design, _value: str, flow: str) -> Declarations:
    return [("grid-auto-flow", flow.replace("col", "column").replace("-", " "))]


def _template(design: Design, value: str, axis: str) -> Declarations:
    named = design.pick(f"gridTemplate{_SCALE_NAMES[axis]}", value)
    return [(f"grid-template-{_PROPS[axis]}", named or first_of(value, bracket, cssvar))]


def _template_filled(_: Design, value: str, axis: str) -> Declarations | None:
    if not _WORD.fullmatch(value):
        return None
    return [(f"grid-template-{_PROPS[axis]}", f"repeat(auto-fill,minmax({value},1fr))")]


def _template_count(_: Design, value: str, axis: str) -> Declarations | None:
    if not (value.isascii() and value.isdigit()):
        return None
    return [(f"grid-template-{_PROPS[axis]}", f"repeat({value},minmax(0,1fr))")]


def _area(_: Design, value: str, plural: str) -> Declarations:
    if not plural:
        return [("grid-area", first_of(value, bracket, cssvar))]
    rows = " ".join(f'"{bracket(part) or "undefined"}"' for part in value.split("-"))
    return [("grid-template-areas", cssvar(value) or rows)]


_PREFIX = "{grid-|}"
_FLOW = "{grid-auto-flow|auto-flow|grid-flow}"

GRID: Family = [
    ("grid", "display:grid"),
    ("inline-grid", "display:inline-grid"),
    Rule(_PREFIX + "(row|col)-*", _line),
    Rule(_PREFIX + "(row|col)-span-*", _span),
    Rule(_PREFIX + "(row|col)-(start)-*", _edge),
    Rule(_PREFIX + "(row|col)-(end)-*", _edge),
    Rule(_PREFIX + "auto-(rows|cols)-*", _auto_tracks),
    Rule(_FLOW + "-*", _free_flow),
    Rule(_FLOW + "-(row|col|dense|row-dense|col-dense)", _flow),
    Rule(_PREFIX + "(rows|cols)-*", _template),
    Rule(_PREFIX + "(rows|cols)-minmax-*", _template_filled),
    Rule(_PREFIX + "(rows|cols)-*", _template_count),
    Rule("grid-area(s|)-*", _area),
    ("grid-rows-none", "grid-template-rows:none"),
    ("grid-cols-none", "grid-template-columns:none"),
    ("grid-rows-subgrid", "grid-template-rows:subgrid"),
    ("grid-cols-subgrid", "grid-template-columns:subgrid"),
]
