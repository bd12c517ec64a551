"""Listen to single keys in the terminal: r, o, e, q, without Enter.

with pressed_keys() as next_key:
    next_key(1.0)          "q", or "" where none was pressed for a second
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator

NextKey = Callable[[float], str]


@contextlib.contextmanager
def pressed_keys() -> Iterator[NextKey]:
    """Yield a function that waits for a key; where there is no terminal it only waits."""
    if not sys.stdin or not sys.stdin.isatty() or _is_in_background():
        yield _wait
    elif sys.platform == "win32":
        yield _next_on_windows
    else:
        with _single_keys() as next_key:
            yield next_key


def _is_in_background() -> bool:
    """Return whether the terminal belongs to another program: asking it for keys would stop this one."""
    return sys.platform != "win32" and os.getpgrp() != os.tcgetpgrp(sys.stdin.fileno())


def _wait(seconds: float) -> str:
    time.sleep(seconds)
    return ""


@contextlib.contextmanager
def _single_keys() -> Iterator[NextKey]:
    import select
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)  # Ctrl-C still ends the program

    def next_key(seconds: float) -> str:
        ready, _, _ = select.select([terminal], [], [], seconds)
        return os.read(terminal, 1).decode("utf-8", "replace") if ready else ""

    try:
        yield next_key
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _next_on_windows(seconds: float) -> str:
    import msvcrt  # only there on Windows

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if msvcrt.kbhit():  # type: ignore[attr-defined, unused-ignore]
            return msvcrt.getwch()  # type: ignore[attr-defined, no-any-return, unused-ignore]
        time.sleep(0.05)
    return ""
