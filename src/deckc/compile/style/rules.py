"""The form of a utility rule, and the index that finds the rules a text may mean.

A family is a table of rules in their CSS order. A rule is an exact name with its declarations, or a pattern with
a function that makes the declarations:

    ("flex-row", "flex-direction:row")
    Rule("m{-|}(x|y){-*|*|}", margin)

In a pattern `{a|b}` is a choice of spellings, `(a|b)` a choice that the function is told, and a closing `*` is the
value: everything that is left, at least one character. Choices are tried from left to right. Patterns become entries
of a dictionary, so a text meets only the rules that start like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from deckc.compile.style.theme_color import Declarations


class Composed(NamedTuple):
    """A rule's outcome that is more than declarations."""

    declarations: Declarations
    keyframes: str = ""
    """A whole at-rule that the declarations need beside them."""
    select: Callable[[str], str] | None = None
    """Makes the selector to write from the candidate's own."""


Handler = Callable[..., "Declarations | Composed | None"]
"""Called with the design, the value (empty where the pattern has none) and the chosen words."""


class Rule(NamedTuple):
    """A pattern and what makes its declarations; None from the function leaves the text to earlier rules."""

    pattern: str
    handler: Handler
    layer: str = ""
    is_internal: bool = False
    """Only shortcuts may use it."""


Static = tuple[str, str]
"""A name, and its declarations as CSS."""

Family = Sequence[Static | Rule]


class StaticEntry(NamedTuple):
    """An exact utility."""

    rule_index: int
    css: str
    layer: str


class Entry(NamedTuple):
    """One spelling of a rule's pattern."""

    order: tuple[int, int]
    """Later rules first; within a rule its spellings from left to right."""
    rule: Rule
    words: tuple[str, ...]
    """The choices that the function is told."""
    start: int
    """Where the value starts; 0 where the spelling has none."""


class RuleIndex:
    """All rules, by how they start."""

    def __init__(self) -> None:
        self.size = 0
        self.statics: dict[str, StaticEntry] = {}
        self._exact: dict[str, list[Entry]] = {}
        # Spellings that end with a value, by what stands before it; the same by the first two characters of that.
        self._open: dict[str, list[Entry]] = {}
        self._beginnings: dict[str, list[str]] = {}
        # Worked out when it is first asked for: the lengths of beginnings to try, longest first, for texts that start
        # with the same four characters; all that fits texts with a beginning.
        self._tried: dict[str, list[int]] = {}
        self._fitting: dict[str, list[Entry]] = {}

    def add(self, family: Iterable[Static | Rule], layer: str = "") -> None:
        """Add a family behind all others."""
        for rule in family:
            if isinstance(rule, Rule):
                self._add_pattern(rule)
            else:
                self.statics[rule[0]] = StaticEntry(self.size, rule[1], layer)
            self.size += 1

    def _add_pattern(self, rule: Rule) -> None:
        for spelling, (literal, words, has_value) in enumerate(expand_pattern(rule.pattern)):
            entry = Entry((-self.size, spelling), rule, words, len(literal) if has_value else 0)
            if has_value and literal not in self._open:
                self._beginnings.setdefault(literal[:2], []).append(literal)
            (self._open if has_value else self._exact).setdefault(literal, []).append(entry)

    def find(self, text: str) -> Sequence[Entry]:
        """Return the entries whose spelling fits, in the order in which to try them."""
        found: Sequence[Entry] = ()
        lengths = self._tried.get(text[:4])
        for length in self._lengths_to_try(text[:4]) if lengths is None else lengths:
            beginning = text[:length]
            if beginning in self._open and length < len(text):
                found = self._fitting.get(beginning) or self._gather(beginning)
                break
        exact = self._exact.get(text)
        return sorted((*exact, *found), key=_order) if exact else found

    def _lengths_to_try(self, start: str) -> list[int]:
        near = (*self._beginnings.get(start[:2], ()), *self._beginnings.get(start[:1], ()))
        lengths = {len(one) for one in near if one.startswith(start) or start.startswith(one)}
        self._tried[start] = longest_first = sorted(lengths, reverse=True)
        return longest_first

    def _gather(self, beginning: str) -> Sequence[Entry]:
        """Return the entries of a beginning and of all its own beginnings."""
        shorter = [entry for entry in self.find(beginning) if entry.start]
        entries = sorted((*self._open[beginning], *shorter), key=_order)
        self._fitting[beginning] = entries
        return entries


def _order(entry: Entry) -> tuple[int, int]:
    return entry.order


_CHOICE = re.compile(r"[{(]([^{}()]*)[})]")


def expand_pattern(pattern: str) -> list[tuple[str, tuple[str, ...], bool]]:
    """Return every spelling of a pattern: its literal text, its told words, and whether a value follows."""
    beginnings: list[tuple[str, tuple[str, ...]]] = [("", ())]
    at = 0
    for match in _CHOICE.finditer(pattern):
        before, texts = pattern[at : match.start()], match[1].split("|")
        if pattern[match.start()] == "(":
            beginnings = [(f"{b}{before}{t}", (*words, t)) for b, words in beginnings for t in texts]
        else:
            beginnings = [(f"{b}{before}{t}", words) for b, words in beginnings for t in texts]
        at = match.end()
    literals = [(beginning + pattern[at:], words) for beginning, words in beginnings]
    return [(literal.removesuffix("*"), words, literal[-1:] == "*") for literal, words in literals]


def declare(css: str) -> list[tuple[str, str]]:
    """Return the declarations of a static rule's CSS."""
    pairs = []
    for part in css.split(";"):
        name, _, value = part.partition(":")
        pairs.append((name, value))
    return pairs


def keywords(prefix: str, prop: str, values: str) -> list[Static]:
    """Return a static rule for each word of `values`: `prefix-word` sets `prop` to it."""
    return [(f"{prefix}-{value}", f"{prop}:{value}") for value in values.split()]


def choices(prefix: str, prop: str, values: Mapping[str, str]) -> list[Static]:
    """Return a static rule for each pair: `prefix-key` sets `prop` to the value."""
    return [(f"{prefix}-{key}", f"{prop}:{value}") for key, value in values.items()]


def switches(prop: str, values: Mapping[str, str]) -> list[Static]:
    """Return a static rule for each pair: the bare `key` sets `prop` to the value."""
    return [(key, f"{prop}:{value}") for key, value in values.items()]


GLOBALS = "inherit initial revert revert-layer unset"
"""The CSS-wide keywords, in the order in which their rules stand."""
