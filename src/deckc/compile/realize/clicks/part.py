"""Write beside each part of an island how many clicks it uses up: the page gives them back while the part is away.

<!--dc-part:slot%3Adefault--><p v-click>..</p><!--dc-part-end-->    ->    <!--dc-part:slot%3Adefault#1-->...
"""

from __future__ import annotations

from dataclasses import replace

from deckc.dataclass import dataclass
from deckc.model.nodes import Comment, Node

_END = "dc-part-end"


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part that has begun among siblings."""

    at: int
    """Where its comment stands among them."""
    offset: int
    """Clicks that were used up before it."""


def mark_part(comment: Comment, out: list[Node], parts: list[OpenPart], offset: int) -> None:
    """Put the comment that begins or ends a part behind `out`; at its end the one that began it gets its clicks."""
    if comment.value != _END:
        parts.append(OpenPart(len(out), offset))
    elif parts:
        part = parts.pop()
        start = out[part.at]
        if offset != part.offset and isinstance(start, Comment):
            out[part.at] = replace(start, value=f"{start.value}#{offset - part.offset}")
    out.append(comment)
