r"""Formulas on lines of their own (spec 5.8 rule 2): from a line that starts with `$$` to one that ends so.

$$ {1|all}{at:2}        the states that it goes through, and where among the clicks
a &= b \\
    c &= d
$$
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from deckc.compile.parse.syntax.formula import block_places
from deckc.compile.parse.writer import Dialect, MarkupWriter
from deckc.model.nodes import Formula

_INFO = re.compile(r"\{(?P<ranges>[\w*,|-]+)\}\s*(?P<options>\{[^}]*\})?", re.ASCII)
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


def install(dialect: Dialect) -> None:
    """Read `$$` blocks."""
    dialect.markdown.block.ruler.after("blockquote", "math_block", _read_block, {"alt": _INTERRUPTED})
    dialect.rules["math_block"] = _write_block


def _read_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("$$", start, state.eMarks[start_line]):
        return False
    if silent:
        return True
    first = state.src[start + 2 : state.eMarks[start_line]].strip()
    if first.endswith("$$"):
        token = _push(state, start_line, start_line + 1)
        token.content = first[:-2].strip()
        return True
    last_line, before = _find_end(state, start_line, end_line)
    if before is None:
        _warn_unclosed(state, start)
    elif first and not _INFO.match(first):
        _warn_first_line(state, state.src.find(first, start + 2), len(first))
    token = _push(state, start_line, last_line if before is None else last_line + 1)
    token.info = first
    token.content = state.getLines(start_line + 1, last_line, state.tShift[start_line], True)
    token.content += before if before and before.strip() else ""
    token.meta["line"] = start_line + 1
    return True


def _find_end(state: StateBlock, start_line: int, end_line: int) -> tuple[int, str | None]:
    """Return the line that ends with `$$` and what stands before that; None where the block ends without."""
    for line in range(start_line + 1, end_line):
        place, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if place < end and state.tShift[line] < state.blkIndent:
            return line, None
        text = state.src[place:end].rstrip()
        if text.endswith("$$"):
            return line, text[:-2]
    return end_line, None


def _warn_unclosed(state: StateBlock, offset: int) -> None:
    message = 'this "$$" has no "$$" behind it; all that follows is its formula'
    state.env["report"].warn("unclosed-math", message, state.env["place"](offset, 2), 'add "$$"')


def _warn_first_line(state: StateBlock, offset: int, length: int) -> None:
    message = 'what stands behind the "$$" that opens a block is not part of its formula'
    span = state.env["place"](offset, length)
    state.env["report"].warn("math-first-line", message, span, "begin the formula on the next line")


def _push(state: StateBlock, start_line: int, behind: int) -> Token:
    token = state.push("math_block", "math", 0)
    token.block = True
    token.markup = "$$"
    token.map = [start_line, behind]
    token.meta["line"] = start_line
    state.line = behind
    return token


def _write_block(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    said = _INFO.match(token.info)
    formula = Formula(
        token.content,
        is_displayed=True,
        is_block=True,
        lines=block_places(writer, token.content, token.meta["line"]),
        ranges=tuple(stage.strip() for stage in said["ranges"].split("|")) if said else (),
        options=said["options"] if said else None,
    )
    writer.add_formula(formula)
    writer.add("\n")
