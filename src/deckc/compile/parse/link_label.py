"""Look for the end of a link's text, within bounds.

    [a](b)        finds the bracket behind `a`
    [[[[[[[[      ten thousand of these have markdown-it search from each to the end: after a while none is a link

The bounds hold for a whole slide and lie far beyond what anyone writes.
"""

from __future__ import annotations

from types import ModuleType

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_inline import StateInline

_MAX_SEARCHED = 1_000_000
"""Characters in which an end is looked for in vain."""
_SEARCHED = "characters searched in vain for the end of a link's text"


def install(markdown: MarkdownIt) -> None:
    """Bound the search of links and pictures."""
    bounded = ModuleType(helpers.__name__)
    bounded.__dict__.update({**helpers.__dict__, "parseLinkLabel": end_of_label})
    markdown.helpers = bounded


def end_of_label(state: StateInline, start: int, is_alone: bool = False) -> int:
    """Return where the text that begins at the bracket `start` ends; -1 where it does not."""
    searched = state.env.get(_SEARCHED, 0)
    if searched > _MAX_SEARCHED:
        return -1
    end = helpers.parseLinkLabel(state, start, is_alone)
    if end < 0:
        state.env[_SEARCHED] = searched + state.posMax - start
    return end
