"""Nodes from start tags, end tags and text: the open elements and what becomes of them.

Broken nesting never fails: an element that its parent closes, or the end of the text, is closed there; an end
tag without its start is left out. Both are reported. HTML's implied end tags are not applied: Vue knows none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import field

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.span import Locate
from deckc.model.nodes import VOID_TAGS, Attribute, Comment, Element, Interpolation, Node, Text
from deckc.template.attributes import StartTag
from deckc.template.namespace import HTML, namespace_of
from deckc.template.whitespace import condense_children

Replacement = Callable[[Element], Node | None]
"""What stands for an element of a certain tag; None for nothing."""

MAX_DEPTH = 200
"""Elements nested deeper than this are left out, their content kept: later passes recurse."""

_MAX_DIAGNOSTICS = 50

__all__ = ["MAX_DEPTH", "Replacement", "TreeBuilder"]


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not come yet."""

    tag: str
    attributes: tuple[Attribute, ...]
    start: int
    """Offset of the tag's name."""
    namespace: int
    keeps_blanks: bool
    """Inside `<pre>`."""
    children: list[Node] = field(default_factory=list)
    is_too_deep: bool = False


class TreeBuilder:
    """Builds one tree, with a stack instead of recursion."""

    def __init__(
        self,
        locate: Locate,
        report: Report,
        replacements: Mapping[str, Replacement],
        *,
        condense: bool = True,
    ) -> None:
        self._locate = locate
        self._report = report
        self._replacements = replacements
        self._root = _Open("", (), 0, HTML, keeps_blanks=not condense)
        self._stack = [self._root]
        self._open_tags: dict[str, int] = defaultdict(int)
        self._text: list[str] = []
        self._text_start = 0
        self._verbatim_from = 0
        self._diagnostics_left = _MAX_DIAGNOSTICS
        self.in_foreign = False
        """Inside SVG or MathML."""

    @property
    def is_verbatim(self) -> bool:
        """Whether a `v-pre` is open: no interpolations, no directives."""
        return self._verbatim_from > 0

    @property
    def namespace(self) -> int:
        """Return the namespace of the innermost open element."""
        return self._stack[-1].namespace

    def warn(self, code: str, message: str, offset: int, length: int, help: str) -> None:  # noqa: A002 - the diagnostic's fields
        """Report a warning, unless this template has had too many already."""
        self._diagnostics_left -= 1
        if self._diagnostics_left >= 0:
            self._report.warn(code, message, self._locate(offset, length), help)

    def text(self, value: str, start: int) -> None:
        """Add characters; runs that follow each other become one node."""
        if not self._text:
            self._text_start = start
        self._text.append(value)

    def interpolation(self, expression: str, span: Span) -> None:
        """Add `{{ expression }}`."""
        self._flush()
        self._stack[-1].children.append(Interpolation(expression, span))

    def comment(self, value: str, start: int) -> None:
        """Add `<!-- value -->`."""
        self._flush()
        self._stack[-1].children.append(Comment(value, self._locate(start, max(1, len(value)))))

    def open(self, tag: str, start: int, head: StartTag) -> None:
        """Open an element; void and self-closed ones are closed at once."""
        self._flush()
        parent = self._stack[-1]
        if tag.isupper() and tag.lower() in VOID_TAGS:  # `<BR>`; but `<Link>` is a component
            tag = tag.lower()
        namespace = namespace_of(tag, parent.tag, parent.namespace)
        keeps_blanks = parent.keeps_blanks or (namespace == HTML and tag == "pre")
        attributes = tuple(head.attributes)
        element = _Open(tag, attributes, start, namespace, keeps_blanks)
        if len(self._stack) > MAX_DEPTH:
            self._flatten(element, parent)
        self._stack.append(element)
        self._open_tags[tag.lower()] += 1
        if not self._verbatim_from and any(attribute.name == "v-pre" for attribute in attributes):
            self._verbatim_from = len(self._stack)
        if self._verbatim_from:
            element.attributes = tuple(a for a in attributes if not a.is_dynamic or a.name == "v-pre")
        if head.closes_itself or tag in VOID_TAGS:
            self._close_innermost()
        elif namespace != HTML:
            self.in_foreign = True

    def close(self, name: str, start: int) -> None:
        """Close the innermost open element of this name, and what is still open inside it."""
        lowered = name.lower()
        if name in VOID_TAGS or (name.isupper() and lowered in VOID_TAGS):
            return
        if not self._open_tags[lowered]:
            self.warn(
                "stray-end-tag",
                f'"</{name}>" closes nothing',
                start,
                len(name),
                "remove it, or open the element",
            )
            return
        self._flush()
        while self._stack[-1].tag.lower() != lowered:
            self._warn_unclosed(self._stack[-1], f'before "</{name}>"')
            self._close_innermost()
        self._close_innermost()

    def finish(self) -> tuple[Node, ...]:
        """Close what is open and return the top level."""
        self._flush()
        while len(self._stack) > 1:
            self._warn_unclosed(self._stack[-1], "at the end")
            self._close_innermost()
        return _children_of(self._root)

    def _flatten(self, element: _Open, parent: _Open) -> None:
        """Let an element that is nested too deeply put its children into its parent."""
        if not parent.is_too_deep:
            self.warn(
                "nesting-too-deep",
                f"more than {MAX_DEPTH} elements are nested",
                element.start,
                len(element.tag),
                "check for end tags that are missing",
            )
        element.children = parent.children
        element.is_too_deep = True

    def _warn_unclosed(self, element: _Open, where: str) -> None:
        message = f'"<{element.tag}>" is not closed {where}'
        self.warn("unclosed-tag", message, element.start, len(element.tag), f'add "</{element.tag}>" or "/>"')

    def _close_innermost(self) -> None:
        self._flush()
        if len(self._stack) == self._verbatim_from:
            self._verbatim_from = 0
        element = self._stack.pop()
        parent = self._stack[-1]
        self._open_tags[element.tag.lower()] -= 1
        if self.in_foreign and parent.namespace == HTML:
            self.in_foreign = False
        if element.is_too_deep:
            return
        closed = Element(
            element.tag,
            element.attributes,
            _children_of(element),
            self._locate(element.start, len(element.tag)),
        )
        replace = self._replacements.get(element.tag)
        node = closed if replace is None else replace(closed)
        if node is not None:
            parent.children.append(node)

    def _flush(self) -> None:
        if not self._text:
            return
        value = "".join(self._text) if len(self._text) > 1 else self._text[0]
        self._text.clear()
        children = self._stack[-1].children
        if children and isinstance(children[-1], Text):  # what stood between the two was taken out
            children[-1] = Text(children[-1].value + value, children[-1].span)
        else:
            children.append(Text(value, self._locate(self._text_start, len(value))))


def _children_of(element: _Open) -> tuple[Node, ...]:
    """Return the children with their white space settled."""
    children = element.children
    if not children:
        return ()
    if element.namespace == HTML and element.tag in {"pre", "textarea"}:
        first = children[0]
        if isinstance(first, Text) and first.value[:1] == "\n":
            children[0] = Text(first.value[1:], first.span)
    if element.keeps_blanks or element.tag in {"textarea", "title", "script", "style"}:
        return tuple(child for child in children if not isinstance(child, Text) or child.value)
    return condense_children(children)
