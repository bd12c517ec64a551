"""What can stop an export, with the way out.

    raise ExportError("no-browser", "no browser was found", "deckc browser install")

An author's mistake is a diagnostic of the compiler; this is the machine, the browser, or a slide that does not
get ready in it.
"""

from __future__ import annotations

from deckc.diagnostics import Diagnostic, Severity, Span


class ExportError(Exception):
    """An export that cannot be finished."""

    def __init__(self, code: str, message: str, help: str | None = None, span: Span | None = None) -> None:  # noqa: A002 - the field's name
        super().__init__(message)
        self.diagnostic = Diagnostic(code, Severity.ERROR, message, span, help)
