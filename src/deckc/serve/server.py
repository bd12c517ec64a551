"""Answer a browser's requests from memory: the site's files, and a stream that tells of each new compilation.

GET /                  the page, its root marked with the version it shows
GET /assets/x.mp4      a file of the site, in parts where the browser asks for parts
GET /-deckc/events     server-sent events: {"version": "...", "problems": "..."}
GET /3                 to /#/3, where the slide is

There is no way from an address to the disk: an address is looked up among the site's own names.
"""

from __future__ import annotations

import ipaddress
import json
import mimetypes
import os
import re
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from deckc.serve.live import Live, Showing

EVENTS_PATH = "/-deckc/events"
_HEARTBEAT_S = 15.0
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}


class DeckServer(ThreadingHTTPServer):
    """Listens at an address and serves what `live` shows.

    Raises:
        OSError: The port is taken, or the host is none of this machine's.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port

    def __init__(self, host: str, port: int, live: Live, waiting_page: bytes) -> None:
        self.live = live
        self.waiting_page = waiting_page
        self.host = host
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        self.address_family = found[0][0]
        super().__init__((host, port), _Answer)

    @property
    def address(self) -> str:
        """Where the deck is, for a browser on this machine."""
        host = "localhost" if self.host in {"0.0.0.0", "::", "127.0.0.1", "::1"} else self.host  # noqa: S104 - compared
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Be quiet about browsers that hang up; everything else is a mistake of deckc's."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def knows_host(self, header: str) -> bool:
        """Return whether a Host header names this server.

        A page of another site can make its own name resolve to 127.0.0.1 and then read what is served here
        (DNS rebinding); its requests carry that name. Addresses in digits cannot be rebound.
        """
        name = urlsplit(f"//{header}").hostname or ""
        own = {
            "localhost",
            self.host.lower(),
            socket.gethostname().lower(),
            f"{socket.gethostname().lower()}.local",
        }
        return name in own or name.endswith(".localhost") or _is_ip(name)


class _Answer(BaseHTTPRequestHandler):
    server: DeckServer
    protocol_version = "HTTP/1.1"
    server_version = "deckc"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        if not self.server.knows_host(self.headers.get("Host", "")):
            self._send(HTTPStatus.FORBIDDEN, b"This host name is not served here.\n", "text/plain")
            return
        path = unquote(urlsplit(self.path).path)
        showing = self.server.live.showing
        if path == EVENTS_PATH:
            self._stream()
        elif path in {"/", "/index.html"}:
            self._send(HTTPStatus.OK, self._page(showing), _MEDIA_TYPES[".html"])
        elif showing.site and path[1:] in showing.site.files:
            self._send_file(showing.site.files[path[1:]], media_type(path))
        elif "." not in path and path.isascii() and path.isprintable():
            self._redirect(f"/#{path}")
        else:
            self._send(HTTPStatus.NOT_FOUND, b"There is no such file in this deck.\n", "text/plain")

    do_HEAD = do_GET  # noqa: N815 - the same; `_send` leaves the body out

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what concerns the deck."""

    def _page(self, showing: Showing) -> bytes:
        page = self.server.waiting_page if showing.site is None else showing.site.files["index.html"]
        return page.replace(b"<html", f'<html data-dc-version="{showing.version}"'.encode(), 1)

    def _send_file(self, content: bytes, kind: str) -> None:
        """Send a file, or the part that was asked for: browsers play and wind videos by parts."""
        asked = self.headers.get("Range")
        match = _RANGE.fullmatch(asked.strip()) if asked else None
        if match is None or not (match[1] or match[2]):
            self._send(HTTPStatus.OK, content, kind, {"Accept-Ranges": "bytes"})
            return
        size = len(content)
        start = int(match[1]) if match[1] else max(0, size - int(match[2]))
        end = min(int(match[2]), size - 1) if match[1] and match[2] else size - 1
        if start > end:
            self._send(
                HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", kind, {"Content-Range": f"bytes */{size}"}
            )
            return
        place = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {start}-{end}/{size}"}
        self._send(HTTPStatus.PARTIAL_CONTENT, content[start : end + 1], kind, place)

    def _redirect(self, address: str) -> None:
        self._send(HTTPStatus.FOUND, b"", "text/plain", {"Location": address})

    def _send(self, status: HTTPStatus, body: bytes, kind: str, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self._send_common(kind)
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_common(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _stream(self) -> None:
        """Tell of each new state until the browser leaves or the server ends."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._send_common("text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        seen: Showing | None = None
        while self.command != "HEAD" and not self.server.live.is_closed:
            newest = self.server.live.wait(seen, _HEARTBEAT_S)
            told = json.dumps({"version": newest.version, "problems": newest.problems})
            self.wfile.write(b": still here\n\n" if newest is seen else f"data: {told}\n\n".encode())
            self.wfile.flush()
            seen = newest


def media_type(path: str) -> str:
    """Return the Content-Type of a file by its name."""
    suffix = PurePosixPath(path).suffix.lower()
    return _MEDIA_TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
