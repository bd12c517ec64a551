"""Count who is connected, so that one address, or a great many, cannot take all that the server has.

with crowd.entering("192.168.1.7", is_local=False) as has_room: ...
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator

MOST = 5_000
"""Connections from other machines; a page has two. Each takes some 40 KB, and every step is sent over half of them."""
MOST_OF_ONE = 2_500
"""Of one address: a hall behind one router is many people."""
TRY_LATER = 1013
"""The code with which those for whom there is no room are let go."""


class Crowd:
    """Counts connections. Used in one event loop."""

    def __init__(self) -> None:
        self._of: Counter[str] = Counter()

    @contextlib.contextmanager
    def entering(self, peer: str, *, is_local: bool) -> Iterator[bool]:
        """Yield whether there is room for one more; this machine, where the speaker is, always has some."""
        if is_local:
            yield True
        elif self._of.total() >= MOST or self._of[peer] >= MOST_OF_ONE:
            yield False
        else:
            self._of[peer] += 1
            try:
                yield True
            finally:
                self._of[peer] -= 1
                if not self._of[peer]:
                    del self._of[peer]
