"""Reduce a title's inline Markdown to the words of it.

    Deck *B*: `code` & [a link](x)  ->  Deck B : code & a link

Slidev joins the texts between marks with blanks, pictures and tags left out (measured, spec 3).
"""

from __future__ import annotations

import re
from html import unescape

from deckc.pattern import pattern

_PIECE = pattern(
    r"""
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>(?P<ticks>`+)(?!`)(?P<inner>.+?)(?<!`)(?P=ticks)(?!`))
    | (?P<auto><(?P<address>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>)
    | (?P<tag></?[a-zA-Z][^<>]*>|<!--.*?-->)
    | (?P<image>!\[[^\[\]]*\]\([^()]*\))
    | (?P<link>\[(?P<label>[^\[\]]*)\]\([^()]*\))
    | (?P<word>(?<![^\W_])_{1,3}(?=\w)|(?<=[\w.,;:!?)])_{1,3}(?![^\W_]))
    | (?P<mark>\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|~~)
    """,
    re.VERBOSE | re.DOTALL,
)

_MARKS = pattern(r"[\\`<\[*_~&]")
_LONGEST = 1000
"""Nobody writes a longer title, and the time that patterns take grows with its square."""


def plain_title(markdown: str) -> str:
    """Return the words of a title."""
    if len(markdown) > _LONGEST or not _MARKS.search(markdown):
        return " ".join(markdown.split())
    texts: list[str] = []
    done = 0
    current = ""
    for match in _PIECE.finditer(markdown):
        current += unescape(markdown[done : match.start()])
        done = match.end()
        if match["escape"]:
            current += match[0][1]
            continue
        if _is_lone(match, markdown):
            current += match[0]
            continue
        texts += (current, _text_of(match))
        current = ""
    texts.append(current + unescape(markdown[done:]))
    return " ".join(" ".join(text.split()) for text in texts if text.strip())


def _text_of(match: re.Match[str]) -> str:
    if match["code"]:
        return match["inner"].replace("\n", " ")
    if match["auto"]:
        return match["address"]
    return plain_title(match["label"]) if match["link"] else ""


def _is_lone(match: re.Match[str], markdown: str) -> bool:
    """Return whether a mark has no partner, so that it is a character like any other."""
    mark = match["mark"] or match["word"]
    return mark is not None and markdown.count(mark) < 2
