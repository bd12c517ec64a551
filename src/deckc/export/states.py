"""Which slides and clicks are exported.

    choose_states(slides, "2-3", with_clicks=False)    slide 2 and slide 3, each at its end
    choose_states(slides, "2", with_clicks=True)       slide 2 at click 0, 1, 2

A state stands on the page as a sheet, whose id is its name: "002-01" is slide 2 at click 0 (runtime/print.js).
"""

from __future__ import annotations

from collections.abc import Sequence

from deckc.compile.load.ranges import read_range
from deckc.dataclass import dataclass
from deckc.export.problem import ExportError
from deckc.model.deck import Slide


@dataclass(frozen=True, slots=True)
class State:
    """A slide at a click."""

    number: int
    """Of the slide, from 1."""
    clicks: int
    sheet: str
    """The id of its sheet."""
    is_last: bool
    """Whether this is the slide's end."""


def choose_states(slides: Sequence[Slide], numbers: str, *, with_clicks: bool) -> tuple[State, ...]:
    """Return the states to export, in order.

    Raises:
        ExportError: The range names no slides.
    """
    chosen = read_range(numbers, len(slides))
    if chosen.problem or not chosen.numbers:
        raise ExportError(
            "export-range",
            f'the range "{numbers}" cannot be exported: {chosen.problem or "it names no slides"}',
            f'the deck has {len(slides)} slides; write "1,4-6" for some of them',
        )
    kept = frozenset(chosen.numbers)
    return tuple(
        state
        for slide in slides
        if slide.number in kept
        for state in _states_of(slide, with_clicks=with_clicks)
    )


def _states_of(slide: Slide, *, with_clicks: bool) -> list[State]:
    first, last = slide.clicks_start, max(slide.clicks_start, slide.clicks_total)
    if not with_clicks:  # the one sheet of a slide is named by its first click
        return [State(slide.number, last, _name(slide.number, first), is_last=True)]
    return [
        State(slide.number, clicks, _name(slide.number, clicks), is_last=clicks == last)
        for clicks in range(first, last + 1)
    ]


def _name(number: int, clicks: int) -> str:
    return f"{number:03}-{clicks + 1:02}"


def label_of(state: State, *, with_clicks: bool) -> str:
    """Return what a state is called for a reader: "3", or "3.2" at the second click of slide 3."""
    return f"{state.number}.{state.clicks}" if with_clicks else str(state.number)
