"""Ask the author, once, whether npm packages that a deck's components import may be installed.

installer(yes=False)(["chart.js", "three"])      False; on a terminal, what the author answers
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence

May = Callable[[Sequence[str]], bool]


def installer(*, yes: bool) -> May:
    """Return what says whether packages may be installed: `--yes` says so for all, an author for those of one question.

    Nobody is asked who could not answer: in a pipe, under CI, or while a served deck is compiled again in the background.
    """
    is_asked = False

    def may(packages: Sequence[str]) -> bool:
        nonlocal is_asked
        if yes:
            return True
        if is_asked or not _is_somebody_there():
            return False
        is_asked = True
        return _ask(packages)

    return may


def _is_somebody_there() -> bool:
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        return False
    is_terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
    return is_terminal and threading.current_thread() is threading.main_thread()


def _ask(packages: Sequence[str]) -> bool:
    one, names = len(packages) == 1, ", ".join(packages)
    sys.stderr.write(
        f"The deck's components import {'an npm package' if one else 'npm packages'} that {'is' if one else 'are'} not "
        f"installed: {names}.\nInstall {'it' if one else 'them'} into deckc's cache, noted in deckc-packages.lock? [y/N] "
    )
    sys.stderr.flush()
    try:
        answer = sys.stdin.readline()
    except (OSError, ValueError):
        return False
    return answer.strip().lower() in {"y", "yes"}
