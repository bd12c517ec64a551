"""Collect what formulas bring into a page's CSS: the typesetter's sheet, and class names that may be utilities.

Components may set formulas too, with a KaTeX of their own: while compiling, or in the page, where nobody knows which.

KaTeX marks an underlined part with the class `underline`, and UnoCSS makes a rule of that too.
"""

from __future__ import annotations

import re

from deckc.dataclass import dataclass
from deckc.model.rendered import RenderedDeck
from deckc.model.services import MathTypesetter

_OWN_KATEX = "katex"
"""What stands in the source of a component that sets formulas."""
_SET = "katex-html"
_CLASSES = re.compile(r' class="([^"]*)"')


@dataclass(frozen=True, slots=True)
class FormulaStyles:
    """The CSS of a page's formulas."""

    css: str
    classes: frozenset[str]


def style_formulas(
    rendered: RenderedDeck, component_sources: tuple[str, ...], math: MathTypesetter | None
) -> FormulaStyles | None:
    """Return the CSS of a deck's formulas; None for a deck without any."""
    if not rendered.formulas or math is None:
        return None
    values = {value for html in rendered.formulas for value in _CLASSES.findall(html)}
    css = math.sheet(_shown_formulas(rendered, component_sources))
    return FormulaStyles(css, frozenset(" ".join(values).split()))


def _shown_formulas(rendered: RenderedDeck, component_sources: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the HTML of all formulas; None where the page sets some of its own."""
    if _SET in rendered.island_script:
        return None
    if not any(_OWN_KATEX in source for source in component_sources):
        return rendered.formulas
    htmls = (slide.html for slide in rendered.slides)
    drawn = (part for html in htmls for part in html.split('<span class="katex">')[1:] if _SET in part)
    return (*rendered.formulas, *drawn)
