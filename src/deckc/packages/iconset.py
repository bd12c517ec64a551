"""Find one icon in an Iconify set, a JSON file of up to 10 MB, without reading the rest of it.

    IconSet(path).find("add")          {"body": "<path .../>"}
    IconSet(path).icon("mdi", "add")   Icon("mdi", "add", "<path .../>", 0, 0, 24, 24)

A set's icons, and then its aliases, are nearly always sorted by name, so that a binary search over the mapped
file finds an icon in well under a millisecond; where they are not, the file is searched from its start (about
1 ms for each MB). Quotes in JSON strings are escaped, so `"name": {` with no backslash before it is a key.
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from deckc.model.services import Icon
from deckc.packages.orientation import Orientation, orient

_KEY = re.compile(rb'(?<!\\)"([A-Za-z0-9_.-]+)"\s*:\s*\{(\s*"parent")?')
_OPENING = re.compile(rb"\s*:\s*(?=\{)")
_BOX_ENTRY = re.compile(rb'"(left|top|width|height)"\s*:\s*(-?\d+(?:\.\d+)?)')
_NEAR = 1 << 18
"""Bytes searched on each side of where the binary search ends; some sets are sorted by other rules."""
_LONGEST_KEY_GAP = 1 << 20
_SMALLEST_STEP = 64
_HEAD = 4096
_TAIL = 1 << 16
_MOST_PARENTS = 5
"""An alias of an alias is allowed; a longer chain is a circle."""
_DEFAULT_BOX = {"left": 0.0, "top": 0.0, "width": 16.0, "height": 16.0}


class IconSet:
    """One `icons.json`, mapped into memory.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file is empty.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._keys: dict[int, re.Match[bytes] | None] = {}
        """Place in the file -> the first key behind it."""
        self._icons_start = max(self._bytes.find(b'"icons"'), 0)
        self._box = self._default_box()

    def icon(self, collection: str, name: str) -> Icon | None:
        """Return an icon by its exact name, aliases followed; None where the set has none."""
        chain = self._chain(name)
        if not chain:
            return None
        box = {key: self._number(chain, key) for key in _DEFAULT_BOX}
        turned = Orientation(
            quarter_turns=sum(_integer(entry.get("rotate")) for entry in chain) % 4,
            flip_x=sum(entry.get("hFlip") is True for entry in chain) % 2 == 1,
            flip_y=sum(entry.get("vFlip") is True for entry in chain) % 2 == 1,
        )
        flat = Icon(collection, name, chain[-1]["body"], **box)
        return orient(flat, turned)

    def find(self, name: str) -> Mapping[str, Any] | None:
        """Return the entry of an icon or alias as the file has it."""
        for offset in self._offsets(name.encode()):
            entry = self._object_at(offset)
            if isinstance(entry.get("body"), str) or isinstance(entry.get("parent"), str):
                return entry
        return None

    def _chain(self, name: str) -> list[Mapping[str, Any]]:
        """Return the entries from the name to the icon it stands for; empty where that leads nowhere."""
        chain: list[Mapping[str, Any]] = []
        for _ in range(_MOST_PARENTS):
            entry = self.find(name)
            if entry is None:
                return []
            chain.append(entry)
            if isinstance(entry.get("body"), str):
                return chain
            name = entry["parent"]
        return []

    def _number(self, chain: list[Mapping[str, Any]], key: str) -> float:
        own = (entry[key] for entry in chain if isinstance(entry.get(key), int | float))
        return float(next(own, self._box[key]))

    def _offsets(self, name: bytes) -> Iterator[int]:
        """Yield where the value of a key of this name may start: likely places first, then every place."""
        for in_aliases in (False, True):
            near = self._nearest(name, in_aliases=in_aliases)
            yield from self._find_key(name, near, near + len(name) + 2)
            yield from self._find_key(name, max(0, near - _NEAR), near + _NEAR)
        yield from self._find_key(name, 0, len(self._bytes))

    def _nearest(self, name: bytes, *, in_aliases: bool) -> int:
        """Return where the key would stand if the icons, and behind them the aliases, were sorted by name."""
        low, high = self._icons_start, len(self._bytes)
        while high - low > _SMALLEST_STEP:
            middle = (low + high) // 2
            if middle not in self._keys:  # the first steps are the same for every name
                self._keys[middle] = self._next_key(middle)
            key = self._keys[middle]
            if key is None or key.start() >= high:
                high = middle
                continue
            is_alias = key.group(2) is not None
            if is_alias is in_aliases and key.group(1) == name:
                return key.start()
            is_before = key.group(1) < name if is_alias is in_aliases else in_aliases
            low, high = (key.end(), high) if is_before else (low, middle)
        return low

    def _next_key(self, start: int) -> re.Match[bytes] | None:
        """Return the key of the first object that opens at `start` or soon behind it."""
        icons, stop = self._bytes, start + _LONGEST_KEY_GAP
        brace = icons.find(b"{", start, stop)
        while brace >= 0:  # looking for the brace is quicker than for the quote, of which a body has dozens
            key = _KEY.match(icons, icons.rfind(b'"', 0, icons.rfind(b'"', 0, brace)))
            if key is not None and key.end(1) < brace:
                return key
            brace = icons.find(b"{", brace + 1, stop)
        return None

    def _find_key(self, name: bytes, start: int, stop: int) -> Iterator[int]:
        quoted = b'"' + name + b'"'
        at = self._bytes.find(quoted, start, stop)
        while at >= 0:
            opening = _OPENING.match(self._bytes, at + len(quoted))
            if opening and self._bytes[at - 1 : at] != b"\\":
                yield opening.end()
            at = self._bytes.find(quoted, at + 1, stop)

    def _object_at(self, offset: int) -> Mapping[str, Any]:
        """Return the JSON object that starts here; empty where it is no JSON."""
        size = 1 << 14
        while True:
            text = self._bytes[offset : offset + size].decode("utf-8", "ignore")
            try:
                found, _ = json.JSONDecoder().raw_decode(text)
            except ValueError:
                if offset + size >= len(self._bytes):
                    return {}
                size *= 8
            else:
                return found if isinstance(found, dict) else {}

    def _default_box(self) -> dict[str, float]:
        """Return the set's own box: entries before its icons, or behind the last object of the file."""
        head = self._bytes[: min(self._icons_start, _HEAD)]
        tail = self._bytes[-_TAIL:].rstrip()[:-1]
        tail = tail[tail.rfind(b"}") + 1 :]
        stated = {m.group(1).decode(): float(m.group(2)) for m in _BOX_ENTRY.finditer(head + tail)}
        return _DEFAULT_BOX | stated


def _integer(value: object) -> int:
    return value if isinstance(value, int) else 0
