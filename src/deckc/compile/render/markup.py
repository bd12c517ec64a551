"""Write HTML so that a browser's parser rebuilds exactly the elements and attributes that were meant.

attribute_markup("div", "title", 'a "b"')   ->  ' title="a &quot;b&quot;"'
attribute_markup("div", "blur", "")         ->  ''        Vue sets the property `blur`; no attribute appears
"""

from __future__ import annotations

import re

from deckc.compile.render.properties import PROPERTIES_OF_ALL, PROPERTIES_OF_TAG

_TEXT = re.compile(r"[&<>\r\x00]")
_ATTRIBUTE = re.compile(r'[&"\r\x00]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\x00": "\ufffd"}
_NAME = re.compile(r"[^\s\"'<>/=\x00-\x1f\x7f]+")
_COMMENT_BREAKS = re.compile(r"^(?=>|->|dc:|/dc)|--(?=[!>-]|$)|(?<=-)$|<!--")

DROPPED = frozenset(
    ["key", "ref", "ref_for", "ref_key", "v-cloak", "v-once", "v-memo", "v-pre", "slot-scope"]
)
"""Attributes that only Vue's compiler reads."""


def escape_text(text: str) -> str:
    """Return characters as they may stand between tags."""
    return _TEXT.sub(lambda match: _REFERENCES[match[0]], text)


def escape_attribute(value: str) -> str:
    """Return characters as they may stand between double quotes."""
    return _ATTRIBUTE.sub(lambda match: _REFERENCES[match[0]], value)


def escape_comment(text: str) -> str:
    """Return characters as they may stand in a comment, and never as one of deckc's own."""
    return _COMMENT_BREAKS.sub(lambda match: " " if not match[0] else "- -", text.replace("\x00", "\ufffd"))


def attribute_markup(tag: str, name: str, value: str, *, is_foreign: bool = False) -> str:
    """Return one attribute with a blank before it; empty where Vue would not leave one in the page."""
    if name in DROPPED or not _NAME.fullmatch(name):
        return ""
    if not is_foreign:
        if name == "className":
            name = "class"
        elif name in PROPERTIES_OF_ALL or name in PROPERTIES_OF_TAG.get(tag, ()):
            return ""
    return f' {name}="{escape_attribute(value)}"' if value else f" {name}"
