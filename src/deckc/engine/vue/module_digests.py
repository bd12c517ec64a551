"""What stands for modules in the names under which that is kept which was made from them.

digests.of_all(closure.values())       "5f3a...": another one where a file, or the version of a package that it imports, is
glue_digest()                          the same for deckc's own part
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import cache
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.engine.vue.deck_packages import DeckPackages
from deckc.engine.vue.graph import Graph, Module
from deckc.engine.vue.inquiry import Inquiry
from deckc.engine.vue.keys import RUNTIME, as_text, digest_of


@dataclass(frozen=True, slots=True)
class ModuleDigests:
    """Works out each module's digest once."""

    graph: Graph
    packages: DeckPackages
    inquiry: Inquiry
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, module: Module) -> str:
        """Return what stands for a module and the versions of the packages that it imports."""
        if module.name not in self._known:
            packages = sorted({*module.packages} - {"vue"})
            versions = [(name, self.packages.version(name, self.graph, self.inquiry)) for name in packages]
            self._known[module.name] = as_text([str(module.path), module.digest, module.scope, versions])
        return self._known[module.name]

    def of_all(self, modules: Iterable[Module]) -> str:
        """Return what stands for modules, in any order."""
        return digest_of(as_text(sorted(map(self.of, modules))))

    def forget(self, name: str) -> None:
        """Forget a module that is gone."""
        self._known.pop(name, None)


@cache
def glue_digest() -> str:
    """Return what stands for deckc's own part in what is drawn."""
    own = [Path(__file__).with_name(name) for name in ("server.js", "bundle.py", "graph.py")]
    return digest_of("".join(path.read_text("utf-8") for path in [*own, *sorted(RUNTIME.glob("*.js"))]))
