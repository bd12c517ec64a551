"""Colour Markdown, and the code in its fences by its own language.

# Title `x`        # p, Title h, ` p, x h, ` p
- a [b](c)         - d, a plain, [ p, b s, ]( p, c u, ) p
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Embedded = Callable[[str, str], Iterator[tuple[str, str]]]
"""Code and its language -> class letters and texts."""

_FENCE = re.compile(r"(?P<indent>\s*)(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)\n?\Z")
_LANGUAGE = re.compile(r"\s*([\w+#-]+)")
_HEADING = re.compile(r"(\s{0,3})(#{1,6})(?=\s)(.*)", re.DOTALL)
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\n?\Z")
_ITEM = re.compile(r"(\s*)([-*+]|\d+[.)])(\s.*)", re.DOTALL)
_QUOTE = re.compile(r"(\s{0,3})(>)(.*)", re.DOTALL)
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*\n?\Z")
_INLINE = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)|(?P<bold>\*\*|__)(?P<strong>[^\s*_][^*_]*)(?P=bold)"
    r"|(?P<star>[*_])(?P<italic>[^\s*_][^*_]*)(?P=star)(?!\w)"
    r"|(?P<open>!?\[)(?P<label>[^\]\n]*)(?P<between>\]\()(?P<address>[^)\s]*)(?P<title>[^)]*)\)"
    r"|(?P<tag></?[A-Za-z][^>\n]*>|<!--.*?-->)|(?P<bar>\|)",
)


def colour_markdown(code: str, embedded: Embedded) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each piece."""
    lines = code.splitlines(keepends=True)
    at = 0
    if lines and lines[0].rstrip() == "---":
        end = next((index for index in range(1, len(lines)) if lines[index].rstrip() == "---"), 0)
        if end:
            yield "p", lines[0]
            yield from embedded("".join(lines[1:end]), "yaml")
            yield "p", lines[end]
            at = end + 1
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence is None:
            yield from _line(lines, at, embedded)
            at += 1
            continue
        end = _end_of_fence(lines, at + 1, fence["fence"])
        yield "", fence["indent"]
        yield "p", fence["fence"]
        yield "", lines[at][fence.end("fence") :]
        language = _LANGUAGE.match(fence["info"])
        yield from embedded("".join(lines[at + 1 : end]), language[1].lower() if language else "text")
        if end < len(lines):
            yield "p", lines[end]
        at = end + 1


def _end_of_fence(lines: list[str], start: int, fence: str) -> int:
    for index in range(start, len(lines)):
        line = lines[index].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return index
    return len(lines)


def _line(lines: list[str], at: int, embedded: Embedded) -> Iterator[tuple[str, str]]:
    line = lines[at]
    if heading := _HEADING.match(line):
        yield "", heading[1]
        yield "p", heading[2]
        yield from _inline(heading[3], "h", embedded)
    elif _RULE.match(line):
        is_underline = "-" in line and at > 0 and lines[at - 1].strip() and not _ITEM.match(lines[at - 1])
        yield ("h" if is_underline else "l"), line
    elif quote := _QUOTE.match(line):
        yield "", quote[1]
        yield "p", quote[2]
        yield from _inline(quote[3], "g", embedded)
    elif item := _ITEM.match(line):
        yield "", item[1]
        yield "d", item[2]
        yield from _inline(item[3], "", embedded)
    elif _TABLE_RULE.match(line):
        yield "p", line
    else:
        yield from _inline(line, "", embedded)


def _inline(text: str, plain: str, embedded: Embedded) -> Iterator[tuple[str, str]]:
    at = 0
    for piece in _INLINE.finditer(text):
        yield plain, text[at : piece.start()]
        at = piece.end()
        if piece["ticks"]:
            yield from (("p", piece["ticks"]), (plain or "w", piece["code"]), ("p", piece["ticks"]))
        elif piece["bold"]:
            yield from (("p", piece["bold"]), (plain or "b", piece["strong"]), ("p", piece["bold"]))
        elif piece["star"]:
            yield from (("p", piece["star"]), (plain or "e", piece["italic"]), ("p", piece["star"]))
        elif piece["open"]:
            yield from (("p", piece["open"]), ("s", piece["label"]), ("p", piece["between"]))
            yield from (("u", piece["address"]), ("s", piece["title"]), ("p", ")"))
        elif piece["tag"]:
            yield from embedded(piece[0], "vue")
        else:
            yield "p", piece[0]
    yield plain, text[at:]
