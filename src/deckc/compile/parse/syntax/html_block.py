"""Blocks of HTML, with components as blocks (spec 5.10 rule 1).

To CommonMark `<Toc/>` is inline as every unknown tag is; here each tag that is not one of HTML's inline tags
starts a block. A component that closes on its own line is a block alone; what follows it there is Markdown:

    <Counter :count="1" /> and *more*
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock

from deckc.compile.parse.syntax.html_inline import START_OF_TAG, START_OR_END_TAG
from deckc.compile.parse.writer import Dialect
from deckc.dataclass import dataclass
from deckc.pattern import pattern

# CommonMark 0.31, section 4.6, start condition 6.
_BLOCK_TAGS = frozenset(
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link"
    " main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead"
    " title tr track ul".split()
)
# HTML's phrasing tags; `template` and `slot` are not among them, Vue gives them a meaning of their own.
_INLINE_TAGS = frozenset(
    "a abbr acronym audio b bdi bdo big br button canvas cite code data datalist del dfn em embed i iframe img input ins"
    " kbd label map mark meter noscript object output picture progress q ruby s samp script select small span strong sub"
    " sup svg textarea time tt u var video wbr".split()
)

_RAW_TAGS = frozenset(["pre", "script", "style"])


@dataclass(frozen=True, slots=True)
class _Kind:
    """One way in which a block of HTML starts and ends."""

    starts: Callable[[str], object]
    """Whether a line does."""
    end: re.Pattern[str]
    interrupts_paragraph: bool = True


_BLANK_LINE = pattern(r"$")
_WHOLE_TAG = pattern(rf"{START_OR_END_TAG}\s*$")
_TAG = pattern(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s|/?>|$)")


def _starts_raw(line: str) -> bool:
    tag = _TAG.match(line)
    return tag is not None and tag[1].lower() in _RAW_TAGS and line[1] != "/" and tag[0][-2:] != "/>"


def _is_tag(line: str) -> bool:
    return _WHOLE_TAG.match(line) is not None


def _starts_block(line: str) -> bool:
    tag = _TAG.match(line)
    return tag is not None and tag[1].lower() in _BLOCK_TAGS


def _starts_component(line: str) -> bool:
    """Return whether a line starts with a tag that is not one of HTML's phrases; Vue's blanks are ASCII's."""
    tag = _TAG.match(line)
    return tag is not None and tag[1] not in _INLINE_TAGS and tag[0].isascii()


_COMPONENT = _Kind(_starts_component, _BLANK_LINE)
_KINDS = (
    _Kind(_starts_raw, pattern(r"</(?:script|pre|style)>", re.IGNORECASE)),
    _Kind(lambda line: line.startswith("<!--"), pattern(r"-->")),
    _Kind(lambda line: line.startswith("<?"), pattern(r"\?>")),
    _Kind(lambda line: line[:2] == "<!" and "A" <= line[2:3] <= "Z", pattern(r">")),
    _Kind(lambda line: line.startswith("<![CDATA["), pattern(r"\]\]>")),
    _Kind(_starts_block, _BLANK_LINE),
    _COMPONENT,
    _Kind(_is_tag, _BLANK_LINE, interrupts_paragraph=False),
)
_CLOSED_COMPONENT = pattern(rf"{START_OF_TAG}/>|(?=<([A-Za-z][A-Za-z0-9-]*)){START_OF_TAG}>.*</\1\s*>")


def install(dialect: Dialect) -> None:
    """Replace CommonMark's rule."""
    interrupted = ["paragraph", "reference", "blockquote"]
    dialect.markdown.block.ruler.at("html_block", _read_block, {"alt": interrupted})


def _read_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    line = _text_of_line(state, start_line)
    if line[:1] != "<":
        return False
    kind = next((kind for kind in _KINDS if kind.starts(line)), None)
    if kind is None:
        return False
    if silent:
        return kind.interrupts_paragraph
    if kind is _COMPONENT:
        component = _CLOSED_COMPONENT.match(line)
        if component is not None:
            _push_component(state, start_line, component[0], line[component.end() :])
            return True
    next_line = _end_of_block(state, kind, start_line, end_line)
    state.line = next_line
    token = state.push("html_block", "", 0)
    token.map = [start_line, next_line]
    token.content = state.getLines(start_line, next_line, state.blkIndent, keepLastLF=True)
    return True


def _text_of_line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _push_component(state: StateBlock, line: int, html: str, rest: str) -> None:
    """Add a component that takes no more than its line, and the Markdown behind it."""
    state.line = line + 1
    token = state.push("html_inline", "", 0)
    token.content = html
    token.map = [line, line + 1]
    token = state.push("inline", "", 0)
    token.content = rest
    token.map = [line, line + 1]
    token.children = []


def _end_of_block(state: StateBlock, kind: _Kind, start_line: int, end_line: int) -> int:
    """Return the line behind the block."""
    if kind.end is not _BLANK_LINE and kind.end.search(_text_of_line(state, start_line)):
        return start_line + 1
    for line in range(start_line + 1, end_line):
        if state.sCount[line] < state.blkIndent:
            return line
        text = _text_of_line(state, line)
        if kind.end is _BLANK_LINE:
            if not text:
                return line
        elif kind.end.search(text):
            return line + 1
    return end_line
