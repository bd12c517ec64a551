"""Build the decks beside this file, with the npm packages that some of them import."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.compile.pipeline import Compilation, compile_deck
from deckc.compile.write import SiteOptions
from deckc.model.files import DiskFiles
from deckc.model.services import Services
from deckc.packages.npm_folders import LOCK, NpmFolders
from deckc.packages.problem import PackageError
from spec_runner.run import DrawnIcons, NoNetwork, vue_runner

if TYPE_CHECKING:
    from collections.abc import Mapping

DECKS = Path(__file__).parent
PACKAGES: Mapping[str, str] = {
    "chart": "chart.js",
    "glow": "seedrandom",
    "three": "three",
    "vueuse": "@vueuse/core",
}
"""Deck -> the npm package that it imports."""


def build_deck(name: str, folder: Path) -> Compilation:
    """Compile a copy of a deck in a folder; skip the test where Vue or a package is not to be had."""
    runner = vue_runner()
    deck = folder / name
    shutil.copytree(DECKS / name, deck, ignore=shutil.ignore_patterns("node_modules"))
    if name in PACKAGES:
        lock = _lock(PACKAGES[name], folder)
        if isinstance(lock, str):
            pytest.skip(f"{PACKAGES[name]} is not to be had: {lock}")
        (deck / LOCK).write_bytes(lock)
    services = Services(DrawnIcons(), NoNetwork(), vue=lambda: runner)
    return compile_deck(deck / "slides.md", DiskFiles(), services, SiteOptions(single_file=True))


_locks: dict[str, bytes | str] = {}


def _lock(package: str, folder: Path) -> bytes | str:
    """Return the lock file with a package, which is in deckc's cache then; else why it is not there."""
    if package not in _locks:
        versions = json.loads((DECKS / "package.json").read_text("utf-8"))["dependencies"]
        try:
            NpmFolders(folder).add((f"{package}@{versions[package]}",))
            _locks[package] = (folder / LOCK).read_bytes()
        except (PackageError, OSError) as error:
            _locks[package] = str(error)
    return _locks[package]
