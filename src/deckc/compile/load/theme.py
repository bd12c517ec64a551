"""Find the deck's theme and the folders that it plugs into.

    theme: seriph      the built-in theme "seriph"             theme: none     no theme
    theme: ./mine      the folder "mine" beside the entry      theme: @/mine   the same
    theme: paper       what an installed Python package calls "paper"

A theme is a folder of data: `theme.toml`, `layouts/`, `components/`, `styles/` (spec 14).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from deckc.compile.load.manifest import read_manifest
from deckc.compile.load.roots import read_root
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import count_slips, did_you_mean
from deckc.model.files import BUILTIN_FOLDER, THEMES_FOLDER, Files
from deckc.model.services import FindPackage
from deckc.model.source import DeckSource, Frontmatter
from deckc.model.theme import Root, Theme
from deckc.pattern import pattern

_PACKAGE_PREFIXES = ("@slidev/theme-", "slidev-theme-")
_DEFAULT = "default"
_SLIPS = 2
"""So far from a known name is a slip in it, not the name of something else."""
_PACKAGE_NAME = pattern(r"(?:@[a-z0-9~][\w.~-]*/)?[a-z0-9~][\w.~-]*\Z")


def load_theme(
    source: DeckSource,
    files: Files,
    report: Report,
    installed: Callable[[], Mapping[str, Path]] = dict,
    packages: FindPackage | None = None,
) -> Theme:
    """Return the theme that the headmatter names, and every root: built-ins, theme, addons, deck.

    `installed` gives the folders of themes in Python packages, `packages` those of npm. A theme that is not there is
    reported, and the default theme stands in. A theme's own example names its folder, which is not counted as the
    deck's again.
    """
    deck_folder = source.entry.path.parent
    finder = _Finder(source, files, report, installed, packages)
    builtin = read_root("builtin", "builtin", BUILTIN_FOLDER, files, report)
    addons = tuple(
        read_root("addon", name, folder, files, report, packages) for name, folder in finder.addons()
    )
    deck = read_root("deck", "deck", deck_folder, files, report, packages)
    chosen = finder.theme()
    if chosen is None:
        return Theme("none", (builtin, *addons, deck), has_typography=False)
    name, folder = chosen
    if folder == deck_folder:
        deck = Root("deck", "deck", deck_folder)
    root = read_root("theme", name, folder, files, report, packages)
    manifest = read_manifest(root, files, report)
    return Theme(
        name,
        (builtin, root, *addons, deck),
        manifest.color_schema,
        Frontmatter(manifest.defaults, manifest.spans),
        manifest.has_typography,
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    """Turns the names in the headmatter into folders."""

    source: DeckSource
    files: Files
    report: Report
    installed: Callable[[], Mapping[str, Path]]
    packages: FindPackage | None
    reasons: dict[str, str] = field(default_factory=dict)
    """Name of a theme or addon -> why npm did not bring it."""

    def theme(self) -> tuple[str, Path] | None:
        """Return the theme's name and folder; None for no theme."""
        headmatter = self.source.headmatter
        name = headmatter.get("theme", _DEFAULT)
        span = headmatter.span("theme")
        if name is None or name == "none":
            return None
        name = name.strip() if isinstance(name, str) else ""  # what else it is, the settings' check tells
        name = name or _DEFAULT
        folder = self._folder(name)
        if folder is None:
            name, folder = self._named(name)
        if folder is not None and self._may_plug_in(folder):
            return name, folder
        self._report_missing(name, span)
        return _DEFAULT, THEMES_FOLDER / _DEFAULT

    def addons(self) -> list[tuple[str, Path]]:
        """Return the addons' names and folders, in order."""
        headmatter = self.source.headmatter
        names = headmatter.get("addons")
        found: list[tuple[str, Path]] = []
        for index, name in enumerate(names if isinstance(names, list) else []):
            folder = self._folder(name) if isinstance(name, str) else None
            if folder is None and isinstance(name, str):
                folder = self._packaged(name, "addon")
            if folder is not None and self._may_plug_in(folder):
                found.append((str(name), folder))
                continue
            self.report.warn(
                "addon-not-found",
                f'there is no addon "{name}"',
                headmatter.span(f"addons.{index}"),
                self._why_not(str(name)) or "put it in a folder and name that: `- ./my-addon`",
            )
        return found

    def _folder(self, name: str) -> Path | None:
        """Return the folder that a path names; None where the name is that of a package (spec 14.1)."""
        deck_folder = self.source.entry.path.parent
        if name.startswith("/"):
            path = Path(name)
        elif name.startswith("@/"):
            path = deck_folder / name[2:]
        elif name.startswith(".") or ("/" in name and not name.startswith("@")):
            path = deck_folder / name
        else:
            return None
        return Path(os.path.normpath(str(path).replace("\0", "\ufffd")))

    def _named(self, name: str) -> tuple[str, Path | None]:
        """Return a built-in or installed theme, by its own name or that of a package; None where there is none."""
        short = short_theme_name(name)
        if name != short and (packaged := self._packaged(name, "theme", is_fetched=False)):
            return name, packaged
        if short in self._builtin_names():
            return short, THEMES_FOLDER / short
        installed = self.installed()
        found = next((key for key in (name, short) if key in installed), None)
        if found is not None:
            return found, installed[found]
        # a slip is told at once; npm is asked for a name near another one where it is written out in full
        is_slip = name == short and self._meant(name) is not None
        return name, self._packaged(name, "theme", is_fetched=not is_slip)

    def _packaged(self, name: str, kind: str, *, is_fetched: bool = True) -> Path | None:
        """Return the folder of a theme or addon that is an npm package (spec 14.1); None where it is not to be had."""
        if self.packages is None or not _PACKAGE_NAME.match(name):
            return None
        names = (name,) if "/" in name else (f"@slidev/{kind}-{name}", f"slidev-{kind}-{name}", name)
        found = self.packages(names, is_fetched)
        if isinstance(found, str) and found:
            self.reasons[name] = found
        return found if isinstance(found, Path) else None

    def _why_not(self, name: str) -> str | None:
        """Return why npm did not bring a package; None where it was not asked."""
        reason = self.reasons.get(name)
        return f"as an npm package it is not to be had: {reason}" if reason else None

    def _may_plug_in(self, folder: Path) -> bool:
        """Return whether there is such a folder; one around the project would let the deck read anything."""
        project = self.source.workspace or self.source.entry.path.parent
        if project != folder and project.is_relative_to(folder):
            return False
        self.files.admit(folder)
        return self.files.is_folder(folder)

    def _builtin_names(self) -> list[str]:
        return [
            folder.name for folder in self.files.list_folder(THEMES_FOLDER) if self.files.is_folder(folder)
        ]

    def _meant(self, name: str) -> str | None:
        """Return the theme whose name this is but for a letter or two; None for no such slip."""
        short = short_theme_name(name).lower()
        near = min(((count_slips(short, known), known) for known in self._known_names()), default=(9, ""))
        return near[1] if 0 < near[0] <= _SLIPS and len(short) > 2 * _SLIPS else None

    def _known_names(self) -> list[str]:
        return sorted([*self._builtin_names(), *self.installed()])

    def _report_missing(self, name: str, span: Span | None) -> None:
        names = self._known_names()
        listed = ", ".join(f'"{known}"' for known in names)
        meant = self._meant(name)
        near = f'did you mean "{meant}"?' if meant else did_you_mean(short_theme_name(name), names)
        self.report.warn(
            "theme-not-found",
            f'theme "{name}" is not available, the default theme stands in',
            span,
            near or self._why_not(name) or f"choose one of {listed}, or name a folder: `theme: ./my-theme`",
        )


def short_theme_name(name: str) -> str:
    """Return a theme's name without what npm packages put before it: "@slidev/theme-seriph" is "seriph"."""
    for prefix in _PACKAGE_PREFIXES:
        if name.startswith(prefix):
            return name.removeprefix(prefix)
    return name
