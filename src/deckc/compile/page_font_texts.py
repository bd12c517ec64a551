"""Collect the characters that a page shows, by the font, weight and style that they may be shown in.

    <p>Slide <strong>one</strong></p>     ("Inter",) 400 "Slide one"     ("Inter",) 600 "one"

What holds for an element without doubt replaces what comes from outside; what may hold is added to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from typing import TypeVar

from deckc.compile.page_font_rules import FontRule, FontRules
from deckc.compile.page_font_traits import Stack, Traits
from deckc.compile.style.sheet import parse_sheet
from deckc.dataclass import dataclass
from deckc.model.font_embedding import FontText

_T = TypeVar("_T")

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNSEEN = frozenset(["script", "style", "title"])
_INTERPOLATION = "<!--dc:"
_SHOWN_ATTRIBUTES = ("placeholder", "value", "label")
_OF_BROWSERS: Mapping[str, Traits] = {
    **dict.fromkeys(["b", "strong", "th"], Traits(weights=frozenset([700]))),
    **dict.fromkeys(["em", "i", "cite", "dfn", "var", "address"], Traits(styles=frozenset([True]))),
    **dict.fromkeys(["ol", "li"], Traits(texts=("0123456789.",))),
    "q": Traits(texts=("“”‘’",)),
    "summary": Traits(texts=("▸▾",)),
}
"""What browsers' own sheets say, and show."""


@dataclass(frozen=True, slots=True)
class _Look:
    """In what fonts, weights and styles a text may be shown."""

    stacks: frozenset[Stack]
    weights: frozenset[int]
    styles: frozenset[bool]
    has_cases: bool


_OUTERMOST = _Look(frozenset([()]), frozenset([400]), frozenset([False]), has_cases=False)


def collect_texts(html: str, rules: FontRules, computed: str = "") -> tuple[FontText, ...]:
    """Return all characters of a page's body; `computed` are those that may come to stand where something is bound."""
    shown: defaultdict[_Look, set[str]] = defaultdict(set)
    for look, text in _Walk(rules, computed).texts(html):
        shown[look].update(text)
    found: defaultdict[tuple[Stack, int, bool], set[str]] = defaultdict(set)
    for look, characters in shown.items():
        cases = characters | _other_cases(characters) if look.has_cases else characters
        for stack in filter(None, look.stacks):
            for weight in look.weights:
                for is_italic in look.styles:
                    found[stack, weight, is_italic] |= cases
    return tuple(FontText(*key, frozenset(characters)) for key, characters in sorted(found.items()))


def classes_in(html: str) -> frozenset[str]:
    """Return every class of a page's elements."""
    values = (
        match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(html) if match[1] == "class"
    )
    return frozenset(name for value in values for name in unescape(value).split())


class _Walk:
    """Goes through a page once."""

    def __init__(self, rules: FontRules, computed: str) -> None:
        self._rules = rules
        self._computed = computed
        self._meaning = cache(self._find)

    def texts(self, html: str) -> Iterator[tuple[_Look, str]]:
        """Yield each piece of text with its look."""
        stack: list[tuple[str, _Look]] = [("", _OUTERMOST)]
        done, unseen = 0, ""
        for token in _TOKEN.finditer(html):
            if not unseen and token.start() > done:
                yield stack[-1][1], unescape(html[done : token.start()])
            done = token.end()
            tag = (token["tag"] or "").lower()
            if not tag and token[0].startswith(_INTERPOLATION):
                yield stack[-1][1], self._computed
            if unseen:
                unseen = "" if token["end"] and tag == unseen else unseen
            elif token["end"]:
                _close(stack, tag)
            elif tag in _UNSEEN:
                unseen = tag
            elif tag:
                look, generated = self._enter(tag, token["attributes"], stack[-1][1])
                yield from ((look, text) for text in generated)
                if tag not in _VOID and not token["attributes"].endswith("/"):
                    stack.append((tag, look))
        if not unseen:
            yield stack[-1][1], unescape(html[done:])

    def _enter(self, tag: str, attributes: str, outer: _Look) -> tuple[_Look, list[str]]:
        """Return the look of an element, and the texts that do not stand in it."""
        rules, texts = self._meaning(tag, attributes)
        if not rules:
            return outer, texts
        look = _Look(
            _joined([(rule.traits.stacks, "stacks", rule) for rule in rules], outer.stacks),
            _joined([(rule.traits.weights, "weights", rule) for rule in rules], outer.weights),
            _joined([(rule.traits.styles, "styles", rule) for rule in rules], outer.styles),
            outer.has_cases or any(rule.traits.has_cases for rule in rules),
        )
        return look, texts

    def _find(self, tag: str, written: str) -> tuple[tuple[FontRule, ...], list[str]]:
        """Return the rules that may mean an element, and the texts that it shows besides its content."""
        attributes = {
            match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(written)
        }
        rules = list(self._rules.of(tag, attributes))
        if tag in _OF_BROWSERS:
            rules.append(FontRule(tag, frozenset(), (), is_certain=False, traits=_OF_BROWSERS[tag]))
        if "style" in attributes:
            own = self._rules.reader.read(parse_sheet(attributes["style"]).items)
            rules.append(FontRule(tag, frozenset(), (), is_certain=True, traits=own))
        texts = [text for rule in rules for text in rule.traits.texts]
        shown = (*_SHOWN_ATTRIBUTES, *(name for rule in rules for name in rule.traits.shown_attributes))
        texts += [attributes[name] for name in shown if name in attributes]
        texts += [self._computed] if "data-dc" in attributes else []
        return tuple(rules), texts


def _joined(said: list[tuple[frozenset[_T], str, FontRule]], outer: frozenset[_T]) -> frozenset[_T]:
    """Return all that rules say; with what comes from outside where none of them is certain."""
    values = frozenset[_T]().union(*(found for found, _, _ in said))
    is_settled = any(found and rule.is_certain for found, _, rule in said)
    is_inherited = any(name in rule.traits.inherits for _, name, rule in said)
    return values if is_settled and not is_inherited else values | outer


def _close(stack: list[tuple[str, _Look]], tag: str) -> None:
    """Leave the innermost open element of this name, and what is open in it."""
    for at in range(len(stack) - 1, 0, -1):
        if stack[at][0] == tag:
            del stack[at:]
            return


def _other_cases(characters: set[str]) -> set[str]:
    return {other for one in characters for other in (*one.upper(), *one.lower(), *one.title())}
