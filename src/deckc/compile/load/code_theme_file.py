"""Read the colours of code from a theme file of an editor (JSON, as VS Code's themes are).

{"tokenColors": [{"scope": "comment", "settings": {"foreground": "#999"}}]}   ->   "=bbbbbb ... 999999 ..."

Each class of tokens has the colour of the scope that most of it has, found as an editor does: the innermost scope that a
rule names wins, of its rules the most exact, of those the last. Nine in ten colours of the 65 themes that Shiki brings
along are then those that were measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from deckc.builtin.code_themes import CLASSES
from deckc.dataclass import dataclass

_SCOPES: Mapping[str, str] = {
    "k": "keyword.control",
    "s": "string.quoted.single",
    "q": "string.quoted.single punctuation.definition.string.begin",
    "c": "comment.block",
    "f": "entity.name.function",
    "n": "constant.numeric",
    "t": "entity.name.type.class",
    "v": "variable.other.readwrite",
    "p": "punctuation.definition",
    "o": "storage.type",
    "r": "support.type.property-name.css",
    "d": "variable.language",
    "x": "string.regexp",
    "a": "markup.deleted.diff",
    "i": "markup.inserted.diff",
    "h": "markup.heading entity.name.section",
    "w": "markup.inline.raw.string.markdown",
    "g": "markup.quote.markdown",
    "u": "markup.underline.link.markdown",
    "l": "meta.separator.markdown",
}
"""Class of a token -> its scopes, outermost first."""
_FALLBACK = {"light": "333333", "dark": "bbbbbb"}


@dataclass(frozen=True, slots=True)
class CodeThemeFile:
    """A theme as it was read."""

    scheme: str
    """"light", "dark", or empty where the file does not say."""
    colours: str
    """"=" and the foreground, then the classes in the order of `CLASSES`, without "#"."""
    background: str
    """Without "#"; empty where there is none."""


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: tuple[str, ...]
    colour: str


def read_code_theme(text: str) -> CodeThemeFile | None:
    """Return the theme that stands in a file; None where none does."""
    try:
        theme = json.loads(text)
    except ValueError:
        return None
    given = theme.get("tokenColors", theme.get("settings")) if isinstance(theme, dict) else None
    if not isinstance(given, list):
        return None
    scheme = theme.get("type") if theme.get("type") in _FALLBACK else ""
    rules = list(_rules(given))
    colours = theme.get("colors")
    own = colours.get("editor.foreground") if isinstance(colours, dict) else None
    plain = [rule.colour for rule in rules if not rule.selector]
    foreground = plain[-1] if plain else _hex(own) or _FALLBACK[scheme or "dark"]
    found = [_colour(_SCOPES[letter].split(), rules) or foreground for letter in CLASSES]
    background = _hex(colours.get("editor.background")) if isinstance(colours, dict) else ""
    return CodeThemeFile(scheme, f"={' '.join([foreground, *found])}", background)


def _rules(given: list[Any]) -> Iterator[_Rule]:
    for entry in given:
        settings = entry.get("settings") if isinstance(entry, dict) else None
        colour = _hex(settings.get("foreground")) if isinstance(settings, dict) else ""
        if not colour:
            continue
        scope = entry.get("scope") or ""
        for selector in scope if isinstance(scope, list) else str(scope).split(","):
            if isinstance(selector, str):
                yield _Rule(tuple(part for part in selector.split() if part != ">"), colour)


def _colour(scopes: list[str], rules: list[_Rule]) -> str:
    """Return the colour of the last of nested scopes; empty where no rule names any of them."""
    while scopes:
        found = [
            ((rule.selector[-1].count("."), len(rule.selector), number), rule.colour)
            for number, rule in enumerate(rules)
            if rule.selector and _is_met(rule.selector, scopes)
        ]
        if found:
            return max(found)[1]
        scopes = scopes[:-1]
    return ""


def _is_met(selector: tuple[str, ...], scopes: list[str]) -> bool:
    """Return whether a selector's last part names the last scope, and the parts before it scopes around that."""
    if not _names(selector[-1], scopes[-1]):
        return False
    around = iter(reversed(scopes[:-1]))
    return all(any(_names(part, scope) for scope in around) for part in reversed(selector[:-1]))


def _names(part: str, scope: str) -> bool:
    return scope == part or scope.startswith(f"{part}.")


def _hex(value: object) -> str:
    """Return a colour's digits; empty for what is none."""
    digits = value.removeprefix("#") if isinstance(value, str) else ""
    is_colour = len(digits) in {3, 4, 6, 8} and all(digit in "0123456789abcdefABCDEF" for digit in digits)
    return digits.lower() if is_colour else ""
