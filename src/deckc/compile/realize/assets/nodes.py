"""Addresses in a slide's nodes -> tokens.

<img src="./x.png">  <div style="background: url(/x.png)">  <a href="./x.pdf">  <img :src="'/x.png'">
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from deckc.compile.realize.assets.css import rewrite_urls
from deckc.compile.realize.assets.shelf import AssetShelf, is_remote
from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.deck import OF_SHEET
from deckc.model.nodes import Attribute, Element, Interpolation, Node
from deckc.model.source import SlideSource
from deckc.pattern import pattern

_SHOWN: Mapping[str, frozenset[str]] = {
    "img": frozenset({"src", "srcset"}),
    "source": frozenset({"src", "srcset"}),
    "video": frozenset({"src", "poster", "data-dc-print-poster"}),
    "audio": frozenset({"src"}),
    "track": frozenset({"src"}),
    "embed": frozenset({"src"}),
    "object": frozenset({"data"}),
    "input": frozenset({"src"}),
    "image": frozenset({"href", "xlink:href"}),
    "use": frozenset({"href", "xlink:href"}),
    "feImage": frozenset({"href", "xlink:href"}),
}
"""Attributes whose address must lead somewhere."""
_LINKED: Mapping[str, frozenset[str]] = {"a": frozenset({"href"}), "iframe": frozenset({"src"})}
"""Attributes that may name a file, or anything else."""
_PICTURES = frozenset({"img", "image", "feImage", "input"})
"""Tags whose remote addresses are pictures; of other tags only `poster` and `srcset` are."""
_STRING = pattern(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"|`([^`\\$\n]*)`")
_FILE_NAME = pattern(r"[^\s'\"`<>]*[^\s'\"`<>/]\.[A-Za-z0-9]{1,5}(?:[?#][^\s'\"`]*)?\Z")


@dataclass(frozen=True, slots=True)
class NodeAddresses:
    """Rewrites the addresses of one slide."""

    shelf: AssetShelf
    bases: Mapping[str, Path]
    """Shown path of a file -> its folder."""
    base: Path
    """The slide's folder: that of nodes that come from no known file."""
    named: Mapping[str, Span]
    """Texts of the slide's frontmatter and their places: a layout shows them, but did not write them."""
    source: SlideSource | None = None
    """Where the author wrote the nodes; None for layers."""

    def rewrite(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the nodes with tokens for addresses of files."""
        out: list[Node] = []
        changed = False
        for node in nodes:
            made: Node = node
            if isinstance(node, Element):
                made = self._element(node)
            elif isinstance(node, Interpolation):
                expression = self._literals(node.expression, node.span)
                made = node if expression == node.expression else replace(node, expression=expression)
            changed = changed or made is not node
            out.append(made)
        return tuple(out) if changed else nodes

    def _element(self, element: Element) -> Element:
        children = self.rewrite(element.children)
        attributes = tuple(self._attribute(element.tag, attribute) for attribute in element.attributes)
        if children is element.children and attributes == element.attributes:
            return element
        return replace(element, attributes=attributes, children=children)

    def _attribute(self, tag: str, attribute: Attribute) -> Attribute:
        value = attribute.value
        if not value:
            return attribute
        name = attribute.name
        span = attribute.value_span or attribute.span
        made = value
        if attribute.is_dynamic:
            made = self._literals(value, span)
        elif name == "style":
            made = self._styled(value, span)
        elif name in _SHOWN.get(tag, ()):
            made = (
                self._source_set(value, span) if name == "srcset" else self._address(tag, name, value, span)
            )
        elif name in _LINKED.get(tag, ()):
            made = self._linked(value, span)
        return attribute if made == value else replace(attribute, value=made)

    def _styled(self, value: str, span: Span) -> str:
        """Return a `style`; an address in a custom property is one of the sheet whose rule uses that."""

        def shown(address: str, offset: int) -> str:
            made = self.shelf.ground(address, *self._place(address, span))
            name = value[:offset].rpartition(";")[2].lstrip()
            is_of_sheet = name.startswith("--") and "var(" not in value and made in self.shelf.assets
            return f"{made}{OF_SHEET}" if is_of_sheet else made

        return rewrite_urls(value, shown)

    def _address(self, tag: str, name: str, value: str, span: Span) -> str:
        if is_remote(value.strip()) and tag not in _PICTURES and not name.endswith("poster"):
            return value  # a film or a document is not fetched
        return self._shown(value, span)

    def _shown(self, address: str, span: Span) -> str:
        return self.shelf.picture(address, *self._place(address, span))

    def _place(self, address: str, span: Span) -> tuple[Path, Span]:
        """Return the folder from which an address leads on, and where it is named."""
        base = self._base(span)
        if base != self.base and address in self.named:
            return self.base, self.named[address]
        return base, self._written(address, span)

    def _written(self, address: str, span: Span) -> Span:
        """Return where an address stands: what a slide's script drew has but the place of the script."""
        source = self.source
        if source is None or span.path != source.file.shown_path:
            return span
        text = source.file.text
        start = source.file.line_start(span.line)
        end = text.find("\n", start)
        at = source.content.find(address)
        if at < 0 or address in text[start : end if end >= 0 else len(text)]:
            return span
        return source.span(at, len(address))

    def _linked(self, address: str, span: Span) -> str:
        path = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/")
        if not path or "." not in path.rpartition("/")[2]:
            return address
        base = self._base(span)
        return (
            self.shelf.places.find_deck(address.strip(), base)
            or self.shelf.file(address, base, span)
            or address
        )

    def _source_set(self, value: str, span: Span) -> str:
        """Return "a.png 1x, b.png 2x" with its addresses replaced."""
        candidates = [part.strip().partition(" ") for part in re.split(r",\s+|,$", value) if part.strip()]
        return ", ".join(f"{self._shown(address, span)}{gap}{rest}" for address, gap, rest in candidates)

    def _literals(self, expression: str, span: Span) -> str:
        """Return an expression whose texts that name an existing file are tokens."""
        if "." not in expression or not ("'" in expression or '"' in expression or "`" in expression):
            return expression

        def replaced(match: re.Match[str]) -> str:
            text = next((group for group in match.groups() if group is not None), "")
            if not _FILE_NAME.match(text) or is_remote(text):
                return match[0]
            token = self.shelf.file(text, self._base(span), span)
            return match[0] if token is None else match[0][0] + token + match[0][-1]

        return _STRING.sub(replaced, expression)

    def _base(self, span: Span) -> Path:
        return self.bases.get(span.path, self.base)
