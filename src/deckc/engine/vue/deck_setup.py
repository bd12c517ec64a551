"""What a deck sets up for all its components, `setup/main.ts`: which of it is run, and what is wrong with the rest.

setup.names()                                    ["m0"]
setup.give_up("m0", "it never comes to an end")
setup.problem()                                  ("it never comes to an end", Span("setup/main.ts", 1, 1))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.vue.blame import Blame
from deckc.engine.vue.graph import Graph
from deckc.engine.vue.module_digests import ModuleDigests, glue_digest

_KIND = "vue-setups"


@dataclass(frozen=True, slots=True)
class DeckSetup:
    """The modules that get the app before anything is shown."""

    paths: Sequence[Path]
    graph: Graph
    digests: ModuleDigests
    blame: Blame
    _given_up: dict[str, str] = field(default_factory=dict)

    def names(self) -> list[str]:
        """Return the names of those that are run."""
        return [name for name in self._all() if self._problem_of(name) is None]

    def give_up(self, name: str, problem: str) -> None:
        """Leave out one that the engine did not get over; later builds need not wait for it again."""
        self._given_up[name] = problem
        keep_result(_KIND, self._key(name), (problem,))

    def problem(self) -> tuple[str, Span] | None:
        """Return what is wrong with the set-up, and where; None where nothing is."""
        return next(filter(None, map(self._problem_of, self._all())), None)

    def _all(self) -> list[str]:
        return [self.graph.add(path) for path in self.paths]

    def _problem_of(self, name: str) -> tuple[str, Span] | None:
        if why := self._why_given_up(name):
            return why, self.blame.span(self.graph.modules[name], 1, 1)
        for module in self.graph.closure(name).values():
            if problem := module.problem:
                return problem.message, self.blame.span(module, problem.line, problem.column)
        return None

    def _why_given_up(self, name: str) -> str:
        if name not in self._given_up:
            self._given_up[name] = recall_result(_KIND, self._key(name), str) or ""
        return self._given_up[name]

    def _key(self, name: str) -> tuple[object, ...]:
        return self.digests.of_all(self.graph.closure(name).values()), glue_digest()
