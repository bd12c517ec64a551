"""Join the items of a list, and the lines of a code block, into one text.

<ul><li>a<li>b<ul><li>c</ul></ul>     Text(role="list", paragraphs=(a with a marker, b, c at level 1))
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckc.dataclass import dataclass
from deckc.export.scene.flow import Placed
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings
from deckc.export.scene.tokens import Typefaces, look_of
from deckc.export.scene.values import Marker, Paragraph, Rect, Text

_LISTS = frozenset({"ul", "ol"})
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
_SLACK_PX = 2.0


@dataclass(frozen=True, slots=True)
class Membership:
    """Where a text stands in a list."""

    root: int
    """Place of the outermost list."""
    level: int
    item: int
    """Place of the item."""


def membership_of(block: Laid) -> Membership | None:
    """Return the list that a block stands in; None outside of lists, and in tables in them."""
    level, root, item = -1, -1, -1
    for above in (block, *block.ancestors()):
        if above["display"].startswith("table"):
            return None
        if above["display"] == "list-item" and item < 0:
            item = above.index
        if above.name in _LISTS:
            level, root = level + 1, above.index
    return Membership(root, level, item) if root >= 0 and item >= 0 else None


def marker_of(item: Laid, around: Surroundings, typefaces: Typefaces) -> Marker | None:
    """Return what stands before an item."""
    found = next((child for child in item.children if child.pseudo == "marker"), None)
    if found is None or item["list-style-type"] == "none":
        return None
    texts = [inner for inner in found.walk() if inner.fragments]
    if not texts:
        return None
    text = "".join(fragment.text for inner in texts for fragment in inner.fragments).strip()
    number = re.fullmatch(r"(\d+)\.", text)
    look = look_of(texts[0], around, typefaces)
    bullet = _BULLETS.get(item["list-style-type"], text)
    return Marker(bullet, int(number[1]) if number else None, look, texts[0].fragments[0].rect.x)


def join_lists(placed: Sequence[tuple[Placed, Membership | None]]) -> list[Placed]:
    """Return the texts, neighbours of one list as one."""
    joined: list[Placed] = []
    roots: list[int] = []
    for one, member in placed:
        root = member.root if member else -1
        if joined and root >= 0 and roots[-1] == root and _follows(joined[-1].text, one.text):
            joined[-1] = _join(joined[-1], one)
        else:
            joined.append(one)
            roots.append(root)
    return joined


def _follows(first: Text, second: Text) -> bool:
    is_below = second.rect.y >= first.rect.bottom - _SLACK_PX
    is_beside = second.rect.x > first.rect.right or second.rect.right < first.rect.x
    aligned = first.paragraphs[-1].align == second.paragraphs[0].align
    return (
        is_below and not is_beside and aligned and first.turns == second.turns and first.wraps == second.wraps
    )


def _join(first: Placed, second: Placed) -> Placed:
    one, two = first.text, second.text
    left, right = min(one.rect.x, two.rect.x), max(one.rect.right, two.rect.right)
    rect = Rect(left, one.rect.y, right - left, two.rect.bottom - one.rect.y)
    text = Text(rect, (*one.paragraphs, *two.paragraphs), "list", one.wraps, one.turns)
    return Placed(text, max(first.order, second.order), max(first.index, second.index))


def in_list(placed: Placed, member: Membership, marker: Marker | None) -> Placed:
    """Return an item's text with its marker and level."""
    text = placed.text
    first, *rest = text.paragraphs
    paragraphs = (
        Paragraph(first.lines, first.align, marker, member.level, first.shown),
        *(Paragraph(other.lines, other.align, None, member.level, other.shown) for other in rest),
    )
    role = "list" if marker and text.role == "text" else text.role
    return Placed(Text(text.rect, paragraphs, role, text.wraps, text.turns), placed.order, placed.index)
