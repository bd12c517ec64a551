"""All reading goes through a `Files` value: the disk, or a mapping in a test.

It remembers what was asked for, found or not; that is the watch list of `deckc serve`.

    files = MemoryFiles({"/deck/slides.md": "# Hello"})
    files.read_text(Path("/deck/slides.md"))  # "# Hello"
    files.asked                               # {Path("/deck/slides.md")}
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from deckc.model.bounds import Bounds, is_below

_PACKAGE = Path(__file__).resolve().parents[1]

BUILTIN_FOLDER = _PACKAGE / "builtin"
"""deckc's own layouts, components and styles."""

THEMES_FOLDER = next(
    (folder for folder in (_PACKAGE / "themes", _PACKAGE.parents[1] / "themes") if folder.is_dir()),
    _PACKAGE / "themes",
)
"""The built-in themes: in the package of an installed deckc, beside `src` in a checkout."""


class Files(Protocol):
    """What the compiler may read. Paths are absolute and normalised (no `..`)."""

    asked: set[Path]
    """Every file or folder that was looked for."""

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes; raise OSError where it cannot be read."""
        ...

    def is_file(self, path: Path) -> bool:
        """Return whether there is a file."""
        ...

    def is_folder(self, path: Path) -> bool:
        """Return whether there is a folder."""
        ...

    def list_folder(self, path: Path) -> tuple[Path, ...]:
        """Return the paths in a folder, sorted by name; empty where there is none."""
        ...

    def confine(self, project: Path) -> None:
        """Read from now on only what stands in the project, beside deckc's own files."""
        ...

    def admit(self, path: Path) -> None:
        """Let a further folder, or a file, be read."""
        ...

    def is_outside(self, path: Path) -> bool:
        """Return whether a path leads, by itself or by a link, out of what may be read."""
        ...

    def show(self, path: Path) -> str:
        """Return the path as an author would name it, for messages."""
        ...


class DiskFiles:
    """The real disk. `working_folder` is what shown paths are relative to."""

    def __init__(self, working_folder: Path | None = None) -> None:
        self.asked: set[Path] = set()
        self._working_folder = working_folder or Path.cwd()
        self._bounds: Bounds | None = None

    def confine(self, project: Path) -> None:
        """Read from now on only what stands in the project, beside deckc's own files."""
        self._bounds = Bounds(project, os.path.realpath)

    def admit(self, path: Path) -> None:
        """Let a further folder, or a file, be read."""
        if self._bounds is not None:
            self._bounds.admit(path)

    def is_outside(self, path: Path) -> bool:
        """Return whether a path leads, by itself or by a link, out of what may be read."""
        if self._bounds is None or _is_own(path):
            return False
        try:
            return not self._bounds.hold(path)
        except (OSError, ValueError):  # a name too long for the disk, a circle of links
            return True

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes; raise OSError where it cannot be read."""
        self.asked.add(path)
        if self.is_outside(path):
            raise PermissionError(errno.EACCES, "it lies outside of the project", str(path))
        return path.read_bytes()

    def is_file(self, path: Path) -> bool:
        """Return whether there is a file."""
        self.asked.add(path)
        try:
            return path.is_file() and not self.is_outside(path)
        except (OSError, ValueError):  # a name too long for the disk, or with a NUL: there is no such file
            return False

    def is_folder(self, path: Path) -> bool:
        """Return whether there is a folder."""
        self.asked.add(path)
        try:
            return path.is_dir() and not self.is_outside(path)
        except (OSError, ValueError):
            return False

    def list_folder(self, path: Path) -> tuple[Path, ...]:
        """Return the paths in a folder, sorted by name; empty where there is none."""
        self.asked.add(path)
        if self.is_outside(path):
            return ()
        try:
            return tuple(sorted(path.iterdir()))
        except OSError:
            return ()

    def show(self, path: Path) -> str:
        """Return the path relative to the working folder where it lies below it."""
        return _shown(path, self._working_folder)


class MemoryFiles:
    """Files of a test: absolute path -> text or bytes. Shown paths are relative to `working_folder`.

    deckc's own templates and themes are there as well, read from the disk.
    """

    def __init__(self, contents: Mapping[str, str | bytes], working_folder: str = "/deck") -> None:
        self.asked: set[Path] = set()
        self._contents = {
            Path(path): content.encode() if isinstance(content, str) else content
            for path, content in contents.items()
        }
        self._folders = {parent for path in self._contents for parent in path.parents}
        self._working_folder = Path(working_folder)
        self._own = DiskFiles(Path(working_folder))

    def confine(self, project: Path) -> None:
        """Do nothing: a test holds just the files that it means to be read."""

    def admit(self, path: Path) -> None:
        """Do nothing, as nothing is confined."""

    def is_outside(self, path: Path) -> bool:  # noqa: ARG002
        """Return False: there are no links."""
        return False

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes; raise FileNotFoundError where there is none."""
        self.asked.add(path)
        if _is_own(path):
            return self._own.read_bytes(path)
        if path not in self._contents:
            raise FileNotFoundError(path)
        return self._contents[path]

    def is_file(self, path: Path) -> bool:
        """Return whether there is a file."""
        self.asked.add(path)
        return self._own.is_file(path) if _is_own(path) else path in self._contents

    def is_folder(self, path: Path) -> bool:
        """Return whether there is a folder."""
        self.asked.add(path)
        return self._own.is_folder(path) if _is_own(path) else path in self._folders

    def list_folder(self, path: Path) -> tuple[Path, ...]:
        """Return the paths in a folder, sorted by name; empty where there is none."""
        self.asked.add(path)
        if _is_own(path):
            return self._own.list_folder(path)
        children = {p for p in (*self._contents, *self._folders) if p.parent == path and p != path}
        return tuple(sorted(children))

    def show(self, path: Path) -> str:
        """Return the path relative to the working folder where it lies below it."""
        return _shown(path, self._working_folder)


def _is_own(path: Path) -> bool:
    return is_below(path, BUILTIN_FOLDER) or is_below(path, THEMES_FOLDER)


def _shown(path: Path, folder: Path) -> str:
    return (path.relative_to(folder) if is_below(path, folder) else path).as_posix()
