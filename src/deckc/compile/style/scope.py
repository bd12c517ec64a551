"""Bind a slide's styles to the slide, as Vue does for `<style scoped>` (spec 5.11).

    scope_styles(".a b:hover, h1::before { top: 0 }", "data-v-1f")

    .a b[data-v-1f]:hover, h1[data-v-1f]::before { top: 0 }

`:deep(x)` puts the mark in front of x, `:slotted(x)` marks x as handed in, `:global(x)` leaves x alone.
Names of `@keyframes` get the scope's name behind them, and so do the animations of the same sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from deckc.compile.style.nesting import flatten_sheet
from deckc.compile.style.scan import split_commas
from deckc.compile.style.selector import Kind, Part, parse_selector, print_selector
from deckc.compile.style.sheet import (
    AtRule,
    Declaration,
    Item,
    Rule,
    Sheet,
    parse_sheet,
    print_sheet,
)
from deckc.dataclass import dataclass
from deckc.pattern import pattern

_KEYFRAMES = pattern(r"(?:-\w+-)?keyframes\Z", re.IGNORECASE)
_ANIMATION = pattern(r"(?:-\w+-)?animation(-name)?\Z", re.IGNORECASE)
_DEEP = frozenset([":deep", "::v-deep"])
_SLOTTED = frozenset([":slotted", "::v-slotted"])
_GLOBAL = frozenset([":global", "::v-global"])
_OLD_DEEP = frozenset([">>>", "/deep/"])
_LISTS = frozenset([":is", ":where"])
_CONTAINERS = frozenset([":is", ":where", ":has", ":not"])
_MAX_DEPTH = 40
"""Parentheses in parentheses that are looked into; nobody writes more by hand."""


def scope_styles(css: str, scope: str) -> str:
    """Return a style sheet whose rules only reach elements with the attribute `scope` ("data-v-1f").

    Nested rules are taken out first, as Slidev does it.
    """
    sheet = flatten_sheet(parse_sheet(css))
    suffix = "-" + scope.removeprefix("data-v-")
    keyframes: dict[str, str] = {}
    items = _scope_items(sheet.items, scope, suffix, keyframes)
    if keyframes:
        items = _rename_animations(items, keyframes)
    return print_sheet(Sheet(tuple(items), sheet.tail))


def scope_selector(selector: str, scope: str) -> str:
    """Return a selector list bound to a scope."""
    return ", ".join(
        scoped for part in split_commas(selector) for scoped in _scope(parse_selector(part), _Mark(scope))
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """How the elements of one complex selector are bound."""

    scope: str
    slotted: bool = False
    is_deep: bool = False
    """Whether the mark stands on an element further out already."""
    depth: int = 0
    """Parentheses around."""

    @property
    def test(self) -> Part:
        """The attribute test that binds an element."""
        return Part(Kind.SIMPLE, f"[{self.scope}-s]" if self.slotted else f"[{self.scope}]")


def _scope_items(items: Iterable[Item], scope: str, suffix: str, keyframes: dict[str, str]) -> list[Item]:
    out: list[Item] = []
    for item in items:
        match item:
            case Rule():
                out.append(replace(item, selector=scope_selector(item.selector, scope)))
            case AtRule(name=name, prelude=prelude) if _KEYFRAMES.match(name):
                if not prelude.endswith(suffix):
                    keyframes[prelude] = prelude + suffix
                out.append(replace(item, prelude=keyframes.get(prelude, prelude)))
            case AtRule(children=children) if children:
                out.append(replace(item, children=tuple(_scope_items(children, scope, suffix, keyframes))))
            case _:
                out.append(item)
    return out


def _rename_animations(items: Iterable[Item], keyframes: dict[str, str]) -> list[Item]:
    out: list[Item] = []
    for item in items:
        match item:
            case Declaration(name=name, value=value) if _ANIMATION.match(name):
                renamed = ", ".join(_rename_one(part, keyframes) for part in split_commas(value))
                out.append(replace(item, value=renamed))
            case Rule(children=children):
                out.append(replace(item, children=tuple(_rename_animations(children, keyframes))))
            case AtRule(children=children) if children:
                out.append(replace(item, children=tuple(_rename_animations(children, keyframes))))
            case _:
                out.append(item)
    return out


def _rename_one(animation: str, keyframes: dict[str, str]) -> str:
    """Return one animation with the first word that names keyframes of this sheet renamed."""
    words = animation.split()
    for at, word in enumerate(words):
        if word in keyframes:
            words[at] = keyframes[word]
            break
    return " ".join(words)


def _scope(parts: list[Part], mark: _Mark) -> list[str]:
    """Return one complex selector, bound; it may become several."""
    if mark.depth > _MAX_DEPTH:
        return [print_selector(parts)]
    parts = _without_leading_universal(parts)
    special = next((at for at, part in enumerate(parts) if _is_special(part)), None)
    if special is not None:
        return _scope_special(parts, special, mark)
    return [_insert_mark(parts, _anchor(parts), mark, is_bound=mark.is_deep)]


def _is_special(part: Part) -> bool:
    """Return whether a part decides by itself what is bound."""
    if part.kind is Kind.COMBINATOR:
        return part.text.strip() in _OLD_DEEP
    if part.kind is not Kind.PSEUDO:
        return False
    if part.text in _CONTAINERS:
        return _holds_deep(part.arguments or "")
    return part.text in _DEEP or part.text in _SLOTTED or part.text in _GLOBAL


def _scope_special(parts: list[Part], at: int, mark: _Mark) -> list[str]:
    """Return a selector, bound, that holds `:deep()` or its kin at `at`."""
    part, anchor = parts[at], _anchor(parts[:at])
    if part.kind is Kind.COMBINATOR:
        parts[at] = Part(Kind.COMBINATOR, " ")
    elif part.text in _DEEP:
        parts = _deep(parts, at)
    elif part.text in _SLOTTED:
        inner = _scope(_argument(part), replace(mark, slotted=True, depth=mark.depth + 1))
        return [print_selector(parts[:at]) + inner[0] + print_selector(parts[at + 1 :])]
    elif part.text in _GLOBAL:
        return [print_selector(_argument(part))]
    elif split := _branches(parts, at, anchor):
        return [scoped for branch in split for scoped in _scope(branch, mark)]
    else:
        parts[at] = _bind_arguments(part, replace(mark, is_deep=mark.is_deep or anchor is not None))
        return [_insert_mark(parts, anchor, mark, is_bound=mark.is_deep or anchor is None)]
    return [_insert_mark(parts, anchor, mark, is_bound=mark.is_deep)]


def _anchor(parts: list[Part]) -> int | None:
    """Return the place of the part that carries the mark: the last one that is an element's own."""
    anchor: int | None = None
    for at, part in enumerate(parts):
        if part.kind is Kind.SIMPLE or (anchor is None and _stands_for_element(part)):
            anchor = at
    return anchor


def _without_leading_universal(parts: list[Part]) -> list[Part]:
    """Return a selector without a `*` in front, which the mark makes superfluous."""
    if len(parts) > 1 and parts[0].kind is Kind.UNIVERSAL:
        if parts[1].is_descendant:
            return parts[2:]
        if parts[1].kind is not Kind.COMBINATOR:
            return parts[1:]
    return list(parts)


def _stands_for_element(part: Part) -> bool:
    """Return whether a part can carry the mark where nothing in front of it can."""
    return part.kind is Kind.UNIVERSAL or (part.kind is Kind.PSEUDO and part.text in _LISTS)


def _insert_mark(parts: list[Part], anchor: int | None, mark: _Mark, *, is_bound: bool) -> str:
    """Return a selector with the mark behind its anchor; in front of everything where it has none."""
    if is_bound:
        return print_selector(parts)
    if anchor is None:
        return print_selector([mark.test, *parts])
    found = parts[anchor]
    if found.kind is Kind.PSEUDO:  # :is(a, b) alone: each alternative is bound
        parts[anchor] = _bind_arguments(found, mark)
        return print_selector(parts)
    if found.kind is Kind.UNIVERSAL and len(parts) == 1:
        return str(mark.test)
    return print_selector([*parts[: anchor + 1], mark.test, *parts[anchor + 1 :]])


def _deep(parts: list[Part], at: int) -> list[Part]:
    """Return a selector with `:deep(x)` opened into a descendant x."""
    before, part = parts[:at], parts[at]
    if part.arguments is None:  # the old combinator: `a ::v-deep b`
        if before and before[-1].is_descendant:
            before = before[:-1]
        return [*before, *parts[at + 1 :]]
    if not before or not before[-1].is_descendant:
        before = [*before, Part(Kind.COMBINATOR, " ")]
    return [*before, *_argument(part), *parts[at + 1 :]]


def _argument(part: Part) -> list[Part]:
    """Return the first selector in a pseudo-class' parentheses."""
    return parse_selector(split_commas(part.arguments or "")[0])


def _holds_deep(arguments: str) -> bool:
    return ":deep" in arguments or "::v-deep" in arguments


def _branches(parts: list[Part], at: int, anchor: int | None) -> list[list[Part]]:
    """Return a selector once for each alternative of its list; empty where that is not needed.

    Needed where only some alternatives of `:is(a :deep(b), c) d` place the mark themselves.
    """
    part = parts[at]
    alternatives = split_commas(part.arguments or "")
    is_mixed = not all(_holds_deep(alternative) for alternative in alternatives)
    if anchor is not None or not is_mixed or part.text == ":not" or at == len(parts) - 1:
        return []
    return [
        [*parts[:at], replace(part, arguments=alternative), *parts[at + 1 :]] for alternative in alternatives
    ]


def _bind_arguments(part: Part, mark: _Mark) -> Part:
    """Return a pseudo-class with every selector in its parentheses bound."""
    mark = replace(mark, depth=mark.depth + 1)
    bound = [
        scoped for text in split_commas(part.arguments or "") for scoped in _scope(parse_selector(text), mark)
    ]
    return replace(part, arguments=", ".join(bound))
