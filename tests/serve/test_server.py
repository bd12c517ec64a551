"""The server answers from memory, to browsers of this machine, with parts of files where they are asked for."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator

import pytest

from deckc.model.site import Site
from deckc.serve.live import Live
from deckc.serve.server import DeckServer

PAGE = b'<!doctype html><html lang="en"><p>deck</p>'
VIDEO = bytes(range(100))


@pytest.fixture
def live() -> Live:
    live = Live()
    live.publish(Site({"index.html": PAGE, "assets/a.mp4": VIDEO, "assets/x.svg": b"<svg/>"}), "")
    return live


@pytest.fixture
def server(live: Live) -> Iterator[DeckServer]:
    server = DeckServer("127.0.0.1", 0, live, b"<html>waiting")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server
    live.close()
    server.shutdown()
    server.server_close()


def ask(
    server: DeckServer, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.putrequest(method, path, skip_host="Host" in (headers or {}))
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_page_is_marked_with_the_version_it_shows(server: DeckServer, live: Live) -> None:
    response, body = ask(server, "/")

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert body == PAGE.replace(b"<html", f'<html data-dc-version="{live.showing.version}"'.encode())


def test_nothing_is_kept_by_the_browser(server: DeckServer) -> None:
    assert ask(server, "/assets/x.svg")[0].headers["Cache-Control"] == "no-store"


def test_file_has_its_media_type(server: DeckServer) -> None:
    response, body = ask(server, "/assets/x.svg")

    assert (response.headers["Content-Type"], body) == ("image/svg+xml", b"<svg/>")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


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
def test_part_of_a_file(server: DeckServer, asked: str, part: bytes, place: str) -> None:
    response, body = ask(server, "/assets/a.mp4", headers={"Range": asked})

    assert (response.status, body, response.headers["Content-Range"]) == (206, part, place)


def test_part_behind_the_end_is_refused(server: DeckServer) -> None:
    response, _ = ask(server, "/assets/a.mp4", headers={"Range": "bytes=100-"})

    assert (response.status, response.headers["Content-Range"]) == (416, "bytes */100")


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=a-b"])
def test_range_that_is_not_understood_gives_the_whole(server: DeckServer, asked: str) -> None:
    response, body = ask(server, "/assets/a.mp4", headers={"Range": asked})

    assert (response.status, body) == (200, VIDEO)


def test_head_has_no_body(server: DeckServer) -> None:
    response, body = ask(server, "/assets/a.mp4", method="HEAD")

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
    ],
)
def test_path_that_is_no_file_of_the_site_is_not_found(server: DeckServer, path: str) -> None:
    assert ask(server, path)[0].status == 404


@pytest.mark.parametrize(
    ("path", "to"), [("/3", "/#/3"), ("/presenter/3", "/#/presenter/3"), ("/assets", "/#/assets")]
)
def test_route_leads_to_the_slide(server: DeckServer, path: str, to: str) -> None:
    response, _ = ask(server, path)

    assert (response.status, response.headers["Location"]) == (302, to)


def test_header_cannot_be_smuggled_into_a_redirect(server: DeckServer) -> None:
    response, _ = ask(server, "/3%0d%0aX-Evil:%201")

    assert response.status == 404
    assert "X-Evil" not in response.headers


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:3030", "[::1]:3030", "192.168.1.5", "deck.localhost"]
)
def test_host_of_this_machine_is_served(server: DeckServer, host: str) -> None:
    assert ask(server, "/", headers={"Host": host})[0].status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:3030", "localhost.evil.example", "", "@localhost.x"]
)
def test_host_of_others_is_refused(server: DeckServer, host: str) -> None:
    assert ask(server, "/", headers={"Host": host})[0].status == 403


def test_events_tell_of_each_new_state(server: DeckServer, live: Live) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", "/-deckc/events")
    response = connection.getresponse()
    first = read_event(response)
    live.publish(Site({"index.html": b"<html>new"}), "")
    second = read_event(response)
    live.publish(None, "slides.md:1:1: error")
    third = read_event(response)
    connection.close()

    assert response.headers["Content-Type"] == "text/event-stream"
    assert first["version"] != second["version"]
    assert third == {"version": second["version"], "problems": "slides.md:1:1: error"}


def test_events_end_with_the_server(server: DeckServer, live: Live) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", "/-deckc/events")
    response = connection.getresponse()
    read_event(response)
    live.close()
    rest = response.read()
    connection.close()

    assert b"version" not in rest.partition(b"data")[0]


def test_before_the_first_site_a_page_waits() -> None:
    live = Live()
    server = DeckServer("127.0.0.1", 0, live, b"<html>waiting")
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    body = ask(server, "/")[1]
    server.shutdown()
    server.server_close()

    assert body.startswith(b"<html data-dc-version=")
    assert body.endswith(b"waiting")


def read_event(response: http.client.HTTPResponse) -> dict[str, str]:
    line = response.readline()
    assert line.startswith(b"data: ")
    response.readline()
    read: dict[str, str] = json.loads(line[6:])
    return read
