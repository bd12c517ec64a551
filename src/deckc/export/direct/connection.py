"""Speak the browser's protocol (CDP): commands and their answers, and events, as JSON with a zero byte behind each.

await connect(connection, process.commands, process.answers)
await connection.post("Page.printToPDF", {"printBackground": True}, session="5F3A...")    the answer's result
hear("Page.loadEventFired", {...}, "5F3A...")                                             called for each event
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from deckc.export.open_page import BrowserError

Hear = Callable[[str, dict[str, Any], str], None]
"""Called with an event's name, what it says, and the session it belongs to ("" for the browser's own)."""


class Connection(asyncio.Protocol):
    """The two pipes to a browser."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pieces: list[bytes] = []
        self._commands: asyncio.WriteTransport | None = None
        self._answers: asyncio.BaseTransport | None = None
        self._is_gone = False

    def post(
        self, method: str, params: Mapping[str, Any] | None = None, session: str = ""
    ) -> asyncio.Future[dict[str, Any]]:
        """Send a command, and return what will be its result, or a BrowserError; it need not be waited for."""
        number = next(self._numbers)
        answer = asyncio.get_running_loop().create_future()
        answer.add_done_callback(_look_at)
        if self._is_gone or self._commands is None:
            answer.set_exception(BrowserError("the browser has gone", is_gone=True))
            return answer
        message = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        self._waiting[number] = answer
        self._commands.write(json.dumps(message).encode() + b"\0")
        return answer

    def fail(self, message: str) -> None:
        """Let everything that waits for an answer know that none will come."""
        self._is_gone = True
        waiting, self._waiting = self._waiting, {}
        for answer in waiting.values():
            if not answer.done():
                answer.set_exception(BrowserError(message, is_gone=True))

    def close(self) -> None:
        """Close the pipes."""
        self.fail("the browser was ended")
        for transport in (self._commands, self._answers):
            if transport is not None:
                transport.close()

    def use(self, commands: asyncio.WriteTransport, answers: asyncio.BaseTransport) -> None:
        """Write commands there."""
        self._commands, self._answers = commands, answers

    def data_received(self, data: bytes) -> None:
        """Take a piece of what the browser says (called by asyncio)."""
        *ends, rest = data.split(b"\0")
        for end in ends:
            message = b"".join([*self._pieces, end])
            self._pieces.clear()
            self._take(json.loads(message))
        if rest:
            self._pieces.append(rest)

    def connection_lost(self, exc: Exception | None) -> None:
        """Take note that the browser is gone (called by asyncio)."""
        del exc
        self.fail("the browser has gone")

    def _take(self, message: dict[str, Any]) -> None:
        if "id" not in message:
            self._hear(message["method"], message.get("params", {}), message.get("sessionId", ""))
            return
        answer = self._waiting.pop(message["id"], None)
        if answer is None or answer.done():
            return
        if "error" in message:
            answer.set_exception(BrowserError(str(message["error"].get("message"))))
        else:
            answer.set_result(message.get("result", {}))


async def connect(connection: Connection, commands: int, answers: int) -> None:
    """Let a connection use the two pipes, which are its own from now on."""
    loop = asyncio.get_running_loop()
    reads, _ = await loop.connect_read_pipe(lambda: connection, os.fdopen(answers, "rb", 0))
    writes, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(commands, "wb", 0))
    connection.use(writes, reads)


def _look_at(answer: asyncio.Future[dict[str, Any]]) -> None:
    """Keep asyncio from complaining of an error that nobody asked for."""
    if not answer.cancelled():
        answer.exception()
