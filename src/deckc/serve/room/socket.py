"""Speak with one window of a talk: its hello, its changes, and what it is told (docs/sync-protocol.md)."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from typing import TYPE_CHECKING, Any

from deckc.serve.guard import Guard
from deckc.serve.room.entries import MessageError, read_changes
from deckc.serve.room.room import Member, Room

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

NO_MESSAGE = 4400
REFUSED = 4403
_HELLO_S = 5.0
_GUESS_S = 1.0
_DRIVING = frozenset(("presenter", "remote"))


class _RefusedError(Exception):
    """The password is wrong."""


async def meet(socket: WebSocket, room: Room, guard: Guard) -> None:
    """Speak with a window until it leaves."""
    await socket.accept()
    member: Member | None = None
    telling: asyncio.Task[None] | None = None
    try:
        member = await _greet(socket, room, guard)
        telling = asyncio.create_task(_tell(socket, member))
        while True:
            changes = read_changes((await _receive(socket)).get("set"))
            if member.drives:
                room.write(changes, member)
    except MessageError:
        await _close(socket, NO_MESSAGE)
    except _RefusedError:
        await _close(socket, REFUSED)
    except TimeoutError:
        await _close(socket, NO_MESSAGE)
    except _GoneError:
        pass
    finally:
        if telling is not None:
            telling.cancel()
        if member is not None:
            room.leave(member)


async def _greet(socket: WebSocket, room: Room, guard: Guard) -> Member:
    """Hear who comes, and answer with the state."""
    hello = (await asyncio.wait_for(_receive(socket), _HELLO_S)).get("hello")
    if not isinstance(hello, dict):
        raise MessageError
    role, password = hello.get("role"), hello.get("password", "")
    if role not in {*_DRIVING, "viewer"} or not isinstance(password, str):
        raise MessageError
    changes = read_changes(hello.get("set", {}))
    is_local = guard.is_local(socket.scope)
    if not is_local and (role in _DRIVING or password):
        await _try(password, socket, room, guard)
    member = await room.enter(role, drives=is_local or role in _DRIVING)
    if member.drives:
        room.write(changes, member)
    welcome = {"role": role, "drives": member.drives, "isLocal": is_local}
    now = int(time.time() * 1000)
    await socket.send_text(json.dumps({"welcome": welcome, "now": now, "set": room.held}))
    return member


async def _try(password: str, socket: WebSocket, room: Room, guard: Guard) -> None:
    """Let a password be right, or take its time: also what is right waits for the guesses before it.

    Raises:
        _RefusedError: It is wrong.
    """
    async with room.guessing(socket.client.host if socket.client else ""):
        if not guard.is_password(password):
            await asyncio.sleep(_GUESS_S)
            raise _RefusedError


async def _tell(socket: WebSocket, member: Member) -> None:
    with contextlib.suppress(Exception):  # however it ends: the window is gone
        while True:
            await socket.send_text(await member.next())


class _GoneError(Exception):
    """The window has left."""


async def _receive(socket: WebSocket) -> dict[str, Any]:
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise _GoneError
    try:
        told = json.loads(message.get("text") or "")
    except (ValueError, RecursionError):
        raise MessageError from None
    if not isinstance(told, dict):
        raise MessageError
    return told


async def _close(socket: WebSocket, code: int) -> None:
    with contextlib.suppress(Exception):
        await socket.close(code)
