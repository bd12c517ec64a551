"""Find where a component fails, as far as the engine tells.

blame.place(Outcome(problem="n is not defined", lines=("return n.a",)), "m0", closure)     Span("Badge.vue", 3, 5)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.engine.vue.graph import Graph, Module
from deckc.engine.vue.inquiry import Inquiry
from deckc.engine.vue.server import Outcome, find_line
from deckc.pattern import pattern

_INNER = pattern(r'"(m\d+)\.\w+"')
OF_MODULE = "module "
"""Before the name of a module that cannot be put together with the others, in the place of the lines of a stack."""


@dataclass(frozen=True, slots=True)
class Blame:
    """Knows the sources."""

    graph: Graph
    inquiry: Inquiry

    def place(self, outcome: Outcome, name: str, closure: Mapping[str, Module]) -> Span:
        """Return where the component `name`, which consists of `closure`, fails."""
        if outcome.lines and outcome.lines[0].startswith(OF_MODULE):
            guilty = self.graph.modules[outcome.lines[0].removeprefix(OF_MODULE)]
            places = (guilty.source.find(quoted) for quoted in re.findall(r'"([^"]+)"', outcome.problem))
            at = next((place for place in places if place >= 0), -1)
            line = guilty.source.count("\n", 0, max(at, 0)) + 1
            column = at - guilty.source.rfind("\n", 0, at) if at >= 0 else 1
            return self.span(guilty, line, column)
        for module in (closure[name], *closure.values()):
            for text in outcome.lines:
                place = find_line(text, module.source)
                if place is not None:
                    return self.span(module, *place)
        return self.span(closure[name], 1, 1)

    def span(self, module: Module, line: int, column: int) -> Span:
        """Return a place in a module's file."""
        return Span(self.inquiry.show(module.path), line, column)

    def in_words(self, problem: str) -> str:
        """Return what esbuild says with the names of files in the places of those that it was given."""
        return _INNER.sub(self._shown, problem)

    def _shown(self, match: re.Match[str]) -> str:
        module = self.graph.modules.get(match[1])
        return match[0] if module is None else f'"{self.inquiry.show(module.path)}"'
