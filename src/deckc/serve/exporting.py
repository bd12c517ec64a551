"""Export what is served, one form of one deck at a time, in a thread that only waits.

    exporting = Exporting(exporter)
    exporting.begin(entry, "pdf")
    exporting.state(entry)      {"state": "running", "choice": "pdf", "done": 3, "total": 19, "secondsLeft": 4}

Who exports is handed in (`Exporter`): serving and exporting know nothing of each other.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from deckc.dataclass import dataclass

_END_S = 5.0
"""What a cancelled export may take to end before the page is answered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A form that is offered."""

    name: str
    titles: Mapping[str, str]
    """By language: "en" and others."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export has come."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Exported:
    """It is there: a file, or a folder, in the folder that was given."""

    output: Path


@dataclass(frozen=True, slots=True)
class Failed:
    """It came to nothing."""

    problem: str
    help: str = ""
    """The way out."""


Step = Progress | Exported | Failed


class ExportRun(Protocol):
    """An export at work."""

    def steps(self) -> Iterator[Step]:
        """Yield how it goes; the last is no Progress."""

    def cancel(self) -> None:
        """End it soon, from any thread."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """What can be exported, and who does it."""

    choices: Sequence[Choice]
    begin: Callable[[Path, str, Path], ExportRun]
    """Called with an entry, the name of a choice and an empty folder."""


class ExportBusyError(Exception):
    """Another export is at work."""


@dataclass(eq=False, slots=True)
class _Work:
    """One export, from its start until the next one."""

    entry: Path
    choice: str
    folder: Path
    run: ExportRun
    start: float
    id: str
    progress: Progress = Progress(0, 0)
    end: Exported | Failed | None = None
    is_cancelled: bool = False

    def told(self) -> dict[str, object]:
        """Return how it stands, for the page."""
        told: dict[str, object] = {"choice": self.choice, "state": self._state()}
        if self.is_cancelled:
            return told
        match self.end:
            case Exported(output):
                told |= {"file": output.name, "id": self.id, "bytes": output.stat().st_size}
            case Failed(problem, help):
                told |= {"problem": problem, "help": help}
            case None:
                done, total = self.progress.done, self.progress.total
                told |= {"done": done, "total": total}
                if done:
                    told["secondsLeft"] = round((time.monotonic() - self.start) * (total - done) / done)
        return told

    def _state(self) -> str:
        if self.is_cancelled:
            return "cancelled"
        match self.end:
            case Exported():
                return "done"
            case Failed():
                return "failed"
            case None:
                return "running"


class Exporting:
    """The one export of a server. Safe to use from several threads; the last result is kept until the next."""

    def __init__(self, exporter: Exporter) -> None:
        self.choices = exporter.choices
        self._exporter = exporter
        self._lock = threading.Lock()
        self._work: _Work | None = None
        self._thread: threading.Thread | None = None
        self._is_over = False

    def state(self, entry: Path) -> dict[str, object]:
        """Return how the newest export of a deck stands."""
        with self._lock:
            if self._work is None or self._work.entry != entry:
                return {"state": "idle"}
            return self._work.told()

    def begin(self, entry: Path, choice: str) -> None:
        """Start to export.

        Raises:
            ExportBusyError: An export is at work.
            KeyError: There is no such choice.
            OSError: There is no place for it.
        """
        if choice not in {offered.name for offered in self.choices}:
            raise KeyError(choice)
        with self._lock:
            if self._is_over or (self._thread is not None and self._thread.is_alive()):
                raise ExportBusyError
            self._forget()
            folder = Path(tempfile.mkdtemp(prefix="deckc-served-"))
            run = self._exporter.begin(entry, choice, folder)
            work = _Work(entry, choice, folder, run, time.monotonic(), secrets.token_urlsafe(12))
            self._work = work
            self._thread = threading.Thread(target=self._follow, args=[work], daemon=True)
            self._thread.start()

    def cancel(self, entry: Path) -> None:
        """End a deck's export that is at work."""
        with self._lock:
            work = self._work
            if work is None or work.entry != entry or work.end is not None:
                return
            work.is_cancelled = True
            thread = self._thread
        work.run.cancel()
        if thread is not None:
            thread.join(_END_S)

    def file(self, entry: Path, name: str) -> Path | None:
        """Return the file of the newest export of a deck, by its id."""
        with self._lock:
            work = self._work
            if work is None or work.entry != entry or work.id != name or not isinstance(work.end, Exported):
                return None
            return work.end.output

    def stop(self) -> None:
        """End what is at work and remove what is left."""
        with self._lock:
            self._is_over = True
            work = self._work
        if work is not None and self._thread is not None:
            if self._thread.is_alive():
                work.run.cancel()
            self._thread.join()
        with self._lock:
            self._forget()

    def _follow(self, work: _Work) -> None:
        end: Exported | Failed = Failed("the export ended without a result")
        try:
            for step in work.run.steps():
                if isinstance(step, Progress):
                    with self._lock:
                        work.progress = step
                else:
                    end = step
            if isinstance(end, Exported):
                end = Exported(_one_file(work.folder, end.output))
        except OSError as error:
            end = Failed(f"the export cannot be kept: {error.strerror or error}")
        with self._lock:
            work.end = end

    def _forget(self) -> None:
        if self._work is not None:
            shutil.rmtree(self._work.folder, ignore_errors=True)
        self._work = None


def _one_file(folder: Path, output: Path) -> Path:
    """Return what can be downloaded at once: the file, or where there are several a ZIP archive of them."""
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "deckc-"))
    )
    if files == [output]:
        return output
    archive = folder / f"{output.stem if output.is_file() else output.name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in files:
            packed.write(path, path.relative_to(folder))
    return archive
