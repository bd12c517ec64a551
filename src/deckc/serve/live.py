"""What `serve` shows at the moment, and who waits for the next.

live = Live()
live.publish(site, problems="")     everyone who waits is told
live.wait(seen, timeout_s=15)       the newest state, or `seen` again when nothing came
"""

from __future__ import annotations

import threading
import time

from deckc.dataclass import dataclass
from deckc.model.site import Site


@dataclass(frozen=True, slots=True)
class Showing:
    """One state of the served deck."""

    site: Site | None
    """None until a compilation gave slides."""
    version: str
    """Names the site; other after each change, and in each run of `serve`."""
    problems: str
    """The deck's errors as text, to be shown over the page; empty where there are none."""


class Live:
    """Holds the newest state; safe to use from several threads."""

    def __init__(self) -> None:
        self._run = f"{time.time_ns():x}"
        self._count = 0
        self._changed = threading.Condition()
        self._showing = Showing(None, f"{self._run}-0", "")
        self.is_closed = False

    @property
    def showing(self) -> Showing:
        """The newest state."""
        return self._showing

    def publish(self, site: Site | None, problems: str) -> bool:
        """Show another site, or the same with other problems; return whether anything is different.

        None for the site keeps the old one: a compilation that failed.
        """
        with self._changed:
            old = self._showing
            is_new = site is not None and (old.site is None or site.files != old.site.files)
            if not is_new and problems == old.problems:
                return False
            self._count += is_new
            newest = site if is_new else old.site
            self._showing = Showing(newest, f"{self._run}-{self._count}", problems)
            self._changed.notify_all()
            return True

    def wait(self, seen: Showing | None, timeout_s: float) -> Showing:
        """Return the newest state as soon as it is not the one seen, at the latest after the time-out."""
        with self._changed:
            self._changed.wait_for(lambda: self.is_closed or self._showing is not seen, timeout_s)
            return self._showing

    def close(self) -> None:
        """Let everyone who waits go."""
        with self._changed:
            self.is_closed = True
            self._changed.notify_all()
