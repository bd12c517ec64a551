r"""Turn one candidate into the CSS rules it stands for: variants off, shortcut or rule, variants on.

hover:mt-4     Row(".hover\:mt-4:hover", "margin-top:1rem;", index 91, sort 24)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field
from typing import NamedTuple

from deckc.compile.style.design import Design
from deckc.compile.style.escape import candidate_selector
from deckc.compile.style.groups import expand_group
from deckc.compile.style.own_rules import OwnRules, OwnShortcuts
from deckc.compile.style.rules import Composed, Rule, declare
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.utilities import rule_index
from deckc.compile.style.variants import Draft, Stripped, VariantTable, apply_steps
from deckc.compile.style.variants.draft import Taken
from deckc.dataclass import dataclass

_SHORTCUT_DEPTH = 5
_SHORTCUT_LAYER = "shortcuts"


class Row(NamedTuple):
    """One CSS rule of a candidate, with all that decides its place in the sheet."""

    selector: str | None
    """None for a whole at-rule in `body`."""
    body: str
    """`name:value;` pairs without blanks."""
    rule_index: int
    """Place of the utility among all rules."""
    parent: str = ""
    """At-rules around it, outermost first, joined by ` $$ `."""
    layer: str = ""
    """Empty for the default layer."""
    sort: int = 0
    """Place among the rules of one index, set by pseudo classes."""
    no_merge: bool = False
    """Whether the selector must stand alone."""
    parent_order: int = 0
    current: str = ""
    """A shortcut's name, the second sort key of its rows."""


class Meaning(NamedTuple):
    """What the text of a utility, without variants, stands for."""

    rule_index: int
    layer: str
    declarations: Sequence[tuple[str, str | None]]
    """A pair without a value is to be left out; at least one has a value."""
    keyframes: str = ""
    select: Callable[[str], str] | None = None


_CONTAINER = "container"
_CONTAINER_NAME = re.compile(r"(?:(\w+)[:-])?container", re.ASCII)
_PROSE = ("prose-default", "prose-gray")

_UNSEEN: tuple[Row, ...] = ()
"""Stands for a candidate that was not parsed yet; a parsed one has rows or None."""


class Parser:
    """Parses candidates for one design and remembers what it has seen."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._rules = rule_index()
        self._variants = VariantTable(design)
        self._rows: dict[str, tuple[Row, ...] | None] = {}
        self._meanings: dict[str, Meaning | None] = {}
        self._internal_meanings: dict[str, Meaning | None] = {}
        self._shortcuts = OwnShortcuts(design.shortcuts)
        self._own_rules = OwnRules(design.rules, self._rules.size) if design.rules else None

    @property
    def size(self) -> int:
        """How many candidates were seen."""
        return len(self._rows)

    def parse(self, candidate: str, *, written_as: str = "") -> tuple[Row, ...] | None:
        """Return the rows of a candidate; None where it is no utility.

        With `written_as` the selector is made of that text instead of the candidate.
        """
        if written_as:
            return self._parse(candidate, written_as)
        rows = self._rows.get(candidate, _UNSEEN)
        if rows is _UNSEEN:
            rows = self._rows[candidate] = self._parse(candidate, candidate)
        return rows

    def _parse(self, candidate: str, raw: str) -> tuple[Row, ...] | None:
        if self._variants.has_none(candidate) and not self._may_be_shortcut(candidate):
            # Nothing is left to know once the rows are: the meaning is not remembered.
            meaning = self._look_up(candidate)
            return (_utility_rows(meaning, (), raw) or None) if meaning else None
        rows: tuple[Row, ...] = ()
        for reading in self._variants.strip_marked(candidate):
            text, taken, is_whole = reading
            if not is_whole or self._may_be_shortcut(text):
                expanded = self._expand(text, _SHORTCUT_DEPTH)
                if expanded:
                    rows += tuple(self._shortcut_rows(raw, reading, *expanded))
                    continue
            meaning = self._meaning(text, self._meanings)
            if meaning:
                rows += _utility_rows(meaning, taken, raw)
        return rows or None

    def _meaning(self, text: str, known: dict[str, Meaning | None]) -> Meaning | None:
        """Return what `text` means, from what is known or from the rules; only shortcuts may use internal ones."""
        if text in known:
            return known[text]
        meaning = known[text] = self._look_up(text, is_internal=known is self._internal_meanings)
        return meaning

    def _look_up(self, text: str, *, is_internal: bool = False) -> Meaning | None:
        own_rules = self._own_rules
        own = own_rules.find_exact(text) if own_rules else None
        static = None if own else self._rules.statics.get(text)
        if static:
            return Meaning(static.rule_index, static.layer, declare(static.css))
        if own_rules and not own:
            own = own_rules.find_pattern(text)
        return Meaning(*own) if own else self._look_up_pattern(text, is_internal)

    def _look_up_pattern(self, text: str, is_internal: bool) -> Meaning | None:
        refused: Rule | None = None
        for (order, _), rule, words, start in self._rules.find(text):
            if rule is refused or (rule.is_internal and not is_internal):
                continue
            made = rule.handler(self._design, text[start:] if start else "", *words)
            if made:
                if isinstance(made, Composed):
                    return Meaning(-order, rule.layer, *made)
                if made[0][1] is not None or _has_value(made):
                    return Meaning(-order, rule.layer, made)
            refused = rule
        return None

    def _expand(self, text: str, depth: int) -> tuple[list[str], str] | None:
        """Return the utilities that a shortcut stands for, and its layer."""
        if depth == 0:
            return None
        parts, layer = self._shortcut(text)
        if not parts:
            for inner, _, _ in self._variants.strip(text):
                expanded = self._expand(inner, depth - 1) if inner != text else None
                if expanded:
                    parts = [text.replace(inner, part, 1) for part in expanded[0]]
        if not parts:
            return None
        whole: list[str] = []
        for part in parts:
            deeper = self._expand(part, depth - 1)
            whole += deeper[0] if deeper else [part]
        return whole, layer

    def _may_be_shortcut(self, text: str) -> bool:
        return text[-9:] == _CONTAINER or text == "prose" or self._shortcuts.may_have(text)

    def _shortcut(self, text: str) -> tuple[list[str], str]:
        """Return what a shortcut's own text stands for, and its layer; nothing for what is no shortcut."""
        own = self._shortcuts.find(text)
        if own:
            body, layer = own
            return list(dict.fromkeys(expand_group(body.strip()).split())), layer or _SHORTCUT_LAYER
        if text == "prose":
            return list(_PROSE), "typography"
        match = _CONTAINER_NAME.fullmatch(text) if text.endswith(_CONTAINER) else None
        return (self._container(match[1]) if match else []), _SHORTCUT_LAYER

    def _container(self, first: str | None) -> list[str]:
        points = [point for point, _ in self._design.breakpoints()]
        if first is not None:
            if first not in points:
                return []
            points = points[points.index(first) :]
        widths = [f"{point}:__container-{point}" for point in points]
        return widths if first is not None else ["__container", *widths]

    def _shortcut_rows(self, raw: str, outer: Stripped, utilities: list[str], layer: str) -> list[Row]:
        current, outer_taken, _ = outer
        parsed = [
            (meaning, taken)
            for utility in dict.fromkeys(utilities)
            for text, taken, _ in self._variants.strip(utility)
            if (meaning := self._meaning(text, self._internal_meanings))
        ]
        parsed.sort(key=lambda pair: pair[0].rule_index)
        rows = [
            Row(None, meaning.keyframes, meaning.rule_index, layer=meaning.layer, current=current)
            for meaning, _ in parsed
            if meaning.keyframes
        ]
        groups: dict[str, dict[str, dict[str, _Gathered]]] = {}
        for meaning, taken in parsed:
            draft = _draft(meaning, (*taken, *outer_taken), raw)
            selector = draft.prefix + draft.selector + draft.pseudo
            by_parent = groups.setdefault(draft.layer or layer, {}).setdefault(selector, {})
            by_parent.setdefault(draft.parent, _Gathered(meaning.rule_index)).drafts.append(draft)
        rows += [
            row
            for group_layer, selectors in groups.items()
            for selector, parents in selectors.items()
            for gathered in parents.values()
            for row in _gathered_rows(gathered, selector, group_layer, current)
        ]
        return rows


@dataclass(slots=True)
class _Gathered:
    """The parts of a shortcut that share a selector and at-rules."""

    index: int
    drafts: list[Draft] = field(default_factory=list)


def _gathered_rows(gathered: _Gathered, selector: str, layer: str, current: str) -> list[Row]:
    rows = []
    for no_merge in (True, False):
        drafts = [draft for draft in gathered.drafts if draft.no_merge == no_merge]
        body = write_body([pair for draft in drafts for pair in draft.declarations])
        if body:
            sort = max(draft.sort for draft in drafts)
            parent, order = drafts[-1].parent, drafts[-1].parent_order
            rows.append(Row(selector, body, gathered.index, parent, layer, sort, no_merge, order, current))
    return rows


def _has_value(declarations: Declarations) -> bool:
    for _, value in declarations:  # noqa: SIM110  the first has one, as a rule
        if value is not None:
            return True
    return False


def _draft(meaning: Meaning, taken: tuple[Taken, ...], raw: str) -> Draft:
    select = meaning.select
    if select:
        taken = (Taken("", lambda draft: _select(draft, select)), *taken)
    declarations = [(name, value) for name, value in meaning.declarations if value is not None]
    return apply_steps(candidate_selector(raw), declarations, taken)


def _select(draft: Draft, select: Callable[[str], str]) -> None:
    draft.selector = select(draft.selector)


def _utility_rows(meaning: Meaning, taken: tuple[Taken, ...], raw: str) -> tuple[Row, ...]:
    rule_index, layer, declarations, keyframes, select = meaning
    if taken or select:
        draft = _draft(meaning, taken, raw)
        selector = draft.prefix + draft.selector + draft.pseudo
        placed = (draft.parent, draft.layer or layer, draft.sort, draft.no_merge, draft.parent_order)
        row = Row(selector, write_body(draft.declarations), rule_index, *placed)
    else:
        row = Row(candidate_selector(raw), write_body(declarations), rule_index, "", layer)
    own = (row,) if row.body else ()
    return (Row(None, keyframes, rule_index, "", layer), *own) if keyframes else own


def write_body(declarations: Sequence[tuple[str, str | None]]) -> str:
    """Return declarations as `name:value;`, each pair once; a pair without a name is CSS as it is."""
    if len(declarations) == 1:
        ((name, value),) = declarations
        return f"{name}:{value};" if name else value or ""
    pairs = dict.fromkeys(declarations)
    return "".join([f"{name}:{value};" if name else value for name, value in pairs if value is not None])
