"""Collect what the compiler has to tell the author.

Author mistakes are diagnostics, never exceptions: a stage reports and goes on with the best it can make.

    report = Report()
    report.error("unknown-layout", 'theme "seriph" has no layout "two-col"', span, 'did you mean "two-cols"?')
    report.has_errors  # True
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from deckc.dataclass import dataclass
from deckc.diagnostics.span import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """The deck is not what its author meant; exit status 1."""
    WARNING = "warning"
    """The deck may look other than meant; exit status 0, or 1 with --strict."""
    NOTE = "note"
    """Worth knowing; never fails a build."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message for the author."""

    code: str
    """Kebab-case; stands in docs/diagnostics.md."""
    severity: Severity
    message: str
    """Lower case, no full stop, names in double quotes."""
    span: Span | None = None
    help: str | None = None
    """One thing to do."""


@dataclass(slots=True)
class Report:
    """The diagnostics of one compilation, in the order in which they were found; repeats are dropped."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set, repr=False, compare=False)

    def error(self, code: str, message: str, span: Span | None = None, help: str | None = None) -> None:  # noqa: A002 - the field's name
        """Add an error."""
        self.add(Diagnostic(code, Severity.ERROR, message, span, help))

    def warn(self, code: str, message: str, span: Span | None = None, help: str | None = None) -> None:  # noqa: A002 - the field's name
        """Add a warning."""
        self.add(Diagnostic(code, Severity.WARNING, message, span, help))

    def note(self, code: str, message: str, span: Span | None = None, help: str | None = None) -> None:  # noqa: A002 - the field's name
        """Add a note."""
        self.add(Diagnostic(code, Severity.NOTE, message, span, help))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add one, unless the very same stands there already (an imported slide is parsed once per use)."""
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.diagnostics.append(diagnostic)

    @property
    def has_errors(self) -> bool:
        """Whether any error was reported."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
