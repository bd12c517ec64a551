"""`<TitleRenderer no="3"/>` -> the title of a slide, in a box (spec section 10).

A number that only the page knows, or none in a global layer, makes one branch for each slide with a title.
"""

from __future__ import annotations

from dataclasses import replace

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.model.nodes import Attribute, Element, Node


def build_title(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the title of the slide `no`, or of this one."""
    props = read_builtin("TitleRenderer", element, expander.names, expander.report)
    bound = props.bound.get("no")
    if bound is not None or (expander.is_layer and "no" not in props.values):
        shown = _branches((bound.value if bound else None) or "$page", element, expander)
    else:
        shown = title_nodes(int(props.finite_number("no", expander.number)), expander)
    return (Element("div", laid_over((), props.rest), shown, element.span),)


def title_nodes(number: int, expander: Expander) -> tuple[Node, ...]:
    """Return a slide's title; nothing where there is no such slide or no title."""
    if not 1 <= number <= len(expander.deck.slides):
        return ()
    return expander.expand(expander.deck.slides[number - 1].parsed.title_nodes)


def _branches(expression: str, element: Element, expander: Expander) -> tuple[Node, ...]:
    branches: list[Node] = []
    for slide in expander.deck.slides:
        title = title_nodes(slide.number, expander)
        if title:
            test = Attribute("v-if", f"Number({expression}) === {slide.number}", element.span)
            test = replace(test, name="v-else-if") if branches else test
            branches.append(Element("template", (test,), title, element.span))
    return tuple(branches)
