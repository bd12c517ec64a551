"""Listen at an address and answer with an application, in a thread with an event loop of its own.

web = WebServer(app, "127.0.0.1", port=None)      the first free port from 3030
web.start() ... web.stop()                        neither blocks for longer than a second
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp

FIRST_PORT = 3030
_PORTS_TRIED = 100
_BACKLOG = 2048
LONGEST_FRAME = 256 * 1024
"""Bytes of a WebSocket frame; drawings of a slide are some 20 KB."""
_EVERYWHERE = frozenset(("0.0.0.0", "::"))  # noqa: S104 - compared


class WebServer:
    """A socket that is listened at, and the thread that answers.

    Raises:
        OSError: The port is taken, no port is free, or the host is none of this machine's.
    """

    def __init__(self, host: str, port: int | None) -> None:
        self.host = host
        self._socket = _first_free(host) if port is None else _listen(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        name = "localhost" if self.host in _EVERYWHERE | {"127.0.0.1", "::1"} else self.host
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}/"

    @property
    def is_open(self) -> bool:
        """Whether it listens at every address of this machine."""
        return self.host in _EVERYWHERE

    def start(self, app: ASGIApp) -> None:
        """Answer from now on."""
        import uvicorn

        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            lifespan="off",
            proxy_headers=False,  # whom a proxy speaks for is not to be believed: deckc.serve.guard
            server_header=False,
            ws_max_size=LONGEST_FRAME,
            ws_per_message_deflate=False,  # 64 KB of memory for each of a thousand viewers
            ws_ping_interval=30.0,
            ws_ping_timeout=30.0,
            timeout_graceful_shutdown=1,
            backlog=_BACKLOG,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let everyone go and free the port."""
        if self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        self._socket.close()


def _first_free(host: str) -> socket.socket:
    for candidate in range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED - 1):
        with contextlib.suppress(OSError):
            return _listen(host, candidate)
    return _listen(host, FIRST_PORT + _PORTS_TRIED)


def _listen(host: str, port: int) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    family, _, _, _, place = found[0]
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # on Windows it would let two servers share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen(_BACKLOG)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening
