"""`deckc serve`: show a deck while it is written."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from deckc.cli.compilation import new_services
from deckc.cli.entry import find_entry
from deckc.cli.report import diagnostic_as_text, print_report
from deckc.diagnostics import Report


def run_serve(chosen: Namespace) -> int:
    """Serve the deck until Ctrl-C."""
    from deckc.serve import Serving, Speaker, serve_deck

    def tell(report: Report) -> None:
        print_report(report, strict=chosen.strict)

    entry = find_entry(chosen.entry, Path.cwd())
    services = new_services(entry, chosen)
    speaker = Speaker(_say, tell, diagnostic_as_text)
    try:
        serving = Serving(entry, services, speaker, theme=chosen.theme, host=chosen.host, port=chosen.port)
    except OSError as error:
        place = chosen.host if chosen.port is None else f"{chosen.host}:{chosen.port}"
        reason = error.strerror or error
        print(f"deckc: cannot serve at {place}: {reason}; choose another --port or --host", file=sys.stderr)
        return 1
    serve_deck(serving, say=_say, open_browser=chosen.open)
    return 0


def _say(line: str) -> None:
    print(line, flush=True)
