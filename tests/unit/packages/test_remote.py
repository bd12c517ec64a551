"""Remote pictures are fetched within limits, kept, and never from the author's own network."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deckc.model.services import Fetched
from deckc.packages import RemoteFiles, download, public_hosts

PNG = b"\x89PNG picture"


class _Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        match self.path.partition("?")[0]:
            case "/a.png" | "/%E5%9B%BE.png":
                self._answer("image/png", PNG)
            case "/untold.svg":
                self._answer("application/octet-stream", b"<svg/>")
            case "/page":
                self._answer("text/html", b"<p>")
            case "/moved":
                self._redirect("/a.png")
            case "/to-file":
                self._redirect("file:///etc/hostname")
            case "/to-loopback":
                self._redirect(f"http://127.0.0.2:{self.server.server_port}/a.png")  # type: ignore[attr-defined]
            case "/slow.png":
                self._trickle()
            case "/cut.png":
                self._answer("image/png", b"short", length=100)
            case _:
                self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self, kind: str, body: bytes, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()


class Host(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Host)
        self.asked: list[str] = []

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[Host]:
    server = Host()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_ALLOW_PRIVATE", "1")
    for name in ("DECKC_OFFLINE", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    download._opener.cache_clear()


def fetch_one(address: str, timeout_s: float = 3.0) -> Fetched | str:
    return RemoteFiles(timeout_s).fetch([address])[address]


def test_picture_comes_with_its_media_type(host: Host) -> None:
    assert fetch_one(host.at("/a.png")) == Fetched(PNG, "image/png")


def test_name_tells_the_media_type_where_the_server_does_not(host: Host) -> None:
    assert fetch_one(host.at("/untold.svg")) == Fetched(b"<svg/>", "image/svg+xml")


def test_redirect_is_followed(host: Host) -> None:
    assert fetch_one(host.at("/moved")) == Fetched(PNG, "image/png")


def test_address_is_sent_in_ascii(host: Host) -> None:
    assert fetch_one(host.at("/图.png")) == Fetched(PNG, "image/png")


def test_web_page_is_no_picture(host: Host) -> None:
    assert fetch_one(host.at("/page")) == "it is text/html, not a picture, video or font"


def test_missing_picture_is_told(host: Host) -> None:
    assert fetch_one(host.at("/none.png")) == "the server answers 404 Not Found"


def test_picture_that_breaks_off_is_not_kept(host: Host, tmp_path: Path) -> None:
    assert fetch_one(host.at("/cut.png")) == "the connection broke off"
    assert not (tmp_path / "cache").exists()


def test_slow_server_cannot_outlast_the_time_limit(host: Host) -> None:
    assert isinstance(fetch_one(host.at("/slow.png"), 0.4), str)


def test_one_time_limit_holds_for_all(host: Host) -> None:
    addresses = [host.at(f"/slow.png?{number}") for number in range(40)]
    fetched = RemoteFiles(0.4).fetch([*addresses, host.at("/a.png")])

    assert all(isinstance(fetched[address], str) for address in addresses)


def test_large_file_is_refused(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "LARGEST_BYTES", 4)

    assert "larger than" in str(fetch_one(host.at("/a.png")))


def test_second_build_asks_nobody(host: Host) -> None:
    fetch_one(host.at("/a.png"))

    assert fetch_one(host.at("/a.png")) == Fetched(PNG, "image/png")
    assert len(host.asked) == 1


def test_kept_picture_is_had_offline(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch_one(host.at("/a.png"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")

    assert isinstance(fetch_one(host.at("/a.png")), Fetched)
    assert "DECKC_OFFLINE" in str(fetch_one(host.at("/moved")))
    assert len(host.asked) == 1


def test_damaged_cache_is_fetched_anew(host: Host, tmp_path: Path) -> None:
    fetch_one(host.at("/a.png"))
    (kept,) = (tmp_path / "cache" / "remote").iterdir()
    kept.write_bytes(kept.read_bytes()[:-2])

    assert fetch_one(host.at("/a.png")) == Fetched(PNG, "image/png")


def test_cache_that_cannot_be_written_costs_nothing(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "file"))

    assert isinstance(fetch_one(host.at("/a.png")), Fetched)


def test_failure_is_remembered_for_a_while(host: Host) -> None:
    remote = RemoteFiles(3.0)
    remote.fetch([host.at("/none.png")])
    remote.fetch([host.at("/none.png")])

    assert len(host.asked) == 1


def test_own_machine_is_not_asked(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DECKC_ALLOW_PRIVATE")

    assert "private network" in str(fetch_one(host.at("/a.png")))
    assert host.asked == []


def test_redirect_to_a_private_host_is_refused(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DECKC_ALLOW_PRIVATE")
    check = public_hosts.check_address
    monkeypatch.setattr(
        public_hosts, "check_address", lambda ip, name: None if ip == "127.0.0.1" else check(ip, name)
    )

    assert "private network" in str(fetch_one(host.at("/to-loopback")))
    assert host.asked == ["/to-loopback"]


def test_redirect_to_a_file_is_refused(host: Host) -> None:
    assert isinstance(fetch_one(host.at("/to-file")), str)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "ftp://example.com/a.png", "http:///a.png", "no address", "", "http://[::1"],
)
def test_what_is_no_web_address_is_told(address: str) -> None:
    assert isinstance(fetch_one(address), str)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - refused, not bound
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_private_address_is_refused(ip: str) -> None:
    with pytest.raises(public_hosts.ForbiddenHostError):
        public_hosts.check_address(ip, "host")


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_address_is_allowed(ip: str) -> None:
    public_hosts.check_address(ip, "host")
