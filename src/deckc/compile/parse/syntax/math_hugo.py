r"""Formulas as Hugo's Markdown has them: `\\(x\\)` in a line, `\\[x\\]` displayed.

    \\(a\_1 \\{b\\}\\)      the formula a_1 \{b\}: to Markdown its backslashes are escapes, as everywhere

Slidev shows these as text with one backslash; nobody means that.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from deckc.compile.parse.syntax.formula import block_places, inline_places
from deckc.compile.parse.writer import Dialect, MarkupWriter
from deckc.model.nodes import Formula

_CLOSERS = {"\\\\(": "\\\\)", "\\\\[": "\\\\]"}
_LONGEST = 10_000
"""Characters in which the end of a formula in a line is looked for."""
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


def install(dialect: Dialect) -> None:
    """Read both kinds before a backslash escapes a backslash."""
    dialect.markdown.inline.ruler.before("escape", "math_hugo", _read_inline)
    dialect.markdown.block.ruler.after("blockquote", "math_hugo", _read_block, {"alt": _INTERRUPTED})
    dialect.rules["math_hugo_inline"] = _write_inline
    dialect.rules["math_hugo_block"] = _write_block


def _read_inline(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    opener = source[start : start + 3]
    closer = _CLOSERS.get(opener)
    if closer is None:
        return False
    end = source.find(closer, start + 3, start + _LONGEST)
    if not source[start + 3 : max(end, start)].strip():
        return False
    if not silent:
        token = state.push("math_hugo_inline", "math", 0)
        token.markup = opener
        token.content = source[start + 3 : end]
    state.pos = end + 3
    return True


def _read_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read from the opener at the start of a line to the closer at the end of one, in the same paragraph."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("\\\\[", start, state.eMarks[start_line]):
        return False
    for line in range(start_line, end_line):
        text = state.src[state.bMarks[line] : state.eMarks[line]].rstrip()
        if not text or state.sCount[line] < state.blkIndent:
            return False
        if "\\\\]" in text:
            if not text.endswith("\\\\]"):
                return False
            if not silent:
                _push(state, start_line, line)
            return True
    return False


def _push(state: StateBlock, start_line: int, last_line: int) -> None:
    lines = state.getLines(start_line, last_line + 1, state.tShift[start_line], False)
    content = lines.strip().removeprefix("\\\\[").removesuffix("\\\\]")
    token = state.push("math_hugo_block", "math", 0)
    token.block = True
    token.content = content.strip("\n")
    token.meta["line"] = start_line + (1 if content.startswith("\n") else 0)
    state.line = last_line + 1
    token.map = [start_line, state.line]


def _write_inline(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    opener = token.markup
    lines = inline_places(writer, f"{opener}{token.content}{_CLOSERS[opener]}", opener=3)
    source = unescapeAll(token.content)
    writer.add_formula(Formula(source, is_displayed=opener == "\\\\[", is_block=False, lines=lines))


def _write_block(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    lines = block_places(writer, token.content, token.meta["line"])
    source = unescapeAll(token.content)
    writer.add_formula(Formula(source, is_displayed=True, is_block=True, lines=lines))
    writer.add("\n")
