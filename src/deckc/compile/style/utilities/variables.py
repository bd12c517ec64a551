"""Custom properties behind a property's short name, and free properties in brackets.

case-$x         text-transform:var(--x)
[mask:none]     mask:none
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import Family, Rule
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import cssvar

_PROPERTIES = {
    "backface": "backface-visibility",
    "break": "word-break",
    "case": "text-transform",
    "content": "align-content",
    "fw": "font-weight",
    "items": "align-items",
    "justify": "justify-content",
    "select": "user-select",
    "self": "align-self",
    "vertical": "vertical-align",
    "visible": "visibility",
    "whitespace": "white-space",
    "ws": "white-space",
}

_BLEND_PROPERTIES = {
    "bg-blend": "background-blend-mode",
    "bg-clip": "-webkit-background-clip",
    "bg-gradient": "linear-gradient",
    "bg-image": "background-image",
    "bg-origin": "background-origin",
    "bg-position": "background-position",
    "bg-repeat": "background-repeat",
    "bg-size": "background-size",
    "mix-blend": "mix-blend-mode",
    "object": "object-fit",
    "object-position": "object-position",
    "write": "writing-mode",
    "write-orient": "text-orientation",
}

_NAME = LazyPattern(r"[\w-]+")
_ADDRESS = LazyPattern(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#\s]")


def _variable(_: Design, value: str, name: str) -> Declarations | None:
    read = cssvar(value)
    prop = _PROPERTIES.get(name) or _BLEND_PROPERTIES[name]
    return [(prop, read)] if read else None


def _free_property(_: Design, value: str) -> Declarations | None:
    """Read "mask:none]", what follows the opening bracket."""
    if not value.endswith("]") or ":" not in value:
        return None
    body = value[:-1]
    name, _colon, text = body.partition(":")
    if not _NAME.fullmatch(name) or _ADDRESS.match(body) or not _may_be_value(text):
        return None
    read = bracket(f"[{text}]")
    return [(name, read)] if read else None


def _may_be_value(text: str) -> bool:
    """Tell whether quotes and parentheses close, and no bracket, brace or colon stands outside of them."""
    at = 0
    while at < len(text):
        char = text[at]
        if char in "\"'`(":
            at = text.find(")" if char == "(" else char, at + 1)
            if at < 0:
                return False
        elif char in "[]{}:":
            return False
        at += 1
    return True


def _spellings(names: Iterable[str]) -> str:
    """Return a choice of names; `object-position` is to be tried before `object`."""
    return "|".join(sorted(names, key=len, reverse=True))


VARIABLES: Family = [
    Rule(f"({_spellings(_PROPERTIES)})-*", _variable),
    Rule(f"({_spellings(_BLEND_PROPERTIES)})-*", _variable),
    Rule("[*", _free_property),
]
