"""Keep the scripts that are linked of deckc's own files from one build to the next, as Python keeps its bytecode.

    kept_script("room.js", link)      what link() returns, or did while those files were as they are

Linking takes 7 ms, of the 230 of a build; looking whether a file is still the same 0.01.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from deckc.builtin import FOLDER
from deckc.compile.write.link import RUNTIME_FOLDER
from deckc.engine.result_cache import keep_result, recall_result

_FOLDERS = (RUNTIME_FOLDER, RUNTIME_FOLDER / "room", FOLDER / "room", Path(__file__).parent)
"""What the scripts are made of, and the modules that make them."""
_KIND = "runtime"


def kept_script(name: str, link: Callable[[], str]) -> str:
    """Return the script of this name; it is linked where no build did so, or where a file changed since."""
    made_from = (name, *_stamps(_FOLDERS))
    script = recall_result(_KIND, made_from, str)
    if script is None:
        script = link()
        keep_result(_KIND, made_from, (script,))
    return script


@cache
def _stamps(folders: tuple[Path, ...]) -> list[tuple[str, int, int]]:
    """Return path, size and time of change of each file."""
    entries = [entry for folder in folders for entry in os.scandir(folder) if entry.is_file()]
    stats = [(entry.path, entry.stat()) for entry in entries]
    return sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
