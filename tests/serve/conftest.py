from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve.app import create_app
from deckc.serve.deck import ServedDeck, Speaker
from deckc.serve.guard import Guard
from deckc.serve.room import Room
from deckc.serve.talk import Talk, Talks
from deckc.serve.web import WebServer

PASSWORD = "open sesame"  # noqa: S105 - of the tests
SILENT = Speaker(lambda _: None, lambda _: None, lambda diagnostic: diagnostic.message)


def new_deck(entry: Path) -> ServedDeck:
    """Return a compiled deck."""
    deck = ServedDeck(entry, Services(IconSets(entry.parent), RemoteFiles()), SILENT)
    deck.compile()
    return deck


@pytest.fixture(autouse=True)
def _no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")


ServeEntry = Callable[..., WebServer]


@pytest.fixture
def serve_entry() -> Iterator[ServeEntry]:
    """Serve a deck at a free port until the test ends; other machines may watch."""
    servers: list[WebServer] = []

    def serve(entry: Path, room: Room | None = None, *, is_remote: bool = True) -> WebServer:
        deck = new_deck(entry)
        talk = Talk("", deck, room or Room("talk"))
        guard = Guard(is_remote=is_remote, password=PASSWORD if is_remote else "")
        server = WebServer("127.0.0.1", 0)
        server.start(create_app(Talks(entry, lambda _name, _entry: talk), guard))
        servers.append(server)
        return server

    yield serve
    for server in servers:
        server.stop()
