"""Turn Sass and Less in a component's style into CSS, with the libraries of `pip install 'deckc[styles]'`.

plain_css("$c: red; b { color: $c }", "scss", folder)      ("b { color: red; }", "")

Without them what is no more than nested CSS is taken as it is; for the rest the second value says what is missing.
"""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Protocol, cast

from deckc.engine.result_cache import keep_result, recall_result
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


_MAY_LOOP = pattern(r"@(?:while|for|each|mixin|include|function|extend)\b|^\s*[=+]", re.MULTILINE)
"""What can repeat; `=` and `+` start mixins in the indented form."""
_LIMIT_S = 10.0
_KIND = "styles"


class _MayLoopError(Exception):
    """An imported sheet may loop."""


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
        return _compile(css, language, folder, files), ""
    except Exception as error:  # noqa: BLE001 - the libraries raise what their parsers stumble over
        return "", f"the style cannot be read: {_first_line(error)}"


def _compile(css: str, language: str, folder: Path, files: StyleFiles) -> str:
    """Return a sheet as CSS; raise ValueError for what is wrong with it.

    What may loop, or grow without end, is compiled in a process that can be ended; what only has variables and nesting
    is not worth one.
    """
    if language != "less" and not _MAY_LOOP.search(css):
        with contextlib.suppress(_MayLoopError):
            return _sass(css, language, folder, files)
    return _compiled_apart(css, language, folder, files)


def _sass(css: str, language: str, folder: Path, files: StyleFiles) -> str:
    import sass

    looping: list[str] = []

    def find(name: str) -> list[tuple[str, str]]:
        path, text = _found(name, language, folder, files)
        if _MAY_LOOP.search(text):
            looping.append(name)
            raise ValueError(name)
        return [(path, text)]

    try:
        return str(sass.compile(string=css, indented=language == "sass", importers=[(0, find)]))
    except sass.CompileError:
        if looping:
            raise _MayLoopError from None
        raise


def _compiled_apart(css: str, language: str, folder: Path, files: StyleFiles) -> str:
    """Return what the process of its own makes, or made of a sheet that imports none."""
    if language == "less" and "@import" in css:
        raise ValueError("imports in Less are not read")
    made_from = (language, _version_of(_LANGUAGES[language]), css)
    kept = recall_result(_KIND, made_from, str)
    if kept is not None:
        return kept
    made, imported = _ask_process(css, language, folder, files)
    if not imported:
        keep_result(_KIND, made_from, (made,))
    return made


def _ask_process(css: str, language: str, folder: Path, files: StyleFiles) -> tuple[str, bool]:
    """Return the CSS, and whether other sheets were asked for."""
    command = [sys.executable, "-P", "-m", "deckc.engine.style_process"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    # typeshed does not know that both are there where a pipe was asked for
    tell, hear = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    late = threading.Timer(_LIMIT_S, process.kill)
    late.start()
    try:
        return _converse(tell, hear, css, language, lambda name: _found(name, language, folder, files))
    except OSError as error:
        raise ValueError("the process that reads it ended") from error
    finally:
        late.cancel()
        process.kill()
        process.communicate()


def _converse(
    tell: IO[bytes], hear: IO[bytes], css: str, language: str, find: Callable[[str], tuple[str, str]]
) -> tuple[str, bool]:
    """Answer what the process asks for until it is done."""
    imported = False
    said: dict[str, str] = {"language": language, "css": css}
    while True:
        tell.write(json.dumps(said).encode() + b"\n")
        tell.flush()
        line = hear.readline()
        if not line:
            raise ValueError(f"it takes more than {_LIMIT_S:g} s, or more memory than a sheet may")
        message = json.loads(line)
        if "css" in message:
            return str(message["css"]), imported
        if "problem" in message:
            raise ValueError(message["problem"])
        imported = True
        try:
            path, text = find(str(message["find"]))
            said = {"path": path, "text": text}
        except (ValueError, OSError) as problem:
            said = {"problem": str(problem)}


def _found(name: str, language: str, folder: Path, files: StyleFiles) -> tuple[str, str]:
    """Return the path and the text of an imported sheet; raise ValueError where there is none."""
    base = (folder / name).resolve()
    if not base.is_relative_to(folder.resolve().parent):
        raise ValueError(f'"{name}" leads out of the deck')
    names = (base.name, f"{base.name}.{language}", f"_{base.name}.{language}")
    for path in (base.with_name(each) for each in names):
        if files.is_file(path):
            return str(path), files.read_bytes(path).decode("utf-8", "replace")
    raise ValueError(f'there is no "{name}"')


def _version_of(module: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version({"sass": "libsass"}.get(module, module))
    except PackageNotFoundError:
        return ""


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
