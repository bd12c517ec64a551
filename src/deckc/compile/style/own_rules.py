r"""A deck's own rules and shortcuts, made ready for looking up.

CustomRule(r"m-(\d+)px", (("margin", "{1}px"),), is_pattern=True)     m-3px is margin:3px
Shortcut(r"btn-(.+)", "px-4 bg-{1}-500", is_pattern=True)             btn-red is px-4 bg-red-500
"""

from __future__ import annotations

import re

from deckc.compile.style.design import CustomRule, Shortcut
from deckc.compile.style.values import format_number, leading_float

Found = tuple[int, str, list[tuple[str, str]]]
"""A rule's index, its layer and its declarations."""


class OwnRules:
    """A design's own rules; of one name the last counts."""

    def __init__(self, rules: tuple[CustomRule, ...], first_index: int) -> None:
        """`first_index` is the place of the first among all rules."""
        placed = [*enumerate(rules, first_index)]
        self._exact = {rule.matcher: (index, rule) for index, rule in placed if not rule.is_pattern}
        self._patterns = [
            (index, re.compile(rule.matcher, re.ASCII), rule)
            for index, rule in reversed(placed)
            if rule.is_pattern
        ]

    def find_exact(self, text: str) -> Found | None:
        """Return the rule that has this name."""
        found = self._exact.get(text)
        return (found[0], found[1].layer, [*found[1].declarations]) if found else None

    def find_pattern(self, text: str) -> Found | None:
        """Return the rule whose pattern fits, with what its groups matched put in."""
        for index, pattern, rule in self._patterns:
            match = pattern.fullmatch(text)
            if match:
                return index, rule.layer, [(name, _fill(value, match)) for name, value in rule.declarations]
        return None


class OwnShortcuts:
    """A design's shortcuts; the last that fits counts."""

    def __init__(self, shortcuts: tuple[Shortcut, ...]) -> None:
        placed = [*enumerate(shortcuts)]
        self._exact = {own.matcher: (place, own) for place, own in placed if not own.is_pattern}
        self._patterns = [
            (place, re.compile(own.matcher, re.ASCII), own)
            for place, own in reversed(placed)
            if own.is_pattern
        ]

    def may_have(self, text: str) -> bool:
        """Return whether looking for a shortcut is worth while."""
        return text in self._exact or bool(self._patterns)

    def find(self, text: str) -> tuple[str, str] | None:
        """Return the utilities that a name stands for, and their layer; None where no shortcut has it."""
        named = self._exact.get(text)
        for place, pattern, own in self._patterns:
            match = pattern.fullmatch(text) if named is None or place > named[0] else None
            if match:
                return _fill(own.utilities, match), own.layer
        return (named[1].utilities, named[1].layer) if named else None


_HOLE = re.compile(r"\{(\d+)(?:/(\d+))?\}")


def _fill(text: str, match: re.Match[str]) -> str:
    """Return a text with `{1}` replaced by what a group matched, and `{1/4}` by its quarter."""

    def value(hole: re.Match[str]) -> str:
        group = int(hole[1])
        found = (match[group] or "") if group <= (match.re.groups or 0) else ""
        if not hole[2]:
            return found
        number = leading_float(found)
        return format_number((number or 0.0) / (int(hole[2]) or 1))

    return _HOLE.sub(value, text) if "{" in text else text
