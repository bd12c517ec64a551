"""Read CSS into rules, at-rules, declarations and comments, and write it back unchanged.

    a { color: red; &:hover { top: 0 } }

    Rule("a", (Declaration("color", "red"), Rule("&:hover", (Declaration("top", "0"),))))

Reading cannot fail: what is neither a rule nor a declaration is kept as `Junk`, and a block that is never
closed ends with the text. Nested rules are kept as written (`nesting.flatten_nesting` takes them out).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from deckc.compile.style.scan import block_end, statement_end
from deckc.dataclass import dataclass

_SPACE = re.compile(r"\s*")
_DECLARATION = re.compile(r"([^\s:;{}()/\"'@]+)((?:\s|/\*[\s\S]*?\*/)*:\s*)")
_AT_NAME = re.compile(r"@[^\s(){};:,\"'/\[\]]*")
_MAX_DEPTH = 60
"""Blocks in blocks that are read; what lies deeper is kept as junk, so that no reader runs out of stack."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """`color: red;` inside a rule, or a custom property."""

    name: str
    value: str
    """With `!important` and inner comments, without blanks around it."""
    before: str = ""
    """White space in front."""
    colon: str = ": "
    end: str = ";"
    """Blanks and the semicolon behind the value; no semicolon where the block's end follows."""
    offset: int = 0
    """0-based place of the name in the text that was read."""

    @property
    def value_offset(self) -> int:
        """Place of the value in the text that was read."""
        return self.offset + len(self.name) + len(self.colon)


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector list and its block."""

    selector: str
    """As written, without blanks around it."""
    children: tuple[Item, ...]
    before: str = ""
    gap: str = " "
    """White space between the selector and its brace."""
    after: str = ""
    """White space in front of the closing brace."""
    closing: str = "}"
    """Empty where the text ended first."""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class AtRule:
    """`@import "x";` or `@media print { ... }`."""

    name: str
    """Without the @, as written."""
    prelude: str
    """What stands between the name and the block or semicolon, without blanks around it."""
    children: tuple[Item, ...] | None
    """None for a statement."""
    before: str = ""
    name_gap: str = " "
    """White space behind the name."""
    gap: str = ""
    """White space behind the prelude, in front of the brace or semicolon."""
    after: str = ""
    closing: str = ";"
    """The closing brace or the semicolon; empty where the text or the block around ended first."""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """`/* text */` between items."""

    text: str
    """With its marks."""
    before: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Junk:
    """Text that is no CSS item: a stray brace or semicolon, a word on its own."""

    text: str
    before: str = ""
    offset: int = 0


Item = Declaration | Rule | AtRule | Comment | Junk


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole style sheet."""

    items: tuple[Item, ...]
    tail: str = ""
    """White space behind the last item."""


@dataclass(slots=True)
class _OpenBlock:
    """A block whose closing brace is still to come."""

    head: Rule | AtRule | None
    items: list[Item]


def parse_sheet(css: str) -> Sheet:
    """Return the items of a style sheet or of a block's inside."""
    blocks = [_OpenBlock(None, [])]
    at = 0
    while True:
        space = _SPACE.match(css, at)
        start = space.end() if space else at
        before = css[at:start]
        if start == len(css):
            return _end_sheet(blocks, before)
        if css.startswith("/*", start):
            end = css.find("*/", start + 2)
            at = len(css) if end < 0 else end + 2
            blocks[-1].items.append(Comment(css[start:at], before, start))
            continue
        stop = statement_end(css, start)
        mark = css[stop : stop + 1]
        text = css[start:stop]
        at = stop + len(mark)
        if mark == "{" and len(blocks) > _MAX_DEPTH:
            at = block_end(css, stop)
            blocks[-1].items.append(Junk(css[start:at], before, start))
        elif mark == "{":
            blocks.append(_OpenBlock(_block_head(text, before, start), []))
        elif mark == ";":
            blocks[-1].items.append(_statement(text, ";", before, start))
        elif text:  # the block's or the text's end comes next: blanks in front of it are not the statement's
            bare = text.rstrip()
            blocks[-1].items.append(_statement(bare, "", before, start))
            at = start + len(bare)
        elif len(blocks) > 1:
            _close(blocks, before, "}")
        else:
            blocks[-1].items.append(Junk("}", before, stop))


def print_sheet(sheet: Sheet) -> str:
    """Return a sheet as text; what was read comes out unchanged."""
    out: list[str] = []
    _print_items(sheet.items, out)
    out.append(sheet.tail)
    return "".join(out)


def print_items(items: Iterable[Item]) -> str:
    """Return items as text."""
    out: list[str] = []
    _print_items(items, out)
    return "".join(out)


def _block_head(text: str, before: str, start: int) -> Rule | AtRule:
    """Return a rule or at-rule whose children are still to come."""
    bare = text.rstrip()
    gap = text[len(bare) :]
    if not bare.startswith("@"):
        return Rule(bare, (), before, gap, offset=start)
    name, name_gap, prelude = _at_parts(bare)
    if not prelude:
        name_gap, gap = name_gap + gap, ""
    return AtRule(name, prelude, (), before, name_gap, gap, offset=start)


def _statement(text: str, mark: str, before: str, start: int) -> Item:
    """Return the declaration, at-rule or junk that a text is; `mark` is its semicolon or nothing."""
    bare = text.rstrip()
    end = text[len(bare) :] + mark
    if bare.startswith("@"):
        name, name_gap, prelude = _at_parts(bare)
        return AtRule(name, prelude, None, before, name_gap, end[: len(end) - len(mark)], "", mark, start)
    if found := _DECLARATION.match(text):
        value = text[found.end() :].rstrip()
        colon = found.group(2)
        end = text[found.end() + len(value) :] + mark
        return Declaration(found.group(1), value, before, colon, end, start)
    return Junk(text + mark, before, start)


def _at_parts(text: str) -> tuple[str, str, str]:
    """Return name, blanks and prelude of "@media  print"."""
    found = _AT_NAME.match(text)
    head = found.group() if found else "@"
    rest = text[len(head) :]
    prelude = rest.lstrip()
    return head[1:], rest[: len(rest) - len(prelude)], prelude


def _close(blocks: list[_OpenBlock], after: str, closing: str) -> None:
    """Put the innermost open block, now complete, into the one around it."""
    block = blocks.pop()
    head = block.head
    items = tuple(block.items)
    match head:
        case Rule():
            done: Item = Rule(head.selector, items, head.before, head.gap, after, closing, head.offset)
        case AtRule():
            done = AtRule(
                head.name,
                head.prelude,
                items,
                head.before,
                head.name_gap,
                head.gap,
                after,
                closing,
                head.offset,
            )
        case _:
            return
    blocks[-1].items.append(done)


def _end_sheet(blocks: list[_OpenBlock], tail: str) -> Sheet:
    """Return the sheet; blocks still open end here."""
    while len(blocks) > 1:
        _close(blocks, tail, "")
        tail = ""
    return Sheet(tuple(blocks[0].items), tail)


def _print_items(items: Iterable[Item], out: list[str]) -> None:
    for item in items:
        match item:
            case Declaration():
                out += (item.before, item.name, item.colon, item.value, item.end)
            case Rule():
                out += (item.before, item.selector, item.gap, "{")
                _print_items(item.children, out)
                out += (item.after, item.closing)
            case AtRule():
                out += (item.before, "@", item.name, item.name_gap, item.prelude, item.gap)
                if item.children is not None:
                    out.append("{")
                    _print_items(item.children, out)
                    out.append(item.after)
                out.append(item.closing)
            case Comment() | Junk():
                out += (item.before, item.text)
            case _:
                assert_never(item)
