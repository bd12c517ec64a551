"""Find elements that a browser would not put where they stand.

Vue makes elements one by one, so a `<div>` may stand in a `<p>`, a link in a link. A browser that parses HTML
closes the paragraph first. Such an element is written as `<dc-el data-dc-tag="p">`, which nests anywhere, and
the runtime makes the real one of it before anything else (docs/dom-contract.md).
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.model.nodes import CodeBlock, Element, Formula, Node, RawHtml, Text

IN_FOREIGN = 1
"""What surrounds a node, as bits: SVG or MathML,"""
IN_RAW = 2
"""`v-pre`,"""
IN_LINK, IN_BUTTON, IN_FORM, IN_LIST_ITEM, IN_TERM, IN_BROKEN_TABLE = 4, 8, 16, 32, 64, 128
"""what does not nest in itself,"""
IN_TEXT_ONLY = 256
"""text in which a comment is text."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CLOSES_PARAGRAPH = HEADINGS | frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "ul",
    ]
)
_KEEPS_PARAGRAPH_OPEN = frozenset(
    ["applet", "button", "caption", "foreignObject", "marquee", "object", "table", "td", "template", "th"]
)
_NEVER_PARSED = frozenset(
    [
        "body",
        "frame",
        "frameset",
        "head",
        "html",
        "image",
        "listing",
        "noembed",
        "noframes",
        "plaintext",
        "xmp",
    ]
)
"""Tags that a parser ignores in a page, or after which it stops reading tags."""
_TABLE_PARTS = {
    "caption": ("table",),
    "col": ("colgroup", "table"),
    "colgroup": ("table",),
    "tbody": ("table",),
    "td": ("tr",),
    "tfoot": ("table",),
    "th": ("tr",),
    "thead": ("table",),
    "tr": ("table", "tbody", "tfoot", "thead"),
}
_TABLE_FRAME = frozenset(["table", "tbody", "thead", "tfoot", "tr", "colgroup"])
_LIST_SCOPES = frozenset(["ul", "ol", "dl", "menu", "td", "th", "table", "template", "button", "object"])


_LEAVES_FOREIGN = HEADINGS | frozenset(
    [
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "head",
        "hr",
        "i",
        "img",
        "li",
        "listing",
        "menu",
        "meta",
        "nobr",
        "ol",
        "p",
        "pre",
        "ruby",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tt",
        "u",
        "ul",
        "var",
    ]
)
_TEXT_OF_FOREIGN = frozenset(["desc", "mi", "mn", "mo", "ms", "mtext"])


def is_unseen(element: Element, parent: str, around: int) -> bool:
    """Return whether an element is none of SVG's where it stands in SVG.

    Vue makes it there all the same, and a browser draws nothing of it; a parser would leave the SVG.
    """
    return bool(around & IN_FOREIGN) and element.tag in _LEAVES_FOREIGN and parent not in _TEXT_OF_FOREIGN


def needs_stand_in(element: Element, parent: str, around: int) -> bool:
    """Return whether a parser would not leave an element where it stands."""
    tag = element.tag
    if around & IN_FOREIGN:
        return False
    if tag == "p":
        return bool(element.children) and _holds_block(element.children)
    if tag in _TABLE_PARTS:
        return bool(around & IN_BROKEN_TABLE) or not (parent in _TABLE_PARTS[tag] or parent == "template")
    if tag in _SETS:
        return bool(around & _SETS[tag])
    if tag == "table":
        return not _is_sound(element)
    return tag in _NEVER_PARSED or (tag in HEADINGS and parent in HEADINGS)


_SETS = {"a": IN_LINK, "button": IN_BUTTON, "form": IN_FORM, "li": IN_LIST_ITEM, "dd": IN_TERM, "dt": IN_TERM}


def around_children(element: Element, around: int, *, is_stand_in: bool) -> int:
    """Return what surrounds an element's children."""
    tag = element.tag
    if around & IN_FOREIGN:
        return around & ~IN_FOREIGN if tag == "foreignObject" else around
    if tag in {"svg", "math"}:
        return around | IN_FOREIGN
    if tag in {"textarea", "title"}:
        return around | IN_TEXT_ONLY
    if tag in _LIST_SCOPES:
        around &= ~(IN_LIST_ITEM | IN_TERM)
    if tag in {"td", "th", "caption", "template"}:
        around &= ~(IN_LINK | IN_BROKEN_TABLE)
    if is_stand_in:
        return around | IN_BROKEN_TABLE if tag in _TABLE_FRAME else around
    return around | _SETS.get(tag, 0)


def _holds_block(nodes: Iterable[Node]) -> bool:
    """Whether anything in a paragraph would end it."""
    for node in nodes:
        match node:
            case CodeBlock() | Formula(is_block=True):
                return True
            case RawHtml(html=html):
                if html.startswith(("<div", "<pre", "<p", "<table", "<ul", "<ol")):
                    return True
            case Element(tag=tag, children=children):
                if tag in _CLOSES_PARAGRAPH:
                    return True
                if tag not in _KEEPS_PARAGRAPH_OPEN and children and _holds_block(children):
                    return True
            case _:
                pass
    return False


def _is_sound(table: Element) -> bool:
    """Whether a table holds nothing that a parser would move out of it."""
    for child in table.children:
        match child:
            case Text(value=value):
                if value.strip():
                    return False
            case Element(tag=tag):
                if tag == "template":
                    continue
                if table.tag not in _TABLE_PARTS.get(tag, ()):
                    return False
                if tag in _TABLE_FRAME and not _is_sound(child):
                    return False
            case CodeBlock() | Formula() | RawHtml():
                return False
            case _:
                pass
    return True
