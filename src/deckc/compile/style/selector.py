"""Read one complex selector into its parts.

.a > b:is(.c, d)::before
simple ".a", combinator " > ", simple "b", pseudo ":is" with arguments ".c, d", pseudo "::before"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto

from deckc.dataclass import dataclass

_NAME = r"(?:[-\w]|\\[\s\S]|[^\x00-\x7F])+"
_STRING = r"""(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')"""
_PART = re.compile(
    rf"""
    (?P<combinator>\s*(?:>>>|/deep/|\|\||[>+~])\s*|\s+)
  | (?P<pseudo>::?{_NAME})
  | (?P<universal>\*)
  | (?P<simple>
        /\*[\s\S]*?(?:\*/|\Z)                                # a comment
      | \[(?:{_STRING}|\\[\s\S]|[^\]\\])*\]?                 # an attribute test
      | [.#]?{_NAME}
      | [\s\S]
    )
    """,
    re.VERBOSE,
)
_PAREN = re.compile(rf"\\[\s\S]|{_STRING}|[()]")
_AMPERSAND = re.compile(rf"\\[\s\S]|\[(?:{_STRING}|[^\]])*\]|{_STRING}|&")


class Kind(Enum):
    """What a part of a selector is."""

    SIMPLE = auto()
    """A tag, class, id, attribute test or `&`."""
    UNIVERSAL = auto()
    PSEUDO = auto()
    COMBINATOR = auto()
    """With the blanks around it; a blank alone is the descendant combinator."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a complex selector."""

    kind: Kind
    text: str
    """As written; of a pseudo-class only its name, with the colons."""
    arguments: str | None = None
    """What stands in a pseudo-class' parentheses; None where it has none."""

    def __str__(self) -> str:
        return self.text if self.arguments is None else f"{self.text}({self.arguments})"

    @property
    def is_descendant(self) -> bool:
        """Whether this is the combinator that is written as a blank."""
        return self.kind is Kind.COMBINATOR and not self.text.strip()


def parse_selector(text: str) -> list[Part]:
    """Return the parts of one complex selector (no list); printing them gives the trimmed text back."""
    text = text.strip()
    parts: list[Part] = []
    at = 0
    while at < len(text) and (found := _PART.match(text, at)):
        at = found.end()
        kind = Kind[(found.lastgroup or "simple").upper()]
        if kind is Kind.PSEUDO and text.startswith("(", at):
            end = _closing_paren(text, at)
            parts.append(Part(kind, found.group(), text[at + 1 : end]))
            at = end + 1
        else:
            parts.append(Part(kind, found.group()))
    return parts


def print_selector(parts: Iterable[Part]) -> str:
    """Return parts as text."""
    return "".join(map(str, parts))


def replace_ampersands(selector: str, parent: str) -> tuple[str, bool]:
    """Return a selector with its parent in place of each `&`, and whether there was one."""
    replaced = False

    def put(found: re.Match[str]) -> str:
        nonlocal replaced
        if found.group() != "&":
            return found.group()
        replaced = True
        return parent

    return _AMPERSAND.sub(put, selector) if "&" in selector else selector, replaced


def _closing_paren(text: str, start: int) -> int:
    """Return the place of the parenthesis that closes the one at `start`; the text's end where none does."""
    depth = 0
    for found in _PAREN.finditer(text, start):
        if found.group() == "(":
            depth += 1
        elif found.group() == ")":
            depth -= 1
            if depth == 0:
                return found.start()
    return len(text)
