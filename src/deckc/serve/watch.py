"""Notice when a file that a compilation asked for changes, comes or goes.

watch = Watch(recompile)
watch.follow(files.asked)     recompile({path, ...}) runs, in a thread of the watch, after the next change
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

_CALM_S = 0.1 if sys.platform == "linux" else 0.03
"""After a sign that a file is not whole yet. Editors save in steps: they empty it, write, rename, set the mode.

Linux tells when a file is closed, and a writer may be slow: half a deck would take the reader to another slide.
"""
_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
_WHOLE = frozenset({"closed", "moved"})
"""What says that a file has been written to its end: nothing is waited for."""


class Watch(FileSystemEventHandler):
    """Watches folders for changes of certain paths and calls back, once for a burst of changes."""

    def __init__(self, on_change: Callable[[Collection[Path]], None]) -> None:
        super().__init__()
        self._on_change = on_change
        self._named: set[str] = set()
        self._paths: frozenset[str] = frozenset()
        self._above: frozenset[str] = frozenset()
        self._watches: dict[str, ObservedWatch] = {}
        self._moved_folders: set[str] = set()
        """Those that came or went since it was last said what to follow."""
        self._has_changed = threading.Event()
        self._is_whole = threading.Event()
        self._touched: set[str] = set()
        self._is_over = threading.Event()
        self._observer = _start_observer()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def follow(self, paths: Iterable[Path]) -> None:
        """Watch these paths, there or not, in place of those watched so far."""
        named = {os.fspath(path) for path in paths}
        moved, self._moved_folders = self._moved_folders, set()
        if named == self._named and not moved:
            return
        for folder in moved & self._watches.keys():  # one that comes again is another
            self._forget(folder)
        self._named = named
        self._paths = frozenset(named | {os.path.realpath(path) for path in named})
        self._above = frozenset(os.fspath(parent) for path in self._paths for parent in Path(path).parents)
        listed = {path for path in self._paths if os.path.isdir(path)}  # noqa: PTH112 - thousands of paths, as text
        folders = listed | {_existing_folder(path) for path in self._paths}
        for gone in self._watches.keys() - folders:
            self._forget(gone)
        for folder in folders - self._watches.keys():
            self._schedule(folder)

    def stop(self) -> None:
        """End the watch and its threads."""
        self._is_over.set()
        self._has_changed.set()
        self._is_whole.set()
        self._thread.join()
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change (called by watchdog)."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        touched = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        mattering = [path for path in touched if self._matters(path)]
        if mattering:
            if event.is_directory:
                self._moved_folders.update(mattering)
            self._touched.update(mattering)
            if event.event_type in _WHOLE:
                self._is_whole.set()
            self._has_changed.set()

    def _matters(self, path: str) -> bool:
        if path in self._paths or path in self._above:
            return True
        folder, name = os.path.split(path)
        return folder in self._paths and not name.startswith(".") and not name.endswith("~")

    def _forget(self, folder: str) -> None:
        with contextlib.suppress(KeyError):  # the observer forgets folders that went by itself
            self._observer.unschedule(self._watches.pop(folder))

    def _schedule(self, folder: str) -> None:
        try:
            self._watches[folder] = self._observer.schedule(self, folder, recursive=False)
        except (
            OSError
        ):  # the folder went meanwhile, or may not be read: its files cannot be watched, others can
            return

    def _run(self) -> None:
        while True:
            self._has_changed.wait()
            while not self._is_over.is_set() and self._has_changed.is_set():
                self._has_changed.clear()
                if self._is_whole.wait(_CALM_S):
                    break
            if self._is_over.is_set():
                return
            self._has_changed.clear()
            self._is_whole.clear()
            touched, self._touched = self._touched, set()
            self._on_change({Path(path) for path in touched})


def _start_observer() -> BaseObserver:
    observer: BaseObserver = Observer()
    try:
        observer.start()
    except OSError:  # no watches left on this system (Linux limits them): look at the files every second
        from watchdog.observers.polling import PollingObserver

        observer = PollingObserver()
        observer.start()
    return observer


def _existing_folder(path: str) -> str:
    """Return the folder in which the path would appear: the nearest one above it that is there."""
    folder = os.path.dirname(path)  # noqa: PTH120 - the same
    while not os.path.isdir(folder):  # noqa: PTH112 - the same
        folder = os.path.dirname(folder)  # noqa: PTH120 - the same
    return folder
