"""Emphasis next to an emoji, as markdown-it in JavaScript sees it.

It looks at UTF-16 halves, and half of an emoji is no punctuation. So where a rocket follows `**Done!**` the
stars stay stars: `!` stands before them and what seems a letter behind. Python, which sees a symbol, would
make it bold.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

_LAST_OF_ONE_UNIT = "\uffff"


class Utf16Inline(ParserInline):
    """An inline parser whose emphasis is that of UTF-16."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Return the inline tokens of a text, added to `tokens`."""
        state = _Utf16State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Utf16State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - markdown-it's names
        """Return what the run of markers at `start` may do."""
        source, limit = self.src, self.posMax
        end = start
        while end < limit and source[end] == source[start]:
            end += 1
        before, behind = source[start - 1 : start] if start else "", source[end:limit][:1]
        if before <= _LAST_OF_ONE_UNIT and behind <= _LAST_OF_ONE_UNIT:
            return super().scanDelims(start, canSplitWord)
        # Judge the run between letters in place of the emoji.
        before = "a" if before > _LAST_OF_ONE_UNIT else before
        behind = "a" if behind > _LAST_OF_ONE_UNIT else behind
        self.src = before + source[start:end] + behind
        self.posMax = len(self.src)
        try:
            return super().scanDelims(len(before), canSplitWord)
        finally:
            self.src, self.posMax = source, limit
