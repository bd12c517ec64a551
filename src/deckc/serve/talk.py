"""The decks that are served, each with the room of those who watch it, by their addresses.

one deck      /...                   the deck
a folder      /                      the index; /intro/... the deck intro.md, /talks/a/... talks/a/slides.md
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

from deckc.dataclass import dataclass
from deckc.serve.deck import ServedDeck
from deckc.serve.folder import find_decks
from deckc.serve.room import Room


@dataclass(frozen=True, slots=True)
class Talk:
    """A served deck and its room."""

    name: str
    """Its address below the server's, without slashes around it; empty for the only one."""
    deck: ServedDeck
    room: Room


NewTalk = Callable[[str, Path], Talk]
"""Makes the talk of a name and an entry."""


class Talks:
    """All decks of a server; those of a folder are compiled when they are first asked for."""

    def __init__(self, place: Path, new_talk: NewTalk) -> None:
        self._place = place
        self._new_talk = new_talk
        self._talks: dict[str, Talk] = {}
        self._lock = threading.Lock()
        self.on_asked: Callable[[], None] = lambda: None
        """Called when the paths that matter may be others."""
        if not place.is_dir():
            self._talks[""] = new_talk("", place)

    @property
    def folder(self) -> Path | None:
        """The folder whose decks are served; None where it is one deck."""
        return None if "" in self._talks else self._place

    @property
    def first_entry(self) -> Path | None:
        """The entry of the only deck."""
        talk = self._talks.get("")
        return talk.deck.entry if talk else None

    @property
    def asked(self) -> set[Path]:
        """Every path that decides how a deck looks that was asked for."""
        return {path for talk in self._talks.values() for path in talk.deck.asked}

    def find(self, path: str) -> tuple[Talk, str] | None:
        """Return the talk at an address (without its first slash), and what of the address follows its name."""
        if "" in self._talks:
            return self._talks[""], path
        parts = path.split("/")
        for count in range(len(parts) - 1, 0, -1):
            name = "/".join(parts[:count])
            talk = self._talks.get(name) or self._open(name)
            if talk is not None:
                return talk, "/".join(parts[count:])
        return None

    def named(self, name: str) -> bool:
        """Return whether a deck of the folder has this name."""
        return self.folder is not None and name in find_decks(self._place)

    def address_of(self, entry: Path) -> str | None:
        """Return the address of the page of a deck of the folder; None where the folder has no such deck."""
        found = (name for name, path in find_decks(self._place).items() if path == entry)
        return next((f"/{quote(name)}/" for name in found), None)

    def compile(self, touched: Iterable[Path]) -> None:
        """Compile every deck once more of which something was touched."""
        paths = frozenset(touched)
        for talk in list(self._talks.values()):
            if not paths or _concerns(talk.deck, paths):
                talk.deck.compile(paths)
        self.on_asked()

    def _open(self, name: str) -> Talk | None:
        """Return the talk of a name, compiled; None where the folder has no such deck."""
        entry = find_decks(self._place).get(name)
        if entry is None:
            return None
        with self._lock:
            if name not in self._talks:
                talk = self._new_talk(name, entry)
                talk.deck.compile()
                self._talks[name] = talk
                self.on_asked()
            return self._talks[name]


def _concerns(deck: ServedDeck, touched: frozenset[Path]) -> bool:
    asked = deck.asked
    if not asked.isdisjoint(touched):
        return True
    near = {parent for path in touched for parent in path.parents}
    real = {path.resolve() for path in asked if path.is_symlink()}
    return (
        not asked.isdisjoint(near)
        or not real.isdisjoint(touched)
        or any(not path.exists() for path in touched)
    )
