"""Check settings against what their keys take, and guess misspelt keys.

canvasWidth: wide   ->  warning[config-type], and the setting is left to its default
colourSchema: dark  ->  note[misspelt-key]: did you mean "colorSchema"?
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.compile.realize.config.keys import BOOL, FLAG, KEYS, NESTED_KEYS, SLIDE_KEYS
from deckc.diagnostics import Report
from deckc.diagnostics.suggest import closest
from deckc.model.source import Frontmatter, Value, is_truthy

_YES_AND_NO = {
    "yes": True,
    "on": True,
    "y": True,
    "true": True,
    "no": False,
    "off": False,
    "n": False,
    "false": False,
}
_SHORTEST_GUESS = 4
"""Keys shorter than this are near to something by chance."""
_MOST_GUESSES = 50
"""Unknown keys that are compared with all known ones: more would cost noticeable time."""


def check_settings(settings: Frontmatter, report: Report) -> Frontmatter:
    """Return the settings whose values are of the kind that their keys take; report the others."""
    checked: dict[str, Value] = {}
    for key, value in settings.items():
        known = KEYS.get(key)
        if known is None or value is None or known.kind.takes(value):
            checked[key] = value
            continue
        report.warn(
            "config-type",
            f'"{key}" is not {known.kind.name}',
            settings.span(key),
            f"write {known.kind.example}",
        )
        if known.kind in {BOOL, FLAG} and isinstance(value, (str, int)):
            # YAML 1.2 knows no `yes`; Slidev takes any text for true, its author meant what it says.
            checked[key] = _YES_AND_NO.get(str(value).lower(), is_truthy(value))
    _guess_keys(settings, report)
    return Frontmatter(checked, settings.spans, settings.key_spans)


def _guess_keys(settings: Frontmatter, report: Report) -> None:
    """Note keys that are near to a known one; they may be meant as they are: attributes, layout props."""
    known = KEYS.keys() | SLIDE_KEYS
    own = [key for key in settings if key not in known][:_MOST_GUESSES]
    _guess(own, "", known, settings, report)
    for parent, names in NESTED_KEYS.items():
        value = settings.get(parent)
        if isinstance(value, dict):
            _guess(
                (key for key in [*value][:_MOST_GUESSES] if key not in names),
                f"{parent}.",
                names,
                settings,
                report,
            )


def _guess(
    keys: Iterable[str], lead: str, known: Iterable[str], settings: Frontmatter, report: Report
) -> None:
    for key in keys:
        span = settings.key_spans.get(lead + key)
        near = closest(key, known) if span and len(key) >= _SHORTEST_GUESS else None
        if near is not None:
            report.note("misspelt-key", f'"{lead}{key}" is no setting', span, f'did you mean "{lead}{near}"?')
