"""Let the page export its deck, on this machine only: docs/sync-protocol.md, "Exporting from the browser".

GET  -deckc/export             {"choices": [{"name": "pdf", "titles": {"en": "PDF"}}], "state": "running", ...}
POST -deckc/export             {"choice": "pdf"} begins, {} cancels; answers as GET
GET  -deckc/export/ID          the file
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.serve.answers import COMMON_HEADERS, answer, answer_text, media_type
from deckc.serve.exporting import ExportBusyError, Exporting

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_EXPORT = "-deckc/export"
_FILE = re.compile(r"-deckc/export/([\w-]{1,64})")


def is_export(path: str) -> bool:
    """Return whether an address is one of these."""
    return path == _EXPORT or _FILE.fullmatch(path) is not None


def answer_export(
    path: str, request: Request, body: bytes, entry: Path, exporting: Exporting | None, *, is_local: bool
) -> Response:
    """Return what came of a request to one of these addresses."""
    if not is_local or (request.method not in {"GET", "HEAD"} and request.headers.get("X-Deckc") != "1"):
        return _refuse(HTTPStatus.FORBIDDEN, "only the machine that serves the deck may export it")
    if exporting is None:
        return _refuse(HTTPStatus.NOT_FOUND, "nothing is exported here")
    named = _FILE.fullmatch(path)
    if named is not None:
        return _file(exporting.file(entry, named[1]))
    if request.method == "POST":
        return _begin(body, entry, exporting)
    if request.method == "PUT":
        return _refuse(HTTPStatus.METHOD_NOT_ALLOWED, "PUT does nothing here")
    return _state(entry, exporting)


def _begin(body: bytes, entry: Path, exporting: Exporting) -> Response:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        return _refuse(HTTPStatus.BAD_REQUEST, "the request is not JSON")
    try:
        if "choice" in told:
            exporting.begin(entry, str(told["choice"]))
        else:
            exporting.cancel(entry)
    except KeyError:
        return _refuse(HTTPStatus.BAD_REQUEST, "there is no such form")
    except ExportBusyError:
        return _refuse(HTTPStatus.CONFLICT, "an export is at work; wait for it, or cancel it")
    except OSError as error:
        problem = f"the export does not start: {error.strerror or error}"
        return _refuse(HTTPStatus.INTERNAL_SERVER_ERROR, problem)
    return _state(entry, exporting)


def _state(entry: Path, exporting: Exporting) -> Response:
    choices = [{"name": choice.name, "titles": dict(choice.titles)} for choice in exporting.choices]
    return _tell(HTTPStatus.OK, {"choices": choices, **exporting.state(entry)})


def _file(file: Path | None) -> Response:
    if file is None or not file.is_file():
        return answer_text(HTTPStatus.NOT_FOUND, "This export is no longer kept.")
    from starlette.responses import FileResponse

    return FileResponse(file, media_type=media_type(file.name), filename=file.name, headers=COMMON_HEADERS)


def _refuse(status: HTTPStatus, problem: str) -> Response:
    return _tell(status, {"problem": problem})


def _tell(status: HTTPStatus, told: Mapping[str, object]) -> Response:
    return answer(status, json.dumps(told).encode(), "application/json")
