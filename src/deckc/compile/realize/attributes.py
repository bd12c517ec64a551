"""Write values as attributes and lay attributes over others, as Vue does (spec 4.1 and 4.4).

{"class": ["a", {"b": True}], "data-x": 3, "twoslash": False, "frontmatter": {...}}
class="a b" data-x="3" twoslash="false" frontmatter="[object Object]"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from deckc.diagnostics import Span
from deckc.model.nodes import Attribute
from deckc.model.source import Value, is_truthy, text_of_value
from deckc.template.names import hyphenate

_NAME = re.compile(r"[^\s\"'<>/=\x00]+\Z")
_BETWEEN_DECLARATIONS = re.compile(r";(?![^(]*\))")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"--[\w-]+|-?[A-Za-z][A-Za-z-]*")
_NUMERIC_BOOLEANS = frozenset(
    ["itemscope", "allowfullscreen", "formnovalidate", "ismap", "nomodule", "novalidate", "readonly"]
)
_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "class": (":class", "v-bind:class"),
    "style": (":style", "v-bind:style"),
}


def normalize_class(value: Value) -> str:
    """Return Vue's class value as the words of a `class` attribute."""
    match value:
        case str():
            return value.strip()
        case list():
            return " ".join(filter(None, map(normalize_class, value)))
        case dict():
            return " ".join(name for name, wanted in value.items() if is_truthy(wanted))
        case _:
            return ""


def normalize_style(value: Value) -> str:
    """Return Vue's style value as declarations."""
    match value:
        case str():
            return value.strip().rstrip(";")
        case list():
            return ";".join(filter(None, map(normalize_style, value)))
        case dict():
            return ";".join(
                f"{hyphenate(name)}:{text_of_value(part)}"
                for name, part in value.items()
                if part is not None and not isinstance(part, bool)
            )
        case _:
            return ""


def merged_style(value: Value) -> str:
    """Return the declarations of a style that Vue merges into an element's own.

    It takes a text apart at `;` and `:` and sets each property by its name, so that a whole style sheet, with
    selectors and braces, leaves the declarations between them: `p { top: 1px; color: red; }` sets the colour.
    """
    kept = []
    for part in _BETWEEN_DECLARATIONS.split(_CSS_COMMENT.sub("", normalize_style(value))):
        name, _, text = (piece.strip() for piece in part.partition(":"))
        if text and _PROPERTY.fullmatch(name) and "{" not in text and "}" not in text:
            kept.append(f"{name if name.startswith('--') else hyphenate(name)}:{text}")
    return ";".join(kept)


def attribute_of(name: str, value: Value, span: Span) -> Attribute | None:
    """Return a value as a static attribute; None where Vue sets none."""
    if value is None or not _NAME.match(name) or name in {"key", "ref"}:
        return None
    lowered = name.lower()
    if lowered == "class":
        return Attribute("class", normalize_class(value), span)
    if lowered == "style":
        return Attribute("style", merged_style(value), span)
    if lowered in _NUMERIC_BOOLEANS or lowered == "hidden":
        return Attribute(lowered, None, span) if is_truthy(value) or value == "" else None
    return Attribute(lowered, text_of_value(value), span)


def laid_over(base: tuple[Attribute, ...], extra: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """Return a root element's attributes with those that fall through to it.

    Classes and styles join, directives and listeners add up, any other attribute replaces the root's own.
    """
    merged = dict(enumerate(base))
    places: dict[str, list[int]] = {}
    for at, own in merged.items():
        places.setdefault(_canonical(own.name), []).append(at)
    for new, attribute in enumerate(extra, len(merged)):
        name = _canonical(attribute.name)
        if name not in places or name[0] == "@" or name.startswith("v-"):
            for rival in places.pop(_rival_of(name), ()):
                del merged[rival]
            places.setdefault(name, []).append(new)
            merged[new] = attribute
        else:
            at = places[name][0]
            merged[at] = _joined(merged[at], attribute, name)
    return tuple(merged.values())


def _joined(own: Attribute, attribute: Attribute, name: str) -> Attribute:
    """Return what becomes of an attribute of the root by one of the same name."""
    if name == "class":
        return replace(own, value=f"{own.value or ''} {attribute.value or ''}".strip())
    if name == "style":
        parts = [(own.value or "").strip().rstrip(";"), attribute.value or ""]
        return replace(own, value=";".join(filter(None, parts)))
    if name in {":class", ":style"}:
        return replace(own, value=f"[{own.value}, {attribute.value}]")
    return attribute


def _canonical(name: str) -> str:
    """Return one spelling for `v-bind:x` and `:x`, `v-on:x` and `@x`."""
    if name.startswith("v-bind:"):
        return name[6:]
    return "@" + name[5:] if name.startswith("v-on:") else name


def _rival_of(name: str) -> str:
    """Return the bound twin of a static attribute, and the other way round; "" where both may stand."""
    bare = name.lstrip(":")
    if bare in _SPELLINGS or name[0] == "@" or name.startswith("v-"):
        return ""
    return bare if name.startswith(":") else f":{bare}"
