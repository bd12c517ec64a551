"""The npm packages that a deck's components import: where they are, of which version, and how missing ones come.

packages.folders(graph)            (/deck/node_modules, <cache>/packages/1f2e.../node_modules)
packages.have({("m0", "chart.js")}, graph)      "" once it was installed, what npm said where that failed, else None
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.engine.vue.graph import Graph
from deckc.engine.vue.inquiry import Inquiry
from deckc.packages.npm_folders import NpmFolders
from deckc.packages.npm_store import version_of
from deckc.packages.problem import PackageError


@dataclass(slots=True)
class DeckPackages:
    """What is installed, and what may be."""

    npm: NpmFolders
    installs: Callable[[Sequence[str]], bool] = lambda _: False
    """Says whether these npm packages, which are missing, may be installed."""
    installed: set[str] = field(default_factory=set)
    """Those that were: what is still missing of them is not asked for again."""
    _places: Sequence[Path] | None = None

    def have(self, missing: Iterable[tuple[str, str]], graph: Graph) -> str | None:
        """Have missing packages of modules installed that may be; return "" where some were, else what npm said, or None.

        What a theme that deckc fetched depends on belongs to it; anything else is the deck's to ask for.
        """
        importers = {
            (package, graph.modules[name].path) for name, package in missing if name in graph.modules
        }
        try:
            needed = {package for package, path in sorted(importers) if _need(package, path)}
            others = sorted({package for package, _ in importers} - needed - self.installed)
            if others and self.installs(others):
                self.installed.update(others)
                self.npm.add(others)
                needed.update(others)
        except (PackageError, OSError) as error:
            return str(error)
        if not needed:
            return (self.npm.lock_problem or None) if importers else None
        self._places = None
        return ""

    def folders(self, graph: Graph) -> Sequence[Path]:
        """Return the folders in which packages are looked for."""
        if self._places is None:
            from deckc.packages.npm_needs import needs_place

            needs = (needs_place(module.path) for module in graph.modules.values())
            found = (place for place in needs if place is not None and place.is_dir())
            self._places = tuple(dict.fromkeys((*self.npm.places(), *found)))
        return self._places

    def version(self, package: str, graph: Graph, inquiry: Inquiry) -> str:
        """Return the version of a package that is used; empty where there is none."""
        for path in self.npm.files_of(package):
            inquiry.stamp(path)
        return next((v for folder in self.folders(graph) if (v := version_of(folder / package))), "")


def _need(name: str, importer: Path) -> bool:
    from deckc.packages.npm_needs import need_of

    return need_of(importer, name) is not None
