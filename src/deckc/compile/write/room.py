"""Link the runtime's room, which a speaker works in, into one script that a page holds as text.

room_script()   ->   deckc.room={...(()=>{...})(),css:".deckc-presenter{...}"}

The page runs it when it is asked for (runtime/open_room.js); until then it costs a reader nothing but its transfer.
Its style sheets come along as a string: `style-src` allows them, and no slide is styled before they are needed.
"""

from __future__ import annotations

import json
from functools import cache

from deckc import builtin
from deckc.compile.write.kept_script import kept_script
from deckc.compile.write.link import RUNTIME_FOLDER, link_runtime
from deckc.compile.write.script_text import escape_json, strip_lines

_MODULES = RUNTIME_FOLDER / "room"


@cache
def room_script() -> str:
    """Return the script; the same in every page."""
    return kept_script("room.js", _link_room)


def _link_room() -> str:
    script = link_runtime("room.js", _MODULES, shorten=strip_lines)
    css = json.dumps("\n".join(map(str.lstrip, builtin.room_sheet().split("\n"))), ensure_ascii=False)
    return f"deckc.room={{...{script},css:{escape_json(css)}}}"
