"""Place the clicks of what an island shows only later, each part by itself: the page moves them behind the others.

<div hidden data-dc-kept><!--dc-part:..--><p v-click>A</p><p v-click="3">B</p><!--dc-part-end--></div>
    A: 50000001, one behind whatever the slide has used up by then; B: 3

Slidev counts an element when it is mounted, behind all that are mounted by then (measured).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.realize.clicks.timeline import Timeline
from deckc.model.nodes import Comment, Node

if TYPE_CHECKING:
    from deckc.compile.realize.clicks.place import Placer

LATE = 50_000_000
"""Where such parts begin: far from any click that an author names (runtime/vue/late_clicks.js)."""


def place_late(nodes: tuple[Node, ...], placer: Placer) -> tuple[Node, ...]:
    """Return kept parts with their clicks settled."""
    placed = (replace(placer, timeline=Timeline(LATE), gates=None).place(part) for part in _parts(nodes))
    return tuple(node for part in placed for node in part)


def _parts(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """Yield what belongs together: a part with its two comments; parts may hold others."""
    start = depth = 0
    for at, node in enumerate(nodes):
        if isinstance(node, Comment) and node.value.startswith("dc-part"):
            depth += -1 if node.value == "dc-part-end" else 1
            if depth == 0:
                yield nodes[start : at + 1]
                start = at + 1
    if start < len(nodes):
        yield nodes[start:]
