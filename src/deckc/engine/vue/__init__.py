"""Run a deck's Vue components while compiling, in the embedded engine; see `ComponentRunner` in the model.

VueRunner(Path("/deck")).open(...)      a VueDeck
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from deckc.engine.vue.compiled import ModuleCompiler
from deckc.engine.vue.deck import VueDeck
from deckc.engine.vue.graph import Graph
from deckc.engine.vue.server import ComponentServer
from deckc.engine.vue.worker import ScriptWorker
from deckc.model.files import Files
from deckc.model.services import IconLookup
from deckc.model.source import Value
from deckc.packages.npm_folders import NpmFolders
from deckc.packages.npm_store import NpmStore
from deckc.packages.problem import PackageError
from deckc.packages.vue import Vue, find_vue

__all__ = ["VueDeck", "VueRunner"]


class VueRunner:
    """Vue for decks in or below a folder; keeps its engine from one compilation to the next (`serve`)."""

    def __init__(self, folder: Path, *, installs: bool = False) -> None:
        """Run components of decks in a folder; `installs` npm packages that are missing."""
        self._folder = folder
        self._installs = installs
        self._vue: Vue | None = None
        self._problem: str | None = None
        self._worker = ScriptWorker()
        self._compiler: ModuleCompiler | None = None

    def problem(self) -> str | None:
        """Return why nothing can be run, with what to do; None where all is there."""
        if self._vue is None:
            try:
                self._vue, self._problem = find_vue(NpmStore(self._folder)), None
            except (PackageError, OSError) as error:
                self._problem = str(error)
        return self._problem

    def open(  # noqa: PLR0913 - what a deck consists of
        self,
        folder: Path,
        components: Mapping[str, Path],
        *,
        builtins: frozenset[str],
        files: Files,
        icons: IconLookup,
        deck: Mapping[str, Value],
        find_asset: Callable[[str, Path], Path | None],
        setups: tuple[Path, ...] = (),
    ) -> VueDeck:
        """Return the components of a deck."""
        if self.problem() is not None or self._vue is None:
            raise RuntimeError("Vue was not found")
        self._compiler = self._compiler or ModuleCompiler(self._vue, self._worker)
        return VueDeck(
            vue=self._vue,
            graph=Graph(folder, components, files, self._compiler, find_asset),
            server=ComponentServer(self._vue, self._worker),
            icons=icons,
            deck=deck,
            builtins=builtins,
            packages=NpmFolders(folder),
            installs=self._installs,
            setups=setups,
        )
