"""Link the runtime's modules into one classic script, since Chromium loads no modules from `file://`.

    // toc.js                                 (()=>{"use strict";
    export const mark = 1;                    const mark=1,start=()=>mark;
    // start.js                         ->    return{start}})()
    import { mark } from "./toc.js";
    export const start = () => mark;

Modules share one scope, dependencies first, so their top-level names must differ. To the light minification fall
comments, blanks, line ends and signs that say nothing: an error in the page can still be read.

A part of the runtime that a deck has no use for is left out: in its place stands one that draws nothing.

Every cold build pays for it, so it trusts the modules: named imports at the head, each on a line's start and from a
module that exports the name, and `export` before declarations only. tests/contract/test_runtime_modules.py holds them to it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from deckc.compile.write.script_text import strip_comments

RUNTIME_FOLDER = Path(__file__).parent.parent.parent / "runtime"

_IMPORTED_PATH = re.compile(r'^import \{[^}]*\} from "([^"]+)";$', re.MULTILINE)
_EXPORTED_NAME = re.compile(r"^export (?:const|let|function\*?|async function|class) ([\w$]+)", re.MULTILINE)
_IMPORT, _EXPORT = "\nimport ", "\nexport "


class LinkError(Exception):
    """The runtime's modules do not fit together: a bug of deckc's own."""


@cache
def link_runtime(
    entry: str,
    folder: Path = RUNTIME_FOLDER,
    left_out: frozenset[str] = frozenset(),
    shorten: Callable[[str], str] = strip_comments,
) -> str:
    """Return a JavaScript expression whose value holds the exports of the entry module.

    `left_out` names modules of parts, whose exports all make a part (see runtime/deck.js); `shorten` minifies.

    Raises:
        LinkError: Modules import each other.
        OSError: A module cannot be read.
    """
    bodies = {name: _without_work(_read(folder / name)) for name in sorted(left_out)}
    _collect(entry, folder, bodies, ())
    exports = ",".join(_EXPORTED_NAME.findall(bodies[entry]))
    linked = shorten("".join(bodies.values()).replace(_EXPORT, "\n"))
    return f'(()=>{{"use strict";\n{linked}\nreturn{{{exports}}}}})()'


def _collect(name: str, folder: Path, bodies: dict[str, str], importers: tuple[str, ...]) -> None:
    """Add what a module does, each behind all that it imports."""
    if name in bodies:
        return
    if name in importers:
        circle = " -> ".join([*importers, name])
        message = f"modules import each other: {circle}"
        raise LinkError(message)
    head, body = _head_and_body(_read(folder / name))
    for path in _IMPORTED_PATH.findall(head):
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        _collect(imported, folder, bodies, (*importers, name))
    bodies[name] = body


def _read(path: Path) -> str:
    return "\n" + path.read_text(encoding="utf-8")


def _head_and_body(text: str) -> tuple[str, str]:
    """Cut a module behind its last import."""
    last = text.rfind(_IMPORT)
    end = text.find(";\n", last) + 1 if last >= 0 else 0
    return text[:end], text[end:]


def _without_work(text: str) -> str:
    """Return a module of the same exports, which make parts that draw nothing."""
    names = _EXPORTED_NAME.findall(text)
    return "".join(f"\nexport const {name} = () => ({{ update() {{}} }});" for name in names)
