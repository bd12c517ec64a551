"""`<CodeGroup>` -> a row of tabs over titled blocks of code (spec 5.7 rule 1).

<CodeGroup>          <div class="slidev-code-group">
                       <div class="slidev-code-group-tabs" role="tablist"> a button for each titled block
```sh [npm]            <div class="slidev-code-group-blocks"> the blocks, the first titled one active
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.components.title_icon import title_icon
from deckc.compile.realize.slots import split_slots
from deckc.diagnostics import Span
from deckc.model.code_title import shown_title
from deckc.model.nodes import Attribute, CodeBlock, Element, Node, Text, walk


def build_code_group(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return a code group; blocks without a title are never seen in it."""
    span = element.span
    nodes = expander.expand(split_slots(element.children).get("default", ()))
    blocks = [node for node in walk(nodes) if isinstance(node, CodeBlock)]
    titles = [block.title for block in blocks if block.title]
    active = titles[0] if titles else ""
    tabs = [
        _box("flex items-center", (_tab(title, title == active, at == 0, span, expander),), span)
        for at, title in enumerate(titles)
    ]
    group = _box(
        "slidev-code-group",
        (
            _box("slidev-code-group-tabs", tabs, span).with_attribute("role", "tablist"),
            _box("slidev-code-group-blocks", _as_tabs(nodes, active), span),
        ),
        span,
    )
    return (replace(group, attributes=laid_over(group.attributes, element.attributes)),)


def _box(classes: str, children: Iterable[Node], span: Span) -> Element:
    return Element("div", (Attribute("class", classes, span),), tuple(children), span)


def _tab(title: str, is_active: bool, is_first: bool, span: Span, expander: Expander) -> Element:
    attributes = (
        Attribute("class", "slidev-code-tab", span),
        Attribute("type", "button", span),
        Attribute("role", "tab", span),
        Attribute("aria-selected", "true" if is_active else "false", span),
        Attribute("tabindex", "0" if is_first else "-1", span),
        Attribute("data-dc-tab", title, span),
    )
    icon = title_icon(title, span, expander)
    text = Element("div", (), (Text(shown_title(title), span),), span)
    return Element("button", attributes, (text,) if icon is None else (icon, text), span)


def _as_tabs(nodes: tuple[Node, ...], active: str) -> tuple[Node, ...]:
    out: list[Node] = []
    for node in nodes:
        match node:
            case CodeBlock(title=title):
                out.append(replace(node, tab=(title or "") == active))
            case Element(children=children):
                out.append(node.with_children(_as_tabs(children, active)))
            case _:
                out.append(node)
    return tuple(out)
