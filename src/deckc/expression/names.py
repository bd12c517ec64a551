"""Tell the author about names that no scope knows.

{{ $click + 1 }}   ->  warning[unknown-name]: "$click" is not known here; did you mean "$clicks"?
"""

from __future__ import annotations

from collections.abc import Collection

from deckc.diagnostics import Report
from deckc.diagnostics.suggest import did_you_mean
from deckc.expression.expression import Expression


def report_unknown_names(expression: Expression, known: Collection[str], report: Report) -> None:
    """Warn once for each free name of an expression that is not among the known ones."""
    for name, offset in expression.names.items():
        if name in known:
            continue
        advice = did_you_mean(name, known) or "a slide knows $clicks, $page, $nav, $slidev and $frontmatter"
        place = expression.place(offset, len(name))
        report.warn("unknown-name", f'"{name}" is not known here', place, advice)
