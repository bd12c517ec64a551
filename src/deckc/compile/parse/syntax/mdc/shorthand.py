"""A component alone on its line.

:card[Hello]{.big}    <card class="big">Hello</card>
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from deckc.compile.parse.syntax.mdc.parameters import read_parameters
from deckc.compile.parse.syntax.mdc.properties import add_properties
from deckc.compile.parse.writer import Dialect

_START = re.compile(r":\w", re.ASCII)


def install(dialect: Dialect) -> None:
    """Add the block rule; it interrupts nothing."""
    dialect.markdown.block.ruler.before("fence", "mdc_shorthand", _read_line)


def _read_line(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    end = state.eMarks[start_line]
    if not _START.match(state.src, start, end):
        return False
    said = read_parameters(state.src[start + 1 : end])
    if said is None or said.rest:
        return False
    state.line = start_line + 1
    if silent:
        return True
    token = state.push("mdc_shorthand", said.name, 0 if said.content is None else 1)
    token.map = [start_line, start_line + 1]
    add_properties(token, said.properties)
    if said.content is not None:
        state.push("inline", "", 0).content = said.content
        state.tokens[-1].children = []
        state.push("mdc_shorthand", said.name, -1)
    return True
