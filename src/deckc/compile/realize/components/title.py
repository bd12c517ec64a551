"""`<TitleRenderer no="3"/>` -> the title of a slide as inline Markdown in `<div><p>` (spec section 10)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.props import read_props
from deckc.diagnostics import Span
from deckc.model.nodes import Element, Node, Text

_DECLARED = frozenset(["no"])


def build_title(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the title of the slide `no`, or of this one."""
    props = read_props(element, _DECLARED, expander.names, expander.report)
    number = int(props.number("no", expander.slide.number))
    title = title_nodes(number, element.span, expander)
    paragraph = Element("p", (), title, element.span)
    return (Element("div", laid_over((), props.rest), (paragraph,), element.span),)


def title_nodes(number: int, span: Span, expander: Expander) -> tuple[Node, ...]:
    """Return the content of a slide's title; nothing where there is no such slide or no title."""
    if not 1 <= number <= len(expander.deck.slides):
        return ()
    slide = expander.deck.slides[number - 1]
    if slide.parsed.title_nodes:
        return expander.expand(slide.parsed.title_nodes)
    return (Text(slide.title, span),) if slide.title else ()
