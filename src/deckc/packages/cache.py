"""Where fetched icon sets and pictures are kept between builds, and how a file gets there whole.

keep(cache_folder() / "icons" / "mdi.json", content) leaves either all of the content or none.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def cache_folder() -> Path:
    """Return deckc's cache folder: `DECKC_CACHE`, else the user's cache folder of this system."""
    return _chosen_folder(os.environ.get("DECKC_CACHE"), os.environ.get("XDG_CACHE_HOME", ""))


@cache
def _chosen_folder(chosen: str | None, base: str) -> Path:
    if chosen:
        return Path(chosen).expanduser()
    if sys.platform == "linux":  # the library says the same, but takes 3 ms to load, of the 240 of a build
        return Path(base if base.startswith("/") else "~/.cache").expanduser() / "deckc"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("deckc", appauthor=False))


def is_offline() -> bool:
    """Return whether `DECKC_OFFLINE` forbids every request."""
    return os.environ.get("DECKC_OFFLINE", "").lower() not in {"", "0", "false", "no"}


def keep(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that no reader ever sees half of it.

    Raises:
        OSError: The folder cannot be written.
    """
    import tempfile  # with `random`, 1.5 ms that a build without downloads can do without

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def keep_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files (by their paths in the folder) beside a folder's place and move that there in one go.

    A folder that stands there is replaced; where another process was faster with the same, its own stays.

    Raises:
        OSError: The folder cannot be written.
    """
    import shutil
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        for name, content in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        shutil.rmtree(path, ignore_errors=True)
        try:
            beside.replace(path)
        except OSError:
            if not all((path / name).is_file() for name in files):
                raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
