"""GitHub's alerts (spec 5.3 rule 3): a quote that begins with `[!NOTE]` or one of its kin.

> [!TIP] Hint        <div class="markdown-alert markdown-alert-tip">
> Use both hands     <p class="markdown-alert-title"><svg .../>Hint</p><p>Use both hands</p></div>
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from deckc.compile.parse.writer import Dialect, MarkupWriter

_MARKER = re.compile(r"\\?\[!(tip|note|important|warning|caution)\]([^\n\r]*)\s*", re.IGNORECASE)

# Icon name and outline, drawn in a 16 by 16 box.
_CIRCLE = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z"
_BULB = "M8 1a5 5 0 0 0-2.75 9.18V12h5.5v-1.82A5 5 0 0 0 8 1Zm0 1.5a3.5 3.5 0 0 1 1.25 6.77v1.23h-2.5V9.27"
_BUBBLE = "M1.5 1h13v10.5H8.6L5 15v-3.5H1.5ZM3 2.5V10h3.5v1.4L8 10h5V2.5Z"
_OCTAGON = "M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.1V4.9ZM5.5 2 2 5.5v5L5.5 14h5l3.5-3.5v-5L10.5 2Z"
_ICONS = {
    "note": ("info", f"{_CIRCLE}M7.25 4.5h1.5V6h-1.5ZM7.25 7.25h1.5v4.25h-1.5Z"),
    "tip": ("light-bulb", f"{_BULB}A3.5 3.5 0 0 1 8 2.5ZM5.5 13h5v1.5h-5Z"),
    "important": ("report", f"{_BUBBLE}M7.25 3.75h1.5v3h-1.5ZM7.25 7.75h1.5v1.5h-1.5Z"),
    "warning": (
        "alert",
        "M8 .8 15.6 14.5H.4ZM8 3.9 2.95 13h10.1ZM7.25 6.5h1.5v3.25h-1.5ZM7.25 10.5h1.5V12h-1.5Z",
    ),
    "caution": ("stop", f"{_OCTAGON}M7.25 4.5h1.5v4.25h-1.5ZM7.25 10h1.5v1.5h-1.5Z"),
}


def install(dialect: Dialect) -> None:
    """Add the pass over quotes, before their text is read."""
    dialect.markdown.core.ruler.after("block", "alert", _mark_alerts)
    dialect.rules["alert_open"] = _write_alert


def _mark_alerts(state: StateCore) -> None:
    tokens = state.tokens
    open_quotes: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "blockquote_open":
            open_quotes.append(token)
            if index + 2 < len(tokens) and tokens[index + 2].type == "inline":
                _mark(token, tokens[index + 2])
        elif token.type == "blockquote_close":
            token.tag = open_quotes.pop().tag


def _mark(quote: Token, text: Token) -> None:
    marker = _MARKER.match(text.content)
    if marker is None:
        return
    kind = marker[1].lower()
    quote.type, quote.tag = "alert_open", "div"
    quote.meta = {"kind": kind, "title": marker[2].strip() or kind.capitalize()}
    text.content = text.content[marker.end() :]


def _write_alert(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    meta = tokens[index].meta
    name, path = _ICONS[meta["kind"]]
    size = 'viewBox="0 0 16 16" width="16" height="16"'
    outline = f'<path fill-rule="evenodd" d="{path}"/>'
    icon = f'<svg class="octicon octicon-{name} mr-2" {size} aria-hidden="true">{outline}</svg>'
    writer.add(f'<div class="markdown-alert markdown-alert-{meta["kind"]}">')
    writer.add(f'<p class="markdown-alert-title">{icon}{meta["title"]}</p>')
