"""Find where things end in CSS text, past strings, comments and addresses.

"a: url(x;y); b"  ->  the first semicolon that ends something is the one behind the address
"""

from __future__ import annotations

import re

_OPAQUE = r"""
    /\*[\s\S]*?(?:\*/|\Z)                                  # a comment
  | "[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?                     # a string; its line ends it where it is not closed
  | '[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?
  | url\(\s*+(?!["'])[^)\\]*(?:\\[\s\S][^)\\]*)*\)?        # an address without quotes may hold ; and {
  | \\[\s\S]
"""
_STOP = re.compile(_OPAQUE + r"| [()\[\]{};]", re.VERBOSE | re.IGNORECASE)
_LIST_STOP = re.compile(_OPAQUE + r"| [()\[\]{},]", re.VERBOSE | re.IGNORECASE)
_BRACE = re.compile(_OPAQUE + r"| [{}]", re.VERBOSE | re.IGNORECASE)
_CUSTOM_PROPERTY = re.compile(r"--[^\s:;{}()]*\s*:\s*\Z")
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def statement_end(css: str, start: int) -> int:
    """Return the place of the `;`, `{` or `}` that ends what starts here (the text's end if none does)."""
    open_marks: list[str] = []
    for found in _STOP.finditer(css, start):
        mark, place = found.group(), found.start()
        if mark in ("(", "[") or (mark == "{" and (open_marks or _CUSTOM_PROPERTY.match(css, start, place))):
            open_marks.append(mark)
        elif mark in _CLOSERS and _CLOSERS[mark] in open_marks:
            while open_marks.pop() != _CLOSERS[mark]:
                pass
        elif mark in ("{", "}") or (mark == ";" and not open_marks):
            return place  # also inside an unclosed parenthesis: it does not swallow the rest of the sheet
    return len(css)


def block_end(css: str, start: int) -> int:
    """Return the place behind the brace that closes the one at `start`."""
    depth = 0
    for found in _BRACE.finditer(css, start):
        if found.group() == "{":
            depth += 1
        elif found.group() == "}":
            depth -= 1
            if depth == 0:
                return found.end()
    return len(css)


def split_commas(text: str) -> list[str]:
    """Return the parts of a selector or value list, without blanks around them.

    "a, b:is(c, d)" -> ["a", "b:is(c, d)"]; a part may be empty.
    """
    if "," not in text:
        return [text.strip()]
    parts: list[str] = []
    depth = start = 0
    for found in _LIST_STOP.finditer(text):
        mark = found.group()
        if mark == "," and depth == 0:
            parts.append(text[start : found.start()].strip())
            start = found.end()
        elif mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth = max(0, depth - 1)
    parts.append(text[start:].strip())
    return parts
