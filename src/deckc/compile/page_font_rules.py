"""Find the rules of a page's CSS that have a say in which glyphs are shown, and the elements that they may mean.

    .slidev-layout strong { font-weight: 600 }     strong      may be of weight 600
    code { font-family: var(--deckc-font-mono) }   code        is in the mono stack

Of a selector only the last compound is looked at, without its pseudo-classes: a rule may be taken to hold where it
does not, which costs a glyph, but never the other way round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from deckc.compile.page_font_traits import NOTHING, TraitReader, Traits
from deckc.compile.realize.assets.css import unescape
from deckc.compile.style.scan import split_commas
from deckc.compile.style.selector import Kind, Part, parse_selector
from deckc.compile.style.sheet import AtRule, Declaration, Item, Rule, parse_sheet
from deckc.dataclass import dataclass
from deckc.model.fonts import WebFonts

_TEST = re.compile(
    r"""\[\s*([^\s=~|^$*\]]+)\s*(?:([~|^$*]?=)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\]\s]+)))?[^\]]*\]?"""
)
_ALIAS = re.compile(r"--(?!deckc-font-)")
_LISTS = frozenset([":is", ":where"])
_OLD_PARTS = frozenset([":before", ":after", ":first-letter", ":first-line"])
_OF_RUNTIME = ("slidev-", "deckc-")
_MAX_DEPTH = 4
"""Lists in lists that are looked into."""


@dataclass(frozen=True, slots=True)
class FontRule:
    """The elements that a rule may mean, and what it says."""

    tag: str
    """Empty for any."""
    names: frozenset[str]
    """Classes and ids, with their `.` and `#`."""
    attributes: tuple[tuple[str, str], ...]
    """Name, and a word that the value must hold; empty for any value."""
    is_certain: bool
    """Whether it holds wherever these are."""
    traits: Traits


class FontRules:
    """The rules of a page, to be found by elements; those that ask for other classes than the page's are left out."""

    def __init__(self, css: str, fonts: WebFonts, classes: frozenset[str]) -> None:
        self._classes = classes
        found = list(_rules(parse_sheet(css).items, is_certain=True))
        self.reader = TraitReader(fonts, _aliases(rule for rule, _ in found))
        self._by_sign: defaultdict[str, list[FontRule]] = defaultdict(list)
        for rule, is_certain in found:
            traits = self.reader.read(rule.children)
            if traits != NOTHING:
                self._add(rule.selector, traits, is_certain=is_certain)

    @property
    def class_names(self) -> frozenset[str]:
        """Return every class that a rule asks for."""
        rules = (rule for rules in self._by_sign.values() for rule in rules)
        return frozenset(name[1:] for rule in rules for name in rule.names if name[0] == ".")

    def of(self, tag: str, attributes: Mapping[str, str]) -> Iterator[FontRule]:
        """Yield the rules that may mean an element."""
        classes = attributes.get("class", "").split()
        names = {f".{name}" for name in classes} | ({f"#{attributes['id']}"} if "id" in attributes else set())
        for sign in (tag, *names, *(f"[{name}" for name in attributes), ""):
            for rule in self._by_sign.get(sign, ()):
                is_meant = rule.tag in {"", tag} and rule.names <= names
                if is_meant and all(_holds(test, attributes) for test in rule.attributes):
                    yield rule

    def _add(self, selector_list: str, traits: Traits, *, is_certain: bool) -> None:
        for selector in split_commas(selector_list):
            if not self._may_be_met(selector):
                continue
            said = replace(traits, inherits=frozenset()) if _is_of_part(selector) else traits
            for tests, is_whole in _compounds(selector, 0):
                rule = _read_tests(tests, said, is_certain=is_certain and is_whole)
                sign = min(rule.names, default="") or rule.tag
                if not sign and rule.attributes:
                    sign = f"[{rule.attributes[0][0]}"
                self._by_sign[sign].append(rule)

    def _may_be_met(self, selector: str) -> bool:
        """Return whether every class that a selector asks for stands in the page; the runtime adds its own."""
        for part in parse_selector(selector):
            if part.text in _LISTS and part.arguments is not None:
                if not any(map(self._may_be_met, split_commas(part.arguments))):
                    return False
            elif part.text[0] == "." and not self._may_have(unescape(part.text[1:])):
                return False
        return True

    def _may_have(self, name: str) -> bool:
        return name in self._classes or name.startswith(_OF_RUNTIME)


def _holds(test: tuple[str, str], attributes: Mapping[str, str]) -> bool:
    name, word = test
    return name in attributes and (not word or word in attributes[name])


def _aliases(rules: Iterable[Rule]) -> Mapping[str, str]:
    """Return custom properties with all values that they are given, but those that hold the three stacks."""
    values: dict[str, str] = {}
    for rule in rules:
        for item in rule.children:
            if isinstance(item, Declaration) and _ALIAS.match(item.name):
                values[item.name] = f"{values.get(item.name, '')} {item.value}"
    return values


def _rules(items: Iterable[Item], *, is_certain: bool) -> Iterator[tuple[Rule, bool]]:
    for item in items:
        match item:
            case Rule():
                yield item, is_certain
                yield from _rules(item.children, is_certain=False)
            case AtRule(children=children) if children is not None and item.name.lower() != "font-face":
                yield from _rules(children, is_certain=is_certain and item.name.lower() == "layer")
            case _:
                pass


def _compounds(selector: str, depth: int) -> Iterator[tuple[list[str], bool]]:
    """Yield the tests of the last compound, for each choice of its `:is()`, and whether they are all there is."""
    parts = parse_selector(selector)
    last = max((at for at, part in enumerate(parts) if part.kind is Kind.COMBINATOR), default=-1)
    own = parts[last + 1 :]
    tests = [part.text for part in own if part.kind is Kind.SIMPLE]
    pseudos = [part for part in own if part.kind is Kind.PSEUDO]
    if any(part.text == ":root" for part in pseudos):
        tests.append("html")
    lists = [part for part in pseudos if part.text in _LISTS and part.arguments]
    if not lists or depth > _MAX_DEPTH:
        yield tests, last < 0 and not pseudos
        return
    for choice in _choices(lists[0], depth):
        yield [*tests, *choice], False


def _is_of_part(selector: str) -> bool:
    """Return whether a selector means text before, after or in an element; what that inherits is the element's."""
    return any(
        part.text.startswith("::") or part.text in _OLD_PARTS
        for part in parse_selector(selector)
        if part.kind is Kind.PSEUDO
    )


def _choices(part: Part, depth: int) -> Iterator[list[str]]:
    for selector in split_commas(part.arguments or ""):
        for tests, _ in _compounds(selector, depth + 1):
            yield tests


def _read_tests(tests: Iterable[str], traits: Traits, *, is_certain: bool) -> FontRule:
    tag, names, attributes = "", set(), []
    for test in tests:
        if test[0] in ".#":
            names.add(test[0] + unescape(test[1:]))
        elif (found := _TEST.fullmatch(test)) is not None:
            word = unescape(found[3] or found[4] or found[5] or "")
            attributes.append((unescape(found[1]).lower(), word if found[2] in {"=", "~="} else ""))
        elif test[0].isalpha():
            tag = test.lower()
    return FontRule(tag, frozenset(names), tuple(attributes), is_certain and not attributes, traits)
