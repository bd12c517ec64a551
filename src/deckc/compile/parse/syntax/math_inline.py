r"""Formulas in a line (spec 5.8 rule 1): `$x^2$`.

costs $2.19 or $3          text: a digit behind the closing dollar
$ x$, $x $                 text: a blank inside
\$x$, $$                   text
$a \$ b$                   a formula with a dollar in it
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from deckc.compile.parse.syntax.formula import inline_places
from deckc.compile.parse.writer import Dialect, MarkupWriter
from deckc.model.nodes import Formula

_BLANKS = frozenset(" \t")
_DIGITS = frozenset("0123456789")


def install(dialect: Dialect) -> None:
    """Read what stands between two dollars as a formula."""
    dialect.markdown.inline.ruler.after("escape", "math_inline", _read_formula)
    dialect.rules["math_inline"] = _write_formula


def _read_formula(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != "$":
        return False
    if source[start + 1 : start + 2] in _BLANKS:
        return _leave(state, 1, silent)
    end = _closing_dollar(source, start + 1)
    if end == start + 1:
        return _leave(state, 2, silent)
    if end < 0 or source[end - 1] in _BLANKS or source[end + 1 : end + 2] in _DIGITS:
        return _leave(state, 1, silent)
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.markup = "$"
        token.content = source[start + 1 : end]
    state.pos = end + 1
    return True


def _closing_dollar(source: str, start: int) -> int:
    """Return where the next dollar stands that is not escaped; -1 where none does."""
    at = source.find("$", start)
    while at >= 0:
        before = at
        while source[before - 1] == "\\":
            before -= 1
        if (at - before) % 2 == 0:
            return at
        at = source.find("$", at + 1)
    return -1


def _leave(state: StateInline, count: int, silent: bool) -> bool:
    """Take dollars as text."""
    if not silent:
        state.pending += state.src[state.pos : state.pos + count]
    state.pos += count
    return True


def _write_formula(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    lines = inline_places(writer, f"${token.content}$", opener=1)
    writer.add_formula(Formula(token.content, is_displayed=False, is_block=False, lines=lines))
