"""Scripts that are not run are a note each; of Shiki's setup the themes are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckc.builtin.code_themes import CLASSES, CODE_THEMES
from deckc.compile.load.setup_files import load_setup
from deckc.compile.render.code_theme import code_stylesheet
from deckc.diagnostics import Report, Severity
from deckc.model.config import CodeThemes
from deckc.model.files import MemoryFiles
from deckc.model.theme import Root, Theme


def read(files: dict[str, str], report: Report) -> CodeThemes:
    roots = (
        Root("builtin", "", Path("/b")),
        Root("theme", "mine", Path("/theme")),
        Root("deck", "", Path("/deck")),
    )
    return load_setup(Theme("mine", roots), MemoryFiles(files), report)


def notes(files: dict[str, str]) -> list[str]:
    report = Report()
    read(files, report)
    assert {diagnostic.severity for diagnostic in report.diagnostics} <= {Severity.NOTE}
    return [f"{diagnostic.span} {diagnostic.message}" for diagnostic in report.diagnostics]


@pytest.mark.parametrize(
    "path",
    [
        *(f"setup/{name}.ts" for name in ("root", "routes", "shortcuts", "context-menu", "monaco")),
        *(
            f"setup/{name}.ts"
            for name in ("code-runners", "mermaid", "mermaid-renderer", "transformers", "preparser")
        ),
        *("setup/vite-plugins.ts", "vite.config.ts", "vite.config.mjs"),
    ],
)
def test_a_script_that_is_not_run_is_one_note(path: str) -> None:
    (note,) = notes({f"/deck/{path}": "export default () => {}"})

    assert f'"{Path(path).name}" is not run: ' in note


@pytest.mark.parametrize(
    "path",
    ["setup/katex.ts", "setup/unocss.ts", "main.ts", "setup/readme.md", "setup/vite.config.ts", "vite.ts"],
)
def test_other_files_are_none(path: str) -> None:
    assert notes({f"/deck/{path}": "export default () => {}"}) == []


@pytest.mark.parametrize(
    ("setup", "themes"),
    [
        ("() => ({ themes: { dark: 'nord', light: 'light-plus' } })", CodeThemes("light-plus", "nord")),
        ("() => { return { themes: { dark: 'nord' } } }", CodeThemes("", "nord")),
        ("async () => ({ theme: 'dracula', langs: ['astro'] })", CodeThemes("dracula", "dracula")),
        ("{ theme: { light: 'vitesse-light', dark: 'vitesse-dark' } }", CodeThemes()),
        (
            "{ theme: { light: 'vitesse-dark', dark: 'vitesse-black' } }",
            CodeThemes("vitesse-dark", "vitesse-black"),
        ),
        ("() => ({})", CodeThemes()),
    ],
)
def test_the_themes_of_code_are_read(setup: str, themes: CodeThemes) -> None:
    report = Report()

    assert read({"/deck/setup/shiki.ts": f"export default defineShikiSetup({setup})"}, report) == themes
    assert report.diagnostics == []


def test_what_is_not_used_of_them_is_one_note() -> None:
    text = "export default defineShikiSetup(() => ({ themes: { dark: 'rose-pink', light: mine }, transformers: [] }))"

    (note,) = notes({"/deck/setup/shiki.ts": text})

    assert 'of "shiki.ts" "transformers", a theme that is no name, the theme "rose-pink" are not used' in note


def test_the_decks_setup_lies_over_the_themes() -> None:
    files = {
        "/theme/setup/shiki.ts": "export default { themes: { light: 'light-plus', dark: 'nord' } }",
        "/deck/setup/shiki.ts": "export default { themes: { dark: 'dracula' } }",
    }

    assert read(files, Report()) == CodeThemes("light-plus", "dracula")


@pytest.mark.parametrize("name", CODE_THEMES)
def test_every_theme_of_shiki_has_a_colour_for_each_class(name: str) -> None:
    colours = CODE_THEMES[name].split()

    assert len(colours) == 1 + len(CLASSES)
    assert [colour for colour in colours if not re.fullmatch(r"[0-9a-f]{6}(?:[0-9a-f]{2})?", colour)] == []


def test_deckc_s_own_colours_are_those_of_vitesse() -> None:
    own = code_stylesheet(CodeThemes())

    assert own.partition("@media")[0] == code_stylesheet(CodeThemes("vitesse-light", "vitesse-dark"))
