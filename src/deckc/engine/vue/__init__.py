"""Run a deck's Vue components while compiling, in the embedded engine; see `ComponentRunner` in the model.

VueRunner(Path("/deck")).open(...)      the deck's components; the engine is loaded for what was never drawn
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.engine.vue.inquiry import Inquiry
from deckc.engine.vue.kept_deck import KeptDeck
from deckc.engine.vue.keys import own_stamp
from deckc.model.files import Files
from deckc.model.services import IconLookup
from deckc.model.source import Value
from deckc.packages.problem import PackageError

if TYPE_CHECKING:
    from deckc.engine.vue.compiled import ModuleCompiler
    from deckc.engine.vue.deck import VueDeck
    from deckc.engine.vue.worker import ScriptWorker
    from deckc.model.vue_runner import ComponentDeck
    from deckc.packages.vue import Vue

__all__ = ["KeptDeck", "VueRunner"]


class VueRunner:
    """Vue for decks in or below a folder; keeps its engine from one compilation to the next (`serve`)."""

    def __init__(self, folder: Path, *, installs: Callable[[Sequence[str]], bool] = lambda _: False) -> None:
        """Run components of decks in a folder; `installs` says whether missing npm packages may be installed."""
        self._folder = folder
        self._installs = installs
        self._installed: set[str] = set()
        self._vue: Vue | None = None
        self._problem: str | None = None
        self._worker: ScriptWorker | None = None
        self._compiler: ModuleCompiler | None = None

    def problem(self) -> str | None:
        """Return why nothing can be run, with what to do; None where all is there."""
        from deckc.packages.npm_store import NpmStore
        from deckc.packages.vue import find_vue

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
        before: ComponentDeck | None = None,
        is_unchanged: bool = False,
    ) -> KeptDeck:
        """Return the components of a deck."""
        inquiry = Inquiry(files, icons, find_asset)
        paths = {name: str(path) for name, path in components.items()}
        made_from = (own_stamp(), str(folder), paths, sorted(builtins), [str(path) for path in setups])

        older = before if isinstance(before, KeptDeck) else None
        if older is not None and older.go_on(made_from, inquiry, deck, is_unchanged=is_unchanged):
            return older

        def load() -> VueDeck | None:
            return self._load(folder, components, builtins, inquiry, deck, setups)

        return KeptDeck(made_from, inquiry, deck, load, self.problem, setups, older)

    def spell_imports(
        self, importer: Path, imports: Mapping[str, Mapping[str, str]], is_outside: Callable[[Path], bool]
    ) -> str:
        """Return what a file imports as JavaScript constants; empty where it cannot be had."""
        if self.problem() is not None or self._vue is None:
            return ""
        from deckc.engine.vue.spelled import spell_imports
        from deckc.packages.npm_folders import NpmFolders

        return spell_imports(importer, imports, self._vue, NpmFolders(self._folder), is_outside)

    def run_config(
        self,
        config: Path,
        others: Sequence[str],
        tools: Sequence[str],
        colors: Mapping[str, str | dict[str, str]],
        is_outside: Callable[[Path], bool],
    ) -> str:
        """Return what a configuration exports, as `const deckcConfig = ...`; empty where it does not run."""
        if self.problem() is not None or self._vue is None:
            return ""
        from deckc.engine.vue.spelled import run_config
        from deckc.packages.npm_folders import NpmFolders

        packages = NpmFolders(self._folder)
        return run_config(config, others, tools, colors, self._vue, packages, is_outside)

    def _load(
        self,
        folder: Path,
        components: Mapping[str, Path],
        builtins: frozenset[str],
        inquiry: Inquiry,
        deck: Mapping[str, Value],
        setups: tuple[Path, ...],
    ) -> VueDeck | None:
        if self.problem() is not None or self._vue is None:
            return None
        from deckc.engine.vue.compiled import ModuleCompiler
        from deckc.engine.vue.deck import VueDeck
        from deckc.engine.vue.deck_packages import DeckPackages
        from deckc.engine.vue.graph import Graph
        from deckc.engine.vue.server import ComponentServer
        from deckc.engine.vue.worker import ScriptWorker
        from deckc.packages.npm_folders import NpmFolders

        packages = NpmFolders(folder)
        for name, path in self._vue.folders.items():
            inquiry.stamp(path / "package.json")
            for each in packages.files_of(f"@vue/{name}"):
                inquiry.stamp(each)
        self._worker = self._worker or ScriptWorker()
        self._compiler = self._compiler or ModuleCompiler(self._vue, self._worker)
        return VueDeck(
            vue=self._vue,
            graph=Graph(folder, components, inquiry, self._compiler, packages.places),
            server=ComponentServer(self._vue, self._worker, inquiry.is_outside),
            inquiry=inquiry,
            deck=deck,
            builtins=builtins,
            packages=DeckPackages(packages, self._installs, self._installed),
            setups=setups,
        )
