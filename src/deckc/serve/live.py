"""Who is told of each new state of a deck.

live = Live()
live.publish({"version": "2", "patch": {...}}, problems)        from any thread
with live.listening(is_author=True) as messages: ...            in an event loop: JSON texts

Problems are told to the author's own browsers, not to the audience.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from deckc.dataclass import dataclass

_MOST_WAITING = 64
"""Messages; a browser that has not read that many is told to load the page anew when it does."""


@dataclass(eq=False, slots=True)
class _Listener:
    """A browser that listens."""

    loop: asyncio.AbstractEventLoop
    is_author: bool
    messages: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    def tell(self, message: str) -> None:
        if self.messages.qsize() >= _MOST_WAITING:
            while not self.messages.empty():
                self.messages.get_nowait()
        self.messages.put_nowait(message)


class Live:
    """Hands messages on; safe to use from several threads."""

    def __init__(self, version: str) -> None:
        self._lock = threading.Lock()
        self._version = version
        self._problems: Sequence[Mapping[str, object]] = ()
        self._listeners: set[_Listener] = set()

    def publish(
        self, version: str, patch: Mapping[str, object] | None, problems: Sequence[Mapping[str, object]]
    ) -> bool:
        """Tell of a version, what leads to it from the one before, and what is wrong; return whether that is new."""
        with self._lock:
            if version == self._version and problems == self._problems:
                return False
            told = {"version": version, "from": self._version, **({} if patch is None else {"patch": patch})}
            self._version, self._problems = version, problems
            for_all = json.dumps(told)
            for_author = f'{for_all[:-1]}, "problems": {json.dumps(problems)}}}'
            for listener in self._listeners:
                message = for_author if listener.is_author else for_all
                with contextlib.suppress(RuntimeError):  # that loop has ended
                    listener.loop.call_soon_threadsafe(listener.tell, message)
            return True

    @contextlib.contextmanager
    def listening(self, *, is_author: bool) -> Iterator[asyncio.Queue[str]]:
        """Yield a queue of messages; how things stand is the first."""
        listener = _Listener(asyncio.get_running_loop(), is_author)
        with self._lock:
            problems = {"problems": self._problems} if is_author else {}
            listener.tell(json.dumps({"version": self._version, **problems}))
            self._listeners.add(listener)
        try:
            yield listener.messages
        finally:
            with self._lock:
                self._listeners.discard(listener)
