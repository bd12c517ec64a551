"""The disk, with a record of what each step of a compilation asked for, to be held against the disk later.

files = TracedFiles(before=None)
with files.tracing() as trace:
    load_theme(...)
TracedFiles(before=files).is_unchanged(trace)        False once any of those files was saved, came or went
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.model.files import DiskFiles

Stamp = tuple[int, ...]
"""What tells one state of a file from another; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a step looked at."""

    stamps: dict[Path, Stamp] = field(default_factory=dict)
    """As it was just before it was looked at."""
    admitted: list[Path] = field(default_factory=list)
    """Folders and files that were let in."""


class TracedFiles(DiskFiles):
    """The disk in one compilation; what was `touched` counts as changed, even if nothing tells it."""

    def __init__(self, before: TracedFiles | None = None, touched: Iterable[Path] = ()) -> None:
        super().__init__()
        self.touches: dict[Path, int] = {} if before is None else dict(before.touches)
        """How often each path was said to be touched."""
        for path in touched:
            self.touches[path] = self.touches.get(path, 0) + 1
        self._now: dict[Path, Stamp] = {}
        self._trace = Trace()
        self.asked = _Asked(self)

    @contextlib.contextmanager
    def tracing(self) -> Iterator[Trace]:
        """Yield a record that is filled with what is asked for until the end of the block."""
        outer, self._trace = self._trace, Trace()
        try:
            yield self._trace
        finally:
            outer.stamps.update(self._trace.stamps)
            outer.admitted.extend(self._trace.admitted)
            self._trace = outer

    def apart(self) -> TracedFiles:
        """Return the same disk for whoever asks on their own account: it is in no record but the one that is `seen`."""
        other = TracedFiles()
        other.touches, other._now, other._bounds = self.touches, self._now, self._bounds
        other._working_folder = self._working_folder
        return other

    @property
    def seen(self) -> Trace:
        """All that was asked for outside of a block."""
        return self._trace

    def note(self, path: Path) -> None:
        """Record that a path is asked for."""
        self._trace.stamps[path] = self._stamp(path)

    def admit(self, path: Path) -> None:
        """Let a further folder, or a file, be read."""
        self._trace.admitted.append(path)
        super().admit(path)

    def is_unchanged(self, trace: Trace) -> bool:
        """Return whether all that a step looked at is as it was; what it let in is then let in again."""
        if self.changed(trace.stamps):
            return False
        for path in trace.admitted:
            self.admit(path)
        return True

    def changed(self, stamps: Mapping[Path, Stamp]) -> set[Path]:
        """Return the paths that are not as they were."""
        return {path for path, stamp in stamps.items() if self._stamp(path) != stamp}

    def _stamp(self, path: Path) -> Stamp:
        found = self._now.get(path)
        if found is None:
            found = self._now[path] = (*_state_of(path), self.touches.get(path, 0))
        return found


class _Asked(set[Path]):
    """The paths that were asked for; each one is noted as it comes in."""

    def __init__(self, files: TracedFiles) -> None:
        super().__init__()
        self._files = files

    def add(self, path: Path) -> None:
        super().add(path)
        self._files.note(path)


def _state_of(path: Path) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat, and there are hundreds
    except (OSError, ValueError):
        return ()
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns
