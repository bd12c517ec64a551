"""Regular expressions that are compiled when they are first used.

Compiling one takes 0.1 to 0.5 ms, and a deck needs a fifth of the engine's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Find = Callable[..., "re.Match[str] | None"]


class LazyPattern:
    """A regular expression over ASCII words and digits, with the methods of `re.Pattern`."""

    __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    match: Find
    fullmatch: Find
    search: Find
    findall: Callable[[str], list[str]]
    finditer: Callable[[str], Iterator[re.Match[str]]]
    split: Callable[[str], list[str]]
    sub: Callable[[str | Callable[[re.Match[str]], str], str], str]

    def __init__(self, source: str, flags: re.RegexFlag = re.ASCII) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile at the first call of any method; from then on the pattern's own methods stand here."""
        methods = self.__slots__[2:]
        if name not in methods:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in methods:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
