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
    lists: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(token)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif _is_task(tokens, index):
            _add_box(token)
            tokens[index - 2].attrJoin("class", "task-list-item enabled")
            lists[-1].attrSet("class", "contains-task-list")


def _is_task(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a token is the first text of a list item, with a box at its start."""
    return (
        tokens[index].type == "inline"
        and index >= 2
        and tokens[index - 1].type == "paragraph_open"
        and tokens[index - 2].type == "list_item_open"
        and _BOX.match(tokens[index].content) is not None
    )


def _add_box(token: Token) -> None:
    children = token.children or []
    is_checked = re.match(r" *\[[xX]", token.content) is not None
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
