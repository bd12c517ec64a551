"""Colour HTML and what is written like it: Vue's and Svelte's components, XML.

    <a href="x">y</a>      < p, a k, href v, = p, " q, x s, " q, > p, y plain, </ p, a k, > p

What stands in `<script>` and `<style>` is coloured by its own language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator

Embedded = Callable[[str, str], Iterator[tuple[str, str]]]
"""Code and its language -> class letters and texts."""

_PIECE = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<doctype><[!?][^>]*>?)|(?P<tag></?[A-Za-z][^\s/>]*)|(?P<entity>&[#\w]+;)"
    r"|(?P<text>[^<&]+|.)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<blank>\s+)|(?P<end>/?>)|(?P<is>=)|(?P<quoted>"[^"]*"?|'[^']*'?)|(?P<name>[^\s=>"'/]+)|(?P<other>.)""",
    re.DOTALL,
)
_RAW_END = {tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("script", "style")}
_DOCTYPE = re.compile(r"(<[!?])(\w*)(.*?)([?/]?>?)\Z", re.DOTALL)
_HTML_ONLY = re.compile(r"[A-Z]")
_LANGUAGE = re.compile(r"""\blang\s*=\s*["']?(\w+)""")


def colour_markup(code: str, embedded: Embedded, *, is_html: bool) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each piece; in plain HTML a tag with a capital is no tag, as Shiki has it."""
    at = 0
    while at < len(code):
        piece = _PIECE.match(code, at)
        assert piece is not None  # noqa: S101 - the last choice takes anything
        at = piece.end()
        match piece.lastgroup:
            case "comment":
                yield "c", piece[0]
            case "doctype":
                yield from _doctype(piece[0])
            case "entity":
                yield from (("p", "&"), ("d", piece[0][1:-1]), ("p", ";"))
            case "tag":
                pieces, at = _tag(code, piece, is_html=is_html)
                yield from pieces
                at = yield from _raw(code, piece, at, embedded)
            case _:
                yield "", piece[0]


def _doctype(text: str) -> Iterator[tuple[str, str]]:
    parts = _DOCTYPE.match(text)
    assert parts is not None  # noqa: S101 - every part may be empty
    yield from zip("pkvp", parts.groups(), strict=True)


def _tag(code: str, start: re.Match[str], *, is_html: bool) -> tuple[list[tuple[str, str]], int]:
    """Return a tag's pieces and the place behind it."""
    mark, name = ("</", start[0][2:]) if start[0][1] == "/" else ("<", start[0][1:])
    pieces = [("p", mark), ("a" if is_html and _HTML_ONLY.search(name) else "k", name)]
    at, is_value = start.end(), False
    while at < len(code):
        found = _ATTRIBUTE.match(code, at)
        assert found is not None  # noqa: S101 - the last choice takes anything
        at = found.end()
        kind, text = found.lastgroup, found[0]
        if kind == "quoted":
            closed = len(text) > 1 and text[-1] == text[0]
            pieces += [
                ("q", text[0]),
                ("s", text[1:-1] if closed else text[1:]),
                ("q", text[0] if closed else ""),
            ]
        elif kind == "name":
            pieces.append(("s" if is_value else "v", text))
        else:
            pieces.append(("" if kind == "blank" else "p", text))
        if kind == "end":
            break
        is_value = kind == "is" or (is_value and kind == "blank")
    return pieces, at


def _raw(
    code: str, start: re.Match[str], at: int, embedded: Embedded
) -> Generator[tuple[str, str], None, int]:
    """Yield what stands in a script or a style sheet; return the place behind it."""
    tag = start[0][1:].lower()
    if tag not in _RAW_END or code[at - 2 : at] == "/>":
        return at
    end = _RAW_END[tag].search(code, at)
    stop = end.start() if end else len(code)
    said = _LANGUAGE.search(code, start.end(), at)
    language = said[1] if said else {"script": "js", "style": "css"}[tag]
    yield from embedded(code[at:stop], language)
    return stop
