"""A CSS rule while variants are put on it, and the form of a variant.

Taken("mt-4", adds ":hover")     what the variant `hover:` makes of "hover:mt-4"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from deckc.compile.style.brackets import leading_group
from deckc.compile.style.design import Design
from deckc.dataclass import dataclass

SEPARATORS = (":", "-")

match_lead: Callable[[str], re.Match[str]] = re.compile(r"[A-Za-z0-9]+|[\s\S]|").match  # type: ignore[assignment]
"""Matches the first word of a text, or its first sign where it starts with one; an empty text too."""


@dataclass(slots=True)
class Draft:
    """What will be one CSS rule. The selector is `prefix + selector + pseudo`."""

    selector: str
    declarations: list[tuple[str, str]]
    prefix: str = ""
    pseudo: str = ""
    parent: str = ""
    """At-rules, outermost first, joined by ` $$ `."""
    parent_order: int = 0
    layer: str = ""
    sort: int = 0
    no_merge: bool = False

    def nest(self, rule: str) -> None:
        """Put one more at-rule inside those there are."""
        self.parent = f"{self.parent} $$ {rule}" if self.parent else rule


Step = Callable[[Draft], None]
"""Puts one variant on."""


class Taken(NamedTuple):
    """A variant that was found."""

    rest: str
    """The text without it."""
    step: Step | None = None
    """None for a variant that only changes how the text is read."""
    is_early: bool = False
    """Put on before all others."""


class Variant(NamedTuple):
    """One kind of variant."""

    leads: tuple[str, ...]
    """First words, or first signs, of texts that may start with it."""
    match: Callable[[str, Design], Taken | tuple[Taken, ...] | None]
    is_repeatable: bool = True
    """Whether a candidate may have it twice."""
    marks: tuple[str, ...] = ()
    """Texts that hint at it anywhere."""


def after_name(text: str, name: str) -> str | None:
    """Return what follows "name:" or "name-"."""
    if text.startswith(name) and text[len(name) : len(name) + 1] in SEPARATORS:
        return text[len(name) + 1 :]
    return None


def named(name: str, step: Step, *, is_early: bool = False) -> Variant:
    """Return the variant that is just a name."""

    def match(text: str, _: Design) -> Taken | None:
        rest = after_name(text, name)
        return Taken(rest, step, is_early) if rest is not None else None

    return Variant((lead_of(name),), match, is_repeatable=False)


def nested(name: str, rule: str) -> Variant:
    """Return the variant that puts an at-rule around."""
    return named(name, lambda draft: draft.nest(rule))


def prefixed(name: str, prefix: str) -> Variant:
    """Return the variant that asks something of an ancestor."""

    def step(draft: Draft) -> None:
        draft.prefix = prefix + draft.prefix

    return named(name, step)


def take_bracket(prefix: str, text: str) -> tuple[str, str, str] | None:
    """Cut "prefix[x]:rest" into bracket, rest and separator; the separator may be missing."""
    if not text.startswith(prefix + "["):
        return None
    group = leading_group(text[len(prefix) :], "[", "]")
    if group is None or not group[1]:
        return None
    bracket, rest = group
    if rest[0] in SEPARATORS:
        return bracket, rest[1:], rest[0]
    return bracket, rest, ""


def take_parameter(prefix: str, text: str) -> tuple[str, str, str] | None:
    """Cut "prefix-word/label:rest" into parameter, rest and label; the parameter may be a bracket."""
    if not text.startswith(prefix):
        return None
    start = len(prefix)
    group = take_bracket(prefix, text)
    if group:
        bracket, rest, _ = group
        labelled = take_parameter("/", rest)
        return (bracket, labelled[1], labelled[0]) if labelled else (bracket, rest, "")
    for separator in SEPARATORS:
        end = text.find(separator, start)
        if end >= 0:
            slash = text.find("/", start)
            if slash < 0 or end <= slash:
                return text[start:end], text[end + 1 :], ""
            return text[start:slash], text[end + 1 :], text[slash + 1 : end]
    return None


def lead_of(text: str) -> str:
    """Return the first word of a text, or its first sign where it starts with one."""
    return match_lead(text)[0]
