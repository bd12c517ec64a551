"""What is wrong with a deck, for the browser of its author: the text, and the place to open in an editor.

slides.md:14:9: error[unknown-layout]: ...      {"text": "...", "file": "/talk/slides.md", "line": 14, "column": 9}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from deckc.diagnostics import Diagnostic, Report, Severity

Write = Callable[[Diagnostic], str]
"""Returns a diagnostic as plain text, with the line that it is about."""


def list_problems(report: Report, write: Write) -> list[Mapping[str, object]]:
    """Return the errors among the diagnostics."""
    errors = [each for each in report.diagnostics if each.severity is Severity.ERROR]
    return [{"text": write(error), **_place(error)} for error in errors]


def _place(diagnostic: Diagnostic) -> Mapping[str, object]:
    span = diagnostic.span
    if span is None or not span.path:
        return {}
    return {"file": str(Path.cwd() / span.path), "line": span.line, "column": span.column}


def internal_problem(error: Exception) -> Sequence[Mapping[str, object]]:
    """Return a mistake of deckc's own as a problem."""
    return [{"text": f"internal error of deckc: {type(error).__name__}: {error}"}]
