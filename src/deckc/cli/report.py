"""Print a report's diagnostics and turn it into an exit status.

errors -> 1, also warnings with --strict; anything else -> 0
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from deckc.diagnostics import Diagnostic, Report, Severity
from deckc.diagnostics.printer import LinesOf, format_diagnostic, print_diagnostics


def print_report(report: Report, *, strict: bool) -> int:
    """Print diagnostics to the error stream and return the exit status that they ask for."""
    diagnostics = (
        [_stricter(diagnostic) for diagnostic in report.diagnostics] if strict else report.diagnostics
    )
    print_diagnostics(diagnostics, _new_reader(), sys.stderr)
    return int(any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics))


def diagnostic_as_text(diagnostic: Diagnostic) -> str:
    """Return a diagnostic as it would be printed without colours."""
    return format_diagnostic(diagnostic, _new_reader())


def _stricter(diagnostic: Diagnostic) -> Diagnostic:
    is_warning = diagnostic.severity is Severity.WARNING
    return replace(diagnostic, severity=Severity.ERROR) if is_warning else diagnostic


def _new_reader() -> LinesOf:
    """Return a function that reads files by the path that messages show; each file once."""

    @cache
    def lines_of(shown_path: str) -> Sequence[str] | None:
        try:
            text = Path(shown_path).read_bytes().decode("utf-8-sig", "replace")
        except (OSError, ValueError):
            return None
        return text.replace("\r\n", "\n").split("\n")

    return lines_of
