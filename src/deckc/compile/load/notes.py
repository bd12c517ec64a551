"""Cut the note off a slide's body: the last comment, when nothing follows it.

    # A                          content "# A"
    <!-- say hello -->           note "say hello"

Comments are matched over the whole body, in code too, and only the last one can be a note (spec 2.4 rule 4).
"""

from __future__ import annotations

from deckc.compile.load.text import JS_SPACE
from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A slide's note and where its body ends."""

    text: str
    """Trimmed; may be empty."""
    offset: int
    """Of `text` in the body."""
    body_end: int
    """Offset behind the last character of the body without the note."""


def cut_note(body: str) -> Note | None:
    """Return the note of a body that is trimmed on both sides; None where it has none."""
    if not body.endswith("-->"):
        return None
    opening = at = 0
    while True:
        opening = body.find("<!--", at)
        if opening < 0:
            return None
        at = body.find("-->", opening + 4)
        if at < 0:
            return None
        at += 3
        if at == len(body):
            break
    inner = body[opening + 4 : -3]
    text = inner.strip(JS_SPACE)
    lead = len(inner) - len(inner.lstrip(JS_SPACE)) if text else 0
    return Note(text, opening + 4 + lead, len(body[:opening].rstrip(JS_SPACE)))
