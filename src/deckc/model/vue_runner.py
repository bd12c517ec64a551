"""Who runs a deck's Vue components while it is compiled.

    runner.open(...)                          the components of one deck
    .render(ComponentUse(path, props))        DrawnComponent('<b class="badge">new</b>')

Protocols, so that the stages load no engine, and a deck without components none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from deckc.diagnostics import Span
from deckc.model.files import Files
from deckc.model.services import IconLookup
from deckc.model.source import Value
from deckc.model.vue import ComponentStyle, ComponentUse, DrawnComponent, IslandScript


class ComponentDeck(Protocol):
    """The components of one deck, while it is compiled."""

    def prepare(self, paths: Iterable[Path]) -> None:
        """Say which components will be drawn, so that they are compiled together."""
        ...

    def render(self, use: ComponentUse) -> DrawnComponent | None:
        """Return what a component shows; None where nothing can be run, see `problem`."""
        ...

    def problem(self) -> str:
        """Return why nothing can be run, with what to do."""
        ...

    def island(self, use: ComponentUse) -> str:
        """Return the name under which the page finds a live use."""
        ...

    def bundle(self) -> IslandScript | None:
        """Return the script for all islands so far; None where there are none."""
        ...

    def setup_problem(self) -> tuple[str, Span] | None:
        """Return what is wrong with the deck's set-up, which is then left out, and where; None where nothing is."""
        ...

    def styles(self) -> Iterable[ComponentStyle]:
        """Return the styles of everything drawn so far."""
        ...

    def sources(self) -> Iterable[str]:
        """Return the text of every component drawn so far: utilities are searched in it."""
        ...

    def consists_of(self, use: ComponentUse, modules: tuple[str, ...]) -> bool:
        """Return whether a component that an earlier deck has drawn consists of the same files still."""
        ...

    def retake(
        self, drawn: Iterable[tuple[ComponentUse, tuple[str, ...]]], islands: Mapping[str, ComponentUse]
    ) -> None:
        """Have just this drawn so far, each use with its modules, and these islands by their names."""
        ...

    def state(self) -> Hashable:
        """Return what stands for all that was drawn so far, and for what it is made of."""
        ...

    def keep(self) -> None:
        """Keep what was drawn for the next build: the deck is done."""
        ...


class ComponentRunner(Protocol):
    """Runs Vue."""

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
    ) -> ComponentDeck:
        """Return the components of a deck, by their names in PascalCase.

        `builtins` are deckc's own, `deck` is what components see of the deck as a whole, `setups` are modules that
        get the app before anything is shown in the page. `before` is that of an earlier compilation, whose islands keep
        their names; it is returned where it still holds, and not asked of its files where they are said to be unchanged.
        """
        ...

    def spell_imports(
        self, importer: Path, imports: Mapping[str, Mapping[str, str]], is_outside: Callable[[Path], bool]
    ) -> str:
        """Return what a file imports, module -> own name -> name there, as JavaScript constants; empty where it fails."""
        ...

    def run_config(
        self,
        config: Path,
        others: Sequence[str],
        tools: Sequence[str],
        colors: Mapping[str, str | dict[str, str]],
        is_outside: Callable[[Path], bool],
    ) -> str:
        """Return what a configuration exports, as `const deckcConfig = ...`; empty where it does not run.

        `others` and `tools` are what it imports; presets and the like of `tools` do nothing, and their `colors` are
        those given.
        """
        ...
