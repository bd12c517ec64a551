r"""A deck's own rules, made ready for looking up.

CustomRule(r"m-(\d+)px", (("margin", "{1}px"),), is_pattern=True)     m-3px is margin:3px
"""

from __future__ import annotations

import re
from dataclasses import field

from deckc.compile.style.design import CustomRule
from deckc.compile.style.rules import StaticEntry
from deckc.compile.style.values import format_number, leading_float
from deckc.dataclass import dataclass


@dataclass(slots=True)
class OwnRules:
    """A design's own rules, the last first."""

    statics: dict[str, StaticEntry] = field(default_factory=dict)
    patterns: list[tuple[int, re.Pattern[str], CustomRule]] = field(default_factory=list)


def sort_rules(rules: tuple[CustomRule, ...], first_index: int) -> OwnRules:
    """Return the rules by kind; `first_index` is the place of the first among all rules."""
    custom = OwnRules()
    for place, rule in enumerate(rules):
        index = first_index + place
        if rule.is_pattern:
            custom.patterns.insert(0, (index, re.compile(rule.matcher), rule))
        else:
            css = ";".join(f"{name}:{value}" for name, value in rule.declarations)
            custom.statics[rule.matcher] = StaticEntry(index, css, rule.layer)
    return custom


_HOLE = re.compile(r"\{(\d+)(?:/(\d+))?\}")


def fill_declarations(rule: CustomRule, match: re.Match[str]) -> list[tuple[str, str]]:
    """Return the declarations of a pattern with what its groups matched put in."""

    def value(hole: re.Match[str]) -> str:
        group = int(hole[1])
        text = (match[group] or "") if group <= (match.re.groups or 0) else ""
        if not hole[2]:
            return text
        number = leading_float(text)
        return format_number((number or 0.0) / int(hole[2]))

    return [(name, _HOLE.sub(value, text)) for name, text in rule.declarations]
