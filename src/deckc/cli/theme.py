"""`deckc theme`: list the themes, copy one beside the deck, or start a new one.

deckc theme list            aurora   light and dark   Generous type over a drifting glow
deckc theme eject aurora    a copy in theme/, for `theme: ./theme`
deckc theme new paper       paper/ with a manifest, a layout, a sheet and an example
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import tomllib
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from deckc.builtin import FOLDER
from deckc.cli.arguments import UsageError
from deckc.cli.compilation import installed_themes
from deckc.compile.load import short_theme_name
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.files import THEMES_FOLDER

_START = FOLDER / "new_theme"
_START_NAME = "my-theme"
"""Stands in the files of a new theme where its name goes."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SCHEMAS = {"both": "light and dark", "light": "light", "dark": "dark"}
_HEADMATTER_THEME = re.compile(r"^theme:.*$", re.MULTILINE)
_LEFT_OUT = shutil.ignore_patterns("*.py", "*.pyc", "__pycache__")


def run_theme(chosen: Namespace) -> int:
    """Do what `deckc theme ...` asks for and return the exit status."""
    match chosen.action:
        case "list":
            print(_listed(_find_themes()))
            return 0
        case "eject":
            return _eject(chosen.name, chosen.out)
        case _:
            return _start(chosen.name, chosen.out)


def _find_themes() -> Mapping[str, Path]:
    """Return name and folder of every theme; a built-in one goes before an installed one of its name."""
    builtin = {folder.name: folder for folder in sorted(THEMES_FOLDER.iterdir()) if folder.is_dir()}
    return dict(sorted({**installed_themes(), **builtin}.items()))


def _listed(themes: Mapping[str, Path]) -> str:
    rows = [(name, *_read_manifest(folder)) for name, folder in themes.items()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = (f"{name:<{widths[0]}}  {schema:<{widths[1]}}  {text}".rstrip() for name, schema, text in rows)
    return "\n".join(lines)


def _read_manifest(folder: Path) -> tuple[str, str]:
    """Return a theme's colour schemes and what it says of itself."""
    try:
        table = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):  # a build tells of it; here a theme is only to be named
        table = {}
    schema = _SCHEMAS.get(str(table.get("color_schema", "both")), _SCHEMAS["both"])
    return schema, str(table.get("description", ""))


def _eject(name: str, target: Path) -> int:
    themes = _find_themes()
    found = next((known for known in (name, short_theme_name(name)) if known in themes), None)
    if found is None:
        near = did_you_mean(short_theme_name(name), themes) or f"there are {', '.join(themes)}"
        message = f'there is no theme "{name}"; {near}'
        raise UsageError(message)
    return _copy(themes[found], target, {})


def _start(name: str, target: Path | None) -> int:
    if not _NAME.fullmatch(name):
        message = f'"{name}" is no name for a theme: write lower-case letters, digits and dashes, "my-theme"'
        raise UsageError(message)
    return _copy(_START, target or Path(name), {_START_NAME: name})


def _copy(source: Path, target: Path, words: Mapping[str, str]) -> int:
    """Copy a theme's folder: beside its place first, then there in one move. Nothing is written over."""
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        print(f"deckc: {target} is there already; name another folder with -o", file=sys.stderr)
        return 1
    beside: Path | None = None
    try:
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".deckc-new-", dir=target.absolute().parent))
        copy = shutil.copytree(source, beside / "theme", ignore=_LEFT_OUT)
        _set_words(copy, words)
        copy.replace(target)  # an empty folder may stand there
    except OSError as error:
        print(f"deckc: cannot write {target}: {error.strerror or error}", file=sys.stderr)
        return 1
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    print(f"wrote {target}{os.sep}  write `theme: {_as_named(target)}` in the headmatter of your deck")
    return 0


def _set_words(folder: Path, words: Mapping[str, str]) -> None:
    """Replace words in the manifest and the example, and let that use the folder that it stands in."""
    for path in filter(Path.is_file, (folder / "theme.toml", folder / "example.md")):
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        for word, replacement in words.items():
            text = text.replace(word, replacement)
        if path.suffix == ".md":
            text = _HEADMATTER_THEME.sub("theme: ./", text, count=1)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")


def _as_named(target: Path) -> str:
    return target.as_posix() if target.is_absolute() else f"./{target.as_posix()}"
