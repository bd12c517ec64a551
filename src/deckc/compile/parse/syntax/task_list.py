"""Task lists (spec 5.3 rule 2): a list item that begins with `[ ]` or `[x]` gets a box and a label.

- [x] done

<li class="task-list-item enabled">
<input class="task-list-item-checkbox" type="checkbox" checked="" data-line="0" id="task-item-0" />
<label for="task-item-0">done</label></li>
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from deckc.compile.parse.writer import Dialect, MarkupWriter

_BOX = re.compile(r" *\[([\sxX])\] ")


def install(dialect: Dialect) -> None:
    """Add the pass over list items."""
    dialect.markdown.core.ruler.after("inline", "task_list", _mark_tasks)
    dialect.rules["task_markup"] = _write_markup


def _mark_tasks(state: StateCore) -> None:
    tokens = state.tokens
    for index in range(2, len(tokens)):
        token = tokens[index]
        if token.type != "inline" or tokens[index - 2].type != "list_item_open" or not token.children:
            continue
        box = _BOX.match(token.content)
        if box is None or tokens[index - 1].type != "paragraph_open":
            continue
        _add_box(token, is_checked=box[1] in "xX")
        tokens[index - 2].attrJoin("class", "task-list-item enabled")
        _mark_list(tokens, index - 2)


def _mark_list(tokens: Sequence[Token], item: int) -> None:
    """Give the list around an item its class, once."""
    level = tokens[item].level - 1
    for index in range(item - 1, -1, -1):
        if tokens[index].level == level:
            if tokens[index].attrGet("class") is None:
                tokens[index].attrSet("class", "contains-task-list")
            return


def _add_box(token: Token, *, is_checked: bool) -> None:
    children = token.children or []
    line = token.map[0] if token.map else 0
    name = f"task-item-{line}"
    checked = 'checked="" ' if is_checked else ""
    box = f'<input class="task-list-item-checkbox" type="checkbox" {checked}data-line="{line}" id="{name}" />'
    children[0].content = _BOX.sub("", children[0].content, count=1)
    token.children = [_markup(f'{box}<label for="{name}">'), *children, _markup("</label>")]


def _markup(html: str) -> Token:
    """Return a token without content, so that the typographer looks past it at the text."""
    return Token("task_markup", "", 0, meta={"html": html})


def _write_markup(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    writer.add(tokens[index].meta["html"])
