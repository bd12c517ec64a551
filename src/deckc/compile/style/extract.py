"""Find the strings of a text that may be utilities: class names and attributes.

    <b class="mt-4 hover:p-2" text="sm">     mt-4  hover:p-2  [text~="sm"]  and more that match nothing

Nothing is known here about which utilities exist, and prose is searched like markup.
"""

from __future__ import annotations

import re

from deckc.compile.style.patterns import LazyPattern

_SPACE = "\\t-\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"

_FREE_PROPERTY = LazyPattern(
    rf"\[(?:\\[^\w]|[\w-]){{1,64}}:[^{_SPACE}:]{{0,64}}?"
    rf"(?:\"[^{_SPACE}]{{1,64}}?\"|'[^{_SPACE}]{{1,64}}?'|`[^{_SPACE}]{{1,64}}?`|[^{_SPACE}:]{{1,64}}?)"
    rf"[^{_SPACE}:]{{0,64}}?\)?\]",
    re.ASCII,
)
_FREE_PROPERTY_ALONE = LazyPattern(
    rf"\[(?:\\[^\w]|[\w-]){{1,64}}:['\"]?[^{_SPACE}]{{1,64}}?['\"]?\]", re.ASCII
)
_QUOTED_VALUE = LazyPattern(
    rf"(?:[\w&:\[\]-]|\[[^{_SPACE}]{{1,64}}=[^{_SPACE}]{{1,64}}\]){{1,64}}"
    rf"\[\\?['\"]?[^{_SPACE}]{{1,64}}?['\"]\]\]?[\w:-]{{0,64}}",
    re.ASCII,
)
_WORD = re.compile(rf"[^{_SPACE}]+")
# Lengths are bounded, or a text of nothing but openers would take quadratic time.
_TOKEN = re.compile(rf"(?:[^{_SPACE}'\"`;{{}}-]+|-\[(?!&[^\n]{{1,100}}?;)[^\]]{{0,4000}}\]|-)+")
# Word characters, all from U+00A0 on, and % to ?; written as what is left out, which compiles faster.
_VISIBLE = re.compile(r"[^\x00-$@\[-^`{-\x9f]")
_ELEMENT = re.compile(
    rf"<[^>{_SPACE}]{{0,200}}[{_SPACE}]((?:[^>'\"`{{=]+|'[^']*'|\"[^\"]*\"|`[^`]*`|\{{[^}}]{{0,2000}}\}}|=>|[^>])*)"
)
_ATTRIBUTE = re.compile(
    r"(\?|(?!\d|-{2}|-\d)[^\x00- \"-$&-,/;=>?@\[-^`{-}\x7f-\x9f]+)=?(?:\"([^\"]*)\"|'([^']*)'|\{([^}]{0,2000})\})?",
    re.ASCII,
)
_VALUE_BREAK = re.compile(rf"[{_SPACE}'\"`;]+")
_DOTTED = re.compile(r"\.([\w:/-]+)", re.ASCII)
_SKIPPED = LazyPattern(
    r"(?://|<!--|/\*)\s*@unocss-skip-start[\s\S]*?(?://|<!--|/\*)\s*@unocss-skip-end[^\n]*"
)

_IGNORED_ATTRIBUTES = frozenset(("placeholder", "fill", "opacity", "stroke-opacity"))
"""Attributes of HTML and SVG that mean themselves far more often than a utility."""


def extract_candidates(markup: str, *, is_mdc: bool = False) -> set[str]:
    """Return every string of `markup` that may be a utility.

    Class candidates are returned as written, attributes as `[name~="value"]` and `[name=""]`. With `is_mdc` what
    stands behind dots counts too, as in `# Title {.text-red}`. A text with `@unocss-ignore` has none; a part between
    `@unocss-skip-start` and `@unocss-skip-end` comments is left out.
    """
    if "@unocss-" in markup:
        if "@unocss-ignore" in markup:
            return set()
        markup = _SKIPPED.sub("", markup)
    found = set(_classes(markup))
    found.update(_attributes(markup))
    if is_mdc:
        found.update(_DOTTED.findall(markup))
    return found


def _classes(text: str) -> list[str]:
    found: list[str] = []
    if _may_have_free_property(text):
        for match in _FREE_PROPERTY.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if not before or before in "'\"`" or _WORD.match(before) is None:
                found.append(match[0])
    if "']" in text or '"]' in text:
        # No match holds a blank, and the search from every place of a long text would be slow.
        for word in _words(text):
            if ("']" in word or '"]' in word) and "[" in word[1:]:
                found += _QUOTED_VALUE.findall(word)
    tokens = _TOKEN.findall(text)
    last = [tokens.pop()] if tokens and text.endswith(tokens[-1]) else []
    cut = [token[:-1] if token[-1] in "\\:" else token for token in set(tokens)]
    found += [token for token in cut + last if _VISIBLE.search(token) and not _is_free_property(token)]
    return found


def _may_have_free_property(text: str) -> bool:
    """Return whether a word has a colon behind a bracket; the pattern is slow to compile, and few texts need it."""
    if "[" not in text:
        return False
    return "\\" in text or any(":" in word[word.find("[") :] for word in text.split() if "[" in word)


def _words(text: str) -> list[str]:
    """Return what stands between blanks; Python's own idea of them is quicker, and differs in control characters."""
    return text.split() if text.replace("\n", "").isprintable() else _WORD.findall(text)


def _is_free_property(token: str) -> bool:
    return token[:1] == "[" and _FREE_PROPERTY_ALONE.fullmatch(token) is not None


def _attributes(text: str) -> list[str]:
    found: list[str] = []
    if "<" not in text:
        return found
    for attributes in dict.fromkeys(_ELEMENT.findall(text)):
        for name, *values in _ATTRIBUTE.findall(attributes):
            if name not in _IGNORED_ATTRIBUTES:
                _take_attribute(name, "".join(values), found)
    return found


def _take_attribute(name: str, value: str, found: list[str]) -> None:
    if name.startswith("v-bind:"):
        name = name[7:]
    elif name.startswith(":"):
        name = name[1:]
    if not value:
        if _VISIBLE.search(name):
            found.append(f'[{name}=""]')
    elif name in {"class", "className"}:
        found += [part for part in _VALUE_BREAK.split(value) if _VISIBLE.search(part)]
    elif _ELEMENT.search(value):
        found += _attributes(value)
    else:
        found += [f'[{name}~="{part}"]' for part in _VALUE_BREAK.split(value) if part and part != ":"]
