"""Carry out the directives of utilities in style sheets.

    .a { @apply mt-4 hover:p-2; }          .a { margin-top:1rem; }.a:hover{padding:0.5rem;}
    .a { color: theme('colors.red.500') }  .a { color: #ef4444 }
    @screen md { .a { top: 0 } }           @media (min-width: 768px){ .a { top: 0 } }
    .a { background: icon('i-carbon-add') }

`--at-apply: mt-4`, `--uno-apply:` and `--uno:` are spellings of `@apply`. What names nothing is left as it is. The
rest of the sheet stays as it was written, but for simple rules that nothing is left in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from deckc.compile.style.candidate import Row
from deckc.compile.style.design import Design
from deckc.compile.style.groups import expand_group
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.scan import split_commas
from deckc.compile.style.sheet import AtRule, Declaration, Item, Rule, parse_sheet, print_items
from deckc.compile.style.theme_function import fill_theme, theme_value
from deckc.compile.style.utilities.icons import find_icon, icon_address
from deckc.compile.style.utility_sheet import parser_of
from deckc.compile.style.variants.conditions import media_query
from deckc.dataclass import dataclass

_APPLY_PROPERTIES = frozenset(("--at-apply", "--uno-apply", "--uno"))
_OWN = ".\\-"
"""The selector of a utility that is written as `-`, to be replaced by the rule's own."""
_COMMENT = LazyPattern(r"/\*[\s\S]*?\*/|//.*")
_QUOTED = LazyPattern(r"(['\"])(.*)\1")
_MAYBE_EMPTY_RULE = LazyPattern(r"([^{}]+)(\{\s*\}\s*)?")
_SIMPLE_SELECTOR = LazyPattern(r"[\s\w\-.,#:\[\]=*\"'>~+^$|()\\]+")
_CALL = LazyPattern(r"\b(theme|icon)\(\s*(['\"])(.*?)\2\s*(,|\))")
_SCREEN = LazyPattern(r"(?:(lt|at)-)?(\w+)")
_AROUND_COMBINATOR = LazyPattern(r"\s*([,>+~])\s*(?![^\[]*\])")
_BLANKS = LazyPattern(r"\s+")
_URL_SAFE = "!'()*-._~"


@dataclass(slots=True)
class _Edits:
    """Changes to a text, by place."""

    removed: list[tuple[int, int]] = field(default_factory=list)
    before: dict[int, list[str]] = field(default_factory=dict)
    """Text that belongs to what stands in front of a place."""
    after: dict[int, list[str]] = field(default_factory=dict)
    """Text that belongs to what follows a place."""

    def replace(self, start: int, end: int, text: str) -> None:
        self.removed.append((start, end))
        self.after.setdefault(end, []).append(text)

    def apply(self, text: str) -> str:
        """Return the text with all changes made."""
        starts = dict(self.removed)
        marks = sorted({*self.before, *self.after, *starts, *(end for _, end in self.removed)})
        parts: list[str] = []
        at = 0
        for mark in marks:
            if mark > at:
                parts.append(text[at:mark])
            parts += self.before.get(mark, ())
            parts += self.after.get(mark, ())
            at = max(at, starts.get(mark, mark))
        return "".join(parts) + text[at:]


def expand_directives(css: str, design: Design) -> str:
    """Return a style sheet with `@apply` and its like, `theme()`, `icon()` and `@screen` carried out."""
    has_call = "theme(" in css or "icon(" in css
    if not (_has_apply(css) or has_call or "@screen" in css):
        return css
    edits = _Edits()
    _visit(parse_sheet(css).items, css, design, edits)
    changed = edits.apply(css)
    if _has_apply(changed):
        return changed
    return _MAYBE_EMPTY_RULE.sub(
        lambda rule: "" if rule[2] and _SIMPLE_SELECTOR.fullmatch(rule[1].strip()) else rule[0], changed
    )


def _has_apply(css: str) -> bool:
    return "@apply" in css or "--at-apply" in css or "--uno" in css


def _visit(items: Iterable[Item], css: str, design: Design, edits: _Edits) -> None:
    for item in items:
        match item:
            case Rule():
                _apply_in(item, item.selector, _end(item), css, design, edits)
                _visit(item.children, css, design, edits)
            case AtRule(children=children) if children is not None:
                if item.name == "screen":
                    _write_screen(item, css, design, edits)
                _visit(children, css, design, edits)
            case Declaration() if item.name not in _APPLY_PROPERTIES:
                _write_calls(item, design, edits)
            case _:
                pass


def _end(item: Rule | AtRule) -> int:
    return item.offset + len(print_items((item,))) - len(item.before)


def _apply_in(rule: Rule | AtRule, selector: str, end: int, css: str, design: Design, edits: _Edits) -> None:
    """Carry out what is applied right inside a rule; variants become rules behind `end`."""
    for child in rule.children or ():
        if isinstance(child, AtRule) and child.children is not None:
            # An at-rule in a rule applies to the rule: what it adds stays inside, as `&`.
            _apply_in(child, "&", _end(child) - len(child.closing) - len(child.after), css, design, edits)
            continue
        place = _directive(child, css)
        if place is not None:
            _write_applied(place, selector, end, design, edits)


@dataclass(frozen=True, slots=True)
class _Applied:
    """One directive: where it stands, and the utilities it names."""

    start: int
    end: int
    semicolon: int
    """1 where a semicolon follows that belongs to it."""
    utilities: list[str]


def _directive(item: Item, css: str) -> _Applied | None:
    match item:
        case AtRule(name="apply", children=None):
            end = item.offset + len(print_items((item,))) - len(item.before)
            end = end if item.closing else _past_blanks(css, end)
            return _Applied(item.offset, end, 0, _utilities(_unquoted(item.prelude.strip())))
        case Declaration() if item.name in _APPLY_PROPERTIES:
            end = _past_blanks(css, item.value_offset + len(item.value))
            words = " ".join(_unquoted(word) for word in _unquoted(item.value).split())
            return _Applied(item.offset, end, int(css[end : end + 1] == ";"), _utilities(words))
        case _:
            return None


def _past_blanks(css: str, place: int) -> int:
    while css[place : place + 1].isspace():
        place += 1
    return place


def _unquoted(text: str) -> str:
    match = _QUOTED.fullmatch(text)
    return match[2] if match else text


def _utilities(text: str) -> list[str]:
    return [word.replace("\\", "", 1) for word in expand_group(_COMMENT.sub("", text)).split()]


def _write_applied(place: _Applied, selector: str, end: int, design: Design, edits: _Edits) -> None:
    rows = _joined_rows(place.utilities, design)
    if not rows:
        return
    semicolon = place.semicolon
    for row in rows:
        own = row.selector.replace(" $$ ", " ") if row.selector is not None else None
        if row.parent or row.no_merge or (own is not None and own != _OWN):
            semicolon = 0
            edits.before.setdefault(end, []).append(_variant_rule(row, own or _OWN, selector))
        elif own is None:
            edits.after.setdefault(_FILE_END, []).append(row.body)
        else:
            edits.after.setdefault(place.end + semicolon, []).append(row.body)
    edits.removed.append((place.start, place.end + semicolon))


_FILE_END = 1 << 60
"""A place behind every text."""


def _joined_rows(utilities: list[str], design: Design) -> list[Row]:
    """Return the rows of all utilities in their order, those of one selector and at-rule joined."""
    parser = parser_of(design)
    rows = [row for utility in utilities for row in parser.parse(utility, written_as="-") or ()]
    rows.sort(key=lambda row: row.rule_index)
    rows.sort(key=lambda row: row.parent_order)
    joined: dict[tuple[str | None, str], Row] = {}
    for row in rows:
        key = (row.selector, row.parent)
        first = joined.get(key)
        joined[key] = first._replace(body=first.body + row.body) if first else row
    return list(joined.values())


def _variant_rule(row: Row, own: str, selector: str) -> str:
    """Return the rule that a variant makes of each selector of the list."""
    if own == _OWN:
        names = [_compact(part) for part in split_commas(selector)]
    else:
        names = [own.replace(_OWN, part) for part in split_commas(selector)]
        if not (row.no_merge and row.current):  # UnoCSS leaves the blanks of what shortcuts make
            names = [_compact(name) for name in names]
    css = f"{','.join(names)}{{{row.body}}}"
    if not row.parent:
        return css
    parents = row.parent.split(" $$ ")[::-1]
    return "{".join(parents) + "{" + css + "}" * len(parents)


def _compact(selector: str) -> str:
    return _AROUND_COMBINATOR.sub(r"\1", _BLANKS.sub(" ", selector.strip()))


def _write_screen(rule: AtRule, css: str, design: Design, edits: _Edits) -> None:
    match = _SCREEN.fullmatch(rule.prelude.strip())
    query = media_query(design, match[2], match[1] or "") if match else None
    if query is not None:
        edits.replace(rule.offset, css.index("{", rule.offset), query)


def _write_calls(declaration: Declaration, design: Design, edits: _Edits) -> None:
    value = declaration.value
    if "theme(" not in value and "icon(" not in value:
        return
    at = 0
    while match := _CALL.search(value, at):
        closing = match.end() - 1 if match[4] == ")" else _closing(value, match.end())
        if closing < 0:
            return
        second = value[match.end() : closing].strip() if match[4] == "," else ""
        written = _call(match[1], match[3], second, design)
        if written:
            offset = declaration.value_offset
            edits.replace(offset + match.start(), offset + closing + 1, written)
        at = closing + 1


def _closing(text: str, start: int) -> int:
    """Return the place of the parenthesis that closes a call whose arguments go on at `start`."""
    depth = 0
    for place in range(start, len(text)):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            if depth == 0:
                return place
            depth -= 1
    return -1


def _call(function: str, first: str, second: str, design: Design) -> str | None:
    if function == "theme":
        return theme_value(first, design) or second or None
    icon = find_icon(design, first[2:]) if first.startswith("i-") else None
    if icon is None:
        return None
    from urllib.parse import quote

    color = fill_theme(_unquoted(second), design)
    return icon_address(icon, quote(color, safe=_URL_SAFE) if color else "")
