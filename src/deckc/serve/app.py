"""What is answered at which address of a served deck.

GET /                  the page, its root marked with the version it shows
GET /assets/x.mp4      a file of the site, in parts where the browser asks for parts
GET /3                 to /#/3, where the slide is
WS  /-deckc/live       {"version": ..., "from": ..., "patch": {...}, "problems": [...]} after each compilation

There is no way from an address to the disk: an address is looked up among the site's own names.
"""

from __future__ import annotations

import asyncio
import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from deckc.serve.answers import answer_file, answer_page, answer_redirect, answer_text
from deckc.serve.deck import ServedDeck
from deckc.serve.guard import Guard, guarded
from deckc.serve.live import Live

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp
    from starlette.websockets import WebSocket


def create_app(deck: ServedDeck, guard: Guard) -> ASGIApp:
    """Return the application of one deck, behind its guard."""
    from starlette.applications import Starlette
    from starlette.routing import Route, WebSocketRoute

    def show(request: Request) -> Response:  # in a thread: putting a page together takes its time
        return _show(request, deck)

    async def follow(socket: WebSocket) -> None:
        await _follow(socket, deck.live, is_author=guard.is_local(socket.scope))

    routes = [WebSocketRoute("/-deckc/live", follow), Route("/{path:path}", show)]
    return guarded(Starlette(routes=routes), guard)


def _show(request: Request, deck: ServedDeck) -> Response:
    path = request.path_params["path"]
    if path in {"", "index.html"}:
        return answer_page(deck.page())
    content = deck.file(path)
    if content is not None:
        return answer_file(content, path, request.headers.get("Range"))
    if "." not in path and path.isascii() and path.isprintable():
        return answer_redirect(f"/#/{path}")
    return answer_text(HTTPStatus.NOT_FOUND, "There is no such file in this deck.")


async def _follow(socket: WebSocket, live: Live, *, is_author: bool) -> None:
    """Tell of each new state until the browser leaves."""
    await socket.accept()
    with live.listening(is_author=is_author) as messages:
        telling = asyncio.create_task(_tell(socket, messages))
        with contextlib.suppress(Exception):  # however it ends: the browser is gone
            while (await socket.receive())["type"] != "websocket.disconnect":
                pass
        telling.cancel()


async def _tell(socket: WebSocket, messages: asyncio.Queue[str]) -> None:
    with contextlib.suppress(Exception):
        while True:
            await socket.send_text(await messages.get())
