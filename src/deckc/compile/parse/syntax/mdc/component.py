"""A component in a line of text.

an icon :carbon-add here    <carbon-add />
:badge[new]{.red}           <badge class="red">new</badge>
10:30                       text: a letter or digit stands before the colon
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from deckc.compile.parse.syntax.mdc.parameters import end_of_brackets
from deckc.compile.parse.writer import Dialect

_NAME = re.compile(r":([\w$-]+)", re.ASCII)
_BEFORE = frozenset(" \t\n*_[")


def install(dialect: Dialect) -> None:
    """Add the inline rule."""
    dialect.markdown.inline.ruler.after("entity", "mdc_component", _read_component)


def _read_component(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != ":" or (start and source[start - 1] not in _BEFORE):
        return False
    name = _NAME.match(source, start)
    if name is None:
        return False
    end = end_of_brackets(source, name.end())
    state.pos = end or name.end()
    if silent:
        return True
    if end is None:
        state.push("mdc_component", name[1], 0)
        return True
    state.push("mdc_component", name[1], 1)
    kept = state.posMax
    state.pos, state.posMax = name.end() + 1, end - 1
    state.md.inline.tokenize(state)
    state.pos, state.posMax = end, kept
    state.push("mdc_component", name[1], -1)
    return True
