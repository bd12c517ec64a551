"""Fetch the icon sets that utilities name, and tell of icons that are not to be had.

class="i-mdi-home"    where the set "mdi" cannot be fetched: a neutral box of the icon's size, and a warning
class="i-mdi-hoem"    where the set has no such icon: nothing, as with UnoCSS, and a warning
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.diagnostics import Report
from deckc.model.services import IconLookup

_PREFIX = "i-"
_BOX = (
    '<rect x="3" y="3" width="18" height="18" rx="3" fill="none" stroke="currentColor" stroke-width="1.5" '
    'stroke-opacity="0.45" stroke-dasharray="3 2"/>'
)
MISSING_ICON = (_BOX, 0.0, 0.0, 24.0, 24.0)
"""Body and view box of what is shown in the place of an icon."""


def report_icons(candidates: Iterable[str], icons: IconLookup, report: Report) -> None:
    """Fetch all sets at once, then warn of each set, and each icon of a set, that is not there."""
    named = {
        icons.split(candidate.partition("?")[0]) for candidate in candidates if candidate.startswith(_PREFIX)
    }
    wanted = sorted(names for names in named if names is not None)
    icons.prepare({collection for collection, _ in wanted})
    for collection, name in wanted:
        problem = icons.problem(collection)
        if problem is not None:
            report.warn("missing-icon", f'the icon set "{collection}" is not to be had', help=problem)
        elif icons.icon(collection, name) is None:
            report.warn("missing-icon", f'the icon set "{collection}" has no icon "{name}"')
