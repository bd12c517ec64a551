"""Write a site to the disk in such a way that a failed or killed build leaves the old one whole.

    write_site(site, Path("dist"), single_file=False)          dist/index.html, dist/assets/...
    write_site(site, Path("deck.html"), single_file=True)      deck.html

Every file is written beside its place and moved there. Files with a hash in their name go first, the page
goes last, and what only the old site named is removed after it: at each moment the page that is there finds
all its files. A folder that deckc wrote carries their list in `.deckc-build`; others are not written to.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path, PurePosixPath

from deckc.compile.write.assets import ASSETS_FOLDER
from deckc.model.site import Site

MARKER = ".deckc-build"
_PAGE = "index.html"
BESIDE = ".deckc-new-"
"""How the names of files begin that are moved to their place."""
_FRESH_S = 60
_SIGN = b"deckc"
"""Stands in every page of deckc's: its script is called so."""


class OccupiedError(Exception):
    """What stands in the output's place was not written by deckc."""


def write_site(site: Site, target: Path, *, single_file: bool, overwrite: bool = False) -> None:
    """Write a site to a folder, or its one page to a file.

    Raises:
        OccupiedError: Something else stands there, and `overwrite` does not allow to write over it.
        OSError: The disk refuses; the old site is still there.
    """
    if not overwrite:
        check_target(target, single_file=single_file)
    if single_file:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, site.files[_PAGE])
    else:
        _write_folder(site, target)


def check_target(target: Path, *, single_file: bool) -> None:
    """Raise OccupiedError if something stands there that is no site, or no page, of deckc's."""
    if not target.exists():
        return
    if single_file is target.is_dir():
        message = f"{target} is a {'folder' if single_file else 'file'}"
    elif single_file and _SIGN not in target.read_bytes():
        message = f"{target} is a file that deckc did not write"
    elif not single_file and any(target.iterdir()) and not (target / MARKER).is_file():
        message = f"{target} holds files that deckc did not write"
    else:
        return
    raise OccupiedError(message)


def _write_folder(site: Site, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if (target / ASSETS_FOLDER).is_symlink():  # what came with a stranger's deck may lead anywhere
        message = f"{target / ASSETS_FOLDER} is a link"
        raise OccupiedError(message)
    old = _listed(target)
    new = set(site.files)
    for path in new:
        _check_path(path)
    replace_file(target / MARKER, _marker(old | new))
    _remove_left_over(target)
    for path in sorted(new, key=lambda name: (not _is_hashed(name), name == _PAGE, name)):
        place = target / path
        if _is_hashed(path) and place.is_file() and place.stat().st_size == len(site.files[path]):
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, site.files[path])
    for path in old - new:
        if _is_behind_link(target, path):
            continue
        with contextlib.suppress(OSError):
            (target / path).unlink()
    replace_file(target / MARKER, _marker(new))


def _is_hashed(path: str) -> bool:
    """Return whether a path names its content (place_assets), so that it never stands for anything else."""
    return path.startswith(f"{ASSETS_FOLDER}/")


def replace_file(place: Path, content: bytes) -> None:
    """Write beside a file, then put that in its place; a killed process leaves the old file."""
    beside = place.with_name(f"{BESIDE}{os.getpid()}-{place.name}")
    try:
        beside.write_bytes(content)
        beside.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _remove_left_over(target: Path) -> None:
    """Remove what a killed build had begun to write; another build may be at work on what is fresh."""
    for folder in (target, target / ASSETS_FOLDER):
        for begun in folder.glob(f"{BESIDE}*"):
            with contextlib.suppress(OSError):
                if time.time() - begun.stat().st_mtime > _FRESH_S:
                    begun.unlink()


def _marker(paths: set[str]) -> bytes:
    return json.dumps({"files": sorted(paths)}, indent=1, ensure_ascii=False).encode()


def _listed(target: Path) -> set[str]:
    """Return the files of the site that stands there, as far as its list can be trusted."""
    try:
        read = json.loads((target / MARKER).read_bytes())
    except (OSError, ValueError):
        return set()
    listed = read.get("files") if isinstance(read, dict) else None
    return {path for path in listed or () if isinstance(path, str) and _is_inside(path)}


def _is_behind_link(target: Path, path: str) -> bool:
    """Return whether a listed file stands in a folder that is reached by a link."""
    return any((target / folder).is_symlink() for folder in list(PurePosixPath(path).parents)[:-1])


def _check_path(path: str) -> None:
    if not _is_inside(path):
        message = f"{path!r} is not a path inside a site"
        raise ValueError(message)


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and not path.startswith("/")
        and ".." not in parts
        and "\\" not in path
        and ":" not in path
    )
