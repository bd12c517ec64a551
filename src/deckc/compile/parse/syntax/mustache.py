"""Interpolations in text: what stands in `{{ }}` is JavaScript and not Markdown.

    {{ list.map(x => x * 2).join(', ') }}

Slidev lets Markdown into it, so that quotes, stars and dots there can break the expression (spec 5.1 rule 3).
It refuses such a deck; here it means what its author wrote. What Slidev accepts reads the same either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from deckc.compile.parse.writer import Dialect, MarkupWriter, escape


def install(dialect: Dialect) -> None:
    """Add the inline rule before all that could read the inside as Markdown."""
    dialect.markdown.inline.ruler.before("linkify", "mustache", _read_mustache)
    dialect.rules["mustache"] = _write_mustache


def _read_mustache(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if not source.startswith("{{", start) or start + 2 > _last_end(source):
        return False
    end = source.find("}}", start + 2, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("mustache", "", 0)
        token.content = source[start : end + 2]
    state.pos = end + 2
    return True


@lru_cache(maxsize=1)
def _last_end(source: str) -> int:
    """Return where the last `}}` of a text stands: what opens behind it is not looked for again and again."""
    return source.rfind("}}")


def _write_mustache(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    mustache = tokens[index].content
    origin = writer.cursor.find(mustache)
    if origin >= 0:
        writer.anchor(origin, len(mustache))
    writer.add(escape(unescape(mustache)))
