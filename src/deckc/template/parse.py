"""Read HTML as Vue's template compiler does and build nodes.

    <p v-click>Hi {{ $page }}<br>

    Element("p", (Attribute("v-click", None),), (Text("Hi "), Interpolation("$page"), Element("br")))

The text is scanned once from left to right, in time proportional to its length, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.diagnostics import Report
from deckc.diagnostics.span import Locate
from deckc.model.nodes import Node
from deckc.pattern import pattern
from deckc.template.attributes import read_attributes
from deckc.template.namespace import HTML
from deckc.template.references import decode_text
from deckc.template.tree import Replacement, TreeBuilder
from deckc.template.whitespace import BLANKS

_MARKUP = pattern(r"<[a-zA-Z/!?]")
_MARKUP_OR_MUSTACHE = pattern(r"<[a-zA-Z/!?]|\{\{")
_TAG_NAME = pattern(r"[a-zA-Z][^ \t\n\r\f/>]*")
_END_TAG = pattern(r"</[ \t\n\r\f]*([a-zA-Z][^ \t\n\r\f>]*)?[^>]*>?")
_RAW_TEXT_TAGS = frozenset(["script", "style"])
_ESCAPABLE_TEXT_TAGS = frozenset(["title", "textarea"])
_RAW_TEXT_ENDS = {
    tag: pattern(rf"</{tag}(?=[ \t\n\r\f>])", re.IGNORECASE) for tag in _RAW_TEXT_TAGS | _ESCAPABLE_TEXT_TAGS
}


def parse_template(
    markup: str,
    locate: Locate,
    report: Report,
    *,
    interpolate: bool = True,
    condense: bool = True,
    replacements: Mapping[str, Replacement] | None = None,
) -> tuple[Node, ...]:
    """Return the nodes of a template.

    `locate` maps a place in `markup` to the source. Without `interpolate`, `{{ }}` is text. `replacements`
    says, by tag, what stands for an element once its end was found. Without `condense`, every blank is kept.
    """
    tree = TreeBuilder(locate, report, replacements or {}, condense=condense)
    return _Reader(markup, locate, interpolate, tree).read()


class _Reader:
    """One pass over one markup."""

    def __init__(self, markup: str, locate: Locate, interpolate: bool, tree: TreeBuilder) -> None:
        self._markup = markup
        self._locate = locate
        self._interpolates = interpolate and "{{" in markup
        self._tree = tree

    def read(self) -> tuple[Node, ...]:
        """Return the nodes."""
        markup, tree = self._markup, self._tree
        at, end = 0, len(self._markup)
        while at < end:
            pattern = _MARKUP_OR_MUSTACHE if self._interpolates_here else _MARKUP
            found = pattern.search(markup, at)
            start = found.start() if found else end
            if start > at:
                tree.text(decode_text(markup[at:start]), at)
            at = self._read_markup(start, found[0][1]) if found else end
        return tree.finish()

    def _read_markup(self, start: int, kind: str) -> int:
        """Read what starts at `start`; return the offset behind it."""
        if kind == "{":
            return self._read_interpolation(start)
        if kind == "/":
            return self._read_end_tag(start)
        if kind == "!":
            return self._read_declaration(start)
        if kind == "?":
            return self._skip_markup(start, "<?")
        return self._read_start_tag(start)

    def _read_interpolation(self, start: int) -> int:
        end = self._markup.find("}}", start + 2)
        if end < 0:
            self._interpolates = False
            self._tree.warn(
                "unclosed-interpolation", '"{{" without "}}"', start, 2, 'add "}}", or write it as code'
            )
            self._tree.text("{{", start)
            return start + 2
        raw = self._markup[start + 2 : end]
        left = len(raw) - len(raw.lstrip(BLANKS))
        expression = raw.strip(BLANKS)
        span = self._locate(start + 2 + left, max(1, len(expression)))
        # An empty one shows nothing, as undefined does.
        self._tree.interpolation(decode_text(expression) or "''", span)
        return end + 2

    def _read_start_tag(self, start: int) -> int:
        name = _TAG_NAME.match(self._markup, start + 1)
        assert name is not None  # noqa: S101 - a letter stands behind the "<"
        tag = name[0]
        tree = self._tree
        head = read_attributes(self._markup, name.end(), self._locate, tree.warn)
        if not head.is_complete:
            tree.warn("unclosed-tag", f'"<{tag}" has no ">"', start + 1, len(tag), 'add ">"')
        in_foreign = tree.in_foreign
        tree.open(tag, start + 1, head)
        lowered = tag.lower()
        if lowered in _RAW_TEXT_ENDS and tag[0].islower() and not in_foreign and not head.closes_itself:
            return self._read_raw_text(lowered, head.end)
        return head.end

    def _read_raw_text(self, tag: str, start: int) -> int:
        """Read the content of an element that holds no elements, up to its end tag."""
        found = _RAW_TEXT_ENDS[tag].search(self._markup, start)
        end = found.start() if found else len(self._markup)
        if tag in _RAW_TEXT_TAGS:
            if end > start:
                self._tree.text(self._markup[start:end], start)
            return end
        at = start
        while at < end:
            mustache = self._markup.find("{{", at, end) if self._interpolates_here else -1
            stop = end if mustache < 0 else mustache
            if stop > at:
                self._tree.text(decode_text(self._markup[at:stop]), at)
            at = end if mustache < 0 else self._read_interpolation(stop)
        return at

    @property
    def _interpolates_here(self) -> bool:
        return self._interpolates and not self._tree.is_verbatim

    def _read_end_tag(self, start: int) -> int:
        found = _END_TAG.match(self._markup, start)
        assert found is not None  # noqa: S101 - "</" stands there
        name = found[1]
        if name is not None:
            self._tree.close(name, start + 2)
        elif found[0].strip("</>" + BLANKS):  # `</3>` is a comment to every HTML parser
            self._tree.comment(found[0][2:-1], start + 2)
        return found.end()

    def _read_declaration(self, start: int) -> int:
        markup = self._markup
        if markup.startswith("<!--", start):
            end = markup.find("-->", start + 2)
            if end < 0:  # reported where the file was split, as it hides the separators behind it
                self._tree.comment(markup[start + 4 :], start + 4)
                return len(markup)
            self._tree.comment(markup[start + 4 : end], min(start + 4, end))
            return end + 3
        if markup.startswith("<![CDATA[", start) and self._tree.namespace != HTML:
            end = markup.find("]]>", start)
            stop = len(markup) if end < 0 else end
            if stop > start + 9:
                self._tree.text(markup[start + 9 : stop], start + 9)
            return min(len(markup), stop + 3)
        return self._skip_markup(start, "<!")

    def _skip_markup(self, start: int, opener: str) -> int:
        """Leave out a declaration or processing instruction, which no template shows."""
        end = self._markup.find(">", start)
        if self._markup[start : start + 9].lower() != "<!doctype":
            self._tree.warn(
                "unknown-markup", f'"{opener}" is left out', start, 2, 'write "&lt;" to show a "<"'
            )
        return len(self._markup) if end < 0 else end + 1
