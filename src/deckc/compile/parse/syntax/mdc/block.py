"""A component around blocks; more colons for one that holds others.

::card{title="A"}    <card title="A">text</card>
text
::
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from deckc.compile.parse.syntax.mdc.parameters import Parameters, read_parameters
from deckc.compile.parse.syntax.mdc.properties import add_properties
from deckc.compile.parse.writer import Dialect
from deckc.dataclass import dataclass

_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]
_OPEN_COMPONENTS = "mdc_components"


def install(dialect: Dialect) -> None:
    """Add the block rule."""
    dialect.markdown.block.ruler.before("fence", "mdc_block", _read_block, {"alt": _INTERRUPTED})


def innermost_component(state: StateBlock) -> Token | None:
    """Return the start of the component that is being read; None outside of components."""
    opened = state.env.get(_OPEN_COMPONENTS)
    return opened[-1] if opened else None


def _read_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    line = state.src[start : state.eMarks[start_line]]
    marks = _run_of(line, ":")
    if marks < 2:
        return False
    said = read_parameters(line[marks:])
    if said is None or not said.name:
        return False
    if silent:
        return True
    close, is_closed = _find_end(state, start_line, end_line, marks)
    opener = len(state.tokens)
    _push_open(state, said, start_line, close)
    _read_inside(state, start_line, close)
    token = state.push("mdc_block_close", said.name, -1)
    token.map = [start_line, close]
    _hide_lone_paragraph(state.tokens[opener:])
    state.line = close + is_closed
    return True


def _run_of(text: str, character: str) -> int:
    return len(text) - len(text.lstrip(character))


def _find_end(state: StateBlock, start_line: int, end_line: int, marks: int) -> tuple[int, bool]:
    """Return the line of the closing colons, or that where the block ends without any."""
    fence: _Fence | None = None
    depth = 0
    for line in range(start_line + 1, end_line):
        start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if start < end and state.sCount[line] < state.blkIndent:
            return line, False
        text = state.src[start:end]
        if fence is not None:
            fence = None if fence.is_closed_by(text) else fence
            continue
        fence = _fence_of(text)
        if fence is not None or _run_of(text, ":") != marks:
            continue
        if text[marks:].strip(" \t"):
            depth += 1
        elif depth:
            depth -= 1
        else:
            return line, True
    return end_line, False


@dataclass(frozen=True, slots=True)
class _Fence:
    """An open block of code, in which colons are no markers."""

    mark: str
    size: int

    def is_closed_by(self, line: str) -> bool:
        size = _run_of(line, self.mark)
        return size >= self.size and not line[size:].strip(" \t")


def _fence_of(line: str) -> _Fence | None:
    size = _run_of(line, line[0]) if line[:1] in {"`", "~"} else 0
    return _Fence(line[0], size) if size >= 3 else None


def _push_open(state: StateBlock, said: Parameters, start_line: int, close: int) -> None:
    token = state.push("mdc_block_open", said.name, 1)
    token.map = [start_line, close]
    add_properties(token, said.properties)
    state.env.setdefault(_OPEN_COMPONENTS, []).append(token)
    if said.content is not None:
        state.push("paragraph_open", "p", 1).map = [start_line, start_line + 1]
        state.push("inline", "", 0).content = said.content
        state.tokens[-1].children = []
        state.push("paragraph_close", "p", -1)


def _read_inside(state: StateBlock, start_line: int, close: int) -> None:
    kept = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "mdc_block", close, state.sCount[start_line]
    state.md.block.tokenize(state, start_line + 1, close)
    state.parentType, state.lineMax, state.blkIndent = kept
    state.env[_OPEN_COMPONENTS].pop()


def _hide_lone_paragraph(tokens: Sequence[Token]) -> None:
    """Leave out the `<p>` where a component holds nothing but one paragraph."""
    inside = [token for token in tokens[1:-1] if token.level == tokens[0].level + 1]
    if len(inside) <= 2:
        for token in inside:
            token.hidden = token.hidden or token.tag == "p"
