r"""The process that turns one sheet of Sass or Less into CSS; it can be ended, which its libraries never can.

    {"language": "scss", "css": "@import 'tones'; b { color: $c }"}       <- a line of JSON on standard input
    {"find": "tones"}                                                     -> asked on standard output
    {"path": "/deck/_tones.scss", "text": "$c: red"}                      <- or {"problem": "there is none"}
    {"css": "b { color: red; }"}                                          -> or {"problem": "..."}

It reads no file itself: what a deck may read is not its to say.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import Any

_MEMORY_BYTES = 1 << 30


def main() -> None:
    """Answer the one request, and end."""
    _limit_memory()
    request = _read()
    try:
        _write({"css": _compile(request["css"], request["language"])})
    except Exception as error:  # noqa: BLE001 - the libraries raise what their parsers stumble over
        lines = str(error).strip().splitlines() or [type(error).__name__]
        _write({"problem": lines[0][:200]})


def _compile(css: str, language: str) -> str:
    if language == "less":
        import lesscpy

        with contextlib.redirect_stdout(sys.stderr):
            return str(lesscpy.compile(io.StringIO(css)))
    import sass

    return str(sass.compile(string=css, indented=language == "sass", importers=[(0, _find)]))


def _find(name: str) -> list[tuple[str, str]]:
    _write({"find": name})
    answer = _read()
    if "problem" in answer:
        raise ValueError(answer["problem"])
    return [(answer["path"], answer["text"])]


def _read() -> Any:
    return json.loads(sys.stdin.buffer.readline())


def _write(message: dict[str, str]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n")
    sys.stdout.buffer.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time has to do
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
