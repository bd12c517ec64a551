"""No address, and no number of them, takes all that the server has."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

import deckc.serve.crowd
from deckc.serve.crowd import Crowd

from .conftest import ServeEntry

ELSEWHERE = {"X-Forwarded-For": "192.0.2.1"}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deckc.serve.crowd, "MOST", 4)
    monkeypatch.setattr(deckc.serve.crowd, "MOST_OF_ONE", 3)


def test_one_address_leaves_room_for_others() -> None:
    crowd = Crowd()
    with contextlib.ExitStack() as stack:
        entered = [stack.enter_context(crowd.entering(peer, is_local=False)) for peer in "aaaabb"]

    assert entered == [True, True, True, False, True, False]


def test_this_machine_has_room_in_any_case() -> None:
    crowd = Crowd()
    with contextlib.ExitStack() as stack:
        for peer in "aaab":
            stack.enter_context(crowd.entering(peer, is_local=False))

        assert all(stack.enter_context(crowd.entering("127.0.0.1", is_local=True)) for _ in range(9))


def test_who_leaves_makes_room() -> None:
    crowd = Crowd()
    for _ in range(9):
        with crowd.entering("a", is_local=False) as has_room:
            assert has_room


def test_window_for_which_there_is_no_room_is_told_to_come_later(
    tmp_path: Path, serve_entry: ServeEntry
) -> None:
    (tmp_path / "slides.md").write_text("# One\n")
    server = serve_entry(tmp_path / "slides.md")
    address = f"ws://localhost:{server.port}/-deckc/live"
    with contextlib.ExitStack() as stack:
        for _ in range(3):
            socket = stack.enter_context(connect(address, proxy=None, additional_headers=ELSEWHERE))
            assert "version" in json.loads(socket.recv(5))
        late = stack.enter_context(connect(address, proxy=None, additional_headers=ELSEWHERE))
        with pytest.raises(ConnectionClosed) as closed:
            late.recv(5)
        own = stack.enter_context(connect(address, proxy=None))

        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1013
        assert "version" in json.loads(own.recv(5))
