"""A backplane on Redis: `deckc serve --backplane redis://host:6379/0`, with the extra `deckc[redis]`.

    hash  deckc:NAME      key -> "00001700000000000 x7f3 3": as text, of two entries the later is the greater one
    channel  deckc:NAME   {"from": process, "set": {...}}, sent by the script that writes

A process that dies takes nothing with it: what it had written stands in the hash, and its windows, which hold the
state themselves, bring along what they had not handed on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from deckc.serve.room.entries import Changes, Entry, MessageError, read_changes

if TYPE_CHECKING:
    from deckc.serve.room.backplane import Hear

_PREFIX = "deckc:"
_RETRY_S = 0.5
_KEPT_S = 7 * 24 * 3600
_WRITE = """
for index = 3, #ARGV, 2 do
  local old = redis.call('HGET', KEYS[1], ARGV[index])
  if not old or old < ARGV[index + 1] then redis.call('HSET', KEYS[1], ARGV[index], ARGV[index + 1]) end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('PUBLISH', KEYS[1], ARGV[2])
"""


class RedisBackplane:
    """Connects processes by a Redis server.

    Raises:
        ImportError: The package `redis` is not installed.
    """

    def __init__(self, address: str) -> None:
        from redis.asyncio import Redis

        self._redis: Any = Redis.from_url(address, socket_timeout=5, health_check_interval=10)
        self._process = secrets.token_hex(8)
        self._waiting: dict[str, dict[str, Entry]] = {}
        """What is to be handed on, by talk; a later entry takes the place of an earlier one."""
        self._has_news = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self, hear: Hear) -> None:
        """Listen to the other processes from now on."""
        is_listening = asyncio.Event()
        self._tasks = [
            asyncio.create_task(self._listen(hear, is_listening)),
            asyncio.create_task(self._hand_on()),
        ]
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(is_listening.wait(), 5)

    async def load(self, talk: str) -> Mapping[str, Entry]:
        """Return the state of a talk; nothing of it where the server cannot be reached."""
        from redis.exceptions import RedisError

        try:
            held = await self._redis.hgetall(_PREFIX + talk)
        except (RedisError, OSError):
            return {}
        state: dict[str, Entry] = {}
        for key, packed in held.items():
            with contextlib.suppress(MessageError, ValueError):  # another deckc may know other entries
                state |= read_changes({key.decode(): list(_unpacked(packed.decode()))})
        return state

    def write(self, talk: str, changes: Changes) -> None:
        """Hand on what was written."""
        self._waiting.setdefault(talk, {}).update(changes)
        self._has_news.set()

    async def close(self) -> None:
        """Let go."""
        for task in self._tasks:
            task.cancel()
        await self._redis.aclose()

    async def _hand_on(self) -> None:
        from redis.exceptions import RedisError

        while True:
            await self._has_news.wait()
            self._has_news.clear()
            waiting, self._waiting = self._waiting, {}
            for talk, changes in waiting.items():
                try:
                    await self._send(talk, changes)
                except (RedisError, OSError):  # again, with what was written meanwhile
                    self._waiting[talk] = {**changes, **self._waiting.get(talk, {})}
                    self._has_news.set()
                    await asyncio.sleep(_RETRY_S)

    async def _send(self, talk: str, changes: Mapping[str, Entry]) -> None:
        message = json.dumps({"from": self._process, "set": changes})
        pairs = [text for key, entry in changes.items() for text in (key, _packed(entry))]
        await self._redis.eval(_WRITE, 1, _PREFIX + talk, _KEPT_S, message, *pairs)

    async def _listen(self, hear: Hear, is_listening: asyncio.Event) -> None:
        from redis.exceptions import RedisError

        while True:
            try:
                async with self._redis.pubsub() as channel:
                    await channel.psubscribe(f"{_PREFIX}*")
                    is_listening.set()
                    while True:
                        message = await channel.get_message(ignore_subscribe_messages=True, timeout=5)
                        if message is not None:
                            self._tell(message, hear)
            except (RedisError, OSError):
                await asyncio.sleep(_RETRY_S)

    def _tell(self, message: Mapping[str, Any], hear: Hear) -> None:
        told = json.loads(message["data"])
        if told["from"] != self._process:
            with contextlib.suppress(MessageError):
                hear(message["channel"].decode().removeprefix(_PREFIX), read_changes(told["set"]))


def _packed(entry: Entry) -> str:
    moment, who, value = entry
    return f"{moment:020d} {who} {json.dumps(value)}"


def _unpacked(packed: str) -> Entry:
    moment, who, value = packed.split(" ", 2)
    return int(moment), who, json.loads(value)
