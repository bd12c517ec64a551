"""Hold the state of one talk and tell every window of each change.

Telling a window is to put the change beside what it has not read yet, and to wake its task: the same work for each,
and none of it waits. A window that reads slowly finds only the newest of each entry.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from weakref import WeakValueDictionary

from deckc.dataclass import dataclass
from deckc.serve.room.backplane import Backplane, MemoryBackplane
from deckc.serve.room.entries import Changes, Entries, Entry

_COUNT_EVERY_S = 1.0
_MOST_GUESSING = 4


@dataclass(eq=False, slots=True)
class Member:
    """A window that takes part."""

    role: str
    drives: bool
    unread: Mapping[str, Entry] = field(default_factory=dict)
    text: str = ""
    """The message of `unread`, where another window was told the very same."""
    people: int | None = None
    """Viewers, where it has not been told of them."""
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, changes: Mapping[str, Entry], text: str) -> None:
        """Put a change beside what is unread."""
        if self.unread:
            self.unread, self.text = {**self.unread, **changes}, ""
        else:
            self.unread, self.text = changes, text
        self.wake.set()

    async def next(self) -> str:
        """Return the next message, when there is one."""
        while not self.unread and self.people is None:
            await self.wake.wait()
            self.wake.clear()
        if self.unread:
            message = self.text or _message(self.unread)
            self.unread, self.text = {}, ""
            return message
        message = json.dumps({"people": self.people})
        self.people = None
        return message


class Room:
    """One talk. Everything but `renumber` is called in one event loop."""

    def __init__(self, name: str, backplane: Backplane | None = None) -> None:
        self.name = name
        self._backplane: Backplane = backplane or MemoryBackplane()
        self._entries = Entries()
        self._guessing: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._members: set[Member] = set()
        self._opening: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._counting: asyncio.TimerHandle | None = None

    @property
    def held(self) -> Mapping[str, Entry]:
        """The state."""
        return self._entries.held

    async def enter(self, role: str, *, drives: bool) -> Member:
        """Let a window in; what it is to be told first is the state."""
        if self._opening is None:
            self._loop = asyncio.get_running_loop()
            self._opening = asyncio.create_task(self._load())
        await asyncio.shield(self._opening)
        member = Member(role, drives)
        self._members.add(member)
        self._count_soon()
        return member

    def guessing(self, peer: str) -> asyncio.Semaphore:
        """Return what lets a few passwords from an address be tried at a time, so that nobody tries thousands."""
        return self._guessing.setdefault(peer, asyncio.Semaphore(_MOST_GUESSING))

    def leave(self, member: Member) -> None:
        """Let a window go."""
        self._members.discard(member)
        self._count_soon()

    def write(self, changes: Changes, writer: Member | None = None) -> None:
        """Take over what a window wrote, and tell the others and the other processes; the far future is passed over.

        Raises:
            MessageError: The state would grow beyond what a talk needs.
        """
        newer = self._entries.merge(self._entries.timely(changes))
        if newer:
            self._tell(newer, writer)
            self._backplane.write(self.name, newer)

    def hear(self, changes: Changes) -> None:
        """Take over what another process wrote."""
        newer = self._entries.merge(changes)
        if newer:
            self._tell(newer, None)

    def renumber(self, origins: Sequence[int | None]) -> None:
        """Follow slides that were added, removed or moved; `origins` has for each the old one that it was (from 0).

        Called from any thread.
        """
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._renumber, origins)

    async def _load(self) -> None:
        await self._backplane.open(lambda name, changes: self.hear(changes) if name == self.name else None)
        self._entries.merge(await self._backplane.load(self.name))

    def _tell(self, changes: Mapping[str, Entry], writer: Member | None) -> None:
        text = _message(changes)
        for member in self._members:
            if member is not writer:
                member.tell(changes, text)

    def _renumber(self, origins: Sequence[int | None]) -> None:
        places = {origin: index + 1 for index, origin in enumerate(origins) if origin is not None}
        values: dict[str, object] = {}
        if "slide" in self.held and "clicks" in self.held:
            old = self.held["slide"][2]
            if isinstance(old, int):
                clicks = self.held["clicks"][2] if old - 1 in places else 0
                values = {"slide": _landing(places, old, len(origins)), "clicks": clicks}
        drawn = {key: value for key, (_, _, value) in self.held.items() if key.startswith("drawings/")}
        for key in drawn:
            values.setdefault(key, None)
        for key, value in drawn.items():
            number = key.partition("/")[2]
            place = places.get(int(number) - 1) if number.isdecimal() else None
            if place is not None and value is not None:
                values[f"drawings/{place}"] = value
        changed = {
            key: value for key, value in values.items() if key not in self.held or self.held[key][2] != value
        }
        if changed.keys() & {"slide", "clicks"}:
            changed |= {key: values[key] for key in ("slide", "clicks")}  # they go together
        if changed:
            self.write(self._entries.written(changed))

    def _count_soon(self) -> None:
        if self._loop is not None and self._counting is None:
            self._counting = self._loop.call_later(_COUNT_EVERY_S, self._count)

    def _count(self) -> None:
        self._counting = None
        people = sum(not member.drives for member in self._members)
        for member in self._members:
            if member.drives:
                member.people = people
                member.wake.set()


def _landing(places: Mapping[int, int], old: int, total: int) -> int:
    """Return where a slide (from 1) now stands; where it is gone, the next of those behind it, else the last."""
    behind = sorted(origin for origin in places if origin >= old - 1)
    return places[behind[0]] if behind else total


def _message(changes: Mapping[str, Entry]) -> str:
    return json.dumps({"set": changes}, ensure_ascii=False, separators=(",", ":"))
