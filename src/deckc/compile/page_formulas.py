"""Collect what formulas bring into a page's CSS: the typesetter's sheet, and class names that may be utilities.

KaTeX marks an underlined part with the class `underline`, and UnoCSS makes a rule of that too.
"""

from __future__ import annotations

import re

from deckc.dataclass import dataclass
from deckc.model.services import MathTypesetter

_CLASSES = re.compile(r' class="([^"]*)"')


@dataclass(frozen=True, slots=True)
class FormulaStyles:
    """The CSS of a page's formulas."""

    css: str
    classes: frozenset[str]


def style_formulas(formulas: tuple[str, ...], math: MathTypesetter | None) -> FormulaStyles | None:
    """Return the CSS of a page with these formulas; None for a page without any."""
    if not formulas or math is None:
        return None
    values = {value for html in formulas for value in _CLASSES.findall(html)}
    return FormulaStyles(math.sheet(formulas), frozenset(" ".join(values).split()))
