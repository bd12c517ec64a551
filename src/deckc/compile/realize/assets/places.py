"""Find the file that an address names (spec 5.10, rule 13).

in /deck/pages/a.md:   "./x.png"  /deck/pages/x.png, /deck/x.png, /deck/public/x.png
                       "/x.png"   /deck/public/x.png, /theme/public/x.png, /deck/x.png

A file that is a deck served beside this one has a page: "../b/slides.md#/3" leads to "/b/#/3".
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from urllib.parse import unquote

from deckc.dataclass import dataclass
from deckc.model.files import Files
from deckc.model.services import ServedDecks
from deckc.model.source import DeckSource
from deckc.model.theme import Theme


class OutsideError(Exception):
    """An address leads out of the folders that a deck may read from."""


@dataclass(slots=True)
class Places:
    """Where the files of a deck are."""

    files: Files
    folder: Path
    """The entry's."""
    public_folders: tuple[Path, ...]
    """The deck's first."""
    project: Path
    """The workspace, or the entry's folder: what any address may lead into."""
    roots: tuple[Path, ...] = ()
    """The theme's and the addons' folders: what their own addresses may lead into."""
    decks: ServedDecks | None = None
    """Those that addresses may lead to as pages."""
    found: dict[tuple[str, Path], Path | None] = field(default_factory=dict)
    """What was looked for already."""

    def find(self, address: str, base: Path) -> Path | None:
        """Return the file that an address in a file of the folder `base` names; None where there is none.

        Query and fragment are no part of a file's name. Raises OutsideError where the address leads out of
        the workspace.
        """
        key = (address, base)
        if key not in self.found:
            self.found[key] = self._find(address, base)
        return self.found[key]

    def find_deck(self, address: str, base: Path) -> str | None:
        """Return the address of the page of the deck that an address names, query and fragment kept; None if of none.

        A served folder's decks may be outside of this one's project: they are never read here, only led to.
        """
        written = _path_of(address)
        if self.decks is None or not written.endswith(".md"):
            return None
        for name in dict.fromkeys([written, unquote(written)]):
            for candidate in self._candidates(name, base):
                if not candidate.is_relative_to(self.decks.folder):
                    continue
                self.files.is_file(candidate)  # whatever comes of it: what stands there later matters as well
                page = self.decks.address(candidate)
                if page is not None:
                    return page + address[len(written) :]
        return None

    def near(self, address: str, base: Path) -> list[str]:
        """Return the names of the files that stand where the address should have led."""
        name = _path_of(address)
        names: dict[str, None] = {}
        for candidate in self._candidates(name, base):
            if self.is_allowed(candidate, base):
                names.update((path.name, None) for path in self.files.list_folder(candidate.parent))
        return list(names)

    def _find(self, address: str, base: Path) -> Path | None:
        written = _path_of(address)
        is_outside = False
        for name in dict.fromkeys([written, unquote(written)]):
            if not name.strip("/."):
                continue
            for candidate in self._candidates(name, base):
                if not self.is_allowed(candidate, base):
                    is_outside = True
                elif self.files.is_file(candidate):
                    return candidate
        if is_outside:
            raise OutsideError
        return None

    def _candidates(self, name: str, base: Path) -> Iterator[Path]:
        relative = name.lstrip("/")
        folders = (base, self.folder, *self.public_folders)
        if name.startswith("/"):
            folders = (*self.public_folders, self.folder)
        elif name.startswith("@/"):
            folders, relative = (self.folder, *self.public_folders), name[2:]
        seen = set()
        for folder in folders:
            candidate = Path(os.path.normpath(folder / relative))
            if candidate not in seen:
                seen.add(candidate)
                yield candidate

    def is_allowed(self, path: Path, base: Path) -> bool:
        """Return whether an address in a file of the folder `base` may lead to a path."""
        owners = [
            self.project,
            *self.public_folders,
            *(root for root in self.roots if base.is_relative_to(root)),
            *_package_around(base),
        ]
        return any(path.is_relative_to(owner) for owner in owners) and not self.files.is_outside(path)


def _package_around(folder: Path) -> tuple[Path, ...]:
    """Return the npm package that a folder is of, if it is of one: what may be read at all is told elsewhere."""
    parts = folder.parts
    if "node_modules" not in parts:
        return ()
    start = len(parts) - parts[::-1].index("node_modules")
    length = 2 if parts[start : start + 1] and parts[start].startswith("@") else 1
    return (Path(*parts[: start + length]),)


def places_of(source: DeckSource, theme: Theme, files: Files, decks: ServedDecks | None) -> Places:
    """Return the folders of a deck and of the roots that it uses."""
    folder = source.entry.path.parent
    roots = [root.folder for root in reversed(theme.roots) if root.folder != folder]
    return Places(
        files=files,
        folder=folder,
        public_folders=tuple(dict.fromkeys([folder / "public", *(root / "public" for root in roots)])),
        project=source.workspace or folder,
        roots=tuple(roots),
        decks=decks,
    )


def _path_of(address: str) -> str:
    return address.split("#", 1)[0].split("?", 1)[0].replace("\\", "/").replace("\0", "")
