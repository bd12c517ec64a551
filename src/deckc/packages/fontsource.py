"""Find a font family among Fontsource's npm packages: which files hold which characters, weights and styles.

    family = find_family(NpmStore(Path("/deck")), "Noto Sans SC")
    family.weights            (100, ..., 900)        of `@fontsource-variable/noto-sans-sc`, else of `@fontsource/...`
    family.slices(400, italic=False)     (FontSlice(path, ranges), ...)

Large families come in slices, each for a range of characters: only those that a deck needs are opened.
"""

from __future__ import annotations

import json
import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.packages.cache import cache_folder, keep
from deckc.packages.npm_store import NpmPackage, NpmStore, version_of
from deckc.packages.problem import PackageError

_SERIES = "5"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_SOURCE = re.compile(r"url\(\s*[\"']?(?:\./)?(files/[\w.\[\]-]+\.woff2)")
_RANGES = re.compile(r"unicode-range:\s*([^;]+)")
_RANGE = re.compile(r"U\+([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?", re.IGNORECASE)
_WEIGHTS = re.compile(r"font-weight:\s*(\d+)(?:\s+(\d+))?")
_STATIC_SHEET = re.compile(r"([1-9]\d{2})\.css")
_STEP = 100
_ABSENT_FOR_S = 30 * 86400.0
"""How long it is believed that there is no family of a name."""
_NOT_FOUND = "404"

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FontSlice:
    """A file, and the characters that it is meant for."""

    path: Path
    label: str
    """Tells the file from all others, in every version: what results are kept under."""
    ranges: tuple[Range, ...]
    """First and last code point of each; empty for all."""

    def choose(self, codes: Sequence[int]) -> frozenset[str]:
        """Return the characters that it is meant for; `codes` are sorted."""
        if not self.ranges:
            return frozenset(map(chr, codes))
        spans = ((bisect_left(codes, first), bisect_right(codes, last)) for first, last in self.ranges)
        return frozenset(chr(code) for start, end in spans for code in codes[start:end])


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family in a folder."""

    name: str
    folder: Path
    weights: tuple[int, ...]
    is_variable: bool
    has_italics: bool
    credit: str
    """Who holds the rights, and under which licence it is given."""

    def slices(self, weight: int, *, italic: bool) -> tuple[FontSlice, ...]:
        """Return the files for a look; `weight` is one of `weights`."""
        kind = "wght" if self.is_variable else str(weight)
        return _slices_of(self.folder, f"{kind}{'-italic' if italic else ''}.css")


def find_family(store: NpmStore, name: str) -> FontFamily:
    """Return a family: beside the deck, in the cache, else fetched; the variable kind, which holds all weights, first.

    Raises:
        PackageError: Why it is not to be had, and what to run.
        OSError: The cache cannot be written.
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
    if not _SLUG.fullmatch(slug) or not name.isascii():
        raise PackageError(f'Fontsource has no family of the name "{name}"')
    packages = [_package(f"@fontsource-variable/{slug}"), _package(f"@fontsource/{slug}")]
    for package in packages:
        folder = store.local(package) or store.held(package)
        if folder is not None:
            return _read_family(name, folder)
    return _read_family(name, _fetched(store, packages, name, slug))


def _package(name: str) -> NpmPackage:
    return NpmPackage(
        name, ("package.json", "index.css", "*.css", "*.json", "LICENSE*", "files/*.woff2"), _SERIES
    )


def _fetched(store: NpmStore, packages: list[NpmPackage], name: str, slug: str) -> Path:
    absent = cache_folder() / "fonts" / "absent" / slug
    if _is_fresh(absent):
        raise PackageError(f'Fontsource has no family of the name "{name}"')
    *others, last = packages
    for package in others:
        try:
            return store.kept(package)
        except PackageError as error:
            if _NOT_FOUND not in str(error):
                raise
    try:
        return store.kept(last)
    except PackageError as error:
        if _NOT_FOUND not in str(error):
            raise
        keep(absent, b"")
        raise PackageError(f'Fontsource has no family of the name "{name}"') from error


def _is_fresh(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < _ABSENT_FOR_S
    except OSError:
        return False


def _read_family(name: str, folder: Path) -> FontFamily:
    """Return the family in a package's folder.

    Raises:
        PackageError: It is none.
    """
    names = {path.name for path in folder.glob("*.css")}
    is_variable = "variable" in folder.parent.name
    if is_variable:
        found = _WEIGHTS.search(_read(folder / "wght.css") or _read(folder / "index.css"))
        low, high = (int(found[1]), int(found[2] or found[1])) if found else (400, 400)
        weights = tuple(range(low, high + 1, _STEP)) or (low,)
    else:
        weights = tuple(sorted(int(match[1]) for css in names if (match := _STATIC_SHEET.fullmatch(css))))
    if not weights:
        raise PackageError(f'"{folder.name}" holds no faces')
    has_italics = any(css.endswith("-italic.css") for css in names)
    return FontFamily(name, folder, weights, is_variable, has_italics, _credit(folder))


def _credit(folder: Path) -> str:
    """Return the first line of the licence, which names the holder, and the licence's name and address."""
    holder = next((line.strip() for line in _read(folder / "LICENSE").splitlines() if line.strip()), "")
    try:
        told = json.loads(_read(folder / "metadata.json") or "{}").get("license", {})
        kind, address = str(told.get("type", "")), str(told.get("url", ""))
    except (ValueError, AttributeError):
        kind, address = "", ""
    return ", ".join(filter(None, [holder[:200], kind, address]))


@lru_cache(maxsize=64)
def _slices_of(folder: Path, sheet: str) -> tuple[FontSlice, ...]:
    label = f"{folder.parent.name}/{folder.name} {version_of(folder)}"
    return tuple(_read_slices(_read(folder / sheet) or _read(folder / "index.css"), folder, label))


def _read_slices(sheet: str, folder: Path, label: str) -> Iterator[FontSlice]:
    for face in _FACE.findall(sheet):
        source, ranges = _SOURCE.search(face), _RANGES.search(face)
        path = folder / source[1] if source else folder
        if source and path.is_file():
            spans = _RANGE.findall(ranges[1]) if ranges else ()
            codes = tuple((int(first, 16), int(last or first, 16)) for first, last in spans)
            yield FontSlice(path, f"{label}/{path.name} {path.stat().st_size}", codes)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
