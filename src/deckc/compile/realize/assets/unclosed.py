"""Close what a style sheet leaves open, so that a slip in it does not reach the sheets behind it.

a { color: red          a { color: red
/* the end              /* the end*/}
b { top: 0 }}           b { top: 0 }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckc.dataclass import dataclass
from deckc.pattern import pattern

_PARTS = r"""
    /\*[\s\S]*?(?:\*/|\Z)                             # a comment
  | "(?:[^"\\\n]|\\[\s\S])*"?                         # a text; its line ends it where it is not closed
  | '(?:[^'\\\n]|\\[\s\S])*'?
  | url\(\s*(?!["'\s])(?:[^)"'\s\\}]|\\[\s\S])*\s*\) # an address without quotes may hold ; and //
  | \\[\s\S]
  | [(){};]
"""
_CSS = pattern(_PARTS, re.VERBOSE | re.IGNORECASE)
_LINE_COMMENTS = pattern(r"//[^\n]* |" + _PARTS, re.VERBOSE | re.IGNORECASE)
"""Languages that become CSS end a comment with its line."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is not closed, or closes nothing."""

    offset: int
    length: int
    message: str
    help: str


def close_sheet(css: str, language: str = "css") -> tuple[str, list[Slip]]:
    """Return a sheet in which every block, parenthesis and comment ends, and what was wrong."""
    if all(css.count(opened) == css.count(closed) for opened, closed in ("{}", "()", ("/*", "*/"))):
        return css, []
    slips: list[Slip] = []
    closed = "".join(_closed(css, language, slips))
    return (closed, slips) if slips else (css, [])


def _closed(css: str, language: str, slips: list[Slip]) -> Iterator[str]:
    """Yield the pieces of the sheet as it should be; `slips` is filled on the way."""
    blocks: list[int] = []
    parentheses: list[int] = []
    written = 0
    for found in (_CSS if language == "css" else _LINE_COMMENTS).finditer(css):
        part, place = found[0], found.start()
        if part.startswith("/*") and (len(part) < 4 or not part.endswith("*/")):
            slips.append(Slip(place, 2, "this comment is never closed", 'close it with "*/"'))
            yield css[written:] + "*/"
            written = len(css)
        elif part == "(":
            parentheses.append(place)
        elif part == ")":
            del parentheses[-1:]
        elif part in {"{", "}", ";"}:
            yield css[written:place] + ")" * len(parentheses)
            written = place
            slips += _open_slips(parentheses, "(", ")")
            parentheses.clear()
            if part == "{":
                blocks.append(place)
            elif part == "}" and blocks:
                blocks.pop()
            elif part == "}":
                slips.append(Slip(place, 1, '"}" closes nothing', "remove it, or open the block"))
                yield " "
                written += 1
    yield css[written:]
    if parentheses or blocks:  # a text that is not closed ends with its line, which a backslash carries on
        yield ("\n\n" if css.endswith("\\") else "\n") + ")" * len(parentheses) + "}" * len(blocks)
    slips += _open_slips(parentheses, "(", ")")
    slips += _open_slips(blocks[:1], "{", "}")


def _open_slips(places: list[int], opened: str, closed: str) -> Iterator[Slip]:
    for place in places:
        yield Slip(place, 1, f'"{opened}" is never closed', f'close it with "{closed}"')
