"""White space between nodes, condensed as Vue's compiler does it (spec 5.10 rule 3).

<b>c</b>NEWLINE<i>d</i>   -> nothing between the two
<b>c</b> <i>d</i>         -> one blank
<p>NEWLINE text</p>       -> " text"
<div> </div>              -> empty
"""

from __future__ import annotations

import re

from deckc.model.nodes import CodeBlock, Comment, Element, Formula, Node, Text

BLANKS = " \t\n\r\f"
"""What Vue counts as white space; a no-break space is text."""

_RUN = re.compile(r"[ \t\n\r\f]+")


def condense_text(text: str) -> str:
    """Return text with every run of white space as one blank."""
    return _RUN.sub(" ", text)


def condense_children(children: list[Node]) -> tuple[Node, ...]:
    """Return an element's children without the white space that Vue drops.

    No two texts stand next to each other in `children`.
    """
    kept: list[Node] = []
    last = len(children) - 1
    for index, node in enumerate(children):
        if not isinstance(node, Text):
            kept.append(node)
            continue
        value = node.value
        if value.strip(BLANKS):
            condensed = _RUN.sub(" ", value)
            kept.append(node if condensed == value else Text(condensed, node.span))
        elif 0 < index < last and not _is_dropped(children[index - 1], value, children[index + 1]):
            kept.append(Text(" ", node.span))
    return tuple(kept)


def _is_dropped(before: Node, blanks: str, after: Node) -> bool:
    """Return whether white space between two nodes goes: at a comment, or with a line break at an element."""
    match before, after:
        case (Comment(), Comment() | Element() | CodeBlock() | Formula()) | (
            Element() | CodeBlock() | Formula(),
            Comment(),
        ):
            return True
        case Element() | CodeBlock() | Formula(), Element() | CodeBlock() | Formula():
            return "\n" in blanks or "\r" in blanks
        case _:
            return False
