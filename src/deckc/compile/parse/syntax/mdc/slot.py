"""A slot of a component: from a line `#name` to the next one, or to a line of colons.

::card
#title             <card><template #title><p>Hello</p></template></card>
Hello
::
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from deckc.compile.parse.syntax.mdc.block import innermost_component
from deckc.compile.parse.syntax.mdc.parameters import read_parameters
from deckc.compile.parse.syntax.mdc.properties import add_properties
from deckc.compile.parse.writer import Dialect

_END = re.compile(r"#\w|::", re.ASCII)


def install(dialect: Dialect) -> None:
    """Add the block rule; it interrupts nothing."""
    dialect.markdown.block.ruler.after("code", "mdc_slot", _read_slot)


def _read_slot(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if innermost_component(state) is None:
        return False
    indent = state.tShift[start_line]
    start, end = state.bMarks[start_line] + indent, state.eMarks[start_line]
    if not state.src.startswith("#", start) or state.src[start + 1 : start + 2] in {" ", "#"}:
        return False
    said = read_parameters(state.src[start + 1 : end])
    if said is None:
        return False
    close = start_line + 1
    while close < end_line and not _END.match(state.src, state.bMarks[close] + indent, state.eMarks[close]):
        close += 1
    if not silent:
        token = state.push("mdc_slot", "template", 1)
        token.map = [start_line, close]
        token.attrSet(f"#{said.name}", "")
        add_properties(token, said.properties)
        kept, state.lineMax = state.lineMax, close
        state.md.block.tokenize(state, start_line + 1, close)
        state.lineMax = kept
        state.push("mdc_slot", "template", -1)
    state.line = close
    return True
