"""Answer with what is held in memory: a page, a file or the part of it that was asked for, a redirect.

answer_file(b"...", "film.mp4", "bytes=0-9")      206, ten bytes
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.responses import Response

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".md": "text/markdown; charset=utf-8",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
COMMON_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def answer(status: HTTPStatus, body: bytes, kind: str, more: Mapping[str, str] | None = None) -> Response:
    """Return a response that no browser keeps and no other site may read."""
    from starlette.responses import Response

    return Response(body, status, {**COMMON_HEADERS, "Content-Type": kind, **(more or {})})


def answer_page(page: bytes) -> Response:
    """Return a page."""
    return answer(HTTPStatus.OK, page, _MEDIA_TYPES[".html"])


def answer_text(status: HTTPStatus, text: str) -> Response:
    """Return a line for a person."""
    return answer(status, f"{text}\n".encode(), "text/plain; charset=utf-8")


def answer_redirect(address: str) -> Response:
    """Return a redirect."""
    return answer(HTTPStatus.FOUND, b"", "text/plain", {"Location": address})


def answer_file(content: bytes, name: str, asked: str | None) -> Response:
    """Return a file, or the part that a Range header asks for: browsers play and wind videos by parts.

    Its name has a hash of its content, so a browser may keep it: a picture of a slide that is swapped does not flash.
    """
    kind, kept = media_type(name), {"Cache-Control": "private, max-age=86400, immutable"}
    match = _RANGE.fullmatch(asked.strip()) if asked else None
    if match is None or not (match[1] or match[2]):
        return answer(HTTPStatus.OK, content, kind, {**kept, "Accept-Ranges": "bytes"})
    size = len(content)
    start = int(match[1]) if match[1] else max(0, size - int(match[2]))
    end = min(int(match[2]), size - 1) if match[1] and match[2] else size - 1
    if start > end:
        place = {"Content-Range": f"bytes */{size}"}
        return answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", kind, place)
    place = {**kept, "Accept-Ranges": "bytes", "Content-Range": f"bytes {start}-{end}/{size}"}
    return answer(HTTPStatus.PARTIAL_CONTENT, content[start : end + 1], kind, place)


def media_type(path: str) -> str:
    """Return the Content-Type of a file by its name."""
    suffix = PurePosixPath(path).suffix.lower()
    return _MEDIA_TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
