"""Mark the elements of a slide's own body for its scoped styles (spec 5.11).

    <p>Hi</p> in a slide with a <style>  ->  <p data-v-1a2b3c4d>Hi</p>

Done before components are expanded: what falls through to a component's root marks that root too.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from deckc.compile.realize.numbering import NumberedSlide
from deckc.model.nodes import Attribute, CodeBlock, Element, Formula, Node


def scope_of(slide: NumberedSlide) -> str | None:
    """Return the attribute that marks the slide's elements; None for a slide without styles."""
    if not slide.parsed.body.styles:
        return None
    text = slide.parsed.source.content.encode("utf-8", "replace")
    return f"data-v-{blake2b(text, digest_size=4).hexdigest()}"


def marked(nodes: tuple[Node, ...], scope: str) -> tuple[Node, ...]:
    """Return the nodes with the attribute on every element and code block."""
    out: list[Node] = []
    for node in nodes:
        match node:
            case Element(attributes=attributes, children=children, span=span):
                attributes = (*attributes, Attribute(scope, None, span))
                out.append(replace(node, attributes=attributes, children=marked(children, scope)))
            case CodeBlock(attributes=attributes, span=span) | Formula(attributes=attributes, span=span):
                out.append(replace(node, attributes=(*attributes, Attribute(scope, None, span))))
            case _:
                out.append(node)
    return tuple(out)
