"""What a theme or addon that deckc fetched by itself depends on, fetched when something of it is first imported.

need_of(Path("<cache>/packages/node_modules/slidev-theme-x/layouts/cover.vue"), "@vueuse/core")
    <cache>/packages/needs/slidev-theme-x@1.2.0/node_modules/@vueuse/core

Only what its package.json names is fetched, in the versions that it allows, and what every Slidev project has: themes
import that without a word. npm's lock file stands beside, and nothing that is there is asked for again.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from deckc.packages.cache import cache_folder
from deckc.packages.npm_folders import install_in
from deckc.packages.npm_ranges import allowed_in
from deckc.packages.npm_store import version_of
from deckc.packages.problem import PackageError

_OF_SLIDEV = {
    "@unhead/vue": "^2.1.13",
    "@vueuse/core": "^14.2.1",
    "@vueuse/math": "^14.2.1",
    "@vueuse/motion": "^3.0.3",
    "codemirror-theme-vars": "^0.1.2",
    "floating-vue": "^5.2.2",
    "lz-string": "^1.5.0",
    "prism-theme-vars": "^0.2.5",
    "yaml": "^2.8.3",
}
"""What `@slidev/client` and the default theme depend on and other themes use, in their versions."""
_failed: dict[tuple[Path, str], str] = {}
"""What npm could not bring: it is asked once."""


def needs_place(importer: Path) -> Path | None:
    """Return the node_modules folder for what the fetched package around a file depends on; None for any other file."""
    package = _package_around(importer)
    if package is None:
        return None
    name = package.relative_to(_fetched()).as_posix().replace("/", "+")
    return cache_folder() / "packages" / "needs" / f"{name}@{version_of(package)}" / "node_modules"


def need_of(importer: Path, name: str) -> Path | None:
    """Return the folder of a package that the fetched one around a file depends on; None where it names no such.

    Raises:
        PackageError: npm is missing, or could not install it.
        OSError: The cache cannot be written.
    """
    package, place = _package_around(importer), needs_place(importer)
    if package is None or place is None:
        return None
    if (place / name / "package.json").is_file():
        return place / name
    allowed = allowed_in(package).get(name, _OF_SLIDEV.get(name))
    if allowed is None:
        return None
    if (package, name) in _failed:
        raise PackageError(_failed[package, name])
    try:
        _install(place.parent, f"{name}@{allowed}" if allowed else name)
    except PackageError as error:
        _failed[package, name] = str(error)
        raise
    return place / name


def _install(folder: Path, spec: str) -> None:
    """Add a package to those in a folder: made beside, and moved into place."""
    with tempfile.TemporaryDirectory(prefix="deckc-packages-") as named:
        made = Path(named) / "made"
        made.mkdir()
        for name in ("package.json", "package-lock.json"):
            if (folder / name).is_file():
                shutil.copy(folder / name, made / name)
        if not (made / "package.json").is_file():
            (made / "package.json").write_text('{"private": true}', encoding="utf-8")
        install_in(made, (spec,))
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(made, folder)


def _fetched() -> Path:
    return cache_folder() / "packages" / "node_modules"


def _package_around(path: Path) -> Path | None:
    fetched = _fetched()
    if not path.is_relative_to(fetched):
        return None
    parts = path.relative_to(fetched).parts
    return fetched.joinpath(*parts[: 2 if parts[:1] and parts[0].startswith("@") else 1])
