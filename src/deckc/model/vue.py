"""What the compiler asks of whoever runs a deck's Vue components, and what comes back.

    deck.render(ComponentUse(path, props))    DrawnComponent('<b class="badge">new</b>')

Who is asked is in `vue_runner`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.diagnostics import Span
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
    modules: tuple[str, ...] = ()
    """Keys of the files that it consists of, which tell their content as well."""
    reads: tuple[str, ...] | None = None
    """What of the slide and the deck it has read; None where it may come out otherwise the next time."""


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
    """Why there is none."""
