"""The shared state as entries that carry their time: whoever has heard the same ones holds the same state.

entries = Entries()
entries.merge({"slide": (1700000000000, "x7f3", 3)})      that entry: it is new
entries.merge({"slide": (1600000000000, "b2c4", 9)})      {}: a later one is held
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping

from deckc.serve.room.values import fits

Entry = tuple[int, str, object]
"""When it was written (ms since 1970, later than all that its writer had seen), by which window, the value."""
Changes = Mapping[str, Entry]

_KEY = re.compile(r"[A-Za-z0-9_]{1,64}(?:/[A-Za-z0-9_.-]{1,32})?")
_WHO = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LATEST = 2**53
_AHEAD_MS = 24 * 3600 * 1000
"""How far the clock of a window may be ahead of the server's."""
_STEP_MS = 1000
"""How much later than the latest entry one may be in any case."""
_MOST_KEYS = 4096
_MOST_BYTES = 8 * 1024 * 1024


class MessageError(Exception):
    """A window sent what is no message of the protocol."""


class Entries:
    """The state of one talk."""

    def __init__(self) -> None:
        self.held: dict[str, Entry] = {}
        self._sizes: dict[str, int] = {}
        self._newest = 0

    def merge(self, changes: Changes) -> dict[str, Entry]:
        """Take over what is later than what is held, and return that.

        Raises:
            MessageError: The state would grow beyond what a talk needs, or hold what no browser reads.
        """
        newer = {key: entry for key, entry in changes.items() if self._is_newer(key, entry)}
        sizes = {key: _size(entry) for key, entry in newer.items()}
        if sum({**self._sizes, **sizes}.values()) > _MOST_BYTES or len({*self.held, *newer}) > _MOST_KEYS:
            raise MessageError
        self.held |= newer
        self._sizes |= sizes
        self._newest = max([self._newest, *(moment for moment, _, _ in newer.values())])
        return newer

    def timely(self, changes: Changes) -> dict[str, Entry]:
        """Return the entries that are not of the far future: nothing written later would count beside those."""
        latest = max(int(time.time() * 1000) + _AHEAD_MS, self._newest + _STEP_MS)
        return {key: entry for key, entry in changes.items() if entry[0] <= latest}

    def written(self, values: Mapping[str, object]) -> dict[str, Entry]:
        """Return values as entries of the server's own, later than all others."""
        moment = max(self._newest + 1, int(time.time() * 1000))
        return {key: (moment, "deckc", value) for key, value in values.items()}

    def _is_newer(self, key: str, entry: Entry) -> bool:
        held = self.held.get(key)
        return held is None or (entry[0], entry[1]) > (held[0], held[1])


def _size(entry: Entry) -> int:
    """Return how many bytes an entry takes on the wire; NaN is no JSON, and half of a character no text."""
    try:
        return len(json.dumps(entry, ensure_ascii=False, allow_nan=False).encode())
    except ValueError:
        raise MessageError from None


def read_changes(given: object) -> dict[str, Entry]:
    """Return what a window wrote.

    Raises:
        MessageError: It is no such thing.
    """
    if not isinstance(given, dict):
        raise MessageError
    changes = {_key(key): _entry(entry) for key, entry in given.items()}
    if not all(fits(key, value) for key, (_, _, value) in changes.items()):
        raise MessageError
    return changes


def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise MessageError
    return key


def _entry(entry: object) -> Entry:
    match entry:
        case [int() as moment, str() as who, value] if 0 <= moment < _LATEST and _WHO.fullmatch(who):
            return moment, who, value
    raise MessageError
