"""Find in the Markdown what stands in its tokens, from left to right.

Inline tokens know their lines only. What they hold is looked for from where the last one was found, within
the block's lines and a bounded distance, so that the search takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_REACH = 2000
"""Characters searched ahead: more than any link target or run of markup between two pieces of text."""

_WORD = re.compile(r"\w[^\W_]*")


class SourceCursor:
    """A place in one slide's content, and the end of the block it is in."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._line_starts = [0]
        at = content.find("\n")
        while at >= 0:
            self._line_starts.append(at + 1)
            at = content.find("\n", at + 1)
        self._at = 0
        self._end = len(content)

    def line(self, number: int) -> tuple[int, int]:
        """Return the start (behind the indentation) and end of a line (0-based)."""
        starts = self._line_starts
        if number >= len(starts):
            return len(self._content), len(self._content)
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(self._content)
        start = starts[number]
        text = self._content[start:end]
        return start + len(text) - len(text.lstrip()), end

    def in_line(self, number: int, text: str) -> int:
        """Return where a line of a block, which may have lost indentation or a `>`, starts in a line (0-based)."""
        start, end = self.line(number)
        bare = text.lstrip()
        found = self._content.find(bare, start, end)
        return max(0, found - (len(text) - len(bare))) if found >= 0 else start

    def enter(self, first_line: int, behind_line: int) -> int:
        """Move into a block's lines and return the offset of its start."""
        start = self.line(first_line)[0]
        starts = self._line_starts
        self._end = starts[behind_line] if behind_line < len(starts) else len(self._content)
        if not start <= self._at < self._end:
            self._at = start
        return start

    def find(self, text: str) -> int:
        """Return where `text` comes next and move behind it; -1 where it does not stand there as it is."""
        found = self.peek(text)
        if found >= 0:
            self._at = found + len(text)
        return found

    def find_text(self, text: str) -> int:
        """Return where a piece of text starts; by its first word where typographer or escapes changed it."""
        found = self.find(text)
        if found >= 0:
            return found
        word = _WORD.search(text)
        if word is None:
            return self._at
        found = self.find(word[0])
        return max(0, found - word.start()) if found >= 0 else self._at

    def peek(self, text: str) -> int:
        """Return where `text` comes next, without moving; -1 where it does not."""
        if not text:
            return -1
        return self._content.find(text, self._at, min(self._end, self._at + _REACH + len(text)))

    def lines_of(self, html: str, first_line: int) -> Iterator[tuple[str, int]]:
        """Yield pieces of an HTML block and where each stands: one piece where its lines are whole.

        In a list or a quote each line has lost its indentation or its `>`.
        """
        start = self._line_starts[first_line] if first_line < len(self._line_starts) else len(self._content)
        if self._content.startswith(html, start):
            yield html, start
            return
        for number, piece in enumerate(html.splitlines(keepends=True), first_line):
            end = self.line(number)[1]
            origin = end - len(piece.rstrip("\n"))
            yield (
                piece,
                origin if origin >= 0 and self._content.startswith(piece.rstrip("\n"), origin) else end,
            )
