"""A served deck follows its files: an edit reaches the browser, a mistake leaves the page and is told."""

from __future__ import annotations

import contextlib
import json
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

import deckc.serve.web
from deckc.compile.recompile import Recompiler
from deckc.diagnostics import Report
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving, Speaker

DECK = "# First words\n\n---\n\n# Two\n"


@pytest.fixture(autouse=True)
def _surroundings(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    entry = tmp_path / "slides.md"
    entry.write_text(DECK)
    return entry


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def serving(deck: Path, said: list[str]) -> Iterator[Serving]:
    serving = new_serving(deck, said)
    serving.start()
    yield serving
    serving.stop()


def new_serving(deck: Path, said: list[str], port: int | None = None) -> Serving:
    def tell(report: Report) -> None:
        said.extend(diagnostic.code for diagnostic in report.diagnostics)

    services = Services(IconSets(deck.parent), RemoteFiles())
    speaker = Speaker(said.append, tell, lambda diagnostic: diagnostic.code)
    return Serving(deck, lambda _: services, speaker, ServeOptions(port=port))


def page(serving: Serving) -> str:
    with urllib.request.urlopen(serving.address, timeout=5) as response:  # noqa: S310 - our own address
        text: str = response.read().decode()
        return text


class Events:
    """What a browser is told."""

    def __init__(self, serving: Serving) -> None:
        address = serving.address.replace("http:", "ws:").replace("localhost", "127.0.0.1")
        self._opened = contextlib.ExitStack()
        self._socket = self._opened.enter_context(connect(f"{address}-deckc/live", proxy=None))

    def next(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self._socket.recv(10))
        return read

    def close(self) -> None:
        self._opened.close()


@pytest.fixture
def events(serving: Serving) -> Iterator[Events]:
    listening = Events(serving)
    yield listening
    listening.close()


def test_page_is_served_with_the_reload_script(serving: Serving) -> None:
    served = page(serving)

    assert "First words" in served
    assert "-deckc/live" in served
    assert "connect-src &#39;self&#39;" in served or "connect-src 'self'" in served


def test_edit_reaches_the_browser(serving: Serving, events: Events, deck: Path) -> None:
    first = events.next()
    deck.write_text(DECK.replace("First", "Other"))
    second = events.next()

    assert first["version"] != second["version"]
    assert "Other words" in page(serving)


def test_new_style_sheet_reaches_the_browser(serving: Serving, events: Events, deck: Path) -> None:
    first = events.next()
    (deck.parent / "style.css").write_text("h1 { color: rgb(1, 2, 3) }")

    assert events.next()["version"] != first["version"]
    assert serving.address


def test_mistake_is_told_and_taken_back(serving: Serving, events: Events, deck: Path) -> None:
    events.next()
    deck.write_text("---\nlayout: nosuchlayout\n---\n" + DECK)
    with_mistake = events.next()
    deck.write_text(DECK)
    mended = events.next()

    assert "layout" in with_mistake["problems"][0]["text"]
    assert mended["problems"] == []
    assert serving.address


def test_deck_that_goes_leaves_the_page(serving: Serving, events: Events, deck: Path) -> None:
    first = events.next()
    deck.unlink()
    gone = events.next()

    assert gone["version"] == first["version"]
    assert gone["problems"]
    assert "First words" in page(serving)


def test_own_mistake_leaves_the_page(
    serving: Serving, events: Events, deck: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    events.next()

    def fail(*_: object, **__: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr(Recompiler, "compile", fail)
    deck.write_text("# Changed")

    assert "KeyError" in events.next()["problems"][0]["text"]
    assert "First words" in page(serving)
    assert any("KeyError" in line for line in said)


def test_edit_that_changes_nothing_tells_nobody(serving: Serving, deck: Path, said: list[str]) -> None:
    before = list(said)
    deck.write_text(DECK)
    time.sleep(0.8)

    assert said == before
    assert serving.address


def test_nothing_is_written_beside_the_deck(serving: Serving, deck: Path) -> None:
    page(serving)

    assert [path.name for path in deck.parent.iterdir()] == ["slides.md"]


def test_deck_may_come_later(deck: Path, said: list[str]) -> None:
    deck.unlink()
    serving = new_serving(deck, said)
    serving.start()
    listening = Events(serving)
    waiting = page(serving)
    listening.next()
    deck.write_text(DECK)
    listening.next()
    shown = page(serving)
    listening.close()
    serving.stop()

    assert "no slides to show yet" in waiting
    assert "First words" in shown


def test_port_that_is_taken_is_passed_over(
    deck: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(deckc.serve.web, "FIRST_PORT", port)
        serving = new_serving(deck, said)
        found = serving.address
        serving.stop()

        assert found != f"http://localhost:{port}/"
        with pytest.raises(OSError, match="in use"):
            new_serving(deck, said, port)


def test_stop_frees_the_port(deck: Path, said: list[str]) -> None:
    serving = new_serving(deck, said)
    serving.start()
    port = int(serving.address.rstrip("/").rpartition(":")[2])
    listening = Events(serving)
    listening.next()
    serving.stop()

    with socket.create_server(("127.0.0.1", port)):
        pass
    listening.close()
