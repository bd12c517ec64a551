"""Compile an entry as the command line asks, and print what there is to say about it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.cli.report import print_report
from deckc.compile.pipeline import Compilation, compile_deck
from deckc.compile.write import FontChoice, SiteOptions
from deckc.engine import DiagramDrawer, KatexTypesetter
from deckc.model.files import DiskFiles
from deckc.model.services import FindPackage, Services
from deckc.packages import FontsourceFonts, IconSets, RemoteFiles

if TYPE_CHECKING:
    from deckc.model.vue_runner import ComponentRunner


def compile_entry(entry: Path, options: SiteOptions, chosen: Namespace) -> tuple[Compilation, int]:
    """Return the compilation and the exit status that its diagnostics ask for; they are printed."""
    services = replace(new_services(entry, chosen), fonts=FontsourceFonts(entry.parent))
    compilation = compile_deck(entry, DiskFiles(), services, options, theme=chosen.theme)
    return compilation, print_report(compilation.report, strict=chosen.strict)


def chosen_fonts(chosen: Namespace, default: FontChoice) -> FontChoice:
    """Return what `--embed-fonts` and `--no-embed-fonts` say."""
    if chosen.embed_fonts is None:
        return default
    return "all" if chosen.embed_fonts else "none"


def new_services(entry: Path, chosen: Namespace) -> Services:
    """Return the real services: icon sets beside the deck or fetched, and the web."""
    remote = RemoteFiles()
    return Services(
        IconSets(entry.parent),
        remote,
        chosen.keep_remote,
        KatexTypesetter(entry.parent),
        DiagramDrawer(remote),
        vue=None if chosen.no_scripts else vue_runner(entry.parent, yes=chosen.yes),
        packages=package_finder(entry.parent),
        themes=installed_themes,
    )


def vue_runner(folder: Path, *, yes: bool = False) -> Callable[[], ComponentRunner]:
    """Return what gives the deck's one runner of Vue components, once it is asked for."""
    made: list[ComponentRunner] = []

    def runner() -> ComponentRunner:
        if not made:
            from deckc.cli.consent import installer
            from deckc.engine.vue import VueRunner

            made.append(VueRunner(folder, installs=installer(yes=yes)))
        return made[0]

    return runner


def package_finder(folder: Path) -> FindPackage:
    """Return what finds npm packages for a deck."""

    def find(names: tuple[str, ...], is_fetched: bool, importer: Path | None = None) -> Path | str:
        from deckc.packages.npm_folders import NpmFolders

        return NpmFolders(folder).find(names, is_fetched, importer)

    return find


def installed_themes() -> Mapping[str, Path]:
    """Return name and folder of each theme that a Python package brings along; looking takes 20 ms."""
    from deckc.packages.installed_themes import find_installed_themes

    return find_installed_themes()
