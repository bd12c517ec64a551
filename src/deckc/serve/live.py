"""What `serve` shows at the moment, and who is told of the next.

live = Live()
live.publish(site, problems="")                   from any thread
with live.listening() as messages: ...            in an event loop: JSON texts, the state at the moment first
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import Iterator

from deckc.dataclass import dataclass
from deckc.model.site import Site

_Listener = tuple[asyncio.AbstractEventLoop, "asyncio.Queue[str]"]


@dataclass(frozen=True, slots=True)
class Showing:
    """One state of the served deck."""

    site: Site | None
    """None until a compilation gave slides."""
    version: str
    """Names the site; other after each change, and in each run of `serve`."""
    problems: str
    """The deck's errors as text, to be shown over the page; empty where there are none."""

    @property
    def message(self) -> str:
        """What listeners are told."""
        return json.dumps({"version": self.version, "problems": self.problems})


class Live:
    """Holds the newest state; safe to use from several threads."""

    def __init__(self) -> None:
        self._run = f"{time.time_ns():x}"
        self._count = 0
        self._lock = threading.Lock()
        self._showing = Showing(None, f"{self._run}-0", "")
        self._listeners: set[_Listener] = set()

    @property
    def showing(self) -> Showing:
        """The newest state."""
        return self._showing

    def publish(self, site: Site | None, problems: str) -> bool:
        """Show another site, or the same with other problems; return whether anything is different.

        None for the site keeps the old one: a compilation that failed.
        """
        with self._lock:
            old = self._showing
            is_new = site is not None and (old.site is None or site.files != old.site.files)
            if not is_new and problems == old.problems:
                return False
            self._count += is_new
            newest = site if is_new else old.site
            self._showing = Showing(newest, f"{self._run}-{self._count}", problems)
            for loop, messages in self._listeners:
                with contextlib.suppress(RuntimeError):  # that loop has ended
                    loop.call_soon_threadsafe(messages.put_nowait, self._showing.message)
            return True

    @contextlib.contextmanager
    def listening(self) -> Iterator[asyncio.Queue[str]]:
        """Yield a queue of messages; the first stands in it."""
        messages: asyncio.Queue[str] = asyncio.Queue()
        listener = (asyncio.get_running_loop(), messages)
        with self._lock:
            messages.put_nowait(self._showing.message)
            self._listeners.add(listener)
        try:
            yield messages
        finally:
            with self._lock:
                self._listeners.discard(listener)
