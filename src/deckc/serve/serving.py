"""Run a live deck: compile it, serve it, watch its files, compile it again.

serve_deck(Path("/deck/slides.md"), services, say=print)    until Ctrl-C
"""

from __future__ import annotations

import contextlib
import gc
import signal
import threading
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from deckc.model.services import Services
from deckc.serve.app import create_app
from deckc.serve.deck import ServedDeck, Speaker
from deckc.serve.guard import Guard
from deckc.serve.watch import Watch
from deckc.serve.web import WebServer


class Serving:
    """A deck that is being served. `start` and `stop` do not block."""

    def __init__(
        self,
        entry: Path,
        services: Services,
        speaker: Speaker,
        *,
        theme: str | None,
        host: str,
        port: int | None,
    ) -> None:
        self._deck = ServedDeck(entry, services, speaker, theme=theme)
        self._guard = Guard(host)
        self._web = WebServer(host, port)
        self._watch = Watch(self._compile)

    @property
    def address(self) -> str:
        """Where the deck is shown."""
        return self._web.address

    def start(self) -> None:
        """Compile, then answer requests."""
        self._compile(())
        gc.collect()
        gc.freeze()  # the compiler itself is not looked through at each edit
        self._web.start(create_app(self._deck, self._guard))

    def stop(self) -> None:
        """Let every browser go and end all threads."""
        self._watch.stop()
        self._web.stop()

    def _compile(self, touched: Collection[Path]) -> None:
        self._deck.compile(touched)
        self._watch.follow(self._deck.asked)


def serve_deck(serving: Serving, *, say: Callable[[str], None], open_browser: bool = False) -> None:
    """Serve until Ctrl-C or a request of the system to end."""
    with _ending_on_signal() as is_over:
        try:
            serving.start()
            say(f"serving at {serving.address}   (Ctrl-C ends it)")
            if open_browser:
                import webbrowser

                webbrowser.open(serving.address)
            while not is_over.wait(1.0):
                pass
        except KeyboardInterrupt:
            pass
        finally:
            serving.stop()


@contextlib.contextmanager
def _ending_on_signal() -> Iterator[threading.Event]:
    """Yield an event that SIGTERM sets (Ctrl-C raises KeyboardInterrupt by itself)."""
    is_over = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield is_over
        return
    before = signal.signal(signal.SIGTERM, lambda *_: is_over.set())
    try:
        yield is_over
    finally:
        signal.signal(signal.SIGTERM, before)
