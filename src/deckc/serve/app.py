"""What is answered at which address of a served deck; a folder's decks are each at an address of their own.

GET /                  the page; of a folder the index of its decks
GET /assets/x.mp4      a file of the site, in parts where the browser asks for parts
GET /3                 to /#/3, where the slide is
WS  /-deckc/sync       what the windows of a talk share: docs/sync-protocol.md
WS  /-deckc/live       {"version": ..., "from": ..., "patch": {...}, "problems": [...]} after each compilation
    /-deckc/...        writing into the deck's files: `deckc.serve.writing`; exports: `deckc.serve.export_answers`

There is no way from an address to the disk: an address is looked up among the site's own names.
"""

from __future__ import annotations

import asyncio
import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from deckc.serve.answers import answer_file, answer_page, answer_redirect, answer_text
from deckc.serve.crowd import TRY_LATER, Crowd
from deckc.serve.deck import ServedDeck
from deckc.serve.export_answers import answer_export, is_export
from deckc.serve.exporting import Exporting
from deckc.serve.folder import index_page
from deckc.serve.guard import Guard, guarded
from deckc.serve.live import Live
from deckc.serve.room import meet
from deckc.serve.talk import Talks
from deckc.serve.writing import answer_writing, is_writing

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp
    from starlette.websockets import WebSocket

_OWN = "-deckc/"
_WRITING = ("PUT", "POST")
_LONGEST_BODY = 1024 * 1024


def create_app(talks: Talks, guard: Guard, exporting: Exporting | None = None) -> ASGIApp:
    """Return the application, behind its guard."""
    from starlette.applications import Starlette
    from starlette.routing import Route, WebSocketRoute

    async def show(request: Request) -> Response:
        # in a thread: compiling, or putting a page together, takes its time
        body = await _body_of(request) if request.method in _WRITING else b""
        path = request.path_params["path"]
        return await asyncio.to_thread(_show, path, request, body, talks, guard, exporting)

    crowd = Crowd()

    async def speak(socket: WebSocket) -> None:
        peer = socket.client.host if socket.client else ""
        with crowd.entering(peer, is_local=guard.is_local(socket.scope)) as has_room:
            if has_room:
                await _speak(socket, talks, guard)
            else:  # a browser is told the reason only of a connection that was made
                await socket.accept()
                await socket.close(TRY_LATER)

    return guarded(
        Starlette(
            routes=[
                WebSocketRoute("/{path:path}", speak),
                Route("/{path:path}", show, methods=["GET", "HEAD", *_WRITING]),
            ]
        ),
        guard,
    )


async def _body_of(request: Request) -> bytes:
    """Return a request's body; of one that is too long only more than is allowed."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST_BODY:
            break
    return body


def _show(
    path: str, request: Request, body: bytes, talks: Talks, guard: Guard, exporting: Exporting | None
) -> Response:
    if talks.folder is not None and path in {"", "index.html"}:
        return answer_page(index_page(talks.folder))
    found = talks.find(path)
    if found is None:
        if talks.named(path):
            return answer_redirect(f"/{quote(path)}/")
        return answer_text(HTTPStatus.NOT_FOUND, "There is no such deck here.")
    talk, rest = found
    if is_writing(rest):
        return answer_writing(rest, request, body, talk.deck, is_local=guard.is_local(request.scope))
    if is_export(rest):
        is_local = guard.is_local(request.scope)
        return answer_export(rest, request, body, talk.deck.entry, exporting, is_local=is_local)
    if request.method in _WRITING:
        return answer_text(HTTPStatus.METHOD_NOT_ALLOWED, "Nothing can be written here.")
    return _show_deck(talk.deck, f"/{talk.name}/" if talk.name else "/", rest, request)


def _show_deck(deck: ServedDeck, base: str, path: str, request: Request) -> Response:
    if path in {"", "index.html"}:
        return answer_page(deck.page())
    content = deck.file(path)
    if content is not None:
        return answer_file(content, path, request.headers.get("Range"))
    if "." not in path and path.isascii() and path.isprintable():
        return answer_redirect(f"{quote(base)}#/{path}")
    return answer_text(HTTPStatus.NOT_FOUND, "There is no such file in this deck.")


async def _speak(socket: WebSocket, talks: Talks, guard: Guard) -> None:
    found = await asyncio.to_thread(talks.find, socket.path_params["path"])
    if found is None or found[1] not in {f"{_OWN}live", f"{_OWN}sync"}:
        await socket.close()
    elif found[1] == f"{_OWN}live":
        await _follow(socket, found[0].deck.live, is_author=guard.is_local(socket.scope))
    else:
        await meet(socket, found[0].room, guard)


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
