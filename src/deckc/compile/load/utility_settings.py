"""Collect a deck's own utilities from all the places where they may stand.

    theme/uno.config.ts < addon/uno.config.ts < uno.config.ts < deckc.toml, [unocss] < headmatter, unocss:

Of one name the last counts; themes are laid over each other key by key.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckc.compile.load.text import read_source
from deckc.diagnostics import Report, Span
from deckc.model.files import Files
from deckc.model.source import Frontmatter, SourceText
from deckc.model.theme import Theme
from deckc.model.utilities import UtilitySettings

if TYPE_CHECKING:
    from deckc.compile.load.uno_imports import RunConfig, SpellImports

_MODULES = ("uno.config.ts", "unocss.config.ts", "setup/unocss.ts", "uno.config.js", "unocss.config.js")
_TABLES = "deckc.toml"
_KEY = "unocss"


def load_utility_settings(
    headmatter: Frontmatter,
    theme: Theme,
    files: Files,
    report: Report,
    *,
    spell: SpellImports | None = None,
    run: RunConfig | None = None,
) -> UtilitySettings:
    """Return what the theme, the addons, the deck's folder and its headmatter say together.

    `spell` gives what a configuration imports, `run` what it works out; without them that is left out.
    """
    settings = UtilitySettings()
    for root in theme.roots:
        for name in (*_MODULES, _TABLES) if root.kind != "builtin" else ():
            path = root.folder / name
            if files.is_file(path):
                source = read_source(path, files, report)
                settings = _read_file(source, report, spell, run).over(settings)
    return _read_headmatter(headmatter, report).over(settings) if _KEY in headmatter else settings


def _read_file(
    source: SourceText, report: Report, spell: SpellImports | None, run: RunConfig | None
) -> UtilitySettings:
    if source.path.name == _TABLES:
        return read_settings_file(source, report)
    own = Report()
    settings = _read_module(source, own, spell)
    if run is not None and own.diagnostics:
        from deckc.compile.load.uno_run import settle_by_running

        settings, own = settle_by_running(source, settings, own, run)
    for diagnostic in own.diagnostics:
        report.add(diagnostic)
    return settings


def _read_module(source: SourceText, report: Report, spell: SpellImports | None) -> UtilitySettings:
    from deckc.compile.load.uno_config import read_uno_config

    if spell is None or "import" not in source.text:
        return read_uno_config(source, report)
    from deckc.compile.load.uno_imports import with_spelled_imports

    own = Report()
    settings = read_uno_config(with_spelled_imports(source, spell), own)
    last = source.text.count("\n") + 1
    for diagnostic in own.diagnostics:
        if diagnostic.span is None or diagnostic.span.line <= last:  # else it is of what is imported
            report.add(diagnostic)
    return settings


def _read_headmatter(headmatter: Frontmatter, report: Report) -> UtilitySettings:
    from deckc.compile.load.utility_table import read_utility_table

    def place(path: str) -> Span | None:
        return headmatter.span(f"{_KEY}.{path}" if path else _KEY)

    return read_utility_table(headmatter[_KEY], place, report)


def read_settings_file(source: SourceText, report: Report) -> UtilitySettings:
    """Return what the table `unocss` of a `deckc.toml` says."""
    import tomllib

    from deckc.compile.load.utility_table import read_utility_table

    try:
        tables = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        report.error(
            "deckc-toml", f"the settings cannot be read: {problem}", _place_of_problem(source, problem)
        )
        return UtilitySettings()
    return read_utility_table(tables.get(_KEY), lambda path: _place_of_key(source, path), report)


_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def _place_of_problem(source: SourceText, problem: Exception) -> Span:
    match = _AT_LINE.search(str(problem))
    return Span(source.shown_path, int(match[1]), int(match[2])) if match else source.span(len(source.text))


def _place_of_key(source: SourceText, path: str) -> Span | None:
    """Return the first place where the last key of a path is set, or is the name of a table."""
    key = re.escape(path.partition(".")[2] or path or _KEY)
    match = re.search(rf"""^[ \t]*\[?(?:[\w.]+\.)?["']?({key})["']?[ \t]*[=\]]""", source.text, re.MULTILINE)
    return source.span(match.start(1), len(match[1])) if match else source.span(0)
