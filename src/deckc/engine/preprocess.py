"""Turn Sass and Less in a component's style into CSS, with the libraries of `pip install 'deckc[styles]'`.

plain_css("$c: red; b { color: $c }", "scss", folder)      ("b { color: red; }", "")

Without them what is no more than nested CSS is taken as it is; for the rest the second value says what is missing.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from deckc.pattern import pattern

_LANGUAGES = {"scss": "sass", "sass": "sass", "less": "lesscpy"}
_OWN_SYNTAX = {
    "scss": pattern(
        r"\$[\w-]+|@(?:mixin|include|use|forward|extend|function|if|each|for|while)\b|#\{|%[\w-]+\s*\{"
    ),
    "sass": pattern(r"\S"),
    "less": pattern(
        r"@(?!media|import|apply|font-face|keyframes|supports|layer|container|screen)[\w-]+|\.[\w-]+\("
    ),
    "stylus": pattern(r"\S"),
    "styl": pattern(r"\S"),
}


class StyleFiles(Protocol):
    """Where imported sheets are read."""

    def is_file(self, path: Path) -> bool:
        """Return whether there is a file."""
        ...

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes."""
        ...


def plain_css(css: str, language: str, folder: Path, files: StyleFiles) -> tuple[str, str]:
    """Return a style as CSS, and what is wrong with it; `folder` is what it may import from."""
    pattern = _OWN_SYNTAX.get(language)
    if pattern is None:
        return css, ""
    module = _LANGUAGES.get(language)
    if module is None:
        return "", f'styles in "{language}" are not read; write CSS or SCSS'
    if find_spec(module) is None:
        is_plain = pattern.search(css) is None
        return (css, "") if is_plain else ("", f"styles in {language} need \"pip install 'deckc[styles]'\"")
    try:
        return (_sass(css, language, folder, files) if module == "sass" else _less(css)), ""
    except Exception as error:  # noqa: BLE001 - the libraries raise what their parsers stumble over
        return "", f"the style cannot be read: {_first_line(error)}"


def _sass(css: str, language: str, folder: Path, files: StyleFiles) -> str:
    import sass

    def find(name: str) -> list[tuple[str, str]]:
        base = (folder / name).resolve()
        if not base.is_relative_to(folder.resolve().parent):
            raise ValueError(f'"{name}" leads out of the deck')
        names = (base.name, f"{base.name}.{language}", f"_{base.name}.{language}")
        for path in (base.with_name(each) for each in names):
            if files.is_file(path):
                return [(str(path), files.read_bytes(path).decode("utf-8", "replace"))]
        raise ValueError(f'there is no "{name}"')

    made: str = sass.compile(string=css, indented=language == "sass", importers=[(0, find)])
    return made


def _less(css: str) -> str:
    import io

    import lesscpy

    if "@import" in css:
        raise ValueError("imports in Less are not read")
    made: str = lesscpy.compile(io.StringIO(css))
    return made


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
