"""What stands behind the colons of a component, or behind the `#` of a slot.

MyCard[Hello]{.big}    name "my-card", content "Hello", properties class "big"
"""

from __future__ import annotations

import re

from deckc.compile.parse.syntax.mdc.properties import Properties, read_properties
from deckc.dataclass import dataclass
from deckc.pattern import pattern

_NAME = pattern(r"[A-Za-z$][\w.$-]*", re.ASCII)
_SPLITTER = pattern(r"[-_.]")
_WORD_START = pattern(r"(?<=[a-z$])(?=[A-Z])|(?<=[A-Za-z0-9$])(?=[A-Z][a-z$])")


@dataclass(frozen=True, slots=True)
class Parameters:
    """A component's name and what is written behind it."""

    name: str
    """In kebab case; may be empty."""
    content: str | None
    properties: Properties
    rest: str
    """What is none of these."""


def read_parameters(text: str) -> Parameters | None:
    """Return the parameters in the rest of a line; None where no name can start like that."""
    text = text.strip()
    if not text:
        return Parameters("", None, (), "")
    name = _NAME.match(text)
    if name is None:
        return None
    rest = text[name.end() :].strip()
    content = None
    end = end_of_brackets(rest, 0)
    if end is not None:
        content, rest = rest[1 : end - 1], rest[end:].strip()
    properties: Properties = ()
    if rest.startswith("{"):
        found = read_properties(rest, 0)
        if found is None:
            rest = ""
        else:
            properties, rest = found[0], rest[found[1] :].strip()
    return Parameters(_kebab_case(name[0]), content, properties, rest)


def end_of_brackets(text: str, start: int) -> int | None:
    """Return the offset behind the first `]`, where `[` stands at `start`; None where it is not closed."""
    if not text.startswith("[", start):
        return None
    at = start + 1
    while at < len(text):
        if text[at] == "]":
            return at + 1
        at += 2 if text[at] == "\\" else 1
    return None


def _kebab_case(name: str) -> str:
    """Return "MyURLCard" as "my-url-card"."""
    return _SPLITTER.sub("-", _WORD_START.sub("-", name)).lower()
