"""Tags in a line of text, with Vue's attribute names: `<b :title="x" @click="y">`.

CommonMark knows no attribute that begins with `@`; a tag that holds one would be text.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from deckc.compile.parse.writer import Dialect
from deckc.pattern import pattern

_NAME = r"[a-zA-Z_:@][a-zA-Z0-9:._-]*"
_VALUE = r"""(?:[^"'=<>`\x00-\x20]+|'[^']*'|"[^"]*")"""
START_OF_TAG = rf"<[A-Za-z][A-Za-z0-9-]*(?:\s+{_NAME}(?:\s*=\s*{_VALUE})?)*\s*"
"""A start tag up to its `>` or `/>`."""
START_OR_END_TAG = rf"(?:{START_OF_TAG}/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)"

_TAG = pattern(
    rf"{START_OR_END_TAG}|<!---->|<!--(?:-?[^>-])(?:-?[^-])*-->|<\?.*?\?>|<![A-Z]+\s+[^>]*>|<!\[CDATA\[.*?\]\]>",
    re.DOTALL,
)
# What must still come for a match to be possible: without this check a run of openers takes quadratic time.
_CLOSERS = {"<?": "?>", "<!": ">"}
_LINK = pattern(r"<(/?)a[\s>]", re.IGNORECASE)


def install(dialect: Dialect) -> None:
    """Replace CommonMark's rule."""
    dialect.markdown.inline.ruler.at("html_inline", _read_tag)


def _read_tag(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != "<" or start + 2 >= state.posMax:
        return False
    opener = source[start : start + 2]
    if not (opener[1].isascii() and (opener[1].isalpha() or opener[1] in "!?/")):
        return False
    closer = "]]>" if source.startswith("<![CDATA[", start) else _CLOSERS.get(opener, ">")
    if source.find(closer, start) < 0:
        return False
    tag = _TAG.match(source, start)
    if tag is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = tag[0]
        link = _LINK.match(tag[0])
        if link is not None:  # an address inside `<a>` is no link of its own
            state.linkLevel += -1 if link[1] else 1
    state.pos = tag.end()
    return True
