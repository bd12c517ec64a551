"""Write what was edited in the browser into the author's files: docs/sync-protocol.md, "Writing from the browser".

GET  -deckc/slides/3     {"file", "line", "content", "note", "digest"}
PUT  -deckc/slides/3     {"note": "...", "digest": "..."}
POST -deckc/open         {"file", "line", "column"}
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckc.compile.load.slide import read_slide
from deckc.compile.load.split import split_slides
from deckc.compile.load.text import take_form
from deckc.compile.load.workspace import find_workspace
from deckc.compile.write import replace_file
from deckc.diagnostics import Report
from deckc.model.files import DiskFiles
from deckc.model.source import SlideSource, SourceText
from deckc.serve.answers import answer
from deckc.serve.deck import ServedDeck
from deckc.serve.editor import open_editor
from deckc.serve.source_edit import EditError, edit_slide, read_back

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_SLIDE = re.compile(r"-deckc/slides/(\d{1,5})")
_OPEN = "-deckc/open"
_LONGEST = 1024 * 1024
_KEYS = frozenset(("content", "note", "dragPos"))


class _ProblemError(Exception):
    """The request is not followed."""

    def __init__(self, status: HTTPStatus, problem: str) -> None:
        super().__init__(problem)
        self.status = status


def is_writing(path: str) -> bool:
    """Return whether an address is one of these."""
    return path == _OPEN or _SLIDE.fullmatch(path) is not None


def answer_writing(path: str, request: Request, body: bytes, deck: ServedDeck, *, is_local: bool) -> Response:
    """Return what came of a request to one of these addresses."""
    if not is_local or (request.method != "GET" and request.headers.get("X-Deckc") != "1"):
        problem = "only the machine that serves the deck may write to it"
        return _tell(HTTPStatus.FORBIDDEN, {"problem": problem})
    try:
        return _tell(HTTPStatus.OK, _follow(path, request.method, body, deck))
    except _ProblemError as refusal:
        return _tell(refusal.status, {"problem": str(refusal)})


def _tell(status: HTTPStatus, told: Mapping[str, object]) -> Response:
    return answer(status, json.dumps(told).encode(), "application/json")


def _follow(path: str, method: str, body: bytes, deck: ServedDeck) -> Mapping[str, object]:
    named = _SLIDE.fullmatch(path)
    if named is None and method == "POST":
        return _open(_read_body(body), deck)
    if named is None or method not in {"GET", "PUT"}:
        raise _ProblemError(HTTPStatus.METHOD_NOT_ALLOWED, f"{method} does nothing here")
    number = int(named[1])
    if method == "PUT":
        return _described(_write(number, _read_body(body), deck))
    return _described(_find(number, deck, None)[0])


def _read_body(body: bytes) -> dict[str, Any]:
    if len(body) > _LONGEST:
        raise _ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "that is too long")
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise _ProblemError(HTTPStatus.BAD_REQUEST, "the request is not JSON")
    return told


def _find(number: int, deck: ServedDeck, digest: str | None) -> tuple[SlideSource, bytes]:
    """Return a slide as it now stands in its file, and the file's bytes; by its digest, or as it is shown."""
    pieces = deck.deck.pieces if deck.deck is not None else ()
    if not 1 <= number <= len(pieces):
        raise _ProblemError(HTTPStatus.NOT_FOUND, f"there is no slide {number}")
    shown = pieces[number - 1].slide.source
    try:
        content = shown.file.path.read_bytes()
        text, _ = take_form(content.decode())
    except (OSError, UnicodeDecodeError) as problem:
        message = f'"{shown.file.shown_path}" cannot be read as UTF-8 text: {problem}'
        raise _ProblemError(HTTPStatus.CONFLICT, message) from None
    file = SourceText(shown.file.path, shown.file.shown_path, text)
    slides = (read_slide(file, raw, Report()) for raw in split_slides(text).slides)
    wanted = digest or _digest(shown)
    found = [slide for slide in slides if _digest(slide) == wanted]
    if not found:
        raise _ProblemError(HTTPStatus.CONFLICT, "the file has changed meanwhile; nothing was written")
    return min(found, key=lambda slide: abs(slide.start_line - shown.start_line)), content


def _write(number: int, told: Mapping[str, Any], deck: ServedDeck) -> SlideSource:
    """Change a slide in its file; return it as it then stands there."""
    digest = told.get("digest")
    changes = {key: value for key, value in told.items() if key in _KEYS}
    if not isinstance(digest, str) or not changes:
        raise _ProblemError(HTTPStatus.BAD_REQUEST, "digest, and content, note or dragPos, are to be given")
    slide, content = _find(number, deck, digest)
    path = Path(os.path.realpath(slide.file.path))
    if slide.file.path != deck.entry and not path.is_relative_to(_project_of(deck.entry)):
        message = f'"{slide.file.shown_path}" lies outside of the project; edit it where it belongs'
        raise _ProblemError(HTTPStatus.FORBIDDEN, message)
    try:
        edited = edit_slide(content, slide, changes)
        written = read_back(slide, edited, changes)
        if path.read_bytes() != content:
            raise _ProblemError(HTTPStatus.CONFLICT, "the file has changed meanwhile; nothing was written")
        if edited != content:
            _replace(path, edited)
    except EditError as problem:
        raise _ProblemError(HTTPStatus.BAD_REQUEST, str(problem)) from None
    except OSError as problem:
        message = f'"{slide.file.shown_path}" cannot be written: {problem.strerror}'
        raise _ProblemError(HTTPStatus.CONFLICT, message) from None
    deck.compile([slide.file.path])
    return written


def _project_of(entry: Path) -> Path:
    """Return the folder that a deck may import from without a warning."""
    return Path(os.path.realpath(find_workspace(entry.parent, DiskFiles()) or entry.parent))


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another, with the same rights."""
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "it may not be written", str(path))
    beside = path.with_name(f".{path.name}.deckc")
    shutil.copymode(path, _written(beside, content))
    beside.replace(path)


def _written(path: Path, content: bytes) -> Path:
    replace_file(path, content)
    return path


def _described(slide: SlideSource) -> Mapping[str, object]:
    return {
        "file": slide.file.shown_path,
        "line": slide.start_line,
        "content": slide.content,
        "note": slide.note or "",
        "digest": _digest(slide),
    }


def _digest(slide: SlideSource) -> str:
    return hashlib.sha256(f"{slide.file.path}\0{slide.raw}".encode("utf-8", "replace")).hexdigest()


def _open(told: Mapping[str, Any], deck: ServedDeck) -> Mapping[str, object]:
    """Open a file of the deck in the author's editor."""
    file, line, column = told.get("file"), told.get("line", 1), told.get("column", 1)
    if not isinstance(file, str) or not isinstance(line, int) or not isinstance(column, int):
        raise _ProblemError(HTTPStatus.BAD_REQUEST, "file, line and column are to be given")
    path = Path(file)
    if path not in deck.asked or not path.is_file():
        raise _ProblemError(HTTPStatus.NOT_FOUND, "that is no file of this deck")
    if not open_editor(path, line, column):
        raise _ProblemError(
            HTTPStatus.NOT_FOUND, "no editor with a window is set: DECKC_EDITOR, VISUAL, EDITOR"
        )
    return {}
