r"""Regular expressions that are compiled when they are first used.

    _WORD = pattern(r"\w+")
    _WORD.search("deckc")      compiles it, and is from then on as quick as a compiled one

Compiling costs 0.1 ms each, and a build of one deck uses fewer than half of those that its modules name.
Modules that most builds load but few use take theirs from here; the others call `re.compile`.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_MEMBERS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Pattern:
    """Stands for a compiled expression; its methods appear at their first use."""

    __slots__ = ("_flags", "pattern", *_MEMBERS)

    def __init__(self, text: object, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # a slot that is not filled yet
        if name not in _MEMBERS:
            raise AttributeError(name)
        compiled: Any = re.compile(cast("Any", self.pattern), self._flags)
        for member in _MEMBERS:
            setattr(self, member, getattr(compiled, member))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression with the methods of a compiled one, and its `pattern`.

    A mistake in `text` raises `re.error` at the first use, so each needs a test that uses it.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))
