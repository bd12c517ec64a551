"""The server's side of docs/sync-protocol.md, as windows on this machine and elsewhere meet it."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from deckc.serve.web import LONGEST_FRAME, WebServer

from .conftest import PASSWORD, ServeEntry

ELSEWHERE = {"X-Forwarded-For": "192.0.2.1"}
"""What a proxy writes; the request is then none of this machine's."""


@pytest.fixture
def server(tmp_path: Path, serve_entry: ServeEntry) -> WebServer:
    entry = tmp_path / "slides.md"
    entry.write_text("# One\n\n---\n\n# Two\n")
    return serve_entry(entry)


class Window:
    """A connected window."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def send(self, message: object) -> None:
        self.socket.send(json.dumps(message))

    def next(self) -> dict[str, Any]:
        """Return the next message but the count of viewers."""
        while True:
            told: dict[str, Any] = json.loads(self.socket.recv(5))
            if "people" not in told:
                return told

    def close_code(self) -> int:
        try:
            while True:
                self.socket.recv(5)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0


Join = Callable[..., Window]


@pytest.fixture
def join(server: WebServer) -> Iterator[Join]:
    with contextlib.ExitStack() as stack:

        def open_it(headers: dict[str, str] | None = None, **hello: object) -> Window:
            address = f"ws://localhost:{server.port}/-deckc/sync"
            socket = stack.enter_context(connect(address, proxy=None, additional_headers=headers or {}))
            window = Window(socket)
            if hello:
                window.send({"hello": {"id": "window", "password": "", "set": {}, **hello}})
            return window

        yield open_it


def test_window_of_this_machine_drives_in_every_role(join: Join) -> None:
    for role in ("viewer", "presenter", "remote"):
        assert join(role=role).next()["welcome"] == {"role": role, "drives": True, "isLocal": True}


def test_viewer_elsewhere_watches(join: Join) -> None:
    assert join(ELSEWHERE, role="viewer").next()["welcome"] == {
        "role": "viewer",
        "drives": False,
        "isLocal": False,
    }


def test_presenter_elsewhere_drives_with_the_password(join: Join) -> None:
    welcome = join(ELSEWHERE, role="presenter", password=PASSWORD).next()["welcome"]

    assert welcome == {"role": "presenter", "drives": True, "isLocal": False}


@pytest.mark.parametrize("password", ["", "open", "open sesame ", "OPEN SESAME"])
@pytest.mark.parametrize("role", ["presenter", "remote"])
def test_wrong_password_gets_nothing(join: Join, role: str, password: str) -> None:
    assert join(ELSEWHERE, role=role, password=password).close_code() == 4403


def test_viewer_with_a_wrong_password_gets_nothing(join: Join) -> None:
    window = join(ELSEWHERE, role="viewer", password="guess")  # noqa: S106 - a wrong one

    assert window.close_code() == 4403


def test_many_passwords_at_once_are_answered_a_few_at_a_time(join: Join) -> None:
    for guess in range(20):
        join(ELSEWHERE, role="presenter", password=f"guess {guess}")
    right = join(ELSEWHERE, role="presenter", password=PASSWORD)

    with pytest.raises(TimeoutError):  # before their second is over nobody is told that one was right
        right.socket.recv(0.3)


@pytest.mark.parametrize("value", ["NaN", "1e999", '"\\ud800"'])
def test_what_no_browser_reads_is_no_message(join: Join, value: str) -> None:
    presenter, other = join(role="presenter"), join(role="viewer")
    presenter.next()
    presenter.socket.send(f'{{"set": {{"a": [5, "p", {value}]}}}}')

    assert presenter.close_code() == 4400
    assert other.next()["set"] == {}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("slide", 0),
        ("slide", "3"),
        ("slide", 1.5),
        ("slide", True),
        ("slide", 10**9),
        ("clicks", -1),
        ("clicks", None),
        ("drawings", "<svg/>"),
        ("drawings", {"1": "<path/>"}),
        ("drawings/1", 3),
        ("drawings/0", "<path/>"),
        ("drawings/toString", "<path/>"),
        ("slide/1", 3),
        ("pointer", {"x": "0", "y": 0}),
        ("pointer", {"x": 1e9, "y": 0}),
        ("pointer", [0, 0]),
        ("timer", None),
        ("timer", {"state": "late", "sinceMs": 0, "elapsedMs": 0}),
        ("timer", {"state": "running", "sinceMs": 0}),
        ("blank", "red"),
        ("zoom", {"x": 0, "y": 0, "scale": 0}),
        ("by", "me"),
    ],
)
def test_value_that_no_window_would_write_is_no_message(join: Join, key: str, value: object) -> None:
    presenter, other = join(role="presenter"), join(role="viewer")
    presenter.next()
    presenter.send({"set": {key: [5, "p", value]}})

    assert presenter.close_code() == 4400
    assert other.next()["set"] == {}


def test_values_that_windows_write_are_told(join: Join) -> None:
    presenter = join(role="presenter")
    presenter.next()
    state = {
        "slide": 3,
        "clicks": 0,
        "drawings/3": None,
        "drawings/4": "<path/>",
        "pointer": {"x": 0.5, "y": -0.01},
        "timer": {"state": "paused", "sinceMs": 1700000000000, "elapsedMs": 12.5},
        "blank": "white",
        "zoom": {"x": 0, "y": 1, "scale": 2.5},
        "mine": [1, None],
    }
    presenter.send({"set": {key: [5, "p", value] for key, value in state.items()}})
    told = join(role="viewer").next()["set"]

    assert {key: value for key, (_, _, value) in told.items()} == state


@pytest.mark.parametrize("moment", [2**53 - 1, 4 * 10**12])
def test_time_of_the_far_future_is_passed_over(join: Join, moment: int) -> None:
    presenter, other = join(role="presenter"), join(role="presenter")
    now = presenter.next()["now"]
    other.next()
    presenter.send({"set": {"slide": [moment, "p", 9]}})
    presenter.send({"set": {"slide": [now + 3_600_000, "p", 5]}})  # a clock that is an hour ahead
    first = other.next()
    other.send({"set": {"slide": [now + 3_600_001, "q", 6]}})

    assert first["set"]["slide"][2] == 5
    assert presenter.next()["set"]["slide"][2] == 6
    assert join(role="viewer", set={"slide": [moment, "v", 9]}).next()["set"]["slide"][2] == 6


def test_step_reaches_the_others_and_not_its_writer(join: Join) -> None:
    presenter, viewer = join(role="presenter"), join(ELSEWHERE, role="viewer")
    presenter.next()
    viewer.next()
    step = {"slide": [5, "p", 2], "clicks": [5, "p", 0]}
    presenter.send({"set": step})
    first = viewer.next()
    presenter.send({"set": {"blank": [6, "p", "black"]}})

    assert first == {"set": step}
    assert viewer.next() == {"set": {"blank": [6, "p", "black"]}}


def test_what_a_viewer_elsewhere_writes_is_passed_over(join: Join) -> None:
    viewer = join(ELSEWHERE, role="viewer", set={"slide": [9, "v", 7]})
    viewer.next()
    viewer.send({"set": {"slide": [99, "v", 7]}})

    assert join(role="presenter").next()["set"] == {}


def test_window_that_comes_later_is_told_the_state(join: Join) -> None:
    presenter = join(role="presenter")
    presenter.next()
    presenter.send({"set": {"slide": [5, "p", 2], "drawings/3": [5, "p", "<path/>"]}})
    other = join(role="presenter", set={"slide": [4, "q", 1]})

    assert other.next()["set"] == {"slide": [5, "p", 2], "drawings/3": [5, "p", "<path/>"]}


def test_state_comes_back_with_a_window_after_the_server_forgot_it(join: Join) -> None:
    viewer = join(ELSEWHERE, role="viewer")
    viewer.next()
    join(role="presenter", set={"slide": [5, "p", 2]}).next()

    assert viewer.next() == {"set": {"slide": [5, "p", 2]}}


def test_earlier_entry_changes_nothing(join: Join) -> None:
    presenter = join(role="presenter")
    presenter.next()
    presenter.send({"set": {"slide": [5, "p", 2]}})
    presenter.send({"set": {"slide": [4, "z", 9]}})
    presenter.send({"set": {"slide": [5, "a", 9]}})

    assert join(role="viewer").next()["set"] == {"slide": [5, "p", 2]}


def test_presenter_is_told_how_many_watch(join: Join) -> None:
    presenter = join(role="presenter")
    presenter.next()
    for _ in range(2):
        join(ELSEWHERE, role="viewer").next()
    told = [json.loads(presenter.socket.recv(5))]
    while told[-1] != {"people": 2}:
        told.append(json.loads(presenter.socket.recv(5)))

    assert all("people" in each for each in told)


@pytest.mark.parametrize(
    "message",
    [
        "[]",
        "{",
        '{"hello": 1}',
        '{"hello": {"role": "king"}}',
        '{"hello": {"role": "viewer", "password": 1}}',
        '{"hello": {"role": "viewer", "set": {"a b": [1, "w", 2]}}}',
        '{"hello": {"role": "viewer", "set": {"slide": [-1, "w", 2]}}}',
        '{"hello": {"role": "viewer", "set": {"slide": [1, "w w", 2]}}}',
        '{"hello": {"role": "viewer", "set": {"slide": 3}}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_message_ends_the_connection(join: Join, message: str) -> None:
    window = join()
    window.socket.send(message)

    assert window.close_code() == 4400


def test_frame_that_is_too_long_ends_the_connection(join: Join) -> None:
    window = join()
    window.socket.send("x" * (LONGEST_FRAME + 1))

    assert window.close_code() == 1009


def test_state_that_grows_without_end_is_cut_off(join: Join) -> None:
    window = join(role="presenter")
    window.next()
    for number in range(60):
        with contextlib.suppress(ConnectionClosed):
            window.send({"set": {f"big{number}": [number, "w", "x" * 200_000]}})

    assert window.close_code() == 4400


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}],
)
@pytest.mark.parametrize("path", ["sync", "live"])
def test_page_of_another_site_is_not_connected(server: WebServer, headers: dict[str, str], path: str) -> None:
    origin = headers.get("Origin")
    host = headers.get("Host", "localhost")
    address = f"ws://{host}:{server.port}/-deckc/{path}"

    plain = socket.create_connection(("127.0.0.1", server.port))
    with pytest.raises(InvalidStatus) as refused:
        connect(address, proxy=None, sock=plain, origin=origin).__enter__()  # type: ignore[arg-type]
    plain.close()

    assert refused.value.response.status_code == 403
