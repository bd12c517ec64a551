"""Look up icons by the names decks use: `carbon:add`, `carbon-add`, `CarbonAdd`.

    icons = IconSets(Path("/deck"))
    icons.split("CarbonAdd")        ("carbon", "add"); nothing is read
    icons.icon("carbon", "add")     Icon(...)

A set is looked for in the deck's own node_modules, then in deckc's cache, then npm fetches it once for good.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from deckc.builtin.icon_sets import ICON_SETS
from deckc.model.services import Icon
from deckc.packages.iconset import IconSet
from deckc.packages.npm_store import NpmPackage, NpmStore
from deckc.packages.problem import PackageError

_CAPITAL = re.compile(r"([A-Z])")
_HUMP = re.compile(r"([a-z])([A-Z])")
_LETTER_DIGIT = re.compile(r"([a-z])(\d+)")
_ICONS = "icons.json"
_ICON_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_MOST_COLLECTION_PARTS = 3
"""UnoCSS tries set names of three dash parts, then two, then one."""


class IconSets:
    """Finds icons for decks in or below `folder`; implements `IconLookup`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = NpmStore(folder)
        self._sets: dict[str, IconSet] = {}
        self._problems: dict[str, str] = {}
        self._icons: dict[tuple[str, str], Icon | None] = {}

    def split(self, text: str) -> tuple[str, str] | None:
        """Return collection and name of "carbon:add", "carbon-add" or "CarbonAdd"; None if no set fits."""
        written, colon, name = text.partition(":")
        if colon:
            collection = _kebab(written).removeprefix("i-")
            return (collection, _kebab(name)) if self._is_known(collection) and name else None
        parts = _kebab(text).split("-")
        if parts[0] == "i":
            parts = parts[1:]
        for count in range(min(_MOST_COLLECTION_PARTS, len(parts) - 1), 0, -1):
            collection = "-".join(parts[:count])
            if self._is_known(collection):
                return collection, "-".join(parts[count:])
        return None

    def icon(self, collection: str, name: str) -> Icon | None:
        """Return the icon, fetching its set if need be; None where it is not to be had."""
        icons = self._set(collection)
        if icons is None:
            return None
        key = (collection, name)
        if key not in self._icons:
            self._icons[key] = _find(icons, collection, name)
        return self._icons[key]

    def problem(self, collection: str) -> str | None:
        """Return why a set could not be had, with what to run; None when the set is there."""
        self._set(collection)
        return self._problems.get(collection)

    def prepare(self, collections: Iterable[str]) -> None:
        """Fetch the sets of these that are missing, all at the same time."""
        known = self._sets.keys() | self._problems.keys()
        missing = [name for name in dict.fromkeys(collections) if name not in known]
        far = [name for name in missing if self._must_be_fetched(name)]
        threads = [threading.Thread(target=self._set, args=(name,), daemon=True) for name in far]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _must_be_fetched(self, collection: str) -> bool:
        """Return whether only the network has a set; one at hand is opened sooner than a thread is started."""
        is_known = collection in ICON_SETS and collection not in self._local
        return is_known and self._store.held(_package(collection)) is None

    def _is_known(self, collection: str) -> bool:
        return collection in ICON_SETS or collection in self._local

    @cached_property
    def _local(self) -> dict[str, Path]:
        """The sets in node_modules folders at or above the deck; the nearest wins."""
        found: dict[str, Path] = {}
        for folder in (self._folder, *self._folder.parents):
            for name, path in _sets_in(folder / "node_modules"):
                found.setdefault(name, path)
        return found

    def _set(self, collection: str) -> IconSet | None:
        """Return a set, opened once; None and a remembered problem where it is not to be had.

        npm is asked once per process; a set that was installed beside the deck meanwhile is found (`serve`).
        """
        known = self._sets.get(collection)
        if known or (collection in self._problems and not self._has_come(collection)):
            return known
        try:
            self._sets[collection] = self._open(collection)
            self._problems.pop(collection, None)
        except (PackageError, OSError, ValueError) as error:
            self._problems[collection] = str(error)
        return self._sets.get(collection)

    def _has_come(self, collection: str) -> bool:
        folders = (self._folder, *self._folder.parents)
        paths = (folder / "node_modules" / "@iconify-json" / collection / "icons.json" for folder in folders)
        come = next((path for path in paths if path.is_file()), None)
        if come:
            self._local[collection] = come
        return come is not None

    def _open(self, collection: str) -> IconSet:
        local = self._local.get(collection)
        if local:
            return IconSet(local)
        if collection not in ICON_SETS:
            message = f'Iconify has no set of the name "{collection}"'
            raise PackageError(message)
        kept = self._store.kept(_package(collection), lambda files: _check_set(files[_ICONS], collection))
        return IconSet(kept / _ICONS)


def _package(collection: str) -> NpmPackage:
    return NpmPackage(f"@iconify-json/{collection}", (_ICONS,))


def _find(icons: IconSet, collection: str, name: str) -> Icon | None:
    """Return the icon of this name, or of the spellings that UnoCSS tries after it."""
    spellings = (name, _HUMP.sub(r"\1-\2", name).lower(), _LETTER_DIGIT.sub(r"\1-\2", name))
    found = (icons.icon(collection, s) for s in dict.fromkeys(spellings) if _ICON_NAME.fullmatch(s))
    return next((icon for icon in found if icon), None)


def _check_set(content: bytes, collection: str) -> None:
    try:
        read = json.loads(content)
    except ValueError as error:
        message = "its icons.json is no JSON"
        raise PackageError(message) from error
    is_set = isinstance(read, dict) and isinstance(read.get("icons"), dict)
    if not is_set or read.get("prefix") != collection:
        message = f'its icons.json is not the set "{collection}"'
        raise PackageError(message)


def _sets_in(node_modules: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and file of each set installed alone, then of those in the package that holds all."""
    for folder in _children(node_modules / "@iconify-json"):
        if (folder / "icons.json").is_file():
            yield folder.name, folder / "icons.json"
    for file in _children(node_modules / "@iconify" / "json" / "json"):
        if file.suffix == ".json":
            yield file.stem, file


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _kebab(text: str) -> str:
    """Return "CarbonAdd" as "carbon-add"; each capital starts a word."""
    return _CAPITAL.sub(r"-\1", text).strip("-").replace("--", "-").lower()
