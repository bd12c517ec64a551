"""Messages for the author: where, what, and the way out."""

from deckc.diagnostics.report import Diagnostic, Report, Severity
from deckc.diagnostics.span import Span

__all__ = ["Diagnostic", "Report", "Severity", "Span"]
