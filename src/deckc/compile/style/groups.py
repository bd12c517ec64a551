"""Write out variant groups.

hover:(bg-red text-white)     hover:bg-red hover:text-white
border-(~ red)                border border-red
"""

from __future__ import annotations

import re

from deckc.dataclass import dataclass

_PREFIX = r"[!@*<~\w+:_-]"
_GROUP = re.compile(
    rf"(?<!{_PREFIX})({_PREFIX}+?|{_PREFIX}*\[\S*\]{_PREFIX}*?)(-|:)\("
    r"((?:[~!<>\w\s:/\\,%#.$?-]|\[[^\]]*?\])+?)\)(?!\s*?=>)",
    re.ASCII,
)
"""UnoCSS's, written so that it takes no time without end: from within a prefix nothing matches that does not from its
start, and brackets behind brackets are the same as one pair around them all."""
_ITEM = re.compile(r"\S+")
_TAG = re.compile(r"<[A-Za-z][^>\s]*\s(?:[^>'\"`{=]+|'[^']*'|\"[^\"]*\"|`[^`]*`|\{[^}]*\}|=>|[^>])*")
_DEPTH = 5


@dataclass(slots=True)
class _Group:
    """One group in the text, and what it stands for."""

    length: int
    items: list[str]


def expand_group(text: str) -> str:
    """Return a list of utilities with its variant groups written out, up to five levels deep."""
    if "(" not in text:
        return text
    groups: dict[int, _Group] = {}
    content = text
    for _ in range(_DEPTH):
        matches = list(_GROUP.finditer(content))
        if not matches:
            break
        for match in matches:
            _take(match, groups)
        # What was taken is hidden behind characters that no group can hold but as an item.
        content = _GROUP.sub(lambda match: "$" * len(match[0]), content)
    return _write(text, groups)


def _take(match: re.Match[str], groups: dict[int, _Group]) -> None:
    before, separator, body = match.groups()
    items: list[str] = []
    for item in _ITEM.finditer(body):
        inner = groups.pop(match.start(3) + item.start(), None)
        items += [_prefixed(before, separator, name) for name in (inner.items if inner else [item[0]])]
    groups[match.start()] = _Group(len(match[0]), items)


def _prefixed(before: str, separator: str, name: str) -> str:
    if name == "~":
        return f"{before}{separator}~" if separator == ":" else before
    important = "!" if name.startswith("!") else ""
    return f"{important}{before}{separator}{name[len(important) :]}"


def _write(text: str, groups: dict[int, _Group]) -> str:
    parts: list[str] = []
    at = 0
    for start, group in groups.items():
        parts += (text[at:start], " ".join(group.items))
        at = start + group.length
    return "".join(parts) + text[at:]


def expand_variant_groups(markup: str) -> str:
    """Return markup with the variant groups inside its tags written out; text between tags stays as it is."""
    if "(" not in markup:
        return markup
    return _TAG.sub(lambda tag: expand_group(tag[0]), markup)
