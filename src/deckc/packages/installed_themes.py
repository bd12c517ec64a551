"""Find the themes that installed Python packages bring along.

    [project.entry-points."deckc.themes"]      find_installed_themes()
    paper = "paper_theme"                ->    {"paper": Path(".../site-packages/paper_theme")}

The entry point names a package; its folder is the theme. No code of the package is run for that, unless the name has a
dot: then Python imports what stands before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

GROUP = "deckc.themes"


def find_installed_themes() -> Mapping[str, Path]:
    """Return name and folder of each installed theme, sorted by name; one whose package is gone is left out."""
    found: dict[str, Path] = {}
    for point in sorted(entry_points(group=GROUP)):
        folder = _package_folder(point.module)
        if folder is not None:
            found.setdefault(point.name, folder)
    return found


def _package_folder(module: str) -> Path | None:
    try:
        spec = find_spec(module)
    except Exception:  # noqa: BLE001 - importing what stands before a dot may raise anything
        return None
    folders = [Path(place) for place in (spec.submodule_search_locations if spec else None) or ()]
    return next((folder for folder in folders if folder.is_dir()), None)
