"""Read Chromium's snapshot of a page as a tree of laid-out elements.

    tree = read_snapshot(session.send("DOMSnapshot.captureSnapshot", QUESTION))
    tree.children[0].name, tree.children[0]["color"], tree.children[0].rect

The browser itself says where each box, each line of text and each generated text stands, and in which order they
are painted; nothing is worked out twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deckc.dataclass import dataclass
from deckc.export.scene.values import Rect

STYLES = """
display visibility opacity color background-color background-image background-clip box-shadow
border-top-width border-right-width border-bottom-width border-left-width
border-top-style border-right-style border-bottom-style border-left-style
border-top-color border-right-color border-bottom-color border-left-color
border-top-left-radius border-top-right-radius border-bottom-right-radius border-bottom-left-radius
padding-top padding-right padding-bottom padding-left
font-family font-size font-weight font-style letter-spacing text-align direction white-space-collapse
text-wrap-mode text-decoration-line text-decoration-style -webkit-text-fill-color vertical-align list-style-type
overflow-x overflow-y position float outline-style outline-width outline-color fill tab-size
""".split()
"""The computed styles that are asked for."""

QUESTION: Mapping[str, Any] = {"computedStyles": STYLES, "includePaintOrder": True}
_INDEX = {name: at for at, name in enumerate(STYLES)}


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text of one line of one text node."""

    text: str
    rect: Rect
    has_space_before: bool
    """Whether white space was taken away before it, at the end of the line above."""
    has_space_after: bool


class Laid:
    """An element, a pseudo-element or a text, as it was laid out."""

    __slots__ = (
        "attributes",
        "children",
        "fragments",
        "index",
        "name",
        "order",
        "parent",
        "pseudo",
        "rect",
        "styles",
    )

    def __init__(
        self, index: int, name: str, pseudo: str, rect: Rect, order: int, styles: Sequence[str]
    ) -> None:
        self.index = index
        """Place in document order."""
        self.name = name
        """In lower case; "#text" for text."""
        self.pseudo = pseudo
        self.rect = rect
        self.order = order
        """Place in which it is painted; equal ones are painted in document order."""
        self.styles = styles
        self.attributes: Mapping[str, str] = {}
        self.parent: Laid | None = None
        self.children: list[Laid] = []
        self.fragments: tuple[Fragment, ...] = ()

    def __getitem__(self, style: str) -> str:
        return self.styles[_INDEX[style]]

    def px(self, style: str) -> float:
        """Return a computed length; 0 for what is none ("normal", "auto")."""
        text = self.styles[_INDEX[style]]
        return float(text[:-2]) if text.endswith("px") else 0.0

    @property
    def is_text(self) -> bool:
        """Whether it is text itself, not an element."""
        return self.name == "#text"

    def walk(self) -> Iterator[Laid]:
        """Yield it and all in it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> Iterator[Laid]:
        """Yield what it stands in, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def read_snapshot(answer: Mapping[str, Any]) -> Laid:
    """Return the page's root with all that was laid out in it."""
    strings: Sequence[str] = answer["strings"]
    document = answer["documents"][0]
    nodes, layout = document["nodes"], document["layout"]
    lines = _fragments(document, strings)
    pseudos = dict(zip(nodes["pseudoType"]["index"], nodes["pseudoType"]["value"], strict=True))
    laid_at: dict[int, Laid] = {}
    root: Laid | None = None
    for at, node in enumerate(layout["nodeIndex"]):
        name = strings[nodes["nodeName"][node]].lower()
        pseudo = strings[pseudos[node]] if node in pseudos else ""
        styles = [strings[style] for style in layout["styles"][at]] or [""] * len(STYLES)
        laid = Laid(at, name, pseudo, Rect(*layout["bounds"][at]), layout["paintOrders"][at], styles)
        laid.fragments = lines.get(at, ())
        above = laid_at.get(node)  # a pseudo-element and its text are one node
        if above is not None:
            laid.name = "#text"
        else:
            laid_at[node] = laid
            laid.attributes = _attributes(nodes["attributes"][node], strings)
            above = _nearest(nodes["parentIndex"][node], nodes["parentIndex"], laid_at)
        if above is None:
            root = root or laid
        else:
            laid.parent = above
            above.children.append(laid)
    if root is None:
        raise ValueError("a page without a layout")
    return root


def _nearest(node: int, parents: Sequence[int], laid_at: Mapping[int, Laid]) -> Laid | None:
    """Return the nearest ancestor that has a box: none has one with `display: contents`."""
    while node >= 0:
        if node in laid_at:
            return laid_at[node]
        node = parents[node]
    return None


def _attributes(indexes: Sequence[int], strings: Sequence[str]) -> Mapping[str, str]:
    if not indexes:
        return {}
    return {strings[name]: strings[value] for name, value in zip(indexes[::2], indexes[1::2], strict=True)}


def _fragments(document: Mapping[str, Any], strings: Sequence[str]) -> Mapping[int, tuple[Fragment, ...]]:
    """Return the lines of each text, by place in the layout."""
    boxes, texts = document["textBoxes"], document["layout"]["text"]
    pieces: dict[int, list[tuple[int, int, Rect]]] = {}
    for at, bounds, start, length in zip(
        boxes["layoutIndex"], boxes["bounds"], boxes["start"], boxes["length"], strict=True
    ):
        pieces.setdefault(at, []).append((start, start + length, Rect(*bounds)))
    return {at: tuple(_fragments_of(strings[texts[at]], found)) for at, found in pieces.items()}


def _fragments_of(text: str, pieces: Sequence[tuple[int, int, Rect]]) -> Iterator[Fragment]:
    """Yield the lines of a text whose places count UTF-16 units, as the browser does."""
    is_short = all(ord(letter) < 0x10000 for letter in text)
    units = text.encode("utf-16-le", "surrogatepass")

    def between(start: int, end: int | None) -> str:
        if is_short:
            return text[start:end]
        return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")

    last = 0
    for at, (start, end, rect) in enumerate(pieces):
        following = pieces[at + 1][0] if at + 1 < len(pieces) else None
        yield Fragment(
            between(start, end), rect, between(last, start).isspace(), between(end, following).isspace()
        )
        last = end
