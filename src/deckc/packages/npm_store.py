"""Have files of npm packages at hand: beside the deck, in deckc's cache, or fetched once for good.

store = NpmStore(Path("/deck"))
store.folder_of(NpmPackage("katex", ("dist/katex.min.js", "dist/fonts/*.ttf"), series="0.16"))

/deck/node_modules/katex            where that is some 0.16
<cache>/npm/katex@0.16              else; npm brought it, now or in an earlier build
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.packages.cache import cache_folder, is_offline, keep_folder
from deckc.packages.problem import PackageError

Check = Callable[[Mapping[str, bytes]], None]
"""Raises PackageError for files that are not what they should be."""


@dataclass(frozen=True, slots=True)
class NpmPackage:
    """A package and what deckc needs of it."""

    name: str
    files: tuple[str, ...]
    """Paths in the package; the last part may hold `*`. Those without `*` must be there."""
    series: str = ""
    """"0.16": every version that starts so will do, and the newest of them is fetched; "3.5.34": that one; any where
    empty."""

    @property
    def spec(self) -> str:
        """Return what npm is asked for."""
        return f"{self.name}@{self.series}" if self.series else self.name


class NpmStore:
    """The packages that decks in or below `folder` can use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: dict[str, str] = {}

    def folder_of(self, package: NpmPackage) -> Path:
        """Return a folder that holds the package's files, which is fetched where need be.

        Raises:
            PackageError: Why it is not to be had, and what to run. npm is asked once.
            OSError: The cache cannot be written.
        """
        return self.local(package) or self.kept(package)

    def local(self, package: NpmPackage) -> Path | None:
        """Return the nearest installed package, in a node_modules folder at or above the deck."""
        for folder in (self._folder, *self._folder.parents):
            installed = folder / "node_modules" / package.name
            if _has_all(installed, package) and _is_of_series(installed, package.series):
                return installed
        return None

    def held(self, package: NpmPackage) -> Path | None:
        """Return the package's folder in the cache, where it was fetched before; nothing is fetched."""
        place = _place(package)
        return place if _has_all(place, package) else None

    def is_kept(self, package: NpmPackage) -> bool:
        """Return whether the cache has the package."""
        return _has_all(cache_folder() / "npm" / package.spec, package)

    def kept(self, package: NpmPackage, check: Check | None = None) -> Path:
        """Return the package's folder in the cache; see `folder_of`. `check` looks at what was fetched."""
        held = self.held(package)
        if held is not None:
            return held
        kept = _place(package)
        if package.spec in self._problems:
            raise PackageError(self._problems[package.spec])
        try:
            keep_folder(kept, fetch_package(package, check))
        except PackageError as error:
            self._problems[package.spec] = str(error)
            raise
        return kept


def _place(package: NpmPackage) -> Path:
    return cache_folder() / "npm" / package.spec


def fetch_package(package: NpmPackage, check: Check | None = None) -> Mapping[str, bytes]:
    """Return a package's files from npm.

    Raises:
        PackageError: Why it is not to be had, and what to run.
    """
    from deckc.packages.npm import npm_command, pack, read_members  # seldom needed, and slow to load

    by_hand = f'run "npm install {package.spec}" beside the deck'
    if is_offline():
        message = f"DECKC_OFFLINE is set and it was never fetched; build once without it, or {by_hand}"
        raise PackageError(message)
    if npm_command() is None:
        message = "npm, which fetches it, is not installed; run \"pip install 'deckc[npm]'\" and build again"
        raise PackageError(message)
    try:
        files = read_members(pack(package.spec, package.name), package.files)
        if check is not None:
            check(files)
    except PackageError as error:
        message = f"fetching it failed: {error}; {by_hand}"
        raise PackageError(message) from error
    return files


def version_of(folder: Path) -> str:
    """Return the version of the package in a folder; empty where it tells none."""
    try:
        described = json.loads((folder / "package.json").read_bytes())
    except (OSError, ValueError):
        return ""
    return str(described.get("version", "")) if isinstance(described, dict) else ""


def _has_all(folder: Path, package: NpmPackage) -> bool:
    return all((folder / path).is_file() for path in _needed(package))


def _needed(package: NpmPackage) -> Iterator[str]:
    return (path for path in package.files if "*" not in path)


def _is_of_series(folder: Path, series: str) -> bool:
    return not series or f"{version_of(folder)}.".startswith(f"{series}.")
