"""Start a browser's process with two pipes on which it takes commands, and end it.

    process = spawn(Path("/usr/bin/chromium"), ["--headless"])
    process.commands, process.answers    our ends of the pipes
    process.end()                        kills it with all processes of its own, and removes what it wrote

A pipe can be used by nobody else, unlike a port, which every user of the machine could speak with.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from deckc.dataclass import dataclass

_READS, _WRITES = 3, 4
"""Where a browser reads commands and writes answers with --remote-debugging-pipe."""
_ABOVE = 10
"""The least number of our files, so that none is where the browser's belong."""

_LONGEST_TEMPORARY = 60
_SHORT_TEMPORARY = "/tmp"  # noqa: S108 - the folder in it is made by mkdtemp


@dataclass(frozen=True, slots=True)
class Process:
    """A browser's process."""

    number: int
    profile: Path
    """The folder in which it keeps what it writes."""
    commands: int
    """The file to which commands are written."""
    answers: int
    """The file from which answers are read."""

    def end(self) -> None:
        """Kill the process and those that it started, wait until it is gone, and remove what it wrote."""
        with suppress(OSError):
            os.killpg(self.number, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self.number, 0)
        with suppress(
            OSError
        ):  # a killed browser leaves the folder of the socket that a second one would look for
            shutil.rmtree((self.profile / "SingletonSocket").readlink().parent)
        shutil.rmtree(self.profile, ignore_errors=True)


def spawn(program: Path, arguments: Sequence[str]) -> Process:
    """Start a browser, in a group of processes of its own, without the standard files.

    Raises:
        OSError: It is no program.
    """
    temporary = _temporary_folder()
    profile = Path(tempfile.mkdtemp(prefix="deckc-browser-", dir=temporary))
    its_commands, commands = _pipe()
    answers, its_answers = _pipe()
    own = ["--remote-debugging-pipe", "--no-startup-window", f"--user-data-dir={profile}"]
    try:
        number = os.posix_spawn(
            program,
            [str(program), *arguments, *own],
            {**os.environ, "TMPDIR": temporary},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, its_commands, _READS),
                (os.POSIX_SPAWN_DUP2, its_answers, _WRITES),
            ],
            setpgroup=0,  # Ctrl-C is then for deckc alone, which ends the browser
        )
    except OSError:
        os.close(commands)
        os.close(answers)
        shutil.rmtree(profile, ignore_errors=True)
        raise
    finally:
        os.close(its_commands)
        os.close(its_answers)
    return Process(number, profile, commands, answers)


def _temporary_folder() -> str:
    """Return where a browser can write: it takes TMPDIR as it is, and its socket's whole path is 107 bytes at most."""
    usual = tempfile.gettempdir()
    is_long = len(os.fsencode(usual)) > _LONGEST_TEMPORARY
    return _SHORT_TEMPORARY if is_long and os.access(_SHORT_TEMPORARY, os.W_OK | os.X_OK) else usual


def _pipe() -> tuple[int, int]:
    """Return both ends of a pipe, which no other process inherits."""
    ends = os.pipe()
    read, write = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _ABOVE) for end in ends)
    for end in ends:
        os.close(end)
    return read, write
