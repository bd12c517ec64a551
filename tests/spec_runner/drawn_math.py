r"""A typesetter that needs no package: a formula is its source, in the frame that KaTeX puts around formulas.

x           <span class="katex">x</span>
a\\b        a table of two rows, displayed as one column
\foo        a mistake
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from deckc.model.services import TypesetFormula

_CELL = '<span><span class="pstrut"></span><span class="mord">{}</span></span>'
_TABLE = (
    '<span class="mtable"><span class="col-align-c"><span class="vlist-t"><span class="vlist-r">'
    '<span class="vlist">{}</span></span></span></span></span>'
)


class DrawnMath:
    """Implements `MathTypesetter`."""

    def typeset(
        self, formulas: Iterable[tuple[str, bool]], macros: Mapping[str, str]
    ) -> Mapping[tuple[str, bool], TypesetFormula]:
        return {(source, displayed): _draw(source, displayed, macros) for source, displayed in formulas}

    def problem(self) -> str | None:
        return None

    def sheet(self, markups: Iterable[str] | None) -> str:
        return f"/* {len(list(markups))} formulas */"


def _draw(source: str, displayed: bool, macros: Mapping[str, str]) -> TypesetFormula:
    for name, meaning in macros.items():
        source = source.replace(name, meaning)
    if "\\foo" in source:
        return TypesetFormula("", "undefined control sequence: \\foo", source.index("\\foo"), 4)
    rows = [escape(row.strip()) for row in source.split("\\\\")]
    shown = _TABLE.format("".join(map(_CELL.format, rows))) if len(rows) > 1 else rows[0]
    html = f'<span class="katex">{shown}</span>'
    return TypesetFormula(f'<span class="katex-display">{html}</span>' if displayed else html)
