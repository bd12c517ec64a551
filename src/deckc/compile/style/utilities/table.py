"""Tables.

table-fixed          table-layout:fixed
border-spacing-4     border-spacing, both ways
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import Family, Rule, choices, keywords, switches
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import auto, cssvar, first_of, fraction, keyword, rem

_SPACING = "var(--un-border-spacing-x) var(--un-border-spacing-y)"


def _spacing(design: Design, value: str, axis: str = "") -> Declarations | None:
    length = design.pick("spacing", value) or first_of(value, bracket, cssvar, keyword, auto, fraction, rem)
    if length is None:
        return None
    return [*((f"--un-border-spacing-{one}", length) for one in axis or "xy"), ("border-spacing", _SPACING)]


_KINDS = (
    "inline-table table table-caption table-cell table-column table-column-group table-footer-group "
    "table-header-group table-row table-row-group"
)

TABLE: Family = [
    *switches("display", {kind: kind for kind in _KINDS.split()}),
    *keywords("border", "border-collapse", "collapse separate"),
    Rule("border-spacing-*", _spacing),
    Rule("border-spacing-(x|y)-*", _spacing),
    *keywords("caption", "caption-side", "top bottom"),
    *keywords("table", "table-layout", "auto fixed"),
    *choices("table-empty-cells", "empty-cells", {"visible": "show", "hidden": "hide"}),
]
