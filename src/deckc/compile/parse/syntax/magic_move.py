"""Put snippets into magic moves (spec 5.5 rule 5): a line `<<< path` between the steps becomes a step.

````md magic-move         ````md magic-move
<<< @/one.ts              ```ts
````                      (the text of one.ts)
                          ```
                          ````
"""

from __future__ import annotations

from itertools import accumulate, islice

from markdown_it.rules_core import StateCore

from deckc.compile.parse.syntax.snippet import OPENER, read_snippet, snippet_code, snippet_place
from deckc.compile.parse.writer import Dialect

_FENCE = "```"


def install(dialect: Dialect) -> None:
    """Add a pass over the fences."""
    dialect.markdown.core.ruler.after("block", "magic_move", _fill)


def _fill(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "fence" and "magic-move" in token.info and OPENER in token.content:
            token.content = _with_snippets(token.content, token.map[0] if token.map else 0, state)


def _with_snippets(content: str, first_line: int, state: StateCore) -> str:
    """Return a move's content, whose fence is on `first_line`, from 0, with a fence for each snippet."""
    place = snippet_place(state.env)
    written = "" if place is None else place.slide.content
    ends = accumulate(len(line) + 1 for line in written.split("\n"))
    starts = islice(ends, first_line, None)
    lines = []
    is_inside = False
    for line in content.splitlines(keepends=True):
        start = next(starts, 0)
        is_inside ^= line.startswith(_FENCE)
        snippet = None if is_inside or place is None else read_snippet(line.rstrip())
        if snippet is None or place is None:
            lines.append(line)
            continue
        offset = max(start, written.find(line.rstrip(), start))
        code = snippet_code(snippet, place, place.slide.span(offset, len(line.rstrip())))
        # what cannot be had shows where it is missed
        info, code = ("text", line) if code is None else (snippet.info, code)
        lines.append(f"{_FENCE}{info}\n{code}{_FENCE}\n")
    return "".join(lines)
