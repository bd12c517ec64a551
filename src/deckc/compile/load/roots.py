"""List what a folder offers to a deck: layouts, components, style sheets, global layers.

mine/layouts/wide/intro.html.jinja   layout "intro"          mine/style.css          a style sheet
mine/components/page-number.html     component "PageNumber"  mine/global-top.html    layer "global-top"
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from deckc.diagnostics import Report, Span
from deckc.model.files import Files
from deckc.model.services import FindPackage
from deckc.model.theme import Root
from deckc.pattern import pattern
from deckc.template.names import pascal

_TEMPLATE_ENDINGS = (".jsx", ".tsx", ".vue", ".html", ".html.jinja")
"""The later one wins where a name has several."""
_STYLE_ENTRIES = tuple(
    f"{name}.{ending}" for name in ("styles/index", "styles", "style") for ending in ("ts", "js", "css")
)
_LAYER_NAMES = {
    "global": "global-top",
    "global-top": "global-top",
    "GlobalTop": "global-top",
    "global-bottom": "global-bottom",
    "GlobalBottom": "global-bottom",
    "slide-top": "slide-top",
    "SlideTop": "slide-top",
    "slide-bottom": "slide-bottom",
    "SlideBottom": "slide-bottom",
    "custom-nav-controls": "custom-nav-controls",
    "CustomNavControls": "custom-nav-controls",
}
_IMPORT = pattern(r"""^[ \t]*import\s+(?:[\w*{},\s]+?\sfrom\s+)?(["'])([^"'\n]+)\1""", re.MULTILINE)
_COMMENT = pattern(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
_SHEET_ENDINGS = (".css", ".pcss", ".postcss", ".scss", ".sass", ".less")
_FOREIGN_ENDINGS = (".styl", ".stylus")
_TYPOGRAPHY = "@slidev/client/styles/layouts-base.css"
_SHEET_NAME = pattern(r"(?:\.(?:p?css|postcss|scss|sass|less)|/(?:styles?|css))\Z")
_MAX_DEPTH = 8


def read_root(
    kind: str,
    name: str,
    folder: Path,
    files: Files,
    report: Report,
    packages: FindPackage | None = None,
) -> Root:
    """Return what is in a folder; `packages` finds what its style entries import of npm packages."""
    return Root(
        kind=kind,
        name=name,
        folder=folder,
        layouts=_templates(folder / "layouts", files),
        components={pascal(key): path for key, path in _templates(folder / "components", files).items()},
        styles=tuple(dict.fromkeys(_sheets(folder, files, report, packages))),
        layers=_layers(folder, files),
    )


def uses_typography(root: Root, files: Files) -> bool:
    """Return whether a theme without `theme.toml` imports Slidev's typography sheet."""
    return any(_TYPOGRAPHY in _imports(path, files) for path in _entries(root.folder, files))


def _templates(folder: Path, files: Files, depth: int = 0) -> dict[str, Path]:
    """Return the templates at any depth, by file name."""
    found: dict[str, Path] = {}
    ranks: dict[str, int] = {}
    for path in files.list_folder(folder):
        rank, stem = _template_name(path)
        if rank >= 0 and rank >= ranks.get(stem, 0):
            found[stem], ranks[stem] = path, rank
        elif rank < 0 and "." not in path.name and depth < _MAX_DEPTH and files.is_folder(path):
            found = {**_templates(path, files, depth + 1), **found}
    return found


def _template_name(path: Path) -> tuple[int, str]:
    """Return which ending a template has (-1: it is none) and its name without it."""
    for rank in range(len(_TEMPLATE_ENDINGS) - 1, -1, -1):
        if path.name.endswith(_TEMPLATE_ENDINGS[rank]):
            stem = path.name.removesuffix(_TEMPLATE_ENDINGS[rank])
            return rank, path.parent.name if stem == "index" and path.parent.name != "layouts" else stem
    return -1, ""


def _layers(folder: Path, files: Files) -> dict[str, Path]:
    layers: dict[str, Path] = {}
    for path in files.list_folder(folder):
        rank, stem = _template_name(path)
        if rank >= 0 and stem in _LAYER_NAMES:
            layers[_LAYER_NAMES[stem]] = path
    return layers


def _entries(folder: Path, files: Files) -> Iterator[Path]:
    for name in _STYLE_ENTRIES:
        path = folder / name
        if files.is_file(path):
            yield path


def _sheets(folder: Path, files: Files, report: Report, packages: FindPackage | None) -> Iterator[Path]:
    """Yield the style sheets of a folder in page order (spec 14.5)."""
    for entry in _entries(folder, files):
        if entry.suffix == ".css":
            yield entry
        else:
            yield from _imported_sheets(entry, files, report, packages, set())
    for name in ("main.ts", "main.js"):
        yield from _sheets_of_setup(folder / "setup" / name, files, packages)


def _sheets_of_setup(script: Path, files: Files, packages: FindPackage | None) -> Iterator[Path]:
    """Yield the sheets that the setup of the app imports."""
    for name in _imports(script, files) if files.is_file(script) else ():
        address = name.partition("?")[0]
        if not _SHEET_NAME.search(address):
            continue
        if address.startswith("."):
            path = Path(os.path.normpath(script.parent / address))
            if files.is_file(path):
                yield path
        elif (sheet := _packaged_sheet(name, script, files, packages)) is not None:
            yield sheet


def _imported_sheets(
    script: Path, files: Files, report: Report, packages: FindPackage | None, seen: set[Path]
) -> Iterator[Path]:
    """Yield the sheets that a script imports; its other statements are not run."""
    seen.add(script)
    for name in _imports(script, files):
        if not name.startswith("."):
            sheet = _packaged_sheet(name, script, files, packages)
            if sheet is not None:
                yield sheet
            continue
        path = _existing(Path(os.path.normpath(script.parent / name.partition("?")[0])), files)
        if path is None or path in seen:
            continue
        if path.suffix in _SHEET_ENDINGS:
            yield path
        elif path.suffix in {".ts", ".js"}:
            yield from _imported_sheets(path, files, report, packages, seen)
        elif path.suffix in _FOREIGN_ENDINGS:
            span = Span(files.show(script), 1, 1)
            report.warn(
                "style-language",
                f'"{name}" is not CSS and is left out',
                span,
                "compile it to CSS and import that",
            )


def _packaged_sheet(name: str, script: Path, files: Files, packages: FindPackage | None) -> Path | None:
    """Return the sheet of an npm package that a script imports; None for anything else, or where it is not to be had."""
    if packages is None or name.startswith(("@slidev/", "/", "~", "@/", "virtual:")):
        return None
    parts = name.partition("?")[0].split("/")
    length = 2 if name.startswith("@") else 1
    found = packages(("/".join(parts[:length]),), False, script)
    if not isinstance(found, Path):
        return None
    from deckc.packages.npm_exports import exported_file

    path = exported_file(found, "/".join(parts[length:]))
    if path.suffix not in _SHEET_ENDINGS:
        return None
    files.admit(found)
    return path if files.is_file(path) else None


def _existing(path: Path, files: Files) -> Path | None:
    candidates = (
        path,
        path.with_name(f"{path.name}.ts"),
        path.with_name(f"{path.name}.js"),
        path / "index.ts",
    )
    return next((candidate for candidate in candidates if files.is_file(candidate)), None)


def _imports(script: Path, files: Files) -> list[str]:
    if script.suffix == ".css":
        return []
    try:
        text = files.read_bytes(script).decode(errors="replace")
    except OSError:
        return []
    return [match[2] for match in _IMPORT.finditer(_COMMENT.sub("", text))]
