"""Take nested rules out of their parents, as postcss-nested does it for every sheet of a Slidev deck.

    .a { top: 0; &:hover, b { left: 0 } @media print { top: 1px } }

    .a { top: 0 }
    .a:hover, .a b { left: 0 }
    @media print { .a { top: 1px } }

What stands behind a nested rule stays behind it, in a rule of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from deckc.compile.style.scan import split_commas
from deckc.compile.style.selector import replace_ampersands
from deckc.compile.style.sheet import (
    AtRule,
    Comment,
    Item,
    Junk,
    Rule,
    Sheet,
    parse_sheet,
    print_sheet,
)

_BUBBLING = frozenset(["media", "supports", "layer", "container", "starting-style"])
_LEAVING = frozenset(["document", "font-face", "keyframes", "-webkit-keyframes", "-moz-keyframes", "at-root"])
_MAX_SELECTORS = 1000
"""Combinations that are written out; lists in lists in lists would fill any memory."""
_MAX_LENGTH = 20_000
"""Characters of a parent that are repeated in its children, for the same reason (`& & { & & { ...`)."""
_LINE_COMMENT = re.compile(
    r"""(/\*[\s\S]*?(?:\*/|\Z)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|url\([^)\n]*\)?|://)|//([^\n]*)""",
    re.IGNORECASE,
)


def flatten_nesting(css: str) -> str:
    """Return a style sheet in which no rule holds another; a sheet without nesting comes back as it is."""
    sheet = parse_sheet(css)
    flat = flatten_sheet(sheet)
    return css if flat is sheet else print_sheet(flat)


def flatten_sheet(sheet: Sheet) -> Sheet:
    """Return a sheet in which no rule holds another; the very same where none does."""
    if not _holds_nesting(sheet.items):
        return sheet
    return Sheet(tuple(_flatten(sheet.items)), sheet.tail)


def block_comments(css: str) -> str:
    """Return SCSS, Less or PostCSS text with its `// comments` written as CSS knows them."""
    if "//" not in css:
        return css

    def mark(found: re.Match[str]) -> str:
        return found[1] if found[1] is not None else f"/*{found[2].replace('*/', '* /')}*/"

    return _LINE_COMMENT.sub(mark, css)


def _holds_nesting(items: Iterable[Item]) -> bool:
    for item in items:
        match item:
            case Rule(children=children):
                if any(_leaves_parent(child) for child in children):
                    return True
            case AtRule(children=children) if children and _holds_nesting(children):
                return True
            case _:
                pass
    return False


def _leaves_parent(item: Item) -> bool:
    if isinstance(item, Rule):
        return True
    if not isinstance(item, AtRule) or item.children is None:
        return False
    return item.name.lower() in _BUBBLING or item.name.lower() in _LEAVING


def _flatten(items: Iterable[Item]) -> list[Item]:
    out: list[Item] = []
    for item in items:
        match item:
            case Rule():
                out.extend(_flatten_rule(item))
            case AtRule(children=children) if children:
                out.append(replace(item, children=tuple(_flatten(children))))
            case _:
                out.append(item)
    return out


def _flatten_rule(rule: Rule) -> list[Item]:
    """Return a rule and what was nested in it, in the order of the source."""
    if not any(_leaves_parent(child) for child in rule.children):
        return [rule]
    out: list[Item] = []
    own: list[Item] = []

    def put_own() -> None:
        if any(not isinstance(item, Comment) for item in own):
            first = not out
            out.append(replace(rule, children=tuple(own), before=rule.before if first else "\n", closing="}"))
        else:
            out.extend(own)
        own.clear()

    for child in rule.children:
        if not _leaves_parent(child):
            own.append(_ended(child))
            continue
        put_own()
        if isinstance(child, Rule):
            out.extend(_flatten_rule(replace(child, selector=_merged(rule.selector, child.selector))))
        elif isinstance(child, AtRule):
            out.extend(_lift(rule, child))
    put_own()
    return out


def _lift(rule: Rule, at_rule: AtRule) -> list[Item]:
    """Return an at-rule taken out of a rule, with the rule inside it where the at-rule is a condition."""
    name = at_rule.name.lower()
    children = at_rule.children or ()
    if name == "at-root":
        inner = (replace(rule, selector=at_rule.prelude, children=children, before="\n"),)
        return _flatten(inner if at_rule.prelude else children)
    if name not in _BUBBLING:
        return [replace(at_rule, closing="}")]
    inside = replace(rule, children=children, before=" ", gap=" ", after=" ", closing="}")
    return [replace(at_rule, children=tuple(_flatten((inside,))), closing="}")]


def _merged(parents: str, children: str) -> str:
    """Return every child selector under every parent selector; `&` stands for the parent."""
    if len(parents) > _MAX_LENGTH:
        return children
    outer, inner = split_commas(parents), split_commas(children)
    if len(outer) * len(inner) > _MAX_SELECTORS:
        outer = [f":is({', '.join(outer)})"]
    merged: list[str] = []
    for parent in outer:
        for child in inner:
            if child:
                selector, replaced = replace_ampersands(child, parent)
                merged.append(selector if replaced else f"{parent} {child}")
    return ", ".join(merged)


def _ended(item: Item) -> Item:
    """Return a declaration or statement with its semicolon: something may come to stand behind it."""
    match item:
        case Comment() | Junk() | Rule():
            return item
        case AtRule():
            return item if item.children is not None or item.closing else replace(item, closing=";")
        case _:
            return item if item.end.endswith(";") else replace(item, end=item.end + ";")
