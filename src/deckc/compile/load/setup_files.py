"""Find what a Slidev project sets up with scripts that deckc does not run, and say what is lost with each.

    setup/shortcuts.ts     note: its keys are missing
    setup/shiki.ts         { themes: { dark: 'nord' } }     CodeThemes(light="", dark="nord")

Of Shiki's setup the names of its themes are read, and theme files (JSON) that it loads; `setup/katex.ts` and
`setup/unocss.ts` are read elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.load.text import read_source
from deckc.diagnostics import Report, Span
from deckc.model.config import CodeThemes
from deckc.model.files import Files
from deckc.model.source import SourceText
from deckc.model.theme import Root, Theme
from deckc.pattern import pattern

if TYPE_CHECKING:
    from deckc.compile.load.code_theme_file import CodeThemeFile
    from deckc.compile.load.uno_literals import Entry

_ENDINGS = (".ts", ".js", ".mts", ".mjs")
_LOST: Mapping[str, tuple[str, str]] = {
    "root": ("what it does in the running page is missing", "write it into the slides that need it"),
    "routes": ("the pages that it adds are missing", "link to them"),
    "shortcuts": ("its keys are missing", "use those that deckc has"),
    "context-menu": ("its entries are missing", "use the keys"),
    "monaco": ("its settings of the editor are not used", "code is edited as plain text"),
    "code-runners": ("code of other languages than JavaScript does not run", "show its output in the slide"),
    "mermaid": ("its settings are not used", "write them behind the fence: ```mermaid {theme: 'neutral'}"),
    "mermaid-renderer": ("diagrams are drawn by Mermaid itself", "show a picture of what it draws"),
    "transformers": ("slides are taken as they are written", "write what it makes of them"),
    "preparser": ("slides are taken as they are written", "write what it makes of them"),
    "vite-plugins": ("its plugins do not run", "write what they make"),
    "vite.config": ("plugins and settings of Vite have no effect", "write what they make"),
}
"""Name of a script -> what a deck loses without it, and what to do."""
_THEME_FILE = pattern(r"""[(,\s]["'`]((?:\.{1,2}/)?[\w./-]+\.json)["'`]""")
_SHIKI, _VITE = "shiki", "vite.config"
_OTHERS_OF_SHIKI = frozenset(["langs", "langAlias", "warnings"])
"""Keys of Shiki's setup that lose nothing: deckc's languages are settled."""


def load_setup(theme: Theme, files: Files, report: Report) -> CodeThemes:
    """Return the code themes that the roots set up, the deck's over the others; note every script that is not run."""
    themes = CodeThemes()
    for root in theme.roots:
        for name, path in _scripts(root, files) if root.kind != "builtin" else ():
            if name == _SHIKI:
                source = read_source(path, files, report)
                themes = themes if source is None else _read_themes(source, themes, root, files, report)
            else:
                lost, advice = _LOST[name]
                span = Span(files.show(path), 1, 1)
                report.note("setup-not-run", f'"{path.name}" is not run: {lost}', span, advice)
    return themes


def _scripts(root: Root, files: Files) -> Iterator[tuple[str, Path]]:
    """Yield the scripts of a root that somebody may miss, by what they are for."""
    places = [(root.folder / "setup", {_SHIKI, *_LOST} - {_VITE}), (root.folder, {_VITE})]
    for folder, names in places:
        for path in files.list_folder(folder):
            if path.suffix in _ENDINGS and path.stem in names:
                yield path.stem, path


def _read_themes(
    source: SourceText, under: CodeThemes, root: Root, files: Files, report: Report
) -> CodeThemes:
    """Return the themes of one `setup/shiki.ts`, laid over those of the roots before it; note what is not used."""
    from deckc.compile.load.uno_literals import constants, default_export, parse_module, read_config

    module = parse_module(source.text)
    exported = default_export(module)
    setup = read_config(exported, constants(module)).value if exported else {}
    if not isinstance(setup, dict):
        _refuse(["its default export"], source, report)
        return under
    unused = [f'"{key}"' for key in setup if key not in {"theme", "themes", *_OTHERS_OF_SHIKI}]
    entry = setup.get("themes") or setup.get("theme")
    schemes = entry.value if entry and isinstance(entry.value, dict) else {"light": entry, "dark": entry}
    if not any(each and isinstance(each.value, str) for each in schemes.values()):
        own = _own_themes(source, root, files)
        if len(own) == 1 and "" in own:
            return CodeThemes(own[""].colours, own[""].colours, own[""].background)
        if own:
            files_of = (own.get("light"), own.get("dark"))
            colours = [file and file.colours for file in files_of]
            schemes, under = {}, CodeThemes(colours[0] or under.light, colours[1] or under.dark)
    light = _style(schemes.get("light"), "vitesse-light", under.light, unused)
    dark = _style(schemes.get("dark"), "vitesse-dark", under.dark, unused)
    if unused:
        _refuse(list(dict.fromkeys(unused)), source, report)
    return CodeThemes(light, dark, under.background if entry is None else _background(entry))


def _background(entry: Entry | None) -> str:
    """Return what Shiki writes behind code where a setup names one theme for both schemes."""
    from deckc.builtin.code_themes import CODE_BACKGROUNDS

    return CODE_BACKGROUNDS.get(entry.value, "") if entry and isinstance(entry.value, str) else ""


def _own_themes(source: SourceText, root: Root, files: Files) -> dict[str, CodeThemeFile]:
    """Return the theme files (JSON) that a setup names, in its root alone, by their scheme.

    One file is for both schemes, ""; of two a name, then the file itself, says which scheme it is for.
    """
    from deckc.compile.load.code_theme_file import read_code_theme

    found: dict[str, CodeThemeFile] = {}
    names = dict.fromkeys(_THEME_FILE.findall(source.text))
    for name in names:
        path = Path(os.path.normpath(source.path.parent / name))
        if not path.is_relative_to(root.folder) or not files.is_file(path):
            continue
        theme = read_code_theme(files.read_bytes(path).decode("utf-8", "replace"))
        if theme is None:
            continue
        if len(names) == 1:
            return {"": theme}
        word = next((word for word in ("light", "dark") if word in path.stem.lower()), theme.scheme)
        found[word or ("light" if "dark" in found else "dark")] = theme
    return found


def _style(entry: Entry | None, own: str, otherwise: str, unused: list[str]) -> str:
    """Return a theme's name, empty for deckc's `own`; one that is none of Shiki's is named among the unused."""
    from deckc.builtin.code_themes import CODE_THEMES

    if entry is None:
        return otherwise
    name = entry.value
    if isinstance(name, str) and name in CODE_THEMES:
        return "" if name == own else name
    unused.append(f'the theme "{name}"' if isinstance(name, str) else "a theme that is no name")
    return otherwise


def _refuse(what: list[str], source: SourceText, report: Report) -> None:
    message = f'of "{source.path.name}" {", ".join(what)} {"is" if len(what) == 1 else "are"} not used'
    report.note(
        "setup-not-run",
        message,
        source.span(0),
        "themes of code go by the names of those that Shiki brings along",
    )
