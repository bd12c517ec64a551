"""Read what a theme says of itself.

    theme.toml: color_schema = "dark"           Manifest(color_schema="dark", has_typography=True,
                [fonts]                         ->   defaults={"fonts": {"sans": "Inter"}})
                sans = "Inter"

A slip in a key or a value is reported at its line, and what is right counts. An npm package says the same under "slidev"
in its `package.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from deckc.compile.load.roots import uses_typography
from deckc.compile.load.toml_plain import read_toml
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.files import Files
from deckc.model.source import Value
from deckc.model.theme import Root

_KEY = re.compile(r"""[ \t]*\[?[ \t]*["']?([\w-]+)""")
_SCHEMAS = ("light", "dark", "both")
_KINDS: Mapping[str, tuple[type, str]] = {
    "name": (str, 'text, "paper"'),
    "description": (str, 'text, "Ink on paper"'),
    "color_schema": (str, '"light", "dark" or "both"'),
    "typography": (bool, "true or false"),
    "defaults": (dict, "a table, [defaults]"),
    "fonts": (dict, "a table, [fonts]"),
    "theme_config": (dict, "a table, [theme_config]"),
}
"""Key -> the type of its value, and how that is written."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `theme.toml` says."""

    color_schema: str = "both"
    defaults: Mapping[str, Value] = field(default_factory=dict)
    """Settings for decks that do not set them, by their names in a headmatter."""
    has_typography: bool = True
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Dotted path of a default -> its place."""


def read_manifest(root: Root, files: Files, report: Report) -> Manifest:
    """Return what a theme says of itself, in `theme.toml` or else in `package.json`."""
    path = root.folder / "theme.toml"
    if not files.is_file(path):
        return _npm_manifest(root, files)
    table, text = _checked(path, files, report)
    schema = table.get("color_schema", "both")
    defaults: dict[str, Value] = dict(_part(table, "defaults"))
    for key, name in (("fonts", "fonts"), ("theme_config", "themeConfig")):
        if own := _part(table, key):
            given = defaults.get(name)
            defaults[name] = {**(given if isinstance(given, dict) else {}), **own}
    spans = dict(_places(defaults, text, files.show(path)))
    return Manifest(str(schema), defaults, table.get("typography", True) is True, spans)


def _checked(path: Path, files: Files, report: Report) -> tuple[dict[str, Value], str]:
    """Return the keys of `theme.toml` that have a value of their kind, and its text; the others are reported."""
    shown = files.show(path)
    try:
        text = files.read_bytes(path).decode().removeprefix("\ufeff")
        table = read_toml(text)
    except (OSError, ValueError, RecursionError) as problem:  # TOML and decoding errors are ValueErrors
        report.error("theme-toml", f"the theme's settings cannot be read: {problem}", Span(shown, 1, 1))
        return {}, ""
    right: dict[str, Value] = {}
    lines = _lines_of_keys(text)
    for key, value in table.items():
        span = Span(shown, lines.get(key, 1), 1)
        if key not in _KINDS:
            known = did_you_mean(key, _KINDS) or f"a theme may say {', '.join(_KINDS)}"
            report.warn("theme-toml", f'"{key}" means nothing in a theme.toml', span, known)
        elif not isinstance(value, _KINDS[key][0]) or (key == "color_schema" and value not in _SCHEMAS):
            report.warn("theme-toml", f'"{key}" is not {_KINDS[key][1]}', span)
        else:
            right[key] = value
    return right, text


def _npm_manifest(root: Root, files: Files) -> Manifest:
    """Return what the `slidev` entry of a theme's package.json says (spec 14.2), and what its style scripts import."""
    has_typography = uses_typography(root, files)
    try:
        described = json.loads(files.read_bytes(root.folder / "package.json"))
    except (OSError, ValueError, RecursionError):
        return Manifest(has_typography=has_typography)
    said = described.get("slidev") if isinstance(described, dict) else None
    about: dict[str, Value] = said if isinstance(said, dict) else {}
    schema = about.get("colorSchema")
    known = schema if isinstance(schema, str) and schema in _SCHEMAS else "both"
    return Manifest(known, _part(about, "defaults"), has_typography)


def _places(defaults: Mapping[str, Value], text: str, shown: str) -> Iterator[tuple[str, Span]]:
    """Yield the dotted paths of the defaults and of what they hold, with the first line that sets such a key."""
    lines = _lines_of_keys(text)
    for key, value in defaults.items():
        yield key, Span(shown, lines.get(key, 1), 1)
        for inner in value if isinstance(value, dict) else ():
            yield f"{key}.{inner}", Span(shown, lines.get(inner, 1), 1)


def _lines_of_keys(text: str) -> Mapping[str, int]:
    """Return the first line, counted from 1, that each key or table stands at the start of."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if named := _KEY.match(line):
            lines.setdefault(named[1], number)
    return lines


def _part(table: Mapping[str, Value], key: str) -> dict[str, Value]:
    value = table.get(key)
    return value if isinstance(value, dict) else {}
