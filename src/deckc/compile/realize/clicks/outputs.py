"""Place the output of code that runs: `{monaco-run}{showOutputAt: '+1'}` (spec 6.4).

Slidev mounts the part that runs the code later than all the rest of a slide, so its clicks come last (measured).
"""

from __future__ import annotations

from dataclasses import replace

from deckc.compile.realize.clicks.at import read_at
from deckc.compile.realize.clicks.place import Placer, written
from deckc.model.editor import EditorKind, editor_kind
from deckc.model.nodes import CodeBlock, Element, Node

OPTION = "showOutputAt"


def place_outputs(nodes: tuple[Node, ...], placer: Placer) -> tuple[Node, ...]:
    """Return the nodes with the clicks of outputs settled, in their blocks."""
    return tuple(_place(node, placer) for node in nodes)


def _place(node: Node, placer: Placer) -> Node:
    match node:
        case Element(children=children) if children:
            placed = place_outputs(children, placer)
            return node if placed == children else node.with_children(placed)
        case CodeBlock(options=str(options)) if OPTION in options and editor_kind(node) is EditorKind.RUN:
            value = placer.constant(options, node.span)
            wanted = value.get(OPTION) if isinstance(value, dict) else None
            at = read_at(wanted, node.span, placer.report) if wanted else None
            if at is None:
                return node
            clicks = written(placer.timeline.place(at))
            return replace(node, output_clicks=clicks if "-" in clicks else f"{clicks}-")
        case _:
            return node
