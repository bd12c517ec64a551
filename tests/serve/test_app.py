"""The server answers from memory, to browsers of this machine, with parts of files where they are asked for."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve.app import create_app
from deckc.serve.deck import ServedDeck, Speaker
from deckc.serve.guard import Guard
from deckc.serve.room import Room
from deckc.serve.talk import Talk, Talks
from deckc.serve.web import WebServer

VIDEO = bytes(range(100))


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ServedDeck:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    folder = tmp_path / "talk"
    folder.mkdir()
    (folder / "slides.md").write_text("# Deck\n\n<video src='./a.mp4'/>\n\n![](./x.svg)\n")
    (folder / "a.mp4").write_bytes(VIDEO)
    (folder / "x.svg").write_bytes(b"<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    services = Services(IconSets(folder), RemoteFiles())
    served = ServedDeck(folder / "slides.md", services, Speaker(print, lambda _: None, lambda d: d.message))
    served.compile()
    return served


@pytest.fixture
def server(deck: ServedDeck) -> Iterator[WebServer]:
    server = WebServer("127.0.0.1", 0)
    server.start(create_app(Talks(deck.entry, lambda name, _: Talk(name, deck, Room("deck"))), Guard()))
    yield server
    server.stop()


def path_of(deck: ServedDeck, name: str) -> str:
    """Return the address of a file of the deck."""
    found = re.search(rb"assets/%s-\w+\.\w+" % name.encode(), deck.page())
    assert found
    return f"/{found[0].decode()}"


def ask(
    server: WebServer, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.putrequest(method, path, skip_host="Host" in (headers or {}))
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_page_is_marked_with_the_version_it_shows(server: WebServer, deck: ServedDeck) -> None:
    response, body = ask(server, "/")

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'data-dc-served="{deck.version}"'.encode() in body


def test_page_is_not_kept_by_the_browser(server: WebServer) -> None:
    assert ask(server, "/")[0].headers["Cache-Control"] == "no-store"


def test_file_has_its_media_type_and_is_kept_under_its_hash(server: WebServer, deck: ServedDeck) -> None:
    response, body = ask(server, path_of(deck, "x"))

    assert (response.headers["Content-Type"], body) == ("image/svg+xml", b"<svg/>")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "part", "place"),
    [
        ("bytes=0-9", VIDEO[:10], "bytes 0-9/100"),
        ("bytes=90-", VIDEO[90:], "bytes 90-99/100"),
        ("bytes=-5", VIDEO[-5:], "bytes 95-99/100"),
        ("bytes=50-500", VIDEO[50:], "bytes 50-99/100"),
        ("bytes=-500", VIDEO, "bytes 0-99/100"),
    ],
)
def test_part_of_a_file(server: WebServer, deck: ServedDeck, asked: str, part: bytes, place: str) -> None:
    response, body = ask(server, path_of(deck, "a"), headers={"Range": asked})

    assert (response.status, body, response.headers["Content-Range"]) == (206, part, place)


def test_part_behind_the_end_is_refused(server: WebServer, deck: ServedDeck) -> None:
    response, _ = ask(server, path_of(deck, "a"), headers={"Range": "bytes=100-"})

    assert (response.status, response.headers["Content-Range"]) == (416, "bytes */100")


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=a-b"])
def test_range_that_is_not_understood_gives_the_whole(
    server: WebServer, deck: ServedDeck, asked: str
) -> None:
    response, body = ask(server, path_of(deck, "a"), headers={"Range": asked})

    assert (response.status, body) == (200, VIDEO)


def test_head_has_no_body(server: WebServer, deck: ServedDeck) -> None:
    response, body = ask(server, path_of(deck, "a"), method="HEAD")

    assert (response.status, response.headers["Content-Length"], body) == (200, "100", b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd.txt",
        "/%2e%2e/%2e%2e/etc/passwd.txt",
        "/assets/../../x.py",
        "//etc/host.conf",
        "/assets/none.png",
        "/C:/x.txt",
        "/a.mp4",
        "/slides.md",
        "/link.txt",
        "/%2fetc%2fpasswd.txt",
        "/..%5c..%5csecret.txt",
        "/assets/..%2f..%2fsecret.txt",
    ],
)
def test_path_that_is_no_file_of_the_site_is_not_found(server: WebServer, path: str) -> None:
    assert ask(server, path)[0].status == 404


@pytest.mark.parametrize(
    ("path", "to"), [("/3", "/#/3"), ("/presenter/3", "/#/presenter/3"), ("/assets", "/#/assets")]
)
def test_route_leads_to_the_slide(server: WebServer, path: str, to: str) -> None:
    response, _ = ask(server, path)

    assert (response.status, response.headers["Location"]) == (302, to)


def test_header_cannot_be_smuggled_into_a_redirect(server: WebServer) -> None:
    response, _ = ask(server, "/3%0d%0aX-Evil:%201")

    assert response.status == 404
    assert "X-Evil" not in response.headers


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:3030", "[::1]:3030", "192.168.1.5", "deck.localhost"]
)
def test_host_of_this_machine_is_served(server: WebServer, host: str) -> None:
    assert ask(server, "/", headers={"Host": host})[0].status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:3030", "localhost.evil.example", "", "@localhost.x"]
)
def test_host_of_others_is_refused(server: WebServer, host: str) -> None:
    assert ask(server, "/", headers={"Host": host})[0].status == 403


def listen(server: WebServer) -> ClientConnection:
    return connect(f"ws://127.0.0.1:{server.port}/-deckc/live", proxy=None)


def test_browser_is_told_of_each_new_state(server: WebServer, deck: ServedDeck) -> None:
    with listen(server) as socket:
        first = json.loads(socket.recv(5))
        deck.entry.write_text("# Other\n")
        deck.compile([deck.entry])
        second = json.loads(socket.recv(5))
        deck.entry.write_text("---\nlayout: nosuch\n---\n# Other\n")
        deck.compile([deck.entry])
        third = json.loads(socket.recv(5))

    assert second["from"] == first["version"] != second["version"]
    assert "Other" in second["patch"]["pages"][0]
    assert "nosuch" in third["problems"][0]["text"]
    assert third["problems"][0]["line"] == 2


def test_connection_ends_with_the_server(server: WebServer) -> None:
    with listen(server) as socket:
        socket.recv(5)
        server.stop()

        with pytest.raises(ConnectionClosed):
            socket.recv(5)


def test_before_the_first_site_a_page_waits(deck: ServedDeck) -> None:
    deck.entry.unlink()
    empty = ServedDeck(
        deck.entry,
        Services(IconSets(deck.entry.parent), RemoteFiles()),
        Speaker(print, lambda _: None, lambda d: d.message),
    )
    empty.compile()

    assert b"no slides to show yet" in empty.page()
