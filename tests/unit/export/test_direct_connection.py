"""What a browser says is put together again, whatever pieces it comes in; what it owes is told when it goes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from deckc.export.direct.connection import Connection
from deckc.export.direct.frames import Frames
from deckc.export.open_page import BrowserError


class Pipe(asyncio.WriteTransport):
    """Keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[dict[str, Any]] = []

    def write(self, data: Any) -> None:
        assert data.endswith(b"\0")
        self.written.append(json.loads(data[:-1]))

    def close(self) -> None:
        pass


def run_alone(work: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread: in this one the event loop of a test with Playwright may be at work."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def said(**message: object) -> bytes:
    return json.dumps(message).encode() + b"\0"


def connected(heard: list[tuple[str, dict[str, Any], str]]) -> tuple[Connection, Pipe]:
    pipe = Pipe()
    connection = Connection(lambda *event: heard.append(event))
    connection.use(pipe, pipe)
    return connection, pipe


def test_answers_and_events_in_any_pieces() -> None:
    async def talk(size: int) -> None:
        heard: list[tuple[str, dict[str, Any], str]] = []
        connection, pipe = connected(heard)
        first = connection.post("Page.enable", session="S")
        second = connection.post("Page.printToPDF", {"scale": 1})
        data = (
            said(id=2, result={"data": "x" * 50})
            + said(method="Page.loadEventFired", params={"timestamp": 1}, sessionId="S")
            + said(id=1, result={})
        )
        for at in range(0, len(data), size):
            connection.data_received(data[at : at + size])

        assert await first == {}
        assert await second == {"data": "x" * 50}
        assert heard == [("Page.loadEventFired", {"timestamp": 1}, "S")]
        assert pipe.written == [
            {"id": 1, "method": "Page.enable", "params": {}, "sessionId": "S"},
            {"id": 2, "method": "Page.printToPDF", "params": {"scale": 1}},
        ]

    for size in (1, 7, 1000):
        run_alone(talk(size))


def test_refusal_is_an_error_of_a_browser_that_is_there() -> None:
    async def talk() -> None:
        connection, _ = connected([])
        answer = connection.post("Page.fly")
        connection.data_received(said(id=1, error={"message": "'Page.fly' wasn't found"}))
        with pytest.raises(BrowserError, match="wasn't found") as refused:
            await answer
        assert not refused.value.is_gone

    run_alone(talk())


def test_browser_that_goes_leaves_no_one_waiting() -> None:
    async def talk() -> None:
        connection, _ = connected([])
        before = connection.post("Page.enable")
        connection.connection_lost(None)
        for answer in (before, connection.post("Page.enable")):
            with pytest.raises(BrowserError) as gone:
                await answer
            assert gone.value.is_gone

    run_alone(talk())


def test_frames_are_where_they_went() -> None:
    frames = Frames("main")
    frames.hear("Page.frameAttached", {"frameId": "a", "parentFrameId": "main"})
    frames.hear("Page.frameStartedLoading", {"frameId": "a"})
    assert frames.address_of("a") == "about:blank"
    assert frames.loading() == [("a", "about:blank")]

    frames.hear("Page.frameDetached", {"frameId": "a", "reason": "swap"})
    frames.hear("Page.frameNavigated", {"frame": {"id": "a", "parentId": "main", "url": "https://a.org/"}})
    frames.hear("Page.frameStoppedLoading", {"frameId": "a"})
    assert frames.address_of("a") == "https://a.org/"
    assert frames.loading() == []

    frames.hear("Page.frameDetached", {"frameId": "a", "reason": "remove"})
    assert frames.address_of("a") == ""


def test_the_page_itself_is_no_frame_in_it() -> None:
    frames = Frames("main")
    frames.hear("Page.frameNavigated", {"frame": {"id": "main", "url": "https://a.org/"}})
    frames.hear("Page.frameStartedLoading", {"frameId": "main"})

    assert frames.address_of("main") == ""
    assert frames.loading() == []
