"""Join the runtime's room, which a speaker works in, into one script that a page holds as text.

room_script()   ->   deckc.room={...(()=>{...})(),css:".deckc-presenter{...}"}

The page runs it when it is asked for (runtime/open_room.js); until then it costs a reader nothing but its transfer.
Its style sheets come along as a string: `style-src` allows them, and no slide is styled before they are needed.

Every cold build pays for it, so that it is joined in 4 ms where `link_runtime`, which also checks, takes 8; a test
holds the two to each other.
"""

from __future__ import annotations

import json
import posixpath
import re
from functools import cache

from deckc import builtin
from deckc.compile.write.link import RUNTIME_FOLDER
from deckc.compile.write.script_text import escape_json, strip_lines

_MODULES = RUNTIME_FOLDER / "room"
_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_CSS_COMMENT_OR_INDENTATION = re.compile(r"\s*/\*.*?\*/|\n\s*", re.DOTALL)


@cache
def room_script() -> str:
    """Return the script; the same in every page."""
    bodies: dict[str, str] = {}
    _collect("room.js", bodies)
    parts = "\n".join(bodies.values())
    css = json.dumps(_CSS_COMMENT_OR_INDENTATION.sub("", builtin.room_sheet()), ensure_ascii=False)
    return f'deckc.room={{...(()=>{{"use strict";\n{parts}\nreturn{{start}}}})(),css:{escape_json(css)}}}'


def _collect(name: str, bodies: dict[str, str]) -> None:
    """Add a module's text, shortened, behind those of all that it imports."""
    if name in bodies:
        return
    *imported, body = _imports_and_body((_MODULES / name).read_text(encoding="utf-8"))
    for path in imported:
        _collect(posixpath.normpath(posixpath.join(posixpath.dirname(name), path)), bodies)
    bodies[name] = strip_lines(body)


def _imports_and_body(text: str) -> list[str]:
    """Return the paths that a module imports, which stand at its head, and the rest of it."""
    pieces = _IMPORT.split(text)
    return [*pieces[1::2], pieces[-1]]
