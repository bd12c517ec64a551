"""`deckc serve`: show a deck, or the decks of a folder, while they are written."""

from __future__ import annotations

import secrets
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from deckc.cli.arguments import UsageError
from deckc.cli.compilation import new_services
from deckc.cli.entry import find_entry
from deckc.cli.report import diagnostic_as_text, print_report
from deckc.diagnostics import Report

_EVERYWHERE = "0.0.0.0"  # noqa: S104 - what --remote asks for
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def run_serve(chosen: Namespace) -> int:
    """Serve until q or Ctrl-C."""
    from deckc.cli.served_exports import served_exporter
    from deckc.serve import ServeOptions, Serving, Speaker, serve_decks

    named, password = _told_apart(chosen.entry, chosen.remote)
    is_remote = password is not None
    host = chosen.host or (_EVERYWHERE if is_remote else "127.0.0.1")
    options = ServeOptions(
        host=host,
        port=chosen.port,
        is_remote=is_remote,
        password=(password or _new_password()) if is_remote else "",
        allowed_hosts=tuple(chosen.allow_host),
        backplane=chosen.backplane,
        theme=chosen.theme,
    )
    speaker = Speaker(_say, partial(_tell, strict=chosen.strict), diagnostic_as_text)
    try:
        exporter = served_exporter(chosen)
        serving = Serving(
            _place(named), lambda entry: new_services(entry, chosen), speaker, options, exporter
        )
    except OSError as error:
        place = host if chosen.port is None else f"{host}:{chosen.port}"
        reason = error.strerror or error
        print(f"deckc: cannot serve at {place}: {reason}; choose another --port or --host", file=sys.stderr)
        return 1
    except ImportError:
        raise UsageError("--backplane needs the package redis: pip install 'deckc[redis]'") from None
    serve_decks(serving, say=_say, open_browser=chosen.open)
    return 0


def _told_apart(entry: str | None, password: str | None) -> tuple[str | None, str | None]:
    """Return entry and password: in `serve --remote slides.md` the deck stands where the password would."""
    if entry is None and password and (Path(password).exists() or password.endswith(".md")):
        return password, ""
    return entry, password


def _place(named: str | None) -> Path:
    """Return the entry that is meant, or the folder: one that holds several decks."""
    from deckc.serve.folder import find_decks

    folder = Path.cwd() if named is None else Path(named).absolute()
    if not folder.is_dir() or (named is None and (folder / "slides.md").is_file()):
        return find_entry(named, Path.cwd())
    decks = list(find_decks(folder).values())
    if not decks:
        return find_entry(named, Path.cwd())
    return decks[0] if len(decks) == 1 else folder


def _new_password() -> str:
    """Return a password that is easy to type on a phone."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def _tell(report: Report, *, strict: bool) -> None:
    print_report(report, strict=strict)


def _say(line: str) -> None:
    print(line, flush=True)
