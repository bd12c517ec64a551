"""`<SlideCurrentNo/>` and `<SlidesTotal/>` -> `<span>3</span>` (spec section 10)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.model.nodes import Element, Node, Text


def build_slide_number(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the number of the slide."""
    return _number(element, expander.slide.number)


def build_slides_total(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return how many slides the deck has."""
    return _number(element, len(expander.deck.slides))


def _number(element: Element, number: int) -> tuple[Node, ...]:
    text = Text(str(number), element.span)
    return (Element("span", laid_over((), element.attributes), (text,), element.span),)
