"""Read values in brackets: any CSS, written without blanks.

[1px_solid]           1px solid
[calc(100%-2rem)]     calc(100% - 2rem)
[color:var(--x)]      var(--x), said to be a colour
"""

from __future__ import annotations

import re

from deckc.compile.style.patterns import LazyPattern

_TYPE_HINT = LazyPattern(r"\[(color|image|length|size|position|quoted|string):", re.ASCII | re.IGNORECASE)
_UNESCAPED_UNDERSCORE = LazyPattern(r"(^|[^\\])_")
_URL = LazyPattern(r"url\(.*?\)")
_MATH = LazyPattern(r"(?:calc|clamp|max|min)\((.*)")
_VARIABLE_NAME = LazyPattern(r"var\((--.+?)[,)]")
_OPERATOR = LazyPattern(r"(-?\d*\.?\d(?!-\d.+[,)](?![^+\-/*])\D)(?:%|[a-z]+)?|\))([+\-/*])")


def bracket(text: str) -> str | None:
    """Read "[any value]": `_` is a space, mathematics gets its spaces back."""
    return _bracket(text, typed=False) if text[:1] == "[" else None


def typed_bracket(text: str) -> str | None:
    """Read "[color:any value]"; a type hint may stand there and is dropped without further effect."""
    return _bracket(text, typed=True) if text[:1] == "[" else None


def type_hint(text: str) -> str | None:
    """Return "color" for "[color:red]"."""
    match = _TYPE_HINT.match(text) if text[:1] == "[" else None
    return match[1] if match else None


def _bracket(text: str, *, typed: bool) -> str | None:
    if text[-1:] != "]":
        return None
    hint = _TYPE_HINT.match(text)
    base = text[len(hint[0]) : -1] if hint else text[1:-1]
    if not base or base == '=""':
        return None
    if base.startswith("--"):
        base = f"var({base})"
    if not _is_balanced(base):
        return None
    kind = hint[1] if hint and not typed else ""
    if kind == "string":
        return _spaces(base)
    if kind == "quoted":
        return '"' + re.sub(r'(["\\])', r"\\\1", _spaces(base)) + '"'
    if "url(" in base:
        base = _URL.sub(lambda match: match[0].replace("_", "\\_"), base)
    if "_" in base:
        base = _spaces(base)
    if "(" in base:
        base = _MATH.sub(_space_operators, base)
    return base


def _is_balanced(text: str) -> bool:
    if "[" not in text and "]" not in text:
        return True
    depth = 0
    for char in text:
        if char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def _spaces(text: str) -> str:
    return _UNESCAPED_UNDERSCORE.sub(r"\1 ", text).replace("\\_", "_")


def _space_operators(match: re.Match[str]) -> str:
    """Put spaces around operators, but not inside the names of custom properties."""
    names: list[str] = []

    def hide(found: re.Match[str]) -> str:
        names.append(found[1])
        return found[0].replace(found[1], "--un-calc", 1)

    spaced = _OPERATOR.sub(r"\1 \2 ", _VARIABLE_NAME.sub(hide, match[0]))
    restored = iter(names)
    return re.sub("--un-calc", lambda _: next(restored, "undefined"), spaced)
