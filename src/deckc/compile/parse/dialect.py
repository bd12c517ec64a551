"""The Markdown of slides and of notes: markdown-it's rules and Slidev's additions to them (spec 5).

`SYNTAX` lists the additions. Each is a file in `syntax/` with a function that puts its rules into a dialect.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt

from deckc.compile.parse import link_label
from deckc.compile.parse.bare_links import BareLinks
from deckc.compile.parse.features import Features
from deckc.compile.parse.flanking import Utf16Inline
from deckc.compile.parse.syntax import (
    alert,
    code,
    footnote,
    html_block,
    html_inline,
    link,
    magic_move,
    math_block,
    math_hugo,
    math_inline,
    mdc,
    mustache,
    slot,
    snippet,
    task_list,
)
from deckc.compile.parse.writer import Dialect, default_rules

SYNTAX: tuple[Callable[[Dialect], None], ...] = (
    html_block.install,
    html_inline.install,
    mustache.install,
    slot.install,
    snippet.install,
    magic_move.install,
    code.install,
    link.install,
    footnote.install,
    task_list.install,
    alert.install,
    math_hugo.install,
)
MATH_SYNTAX = (math_inline.install, math_block.install)


@cache
def slide_dialect(features: Features = Features()) -> Dialect:  # noqa: B008 - frozen
    """Return the Markdown of slides of a deck with these features; made once for each."""
    markdown = MarkdownIt(
        "js-default",
        {
            "html": True,
            "linkify": True,
            "typographer": True,
            # Quotes stay straight; what the typographer changes is the apostrophe (spec 5.1 rule 3).
            "quotes": "\"\"''",
            "xhtmlOut": True,
        },
    )
    markdown.linkify = BareLinks()
    markdown.inline = Utf16Inline()
    link_label.install(markdown)
    dialect = Dialect(markdown, default_rules())
    for install in (*SYNTAX, *(MATH_SYNTAX if features.has_math else ())):
        install(dialect)
    if features.is_mdc:
        mdc.install(dialect)
    return dialect


@cache
def note_dialect(features: Features) -> Dialect:
    """Return the Markdown of notes: HTML, links and formulas, nothing else (spec 2.4 rule 5)."""
    markdown = MarkdownIt("js-default", {"html": True})
    link_label.install(markdown)
    dialect = Dialect(markdown, default_rules())
    link.install_in_notes(dialect)
    for install in (math_hugo.install, *(MATH_SYNTAX if features.has_math else ())):
        install(dialect)
    return dialect
