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
        ("async () => ({ theme: 'dracula', langs: ['astro'] })", CodeThemes("dracula", "dracula", "282a36")),
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


NIGHT = """{"type": "dark", "colors": {"editor.foreground": "#d6deeb", "editor.background": "#011627"}, "tokenColors": [
  {"scope": ["keyword", "storage.type"], "settings": {"foreground": "#C792EA"}},
  {"scope": "keyword.control, comment", "settings": {"foreground": "#111111"}},
  {"scope": "string.quoted punctuation.definition.string", "settings": {"foreground": "#222222"}},
  {"scope": "string", "settings": {"foreground": "#333333", "fontStyle": "italic"}},
  {"scope": "text.html string", "settings": {"foreground": "#444444"}}]}"""


def test_a_theme_file_that_a_setup_loads_is_read() -> None:
    report = Report()
    files = {
        "/theme/setup/shiki.ts": "import path from 'path'\nexport default defineShikiSetup(async ({ loadTheme }) => ({ theme: { dark: await loadTheme(path.join(__dirname, '../colours/dark.json')), light: await loadTheme(require.resolve('./light.json')) } }))",
        "/theme/colours/dark.json": NIGHT,
        "/theme/setup/light.json": NIGHT.replace("#111111", "#0a0a0a"),
    }
    themes = read(files, report)
    dark = dict(zip(CLASSES, themes.dark[1:].split()[1:], strict=True))

    assert report.diagnostics == []
    assert [themes.dark.split()[0], dark["k"], dark["o"], dark["q"], dark["s"], dark["c"], dark["v"]] == [
        "=d6deeb",
        "111111",
        "c792ea",
        "222222",
        "333333",
        "111111",
        "d6deeb",
    ]
    assert ".shiki .tk-k{--shiki-light:#0a0a0a;--shiki-dark:#111111}" in code_stylesheet(themes)


def test_one_theme_file_is_for_both_schemes() -> None:
    text = "const theme = JSON.parse(fs.readFileSync(path.resolve(__dirname, `../public/mine.json`)))\nexport default () => { return { theme } }"
    themes = read({"/deck/setup/shiki.ts": text, "/deck/public/mine.json": NIGHT}, Report())

    assert themes.light == themes.dark
    assert themes.background == "011627"
    assert "pre.shiki{background-color:#011627!important}" in code_stylesheet(themes)
    assert themes.dark.startswith("=d6deeb 111111 ")


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"tokenColors": 1}',
        '{"tokenColors": [1, {"scope": 2, "settings": {"foreground": "#fff"}}]}',
    ],
)
def test_a_theme_file_that_is_none_leaves_the_note(content: str) -> None:
    text = "export default async ({ loadTheme }) => ({ theme: await loadTheme('../mine.json') })"
    found = notes({"/deck/setup/shiki.ts": text, "/deck/mine.json": content})

    assert len(found) == ("scope" not in content)


def test_a_theme_file_outside_its_root_is_not_read() -> None:
    text = "export default async ({ loadTheme }) => ({ theme: await loadTheme('../../mine.json') })"
    (note,) = notes({"/deck/setup/shiki.ts": text, "/mine.json": NIGHT})

    assert "a theme that is no name" in note
