r"""Turn bound values into classes, styles, attributes and text as Vue does.

class_names(["a", {"b": True, "c": False}])        ->  ["a", "b"]
declarations({"fontSize": "12px", "--x": 1})       ->  {"font-size": "12px", "--x": "1"}
attribute_text("disabled", True)                   ->  ""
display_text([1])                                  ->  "[\n  1\n]"
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.expression import NotConstantError
from deckc.expression.values import is_truthy, to_json, to_text
from deckc.model.source import Value

_UPPER = re.compile(r"(?<!^)([A-Z])")
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_END = re.compile(r";(?![^(]*\))")


def class_names(value: Value) -> list[str]:
    """Return the words of a class value, each once."""
    return list(dict.fromkeys(_class_words(value)))


def _class_words(value: Value) -> list[str]:
    match value:
        case str():
            return value.split()
        case list():
            return [word for item in value for word in _class_words(item)]
        case dict():
            return [word for key, condition in value.items() if is_truthy(condition) for word in key.split()]
        case _:
            return []


def declarations(value: Value) -> dict[str, str]:
    """Return the CSS properties of a style value; an empty text takes a property away."""
    match value:
        case str():
            return _declarations_of_text(value)
        case list():
            merged: dict[str, str] = {}
            for item in value:
                merged.update(declarations(item))
            return merged
        case dict():
            return {_css_name(key): _style_text(item) for key, item in value.items()}
        case _:
            return {}


def _declarations_of_text(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in _STYLE_END.split(_STYLE_COMMENT.sub("", text)))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon and value.strip()}


def _css_name(name: str) -> str:
    if name.startswith("--"):
        return name
    css_name = _UPPER.sub(r"-\1", name).lower()
    return f"-{css_name}" if css_name.startswith(("webkit-", "moz-")) else css_name


def _style_text(value: Value) -> str:
    return to_text(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def style_markup(properties: Mapping[str, str]) -> str:
    """Return CSS properties as a style attribute's value."""
    return ";".join(f"{name}:{value}" for name, value in properties.items() if value)


def attribute_text(name: str, value: Value) -> str | None:
    """Return an attribute's text; None where the value takes the attribute away."""
    if value is None:
        return None
    if isinstance(value, bool) and not name.startswith(("aria-", "data-")):
        return "" if value else None
    return to_text(value)


def display_text(value: Value) -> str:
    """Return what `{{ value }}` shows."""
    match value:
        case None:
            return ""
        case list() | dict():
            text = to_json(value, "  ")
            if text is None:
                raise NotConstantError("it shows nothing")
            return text
        case _:
            return to_text(value)
