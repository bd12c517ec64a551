"""Run a live deck, or a folder of decks: compile, serve, watch the files, compile again.

serve_decks(Serving(Path("/deck/slides.md"), new_services, speaker, ServeOptions()), say=print)    until q or Ctrl-C
"""

from __future__ import annotations

import contextlib
import gc
import signal
import subprocess
import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from deckc.compile.page_drawings import drawings_folder
from deckc.model.services import ServedDecks, Services
from deckc.serve.addresses import describe_addresses
from deckc.serve.app import create_app
from deckc.serve.deck import ServedDeck, Speaker
from deckc.serve.editor import editor_command, needs_terminal, open_editor
from deckc.serve.exporting import Exporter, Exporting
from deckc.serve.guard import Guard
from deckc.serve.keys import pressed_keys
from deckc.serve.options import ServeOptions
from deckc.serve.room import Backplane, MemoryBackplane, Room
from deckc.serve.room.kept_drawings import KeptDrawings, Sketchbook
from deckc.serve.talk import Talk, Talks
from deckc.serve.watch import Watch
from deckc.serve.web import WebServer

_KEYS = "  r compile all anew   o open in the browser   e edit   q quit"


class Serving:
    """Decks that are being served. `start` and `stop` do not block."""

    def __init__(
        self,
        place: Path,
        new_services: Callable[[Path], Services],
        speaker: Speaker,
        options: ServeOptions,
        exporter: Exporter | None = None,
    ) -> None:
        self._place = place
        self._options = options
        self._new_services = new_services
        self._speaker = speaker
        self._web = WebServer(options.host, options.port)
        self._watch = Watch(self._compile)
        self._guard = Guard(options.host, options.allowed_hosts, options.is_remote, options.password)
        self._exporting = None if exporter is None else Exporting(exporter)
        self.talks = Talks(place, self._new_talk)
        self.talks.on_asked = self._follow

    @property
    def address(self) -> str:
        """Where they are shown."""
        return self._web.address

    def lines(self) -> Iterator[str]:
        """Yield what the terminal is told of the addresses."""
        yield from describe_addresses(self._web, self._options, is_folder=self.talks.folder is not None)

    def start(self) -> None:
        """Compile, then answer requests."""
        self.compile_all()
        gc.collect()
        gc.freeze()  # the compiler itself is not looked through at each edit
        self._web.start(create_app(self.talks, self._guard, self._exporting))

    def stop(self) -> None:
        """Let every browser go and end all threads."""
        self._watch.stop()
        if self._exporting is not None:
            self._exporting.stop()
        self._web.stop()

    def compile_all(self) -> None:
        """Compile everything anew that was asked for so far."""
        self._compile(self.talks.asked)

    def _compile(self, touched: Collection[Path]) -> None:
        self.talks.compile(touched)

    def _follow(self) -> None:
        self._watch.follow(self.talks.asked)

    def _new_talk(self, name: str, entry: Path) -> Talk:
        services, is_in_folder = self._new_services(entry), bool(name)
        if is_in_folder:
            services = replace(services, decks=ServedDecks(self._place, self.talks.address_of))
        deck = ServedDeck(
            entry, services, self._speaker, theme=self._options.theme, is_in_folder=is_in_folder
        )
        kept = KeptDrawings(self._new_backplane(), lambda: _sketchbook(deck))
        room = Room(name or entry.stem, kept)
        deck.on_patch = lambda patch: room.renumber(patch.origins) if patch.moves else None
        return Talk(name, deck, room)

    def _new_backplane(self) -> Backplane:
        if not self._options.backplane:
            return MemoryBackplane()
        from deckc.serve.room.redis_backplane import RedisBackplane

        return RedisBackplane(self._options.backplane)


def _sketchbook(served: ServedDeck) -> Sketchbook | None:
    """Return where the deck keeps its drawings, as its headmatter now says."""
    if served.deck is None:
        return None
    config = served.deck.rendered.config
    folder = drawings_folder(config, served.entry)
    home = served.entry.parent.resolve()
    if folder is None or not folder.resolve().is_relative_to(home):  # a stranger's deck writes nowhere else
        return None
    return Sketchbook(folder, config.canvas_width_px, config.canvas_height_px)


def serve_decks(serving: Serving, *, say: Callable[[str], None], open_browser: bool = False) -> None:
    """Serve until q, Ctrl-C or a request of the system to end."""
    with _ending_on_signal() as is_over:
        try:
            serving.start()
            for line in (*serving.lines(), _KEYS):
                say(line)
            if open_browser:
                _browse(serving)
            while not is_over.is_set() and not _heed_key(serving):
                pass
        except KeyboardInterrupt:
            pass
        finally:
            serving.stop()


def _heed_key(serving: Serving) -> bool:
    """Wait for a key for a while and do what it says; return whether it says to end."""
    with pressed_keys() as next_key:
        key = next_key(1.0).lower()
    if key == "r":
        serving.compile_all()
    elif key == "o":
        _browse(serving)
    elif key == "e":
        _edit(serving)
    return key == "q"


def _browse(serving: Serving) -> None:
    import webbrowser

    webbrowser.open(serving.address)


def _edit(serving: Serving) -> None:
    """Open the deck in the author's editor; one that needs the terminal has it until it ends."""
    file = serving.talks.first_entry or serving.talks.folder
    if file is None or open_editor(file):
        return
    command = editor_command(file, 1, 1)
    if command is not None and needs_terminal(command):
        with contextlib.suppress(OSError):
            subprocess.run(command, check=False)


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
