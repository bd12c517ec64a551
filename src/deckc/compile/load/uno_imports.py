"""Find what a UnoCSS configuration imports besides UnoCSS: values that have to be spelled out before it can be read.

import { theme, rules as own } from "@me/ui"      {"@me/ui": {"theme": "theme", "own": "rules"}}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from deckc.model.source import SourceText
from deckc.pattern import pattern

SpellImports = Callable[[Path, Mapping[str, Mapping[str, str]]], str]
"""Gives the constants that a file imports, as JavaScript; empty where they cannot be had."""
_IMPORT = pattern(
    r"""^[ \t]*import\s+(?!type\b)(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)|\{([^}]*)\})?\s*from\s*(["'])([^"'\n]+)\4""",
    re.MULTILINE,
)
_OF_TOOLS = pattern(r"(?:@?unocss|vite|@slidev|@iconify(?:-json)?|unplugin)\b|node:|(?:path|fs)\Z")


RunConfig = Callable[[Path, Sequence[str], Sequence[str]], str]
"""Gives a configuration, run, as JavaScript; empty where it does not run. It is told what else the file imports, and
which of its imports are tools that do nothing here."""


def tool_imports(text: str) -> tuple[str, ...]:
    """Return the modules of UnoCSS and of build tools that are imported."""
    found = (match[5] for match in _IMPORT.finditer(text))
    return tuple(dict.fromkeys(specifier for specifier in found if _OF_TOOLS.match(specifier)))


def foreign_imports(text: str) -> Mapping[str, Mapping[str, str]]:
    """Return the modules that are imported, with the names that are taken from each."""
    found: dict[str, dict[str, str]] = {}
    for match in _IMPORT.finditer(text):
        default, whole, listed, _, specifier = match.groups()
        if _OF_TOOLS.match(specifier):
            continue
        names = found.setdefault(specifier, {})
        if default:
            names[default] = "default"
        if whole:
            names[whole] = "*"
        for part in (listed or "").split(","):
            name, _, own = part.strip().partition(" as ")
            if name and not name.startswith("type "):
                names[own.strip() or name.strip()] = name.strip()
    return {specifier: names for specifier, names in found.items() if names}


def with_spelled_imports(source: SourceText, spell: SpellImports) -> SourceText:
    """Return a configuration with what it imports as constants behind it, so that all places stay."""
    imports = foreign_imports(source.text)
    spelled = spell(source.path, imports) if imports else ""
    return replace(source, text=f"{source.text}\n{spelled}\n") if spelled else source
