"""What the compiler asks of whoever runs a deck's Vue components, and what comes back.

    runner.open(...)                      the components of one deck
    .render(ComponentUse(path, props))    DrawnComponent('<b class="badge">new</b>')

A protocol, so that the stages load no engine, and a deck without components none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.files import Files
from deckc.model.services import IconLookup
from deckc.model.source import Value


@dataclass(frozen=True, slots=True)
class ComponentUse:
    """A component with its input."""

    path: Path
    """Its file; of a `source`, the file that has it."""
    props: Mapping[str, Value]
    """Attributes as written on its tag, values where they are known while compiling."""
    slots: tuple[str, ...]
    """Names of the slots that have content."""
    context: Mapping[str, Value]
    """What it sees of the slide: page, frontmatter, clicks, and whether it is in a global layer."""
    dynamic: Mapping[str, str]
    """Attribute -> JavaScript function of the scope, for what only the page knows."""
    events: Mapping[str, str]
    """Vue's name of a listener ("onClick") -> JavaScript function of scope and event."""
    source: str = ""
    """The component itself, where it stands in no file of its own."""


@dataclass(frozen=True, slots=True)
class DrawnComponent:
    """What a component shows first, or why it shows nothing."""

    html: str
    """As Vue's server renderer writes it; slots are `<deckc-slot>`, components of deckc's own `<deckc-c>`, files
    `deckc-file:PATH:` with the path percent-encoded."""
    is_live: bool = False
    """Whether the page has to run it: it has state, or shows what only the page knows."""
    problem: str = ""
    """In lower case; empty where nothing is wrong."""
    span: Span | None = None
    """Of the problem, in the component's file."""
    reaches: frozenset[str] = frozenset()
    """What it does with the content of its slots beyond showing it: it "provides" values, it looks into the "slots"."""


@dataclass(frozen=True, slots=True)
class ComponentStyle:
    """A `<style>` of a component, in plain CSS."""

    css: str
    language: str
    span: Span
    folder: Path
    """What its addresses are relative to."""
    scope: str | None
    """The attribute that it is bound to; None where it holds everywhere."""
    problem: str = ""
    """Why it says nothing; empty where nothing is wrong."""


@dataclass(frozen=True, slots=True)
class IslandScript:
    """The script that runs what is live, for the whole deck."""

    script: str
    css: str
    """What packages brought along."""
    problem: str = ""
    """Why there is none; beside a script, why the deck's set-up is not in it."""
    span: Span | None = None
    """Of the problem, where that is known."""


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

    def styles(self) -> Iterable[ComponentStyle]:
        """Return the styles of everything drawn so far."""
        ...

    def sources(self) -> Iterable[str]:
        """Return the text of every component drawn so far: utilities are searched in it."""
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
        names: dict[str, str] | None = None,
    ) -> ComponentDeck:
        """Return the components of a deck, by their names in PascalCase.

        `builtins` are deckc's own, `deck` is what components see of the deck as a whole, `setups` are modules that
        get the app before anything is shown in the page. `names` is filled with the names of islands; what is in it
        from an earlier compilation keeps its name.
        """
        ...

    def spell_imports(
        self, importer: Path, imports: Mapping[str, Mapping[str, str]], is_outside: Callable[[Path], bool]
    ) -> str:
        """Return what a file imports, module -> own name -> name there, as JavaScript constants; empty where it fails."""
        ...
