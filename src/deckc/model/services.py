"""What the compiler may ask of the world outside the deck's files: icons, remote pictures, fonts, installed themes.

All are protocols, so that a test hands in a dictionary and the command line hands in `packages`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from deckc.dataclass import dataclass

if TYPE_CHECKING:
    from deckc.model.font_embedding import FontEmbedding

if TYPE_CHECKING:
    from deckc.model.vue_runner import ComponentRunner


@dataclass(frozen=True, slots=True)
class Icon:
    """One icon of an Iconify set."""

    collection: str
    name: str
    body: str
    """Inner SVG markup."""
    left: float
    top: float
    width: float
    height: float
    """The view box, in the set's own units."""


MISSING_ICON = Icon(
    "",
    "",
    '<rect x="3" y="3" width="18" height="18" rx="3" fill="none" stroke="currentColor" stroke-width="1.5" '
    'stroke-opacity="0.45" stroke-dasharray="3 2"/>',
    0.0,
    0.0,
    24.0,
    24.0,
)
"""A neutral box, shown in the place of an icon whose set is not to be had."""


class IconLookup(Protocol):
    """Finds icons: the deck's node_modules, deckc's cache, then the registry (once)."""

    def split(self, text: str) -> tuple[str, str] | None:
        """Return collection and name of "carbon:add", "carbon-add" or "CarbonAdd"; None if no known set fits.

        The longest known collection name of one to three dash parts wins. Nothing is fetched.
        """
        ...

    def prepare(self, collections: Iterable[str]) -> None:
        """Fetch the missing sets of these, all at the same time; without it `icon` fetches one by one."""
        ...

    def icon(self, collection: str, name: str) -> Icon | None:
        """Return the icon, fetching its set if need be; None where it is not to be had."""
        ...

    def problem(self, collection: str) -> str | None:
        """Return why a set could not be had, with what to run; None when the set is there."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A remote file."""

    content: bytes
    media_type: str


class RemoteFetch(Protocol):
    """Fetches remote pictures once, in parallel, into a cache."""

    def fetch(self, addresses: Iterable[str]) -> Mapping[str, Fetched | str]:
        """Return for each address the file, or why it could not be had."""
        ...


@dataclass(frozen=True, slots=True)
class TypesetFormula:
    """A formula as HTML, or why it is none."""

    html: str
    """One root element; empty where the formula has a mistake."""
    problem: str = ""
    """What is wrong with it, in lower case; empty where nothing is."""
    offset: int = 0
    """Of the mistake, in characters from the formula's start."""
    length: int = 1


class MathTypesetter(Protocol):
    """Turns LaTeX formulas into HTML, all of a deck at once."""

    def typeset(
        self, formulas: Iterable[tuple[str, bool]], macros: Mapping[str, str]
    ) -> Mapping[tuple[str, bool], TypesetFormula]:
        """Return what became of each formula, a LaTeX text and whether it is displayed on lines of its own."""
        ...

    def problem(self) -> str | None:
        """Return why formulas can be shown only in a plainer way, with what to run; None when they are as meant."""
        ...

    def sheet(self, markups: Iterable[str] | None) -> str:
        """Return the style sheet for typeset formulas, the glyphs that they use in it; may be empty.

        None stands for formulas that only the page knows: all glyphs are in it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram as its author described it."""

    language: str
    """"mermaid" or "plantuml"."""
    source: str
    theme: str = ""
    """Mermaid's; empty for its own."""
    settings: str = "{}"
    """Further settings of Mermaid, as JSON text."""
    server: str = ""
    """Address of the PlantUML server to ask where there is no `plantuml` on this machine."""


@dataclass(frozen=True, slots=True)
class DrawnDiagram:
    """A diagram as SVG, or why it is none."""

    svg: str
    """One `<svg>`, safe to stand in a page; of PlantUML safe in an `<img>` only. Empty where it was not drawn."""
    problem: str = ""
    """Why it was not drawn, in lower case."""
    is_mistake: bool = False
    """Whether its source is at fault."""
    line: int = 0
    """Of the mistake in the source, from 1; 0 where it is not known."""


class DiagramDrawing(Protocol):
    """Draws diagrams, all of a deck at once."""

    def draw(self, diagrams: Iterable[Diagram]) -> Mapping[Diagram, DrawnDiagram]:
        """Return what became of each diagram."""
        ...


class FindPackage(Protocol):
    """Finds npm packages."""

    def __call__(
        self, names: tuple[str, ...], is_fetched: bool, importer: Path | None = None, /
    ) -> Path | str:
        """Return the folder of the first of some packages, fetching it or not; else why there is none.

        What the package around an `importer` depends on is fetched where deckc fetched that package.
        """
        ...


@dataclass(frozen=True, slots=True)
class ServedDecks:
    """The decks of a folder that are shown together."""

    folder: Path
    address: Callable[[Path], str | None]
    """Gives the address of the page of the deck whose entry is at a path; None where that is no deck of the folder."""


@dataclass(frozen=True, slots=True)
class Services:
    """What a compilation is given besides files."""

    icons: IconLookup
    remote: RemoteFetch
    keep_remote: bool = False
    """Leave remote addresses in the page."""
    math: MathTypesetter | None = None
    """None: formulas show their source."""
    diagrams: DiagramDrawing | None = None
    """None: diagrams show their source."""
    vue: Callable[[], ComponentRunner] | None = None
    """Gives what runs Vue components, when the first one is met; None: a box stands for each."""
    packages: FindPackage | None = None
    themes: Callable[[], Mapping[str, Path]] = dict
    """Name and folder of each theme that an installed Python package brings along."""
    fonts: FontEmbedding | None = None
    """None: fonts are left to the machine that shows the deck, without a word about it."""
    decks: ServedDecks | None = None
    """The decks that may be linked to; None: a link to a Markdown file leads to the file."""
