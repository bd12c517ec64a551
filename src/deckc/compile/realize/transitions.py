"""Read how a slide is left and entered (spec 11.1).

transition: slide-left        forward slide-left, backward slide-right
transition: fade | zoom       forward fade, backward zoom
transition: {name: fade}      fade both ways
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.diagnostics import Report, Span
from deckc.model.config import DeckConfig
from deckc.model.deck import Transition
from deckc.model.source import Frontmatter, Value

_OPPOSITES: Mapping[str, str] = {
    "slide-left": "slide-right",
    "slide-right": "slide-left",
    "slide-up": "slide-down",
    "slide-down": "slide-up",
}


def read_transition(frontmatter: Frontmatter, config: DeckConfig, report: Report) -> Transition:
    """Return a slide's transition: its own, else the deck's; a name of the author's own is kept."""
    value: Value = frontmatter.get("transition")
    if value in (None, "", False):
        value = config.transition
    return transition_of(value, frontmatter.span("transition"), report)


def transition_of(value: Value, span: Span | None, report: Report) -> Transition:
    """Return the transition that a value names; what is no name is reported."""
    if isinstance(value, dict):
        value = value.get("name")
    if value in (None, "", False):
        return Transition(None, None)
    if not isinstance(value, str):
        message = f'"{value}" is no transition'
        report.warn("invalid-transition", message, span, "write a name such as slide-left")
        return Transition(None, None)
    forward, bar, backward = (part.strip() for part in value.partition("|"))
    if not bar:
        backward = _OPPOSITES.get(forward, forward)
    return Transition(_known(forward), _known(backward))


def _known(name: str) -> str | None:
    return None if name in {"", "none"} else name
