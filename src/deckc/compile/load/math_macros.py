r"""Read the macros for formulas that a deck sets up, without running its `setup/katex.ts`.

    export default defineKatexSetup(() => ({ macros: { '\\R': '\\mathbb{R}' } }))

    {"\\R": "\\mathbb{R}"}

What else it says is left out with a warning. Spec 5.8 rule 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckc.compile.load.text import read_source
from deckc.diagnostics import Report
from deckc.model.files import Files
from deckc.model.source import SourceText
from deckc.model.theme import Theme

if TYPE_CHECKING:
    from tree_sitter import Node

_FILES = ("setup/katex.ts", "setup/katex.js")
_WITHOUT_EFFECT = frozenset(("strict", "output", "displayMode", "throwOnError", "errorColor"))
"""Options that deckc settles itself, or that change nothing on the screen."""


def load_math_macros(theme: Theme, files: Files, report: Report) -> Mapping[str, str]:
    """Return the macros of the theme, the addons and the deck, the deck's over the others."""
    macros: dict[str, str] = {}
    for root in theme.roots:
        for name in _FILES if root.kind != "builtin" else ():
            path = root.folder / name
            source = read_source(path, files, report) if files.is_file(path) else None
            if source is not None:
                macros |= read_math_macros(source, report)
    return macros


def read_math_macros(source: SourceText, report: Report) -> Mapping[str, str]:
    """Return the macros of one setup file."""
    from deckc.compile.load.uno_literals import constants, default_export, parse_module, read_config

    module = parse_module(source.text)
    exported = default_export(module)
    if exported is None:
        return {}
    setup = read_config(exported, constants(module)).value
    if not isinstance(setup, dict):
        _refuse(exported, "the default export", source, report)
        return {}
    macros: dict[str, str] = {}
    for key, entry in setup.items():
        if key == "macros" and isinstance(entry.value, dict):
            for name, meaning in entry.value.items():
                if isinstance(meaning.value, str):
                    macros[name] = meaning.value
                else:
                    _refuse(meaning.node, f'the macro "{name}"', source, report)
        elif key not in _WITHOUT_EFFECT:
            _refuse(entry.node, f'"{key}"', source, report)
    return macros


def _refuse(node: Node, what: str, source: SourceText, report: Report) -> None:
    line, column = node.start_point
    length = node.end_point[1] - column if node.end_point[0] == line else 1
    before = source.text.split("\n")[line].encode("utf-8")[:column]  # tree-sitter counts bytes
    place = source.line_start(line + 1) + len(before.decode("utf-8", "replace"))
    message = f"{what} of the setup for formulas is not read"
    span = source.span(place, max(1, length))
    report.warn("math-setup", message, span, "write macros as texts")
