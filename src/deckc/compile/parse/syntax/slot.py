"""Slot markers (spec 5.4): a line `::right::` opens the slot `right` until the next marker or the end.

left                 <p>left</p>
::right::            <template v-slot:right="slotProps">
text                 <p>text</p>
                     </template>
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from deckc.compile.parse.writer import Dialect, MarkupWriter

_MARKER = re.compile(r"::\s*([A-Za-z0-9_.:-]+)\s*::\s*")
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


def install(dialect: Dialect) -> None:
    """Add the block rule, and the pass that makes templates of the markers once all blocks are known."""
    dialect.markdown.block.ruler.before("fence", "slot_marker", _read_marker, {"alt": _INTERRUPTED})
    dialect.markdown.core.ruler.push("slot_templates", _open_templates)
    dialect.rules["slot_open"] = _write_opener


def _read_marker(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    if state.sCount[start_line] > state.blkIndent:
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("::", start):
        return False
    marker = _MARKER.fullmatch(state.src, start, state.eMarks[start_line])
    if marker is None:
        return False
    if silent:
        return True
    token = state.push("slot_marker", "", 0)
    token.info = marker[1]
    token.map = [start_line, start_line + 1]
    state.line = start_line + 1
    return True


def _open_templates(state: StateCore) -> None:
    tokens: list[Token] = []
    is_open = False
    for token in state.tokens:
        if token.type != "slot_marker":
            tokens.append(token)
            continue
        if is_open:
            tokens.append(_html("\n</template>\n"))
        markup = f'\n<template v-slot:{token.info}="slotProps">\n'
        tokens.append(Token("slot_open", "", 0, content=markup, map=token.map, block=True))
        is_open = True
    if is_open:
        tokens.append(_html("\n</template>\n"))
        state.tokens = tokens


def _write_opener(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    """Write a template's start, all of which stands for the marker's line."""
    writer.add(tokens[index].content)


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content, block=True)
