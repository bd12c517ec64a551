"""Turn a slide's states into shapes that come and go.

    state 0: A        state 1: A, B        state 2: B, C in the place of A
    A stands from 0 to 1, B from 1 on, C from 2 on

What looks the same at the same place in two states is one shape. What changes its look is two: the second takes the
place of the first at that click.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckc.dataclass import dataclass
from deckc.export.scene.values import Box, Item, Picture, Rect, SlideScene, Table, Text

Presence = tuple[bool, ...]
"""Whether it is seen, paragraph by paragraph; one cell for what has no paragraphs."""


_Key = tuple[Item, int]


@dataclass(frozen=True, slots=True)
class Played:
    """An item, and when it is seen."""

    item: Item
    presence: tuple[Presence, ...]
    """One for each state of the slide."""

    @property
    def is_lasting(self) -> bool:
        """Whether it is seen from first to last."""
        return all(all(cells) for cells in self.presence)

    @property
    def is_whole(self) -> bool:
        """Whether all its paragraphs come and go together."""
        return all(len(set(cells)) == 1 for cells in self.presence)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that comes or goes at a click."""

    at: int
    """Place of the shape among the slide's shapes."""
    paragraph: int | None
    """None for the whole shape."""
    appears: bool
    is_swap: bool
    """Whether something else stands in its place before or after: the change is then at once."""


def play(slide: SlideScene) -> list[Played]:
    """Return the slide's items, the lowest first, each with the states in which it is seen."""
    order: list[_Key] = []
    seen: dict[_Key, dict[int, Presence]] = {}
    for at, state in enumerate(slide.states):
        keys = list(_keys(state.items))
        for place, (key, presence) in enumerate(keys):
            if key not in seen:
                # below what is already known to lie above it, and above what it takes the place of
                above = next((other for other, _ in keys[place + 1 :] if other in seen), None)
                order.insert(len(order) if above is None else order.index(above), key)
                seen[key] = {}
            seen[key][at] = presence
    return [Played(key[0], tuple(_filled(key[0], seen[key], len(slide.states)))) for key in order]


def _keys(items: Sequence[Item]) -> Iterator[tuple[_Key, Presence]]:
    """Yield what can be seen of a state, each with a number where there are several alike."""
    counts: Counter[Item] = Counter()
    for item in items:
        if item.shown:
            look = _look(item)
            yield (look, counts[look]), _presence(item)
            counts[look] += 1


def _look(item: Item) -> Item:
    """Return the item without what a click changes about it: whether it is seen."""
    match item:
        case Text():
            if all(paragraph.shown for paragraph in item.paragraphs):
                return item
            return replace(item, paragraphs=tuple(replace(one, shown=True) for one in item.paragraphs))
        case Box() | Picture() | Table():
            return item


def _presence(item: Item) -> Presence:
    match item:
        case Text():
            return tuple(paragraph.shown for paragraph in item.paragraphs)
        case Box() | Picture() | Table():
            return (True,)


def _filled(item: Item, seen: dict[int, Presence], count: int) -> Iterator[Presence]:
    absent = (False,) * (len(item.paragraphs) if isinstance(item, Text) else 1)
    for at in range(count):
        yield seen.get(at, absent)


def changes_at(click: int, shapes: Sequence[Played]) -> list[Change]:
    """Return what comes and goes between a state and the one before it; `click` is the state's place, from 1."""
    found: list[tuple[int, int | None, bool]] = []
    for at, played in enumerate(shapes):
        before, after = played.presence[click - 1], played.presence[click]
        if played.is_whole:
            if before != after:
                found.append((at, None, all(after)))
            continue
        found.extend(
            (at, paragraph, now)
            for paragraph, (was, now) in enumerate(zip(before, after, strict=True))
            if was != now
        )
    return [
        Change(at, paragraph, appears, _is_swap(at, found, shapes, appears=appears))
        for at, paragraph, appears in found
    ]


def _is_swap(
    at: int, found: Sequence[tuple[int, int | None, bool]], shapes: Sequence[Played], *, appears: bool
) -> bool:
    own = shapes[at].item
    return any(
        other != at
        and comes != appears
        and type(shapes[other].item) is type(own)
        and _overlap(own.rect, shapes[other].item.rect) > 0.3
        for other, _, comes in found
    )


def _overlap(first: Rect, second: Rect) -> float:
    """Return the shared share of the smaller place."""
    width = min(first.right, second.right) - max(first.x, second.x)
    height = min(first.bottom, second.bottom) - max(first.y, second.y)
    smaller = min(first.width * first.height, second.width * second.height)
    return width * height / smaller if width > 0 and height > 0 and smaller > 0 else 0.0
