"""What is answered at which address of a served deck.

GET /                  the page, its root marked with the version it shows
GET /assets/x.mp4      a file of the site, in parts where the browser asks for parts
GET /3                 to /#/3, where the slide is
WS  /-deckc/live       {"version": "...", "problems": "..."} at once, and after each compilation

There is no way from an address to the disk: an address is looked up among the site's own names.
"""

from __future__ import annotations

import asyncio
import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from deckc.serve.answers import answer_file, answer_page, answer_redirect, answer_text
from deckc.serve.guard import Guard, guarded
from deckc.serve.live import Live

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp
    from starlette.websockets import WebSocket


def create_app(live: Live, waiting_page: bytes, guard: Guard) -> ASGIApp:
    """Return the application of one deck, behind its guard."""
    from starlette.applications import Starlette
    from starlette.routing import Route, WebSocketRoute

    async def show(request: Request) -> Response:
        return _show(request, live, waiting_page)

    async def follow(socket: WebSocket) -> None:
        await _follow(socket, live)

    routes = [WebSocketRoute("/-deckc/live", follow), Route("/{path:path}", show)]
    return guarded(Starlette(routes=routes), guard)


def _show(request: Request, live: Live, waiting_page: bytes) -> Response:
    path = request.path_params["path"]
    showing = live.showing
    if path in {"", "index.html"}:
        page = waiting_page if showing.site is None else showing.site.files["index.html"]
        return answer_page(page.replace(b"<html", f'<html data-dc-version="{showing.version}"'.encode(), 1))
    if showing.site and path in showing.site.files:
        return answer_file(showing.site.files[path], path, request.headers.get("Range"))
    if "." not in path and path.isascii() and path.isprintable():
        return answer_redirect(f"/#/{path}")
    return answer_text(HTTPStatus.NOT_FOUND, "There is no such file in this deck.")


async def _follow(socket: WebSocket, live: Live) -> None:
    """Tell of each new state until the browser leaves."""
    await socket.accept()
    with live.listening() as messages:
        telling = asyncio.create_task(_tell(socket, messages))
        with contextlib.suppress(Exception):  # however it ends: the browser is gone
            while (await socket.receive())["type"] != "websocket.disconnect":
                pass
        telling.cancel()


async def _tell(socket: WebSocket, messages: asyncio.Queue[str]) -> None:
    with contextlib.suppress(Exception):
        while True:
            await socket.send_text(await messages.get())
