"""Tell how an export goes: a line that changes while it is at work, and a line for each thing that is done.

    exported talk-export.pdf  19 pages in 3.10 s

Several decks, or forms, make a table, whose last line names what failed:

    intro  pdf  out/intro.pdf  12 pages   1.2 s
    deep   pdf  failed: no browser was found to export with
    1 exported, 1 failed: deep (pdf)
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.diagnostics import Diagnostic, Report

if TYPE_CHECKING:
    from deckc.export.formats import Format
    from deckc.export.run import Outcome


class ExportLog:
    """What is printed about the exports of some decks, and their exit status."""

    def __init__(self, names: Iterable[str], forms: Sequence[Format], wrong_usage: frozenset[str]) -> None:
        self._names = list(names)
        self._forms = forms
        self._wrong_usage = wrong_usage
        """Codes of problems that mean exit status 2."""
        self._is_table = len(self._names) * len(forms) > 1
        self._start = time.perf_counter()
        self._status = 0
        self._current = ""
        self._done = 0
        self._failed: list[str] = []
        self._shown = 0
        """Characters of the line that changes."""

    def compiled(self, name: str, status: int) -> None:
        """Take note that a deck was compiled, with the exit status that its diagnostics ask for."""
        self._current = name
        self._status = max(self._status, status)

    def nothing_to_show(self, entry: Path) -> None:
        """Tell that a deck has no slides."""
        print(f"deckc: nothing written: {entry.name} has no slides to show", file=sys.stderr)
        self._status = 1
        self._failed.append(self._current)

    def progress(self, form: Format, done: int, total: int) -> None:
        """Show how far the form at work has come, on a terminal."""
        if not sys.stderr.isatty():
            return
        left = self._seconds_left(done / max(1, total))
        parts = [self._current, form.name, f"{done}/{total}", f"about {left:.0f} s left" if left >= 1 else ""]
        line = "  ".join(part for part in parts if part)[:100]
        print(f"\r{line:<{self._shown}}", end="", file=sys.stderr, flush=True)
        self._shown = len(line)

    def finished(self, outcome: Outcome) -> None:
        """Tell what came of one form of the deck at work."""
        self._clear()
        self._done += 1
        form = outcome.request.form.name
        if isinstance(outcome.result, Diagnostic):
            self._fail(form, outcome.result)
        elif self._is_table:
            place = f"{outcome.result.output}  {outcome.result.count}"
            print(f"{self._columns(form)}{place}  {outcome.seconds:.1f} s", flush=True)
        else:
            seconds = time.perf_counter() - self._start
            print(f"exported {outcome.result.output}  {outcome.result.count} in {seconds:.2f} s")

    def close(self) -> int:
        """Print the last line of a table, and return the exit status."""
        self._clear()
        if self._is_table:
            failed = f", {len(self._failed)} failed: {', '.join(self._failed)}" if self._failed else ""
            good = len(self._names) * len(self._forms) - len(self._failed)
            print(f"{good} exported{failed}  in {time.perf_counter() - self._start:.1f} s")
        return self._status

    def _fail(self, form: str, problem: Diagnostic) -> None:
        from deckc.cli.report import print_report

        self._status = max(self._status, 2 if problem.code in self._wrong_usage else 1)
        self._failed.append(f"{self._current} ({form})" if len(self._forms) > 1 else self._current)
        if self._is_table:
            print(f"{self._columns(form)}failed: {problem.message}", flush=True)
        report = Report()
        report.add(problem)
        print_report(report, strict=False)

    def _columns(self, form: str) -> str:
        width = max(map(len, self._names))
        forms = max(len(form.name) for form in self._forms)
        return f"{self._current:<{width}}  {form:<{forms}}  "

    def _seconds_left(self, part: float) -> float:
        """Guess from what is done, taking all decks and forms for equal."""
        done = self._done + part
        total = len(self._names) * len(self._forms)
        return (time.perf_counter() - self._start) * (total - done) / done if done else 0.0

    def _clear(self) -> None:
        if self._shown:
            print(f"\r{'':<{self._shown}}\r", end="", file=sys.stderr, flush=True)
        self._shown = 0
