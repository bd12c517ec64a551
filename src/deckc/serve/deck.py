"""A deck that is being served: compiled again after each edit, its page and files held in memory.

deck = ServedDeck(entry, services, speaker)
deck.compile()              the first time, and again with the paths that were touched
deck.page()                 b"<!DOCTYPE html>..."
deck.file("assets/a.png")   b"..."
"""

from __future__ import annotations

import html
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from deckc.compile.recompile import Recompiler
from deckc.compile.recompiled import Recompiled
from deckc.compile.write import SiteOptions, assemble_site
from deckc.compile.write.link import link_runtime
from deckc.dataclass import dataclass
from deckc.diagnostics import Diagnostic, Report
from deckc.model.services import Services
from deckc.serve.live import Live
from deckc.serve.patch import Patch, Patcher
from deckc.serve.problems import internal_problem, list_problems


@dataclass(frozen=True, slots=True)
class Speaker:
    """How the terminal and the page are told what the compiler has to say."""

    say: Callable[[str], None]
    """Prints a line."""
    tell: Callable[[Report], None]
    """Prints diagnostics, for the terminal."""
    write: Callable[[Diagnostic], str]
    """Returns one as plain text, for the page."""


class ServedDeck:
    """One deck. Safe to use from several threads."""

    def __init__(
        self,
        entry: Path,
        services: Services,
        speaker: Speaker,
        *,
        theme: str | None = None,
        is_in_folder: bool = False,
    ) -> None:
        self.entry = entry
        self.deck: Recompiled | None = None
        """The newest state that has slides."""
        self._speaker = speaker
        self._index = _INDEX if is_in_folder else ""
        self._run = secrets.token_urlsafe(6)
        self._count = 0
        self.live = Live(self.version)
        self._nonce = secrets.token_urlsafe(16)
        self._recompiler = Recompiler(entry, services, theme=theme)
        self._patcher = Patcher()
        self._compiling = threading.Lock()
        self._assembling = threading.Lock()
        self._page: tuple[str, bytes] | None = None
        self._files: dict[str, bytes] = {}
        self.on_patch: Callable[[Patch], None] = lambda _: None
        """Called with each patch, before browsers are told of it."""

    @property
    def version(self) -> str:
        """Name the state: another one after each change, and in each run of `serve`."""
        return f"{self._run}-{self._count}"

    @property
    def asked(self) -> set[Path]:
        """Every path that decides how the deck looks."""
        return self._recompiler.asked

    def compile(self, touched: Iterable[Path] = ()) -> None:
        """Compile what has changed and tell everyone; a failure leaves what was shown, with the problems over it."""
        with self._compiling:
            start = time.perf_counter()
            try:
                self._show(self._recompiler.compile(touched), start)
            except Exception as error:  # noqa: BLE001 - deckc's own mistake must not end the talk that is being written
                problems = internal_problem(error)
                if self.live.publish(self.version, None, problems):
                    self._speaker.say(str(problems[0]["text"]))

    def _show(self, deck: Recompiled, start: float) -> None:
        patch = None
        old = self.deck
        if deck.pieces:
            patch = self._patcher.patch(old, deck) if old is not None else None
            is_new = patch is None or not patch.is_empty
            if patch is not None:
                self._files |= patch.files
                self.on_patch(patch)
            self.deck = deck
            self._count += is_new
        problems = list_problems(deck.report, self._speaker.write)
        if self.live.publish(self.version, None if patch is None else patch.message(), problems):
            seconds = time.perf_counter() - start
            self._speaker.tell(deck.report)
            count = len(deck.pieces)
            self._speaker.say(f"{self.entry.name}: {count} slide{'' if count == 1 else 's'}, {seconds:.3f} s")

    def page(self) -> bytes:
        """Return the page as it is now, its root marked with the version."""
        version, deck = self.version, self.deck
        script = f"{link_runtime('live.js')}.start(window,{self._nonce!r})"
        if deck is None:
            return _marked(_waiting_page(self.entry.name, script), version)
        with self._assembling:
            if self._page is None or self._page[0] != version:
                options = SiteOptions(
                    extra_script=script,
                    connect=("'self'", "data:"),
                    is_served=True,
                    index=self._index,
                    nonce=self._nonce,
                )
                files = dict(assemble_site(deck.rendered, deck.css, options).files)
                self._page = (version, _marked(files.pop("index.html"), version))
                self._files = _newest(self._files, files)
            return self._page[1]

    def file(self, path: str) -> bytes | None:
        """Return a file of the site; those of pages that may still be shown are kept for a while."""
        if self._page is None:
            self.page()
        return self._files.get(path)


_INDEX = "/"
"""Where a served folder's decks are listed."""
_MOST_KEPT_BYTES = 256 * 1024 * 1024


def _newest(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the new files, and of the old ones those that there is room for: a page may still show them."""
    kept = dict(new)
    room = _MOST_KEPT_BYTES - sum(map(len, new.values()))
    for path, content in reversed(list(old.items())):
        room -= len(content)
        if path not in kept and room > 0:
            kept[path] = content
    return kept


def _marked(page: bytes, version: str) -> bytes:
    return page.replace(b" data-dc-served", f' data-dc-served="{version}"'.encode(), 1)


def _waiting_page(name: str, script: str) -> bytes:
    """Return what is shown until the deck compiles for the first time."""
    text = f"""<!doctype html>
<html lang="en" data-dc-served><head><meta charset="utf-8"><title>{html.escape(name)}</title></head>
<body style="font:16px sans-serif;padding:2em">{html.escape(name)} has no slides to show yet.
<script>{script}</script></body></html>
"""
    return text.encode()
