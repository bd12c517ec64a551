"""Write a folder of files in such a way that a failed export leaves the old one whole.

    with fresh_folder(Path("talk-export")) as beside:
        (beside / "1.png").write_bytes(...)

What is written beside the folder is moved into it at the end. `.deckc-export` lists what deckc wrote there: only
that is removed when a later export has no more use for it.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from deckc.compile.write import BESIDE

LIST = ".deckc-export"


@contextmanager
def fresh_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder, whose files are moved into `folder` unless the work on them fails.

    Raises:
        OSError: The disk refuses.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=BESIDE, dir=folder.parent))
    try:
        yield beside
        _move(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _move(beside: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    names = sorted(path.name for path in beside.iterdir())
    for name in names:
        (beside / name).replace(folder / name)
    for name in set(_listed(folder)) - set(names):
        with suppress(OSError):
            (folder / name).unlink()
    (folder / LIST).write_text(json.dumps({"files": names}, indent=1), encoding="utf-8")


def _listed(folder: Path) -> list[str]:
    """Return the files that an export before wrote there, as far as its list can be trusted."""
    try:
        read = json.loads((folder / LIST).read_bytes())
    except (OSError, ValueError):
        return []
    listed = read.get("files") if isinstance(read, dict) else None
    return [
        name for name in listed or () if isinstance(name, str) and Path(name).name == name and name != LIST
    ]
