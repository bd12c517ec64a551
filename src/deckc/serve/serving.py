"""Run a live deck: compile it, serve it, watch its files, compile it again.

serve_deck(Path("/deck/slides.md"), services, say=print)    until Ctrl-C
"""

from __future__ import annotations

import contextlib
import html
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from deckc.compile.pipeline import Compilation, compile_deck
from deckc.compile.write import SiteOptions
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.files import DiskFiles
from deckc.model.services import Services
from deckc.serve.app import create_app
from deckc.serve.guard import Guard
from deckc.serve.live import Live
from deckc.serve.watch import Watch
from deckc.serve.web import WebServer

_RELOAD_SCRIPT = Path(__file__).with_name("reload.js")


@dataclass(frozen=True, slots=True)
class Speaker:
    """How the terminal and the page are told what the compiler has to say."""

    say: Callable[[str], None]
    """Prints a line."""
    tell: Callable[[Report], None]
    """Prints diagnostics, for the terminal."""
    write: Callable[[Report], str]
    """Returns the errors as plain text, for the page; empty where there are none."""


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
        self._entry = entry
        self._services = services
        self._speaker = speaker
        self._theme = theme
        self._script = _RELOAD_SCRIPT.read_text("utf-8")
        self._live = Live()
        self._asked: set[Path] = {entry}
        self._guard = Guard(host)
        self._web = WebServer(host, port)
        self._watch = Watch(self.compile)

    @property
    def address(self) -> str:
        """Where the deck is shown."""
        return self._web.address

    def start(self) -> None:
        """Compile, then answer requests."""
        self.compile()
        waiting = _waiting_page(self._entry.name, self._script)
        self._web.start(create_app(self._live, waiting, self._guard))

    def stop(self) -> None:
        """Let every browser go and end all threads."""
        self._watch.stop()
        self._web.stop()

    def compile(self) -> None:
        """Compile once and show what came of it; a failure leaves the old page, with the problems over it."""
        start = time.perf_counter()
        files = DiskFiles()
        report = Report()
        options = SiteOptions(extra_script=self._script, connect=("'self'",), is_served=True)
        try:
            done = compile_deck(self._entry, files, self._services, options, report, theme=self._theme)
            self._show(done, time.perf_counter() - start)
            self._asked = files.asked
        except Exception as error:  # noqa: BLE001 - deckc's own mistake must not end the talk that is being written
            problem = f"internal error of deckc: {type(error).__name__}: {error}"
            if self._live.publish(None, problem):
                self._speaker.say(problem)
            self._asked |= files.asked  # it may have failed before it read what was watched so far
        self._watch.follow(self._asked)

    def _show(self, done: Compilation, seconds: float) -> None:
        """Tell the browsers and the terminal, unless nothing has changed."""
        slides = done.deck.slides
        if self._live.publish(done.site if slides else None, self._speaker.write(done.report)):
            self._speaker.tell(done.report)
            count = f"{len(slides)} slide{'' if len(slides) == 1 else 's'}"
            self._speaker.say(f"{self._entry.name}: {count}, {seconds:.2f} s")


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


def _waiting_page(name: str, script: str) -> bytes:
    """Return what is shown until the deck compiles for the first time."""
    text = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(name)}</title></head>
<body style="font:16px sans-serif;padding:2em">{html.escape(name)} has no slides to show yet.
<script>{script}</script></body></html>
"""
    return text.encode()
