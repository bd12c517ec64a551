"""`<SlideCurrentNo/>` and `<SlidesTotal/>` -> `<span>3</span>` (spec section 10)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.model.nodes import Element, Interpolation, Node, Text


def build_slide_number(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the number of the slide; in a global layer, of the one on screen."""
    if expander.is_layer:
        return _number(element, Interpolation("$page", element.span))
    return _number(element, Text(str(expander.number), element.span))


def build_slides_total(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return how many slides the deck has."""
    return _number(element, Text(str(len(expander.deck.slides)), element.span))


def _number(element: Element, number: Node) -> tuple[Node, ...]:
    return (Element("span", laid_over((), element.attributes), (number,), element.span),)
