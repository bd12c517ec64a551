"""`<TitleRenderer no="3"/>` -> the title of a slide, in a box (spec section 10)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.props import read_props
from deckc.model.nodes import Element, Node

_DECLARED = frozenset(["no"])


def build_title(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the title of the slide `no`, or of this one."""
    props = read_props(element, _DECLARED, expander.names, expander.report)
    number = int(props.number("no", expander.slide.number))
    return (Element("div", laid_over((), props.rest), title_nodes(number, expander), element.span),)


def title_nodes(number: int, expander: Expander) -> tuple[Node, ...]:
    """Return a slide's title; nothing where there is no such slide or no title."""
    if not 1 <= number <= len(expander.deck.slides):
        return ()
    return expander.expand(expander.deck.slides[number - 1].parsed.title_nodes)
