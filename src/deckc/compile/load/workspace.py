"""Find the folder that a deck may read from: its project, which may be more than the entry's folder.

/talks/pnpm-workspace.yaml, /talks/2024/slides.md  ->  /talks
"""

from __future__ import annotations

import json
from pathlib import Path

from deckc.model.files import Files

_PROJECT_MARKS = ("pyproject.toml", ".git", ".hg")


def find_workspace(folder: Path, files: Files) -> Path | None:
    """Return the workspace root of an entry's folder (spec 1); None where nothing marks one.

    That is the nearest folder at or above it with `pnpm-workspace.yaml` or a `package.json` that has
    `workspaces`; else the nearest with any `package.json`. Decks need no Node here, so other marks of
    a project count as well.
    """
    package: Path | None = None
    project: Path | None = None
    for candidate in (folder, *folder.parents):
        if files.is_file(candidate / "pnpm-workspace.yaml"):
            return candidate
        if files.is_file(candidate / "package.json"):
            package = package or candidate
            if _has_workspaces(candidate / "package.json", files):
                return candidate
        if project is None and any(_is_there(candidate / mark, files) for mark in _PROJECT_MARKS):
            project = candidate
    return package if project is None or (package and len(package.parts) < len(project.parts)) else project


def _is_there(path: Path, files: Files) -> bool:
    return files.is_file(path) or files.is_folder(path)


def _has_workspaces(path: Path, files: Files) -> bool:
    try:
        manifest = json.loads(files.read_bytes(path))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(manifest, dict) and bool(manifest.get("workspaces"))
