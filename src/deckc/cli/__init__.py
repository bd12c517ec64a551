"""The command `deckc`: arguments in, exit status out.

main(["build", "slides.md"])    0: built, perhaps with warnings    1: errors    2: not understood
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from deckc.cli.arguments import UsageError, parse_arguments

INTERRUPTED = 130
"""128 and the number of the signal, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status; without `arguments` those of the process, which is all its."""
    if arguments is not None:
        return _answer(arguments)
    gc.disable()  # a build leaves hardly any cycles: looking for them was 5 % of its CPU, leaving them is 1 MB
    status = _answer(sys.argv[1:])
    if sys.argv[1:2] == ["build"] and sys.gettrace() is None and sys.getprofile() is None:
        _leave(status)
    gc.freeze()  # or the interpreter looks through all that is left as it ends: 10 %
    return status


def _leave(status: int) -> NoReturn:
    """End the process at once: a build has closed all its files, and taking the interpreter apart is 2 % of it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def _answer(arguments: Sequence[str]) -> int:
    _open_closed_streams()
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status  # noqa: TRY300 - a reader that left is noticed by the flush
    except UsageError as error:
        print(f"deckc: {error}", file=sys.stderr)
        return 2
    except SystemExit as left:  # after --help and --version
        return int(left.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `deckc build | head`: nobody listens any more, which is nobody's mistake
        _silence_output()
        return 0
    except OSError as error:  # what could not be read or written of the deck is told where it happens
        _silence_output()
        _trace(error)
        where = f": {error.filename}" if error.filename else ""
        _tell(f"deckc: the system refuses: {error.strerror or error}{where}")
        return 1
    except Exception as error:  # noqa: BLE001 - the last line of defence: an author never sees a traceback
        return _report_own_mistake(error)


def _open_closed_streams() -> None:
    """Give a process that was started without output (`>&-`, some services) one that leads nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def _silence_output() -> None:
    """Let what is still to be written go nowhere, or the interpreter fails once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(message: str) -> None:
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:  # that was it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _run(arguments: Sequence[str]) -> int:
    chosen = parse_arguments(arguments)
    match chosen.command:
        case "build":
            from deckc.cli.build import run_build

            return run_build(chosen)
        case "serve":
            from deckc.cli.serve import run_serve

            gc.enable()  # it runs for hours
            return run_serve(chosen)
        case "browser":
            from deckc.cli.browser import run_browser

            return run_browser(chosen)
        case "check":
            from deckc.cli.check import run_check

            return run_check(chosen)
        case "packages":
            from deckc.cli.packages import run_packages

            return run_packages(chosen)
        case "theme":
            from deckc.cli.theme import run_theme

            return run_theme(chosen)
        case _:
            from deckc.cli.export import run_export

            return run_export(chosen)


def _trace(error: Exception) -> None:
    if os.environ.get("DECKC_DEBUG"):
        import traceback

        traceback.print_exception(error)


def _report_own_mistake(error: Exception) -> int:
    _trace(error)
    text = str(error).splitlines()
    print(f"deckc: internal error: {type(error).__name__}: {text[0][:200] if text else ''}", file=sys.stderr)
    print(
        "This is a mistake of deckc's, not of the deck's. Please report it, with the deck and what\n"
        "DECKC_DEBUG=1 deckc ... prints.",
        file=sys.stderr,
    )
    return 1
