"""Tell programs how an export goes: a JSON object a line, on the standard output (`deckc export --json`).

{"deck": "slides", "form": "pdf", "done": 3, "total": 19}
{"deck": "slides", "form": "pdf", "output": "slides-export.pdf", "count": "19 pages"}
{"deck": "slides", "form": "pdf", "problem": "no browser was found to export with", "help": "run ..."}
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.cli.export_log import ExportLog
from deckc.diagnostics import Diagnostic

if TYPE_CHECKING:
    from deckc.export.formats import Format
    from deckc.export.run import Outcome


class JsonLog(ExportLog):
    """The same as ExportLog, for a program."""

    def nothing_to_show(self, entry: Path) -> None:
        """Tell that a deck has no slides."""
        self._status = 1
        self._print(problem=f"{entry.name} has no slides to show", help="")

    def progress(self, form: Format, done: int, total: int) -> None:
        """Tell how far the form at work has come."""
        self._print(form=form.name, done=done, total=total)

    def finished(self, outcome: Outcome) -> None:
        """Tell what came of one form of the deck at work."""
        form = outcome.request.form.name
        match outcome.result:
            case Diagnostic() as problem:
                self._status = max(self._status, 2 if problem.code in self._wrong_usage else 1)
                self._print(form=form, problem=problem.message, help=problem.help or "")
            case written:
                self._print(form=form, output=str(written.output), count=written.count)

    def close(self) -> int:
        """Return the exit status."""
        return self._status

    def _print(self, **told: object) -> None:
        print(json.dumps({"deck": self._current, **told}), flush=True)
