"""Regular expressions that are compiled when they are first used.

Compiling one takes 0.1 to 0.5 ms, and a deck needs a fifth of the engine's.
"""

from __future__ import annotations

import re
from collections.abc import Callable


class LazyPattern:
    """A regular expression over ASCII words and digits, as `re.Pattern`."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: re.RegexFlag = re.ASCII) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return self.compiled.fullmatch(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Match from a place in `text` on."""
        return self.compiled.match(text, start)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the first match behind a place in `text`."""
        return self.compiled.search(text, start)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace every match in `text`."""
        return self.compiled.sub(replacement, text)

    def split(self, text: str) -> list[str]:
        """Return the parts of `text` between the matches, and the groups of these."""
        return self.compiled.split(text)

    def findall(self, text: str) -> list[str]:
        """Return every match in `text`."""
        return self.compiled.findall(text)
