"""Check settings against what their keys take, and guess misspelt keys.

canvasWidth: wide   ->  warning[config-type], and the setting is left to its default
colourSchema: dark  ->  note[misspelt-key]: did you mean "colorSchema"?
layuot: center      ->  the same in a slide: did you mean "layout"?
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.compile.realize.config.keys import (
    ANYTHING,
    BOOL,
    FLAG,
    FONT_KINDS,
    KEYS,
    NESTED_KEYS,
    SLIDE_KEYS,
    Kind,
)
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
        kind = known.kind if known else ANYTHING
        if _fits(key, kind, value, settings, report):
            checked[key] = value
        elif kind in {BOOL, FLAG} and isinstance(value, (str, int)):
            # YAML 1.2 knows no `yes`; Slidev takes any text for true, its author meant what it says.
            checked[key] = _YES_AND_NO.get(str(value).lower(), is_truthy(value))
    fonts = checked.get("fonts")
    if isinstance(fonts, dict):
        checked["fonts"] = {
            key: value
            for key, value in fonts.items()
            if _fits(f"fonts.{key}", FONT_KINDS.get(key, ANYTHING), value, settings, report)
        }
    _guess_keys(settings, report)
    return Frontmatter(checked, settings.spans, settings.key_spans)


def guess_slide_keys(frontmatter: Frontmatter, report: Report) -> None:
    """Note keys of a slide that are one slip away from a known one.

    Any key may be a layout's property or an attribute: one that only goes on, `images`, is taken for meant.
    """
    if SLIDE_KEYS.issuperset(frontmatter):
        return
    own = [key for key in frontmatter if key not in SLIDE_KEYS and key not in KEYS][:_MOST_GUESSES]
    for key in own:
        span = frontmatter.key_spans.get(key)
        near = closest(key, SLIDE_KEYS, 1) if span and len(key) > _SHORTEST_GUESS else None
        if near is not None and not key.startswith(near):
            report.note("misspelt-key", f'"{key}" is no setting', span, f'did you mean "{near}"?')


def _fits(path: str, kind: Kind, value: Value, settings: Frontmatter, report: Report) -> bool:
    if value is None or kind.takes(value):
        return True
    report.warn("config-type", f'"{path}" is not {kind.name}', settings.span(path), f"write {kind.example}")
    return False


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
