"""Find what does not fit on its slide.

overflows(scene)      (Overflow(slide=5, side="bottom", beyond_px=40, what="3 lines of text", words="And so on"),)

Words count, and pictures and tables that are cut off for the most part of a line's height; grounds do not: they
often lie over the edge on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from deckc.dataclass import dataclass
from deckc.export.scene.values import Box, Item, Line, Picture, Rect, Scene, SlideScene, Table, Text

Place = Literal["bottom", "right", "top", "left"]
_PLACES: tuple[Place, ...] = ("bottom", "right", "top", "left")
_DESCENT = 0.22
"""Share of a line's height that only tails of letters reach into."""
_LEAST_PX = 2.0
_LEAST_PICTURE_PX = 12.0
_LEAST_PICTURE_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Overflow:
    """What lies over one edge of a slide."""

    slide: int
    """Its number."""
    side: Place
    beyond_px: float
    """How far the furthest reaches, in px of the canvas."""
    lines: int
    """Of text."""
    pictures: int
    """And tables."""
    words: str
    """The first that are cut off; empty where there are none."""


@dataclass(frozen=True, slots=True)
class _Excess:
    """One thing that lies over an edge."""

    side: Place
    beyond_px: float
    words: str | None
    """None for a picture or a table."""


def overflows(scene: Scene) -> tuple[Overflow, ...]:
    """Return what does not fit, slide by slide, for each edge what of all its clicks reaches furthest."""
    canvas = Rect(0, 0, scene.width_px, scene.height_px)
    return tuple(overflow for slide in scene.slides for overflow in _overflows_of(slide, canvas))


def _overflows_of(slide: SlideScene, canvas: Rect) -> Iterator[Overflow]:
    states = [
        [excess for item in state.items for excess in _excesses(item, canvas)] for state in slide.states
    ]
    for side in _PLACES:
        found = [[excess for excess in state if excess.side == side] for state in states]
        most = max(found, key=len, default=[])
        if most:
            lines = [excess.words for excess in most if excess.words is not None]
            beyond = max(excess.beyond_px for state in found for excess in state)
            yield Overflow(
                slide.number, side, beyond, len(lines), len(most) - len(lines), lines[0] if lines else ""
            )


def _excesses(item: Item, canvas: Rect) -> Iterator[_Excess]:
    if not item.shown:
        return
    match item:
        case Text():
            yield from _of_text(item, canvas)
        case Table():
            yield from _of_block(item.rect, canvas)
        case Picture():
            if not item.is_ground and not item.turns:
                yield from _of_block(item.rect, canvas)
        case Box():
            return
        case _:
            assert_never(item)


def _of_text(text: Text, canvas: Rect) -> Iterator[_Excess]:
    if text.turns:
        return
    for paragraph in text.paragraphs:
        if paragraph.shown:
            for line in paragraph.lines:
                yield from _of_line(line, canvas)


def _of_line(line: Line, canvas: Rect) -> Iterator[_Excess]:
    rect = line.rect
    inked = Rect(rect.x, rect.y + rect.height * _DESCENT, rect.width, rect.height * (1 - 2 * _DESCENT))
    words = "".join(run.text for run in line.runs).strip()
    for side, beyond in _beyond(inked, canvas):
        if beyond > _LEAST_PX:
            yield _Excess(side, beyond, words)


def _of_block(rect: Rect, canvas: Rect) -> Iterator[_Excess]:
    for side, beyond in _beyond(rect, canvas):
        length = rect.height if side in {"bottom", "top"} else rect.width
        if beyond > max(_LEAST_PICTURE_PX, length * _LEAST_PICTURE_SHARE):
            yield _Excess(side, beyond, None)


def _beyond(rect: Rect, canvas: Rect) -> Iterator[tuple[Place, float]]:
    yield "bottom", rect.bottom - canvas.bottom
    yield "right", rect.right - canvas.right
    yield "top", canvas.y - rect.y
    yield "left", canvas.x - rect.x
