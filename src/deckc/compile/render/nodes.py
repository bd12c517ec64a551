"""Write nodes as HTML, element by element, and collect the bindings of what changes.

(Element("p", (), (Text("Hi "), Interpolation("$clicks"))),)   ->   <p>Hi <!--dc:0-->0<!--/dc--></p>
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from deckc.compile.render.bindings import Opening, open_element
from deckc.compile.render.blocks import chain_length, write_chain, write_loop
from deckc.compile.render.clicks import click_classes
from deckc.compile.render.expressions import Evaluator
from deckc.compile.render.markup import attribute_markup, escape_comment, escape_text
from deckc.compile.render.nesting import (
    IN_FOREIGN,
    IN_RAW,
    IN_TEXT_ONLY,
    around_children,
    is_unseen,
    needs_stand_in,
)
from deckc.compile.render.properties import TEXT_PROPERTY_TAGS
from deckc.compile.render.scope import Scope
from deckc.compile.render.typeset import Typeset
from deckc.compile.render.values import display_text
from deckc.diagnostics import Report
from deckc.expression import NotConstantError
from deckc.model.config import DeckConfig
from deckc.model.nodes import (
    VOID_TAGS,
    CodeBlock,
    Comment,
    Element,
    Formula,
    Interpolation,
    Node,
    RawHtml,
    Text,
)

STAND_IN = "dc-el"
_SIDE_EFFECTS = frozenset(["script", "style"])
"""Vue's compiler takes these out of templates."""
_LEADING_LINE_END = frozenset(["pre", "textarea", "listing"])
"""Elements after whose start tag a parser drops one line end."""


class Renderer:
    """Writes the nodes of one slide, or of one block in it, with keys counted from 0."""

    def __init__(
        self,
        scope: Scope,
        config: DeckConfig,
        report: Report,
        evaluator: Evaluator | None = None,
        formulas: Typeset | None = None,
    ) -> None:
        self.config = config
        self.formulas: Typeset = formulas or {}
        self.report = report
        self.evaluator = evaluator or Evaluator(scope, report, {})
        self.first_click = scope.first_click
        self.is_painting = False
        """Whether values are only painted: a block's markup for the first state has no bindings."""
        self.is_template = False
        """Whether this is a branch that the runtime copies: blocks in it have no first state."""
        self._scope = scope
        self._entries: list[str] = []
        self._next_key = 0

    @property
    def bindings(self) -> str:
        """Return the bindings so far, as a JavaScript array."""
        return f"[{','.join(self._entries)}]"

    def render(self, nodes: tuple[Node, ...]) -> str:
        """Return nodes as HTML."""
        out: list[str] = []
        self.write(nodes, out, "", 0)
        return "".join(out)

    def for_template(self, loop_names: tuple[str, ...] = ()) -> Renderer:
        """Return a renderer for a branch that the runtime copies."""
        names = self.evaluator.loop_names.union(loop_names)
        kept = {name: value for name, value in self.evaluator.loop_values.items() if name not in loop_names}
        renderer = Renderer(
            _without(self._scope, loop_names),
            self.config,
            self.report,
            Evaluator(_without(self._scope, loop_names), self.report, kept, names),
            self.formulas,
        )
        renderer.is_template = True
        return renderer

    def for_painting(self, loop_values: Mapping[str, object]) -> Renderer:
        """Return a renderer for what a block shows first."""
        evaluator = replace(self.evaluator, loop_values={**self.evaluator.loop_values, **loop_values})
        renderer = Renderer(self._scope, self.config, self.report, evaluator, self.formulas)
        renderer.is_painting = True
        return renderer

    def take_key(self) -> int:
        """Return the next key of a binding."""
        self._next_key += 1
        return self._next_key - 1

    def bind(self, key: int, entry: str) -> None:
        """Keep a binding: `entry` is what comes behind its key."""
        self._entries.append(f"[{key},{entry}]")

    def write(self, nodes: tuple[Node, ...], out: list[str], parent: str, around: int) -> None:
        """Write nodes that stand in an element of tag `parent`; `around` are nesting.py's bits."""
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if isinstance(node, Element) and not around & IN_RAW and node.attribute("v-if") is not None:
                length = chain_length(nodes, at)
                write_chain(nodes[at : at + length], self, out, parent, around)
                at += length
                continue
            self._write_node(node, out, parent, around)
            at += 1

    def _write_node(self, node: Node, out: list[str], parent: str, around: int) -> None:
        match node:
            case Text(value=value):
                out.append(escape_text(value))
            case Element():
                if not around & IN_RAW and node.attribute("v-for") is not None:
                    write_loop(node, self, out, parent, around)
                else:
                    self.write_element(node, out, parent, around)
            case Interpolation():
                self._write_interpolation(node, out, around)
            case RawHtml(html=html):
                out.append(html)
            case Comment(value=value):
                if not around & IN_TEXT_ONLY:
                    out.append(f"<!--{escape_comment(value)}-->")
            case CodeBlock():
                from deckc.compile.render.code_block import write_code_block  # 25 modules, if there is code

                write_code_block(node, self, out)
            case Formula():
                from deckc.compile.render.formulas import write_formula  # most decks have none

                write_formula(node, self, out)
            case _:
                assert_never(node)

    def _write_interpolation(self, node: Interpolation, out: list[str], around: int) -> None:
        if around & IN_RAW:
            out.append(escape_text("{{ " + node.expression + " }}"))
            return
        outcome = self.evaluator.read(node.expression, node.span)
        if outcome is None:
            return
        try:
            text = escape_text(display_text(outcome.value))
        except NotConstantError:
            text = ""
        if outcome.is_settled or self.is_painting or around & IN_TEXT_ONLY:
            out.append(text)
            return
        key = self.take_key()
        self.bind(key, f'"text",{outcome.function}')
        out.append(f"<!--dc:{key}-->{text}<!--/dc-->")

    def write_element(self, element: Element, out: list[str], parent: str, around: int) -> None:
        """Write an element that is not, or no longer, subject to `v-if` and `v-for`."""
        if element.tag in _SIDE_EFFECTS or is_unseen(element, parent, around):
            return
        if not around & IN_RAW and element.attribute("v-pre") is not None:
            around |= IN_RAW
        opening = self._open(element, around)
        is_foreign = bool(around & IN_FOREIGN) or element.tag in {"svg", "math"}
        is_stand_in = needs_stand_in(element, parent, around)
        tag = STAND_IN if is_stand_in else element.tag
        out.append(f"<{tag} data-dc-tag={element.tag}" if is_stand_in else f"<{tag}")
        for name, value in opening.finish(click_classes(element.attributes, self.first_click)).items():
            out.append(attribute_markup(element.tag, name, value, is_foreign=is_foreign))
        if opening.entries and not self.is_painting:
            key = self.take_key()
            out.append(f" data-dc={key}")
            for entry in opening.entries:
                self.bind(key, entry)
        out.append(">")
        if element.tag in VOID_TAGS and not is_foreign:
            return
        if opening.content is not None:
            out.append(opening.content)
        else:
            self._write_children(element, out, around_children(element, around, is_stand_in=is_stand_in))
        out.append(f"</{tag}>")

    def _open(self, element: Element, around: int) -> Opening:
        attributes = element.attributes
        if around & IN_RAW or not any(attribute.is_dynamic for attribute in attributes):
            opening = Opening({a.name: a.value or "" for a in reversed(attributes)})
            opening.attributes = dict(reversed(opening.attributes.items()))
        elif element.attribute("v-once") is not None:
            opening = open_element(element, self)
            opening.entries.clear()
        else:
            opening = open_element(element, self)
        if element.tag in TEXT_PROPERTY_TAGS and not around & IN_FOREIGN:
            text = opening.attributes.get("text")
            if text is not None and opening.content is None:
                opening.content = escape_text(text)
        return opening

    def _write_children(self, element: Element, out: list[str], around: int) -> None:
        children = element.children
        if element.tag in _LEADING_LINE_END and children:
            first = children[0]
            if isinstance(first, Text) and first.value.startswith("\n"):
                out.append("\n")
        self.write(children, out, element.tag, around)


def _without(scope: Scope, names: tuple[str, ...]) -> Scope:
    """Return a scope in which some names are hidden by a loop's."""
    if not any(name in scope.first for name in names):
        return scope
    settled, first = (
        {name: value for name, value in known.items() if name not in names}
        for known in (scope.settled, scope.first)
    )
    return Scope(settled, first, scope.first_click)
