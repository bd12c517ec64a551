"""Take out of a slide's template what is not content: `<style>`, `<script>`, and put blocks of code and formulas in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckc.compile.parse.writer import CODE_BLOCK_TAG, FORMULA_TAG, MarkupWriter
from deckc.diagnostics import Report, Span
from deckc.model.nodes import CodeBlock, Element, Formula, Node, StyleBlock, text_of
from deckc.template import Replacement


class Lifted:
    """What was taken out, filled while the template is read."""

    def __init__(self, writer: MarkupWriter, report: Report) -> None:
        self.styles: list[StyleBlock] = []
        self.script: str | None = None
        self.script_span: Span | None = None
        self.script_language = "js"
        self._writer = writer
        self._report = report

    @property
    def replacements(self) -> Mapping[str, Replacement]:
        """Return what the template parser has to call, by tag."""
        return {
            "style": self._lift_style,
            "script": self._lift_script,
            CODE_BLOCK_TAG: lambda element: _numbered(element, self._writer.code_blocks),
            FORMULA_TAG: lambda element: _numbered(element, self._writer.formulas),
        }

    def _lift_style(self, element: Element) -> Node | None:
        """Take a `<style>`; in slides every one is scoped (spec 5.11 rule 1)."""
        if element.children:
            self.styles.append(
                StyleBlock(
                    css=text_of(element.children),
                    language=(element.get("lang") or "css").lower(),
                    span=element.children[0].span,
                )
            )
        return None

    def _lift_script(self, element: Element) -> Node | None:
        if element.attribute("setup") is None:
            self._report.warn(
                "script-left-out",
                'only "<script setup>" is read in a slide',
                element.span,
                'add "setup", or put the code into a component',
            )
            return None
        script = text_of(element.children)
        if self.script is None:
            self.script = script
            self.script_span = element.children[0].span if element.children else element.span
            self.script_language = element.get("lang") or "js"
        else:
            self.script += "\n" + script
        return None


def _numbered(element: Element, nodes: Sequence[CodeBlock] | Sequence[Formula]) -> Node:
    """Return the node that an element stands for."""
    index = element.get("data-index") or ""
    if index.isdecimal() and int(index) < len(nodes):
        return nodes[int(index)]
    return element  # an author's own element of that name
