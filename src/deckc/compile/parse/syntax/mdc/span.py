"""Text in brackets that is no link.

[text]{.red}    <span class="red">text</span>
[text](3)       a link
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from deckc.compile.parse.writer import Dialect


def install(dialect: Dialect) -> None:
    """Add the inline rule."""
    dialect.markdown.inline.ruler.before("link", "mdc_span", _read_span)


def _read_span(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != "[":
        return False
    end = _end_of_span(source, start + 1)
    if source[end + 1 : end + 2] in {"(", "["}:
        return False
    if silent:  # inside a link's text, where Slidev fails
        state.pos = min(end + 1, state.posMax)
        return True
    state.push("mdc_span_open", "span", 1)
    kept = state.posMax
    state.pos, state.posMax = start + 1, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = end + 1, kept
    state.push("mdc_span_close", "span", -1)
    return True


def _end_of_span(source: str, at: int) -> int:
    """Return where the bracket closes; as in Slidev one that does not takes the rest of the text."""
    depth = 0
    while at < len(source):
        character = source[at]
        if character == "\\":
            at += 1
        elif character == "[":
            depth += 1
        elif character == "]":
            if not depth:
                return at
            depth -= 1
        at += 1
    return len(source)
