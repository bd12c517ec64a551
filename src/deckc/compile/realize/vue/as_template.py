"""Write nodes as a template of Vue's.

<h1>{{ n }}</h1>, a code block      <h1>{{ n }}</h1><slot name="dc-0"/>

What no template can hold (code, formulas) goes in as slots.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from html import escape

from deckc.dataclass import dataclass
from deckc.model.nodes import (
    VOID_TAGS,
    Attribute,
    CodeBlock,
    Comment,
    Element,
    Formula,
    Interpolation,
    Node,
    RawHtml,
    Text,
)


@dataclass(slots=True)
class TemplateWriter:
    """Writes nodes as a template of Vue's."""

    parts: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    """Slot -> what no template can hold."""

    def write(self, nodes: tuple[Node, ...], *, is_raw: bool = False) -> str:
        """Return the template; where it `is_raw`, under a `v-pre`, two braces are text."""
        return "".join(self._node(node, is_raw) for node in nodes)

    def _node(self, node: Node, is_raw: bool) -> str:
        match node:
            case Text(value=value):
                return escape(value, quote=False) if is_raw else _text(value)
            case Interpolation(expression=expression):
                return "{{ " + escape(expression, quote=False) + " }}"
            case Comment():
                return ""
            case CodeBlock() | Formula() | RawHtml():
                name = f"dc-{len(self.parts)}"
                self.parts[name] = (_without_condition(node),)
                return f'<slot name="{name}"{_conditions(node)}/>'
            case Element(tag=tag, attributes=attributes, children=children):
                start = f"<{tag}{''.join(map(_attribute, attributes))}"
                if tag in VOID_TAGS:
                    return f"{start}>"
                return f"{start}>{self.write(children, is_raw=is_raw or node.attribute('v-pre') is not None)}</{tag}>"


def _text(value: str) -> str:
    return escape(value, quote=False).replace("{{", "{{ '{{' }}")


def _attribute(attribute: Attribute) -> str:
    if attribute.value is None:
        return f" {attribute.name}"
    return f' {attribute.name}="{escape(attribute.value)}"'


def _conditions(node: CodeBlock | Formula | RawHtml) -> str:
    if isinstance(node, RawHtml):
        return ""
    return "".join(_attribute(a) for a in node.attributes if a.name in _CONDITIONS)


def _without_condition(node: CodeBlock | Formula | RawHtml) -> Node:
    if isinstance(node, RawHtml):
        return node
    return replace(node, attributes=tuple(a for a in node.attributes if a.name not in _CONDITIONS))


_CONDITIONS: Mapping[str, None] = dict.fromkeys(("v-if", "v-else-if", "v-else", "v-for", "key", ":key"))
