"""Finding themes, addons and what folders offer."""

from pathlib import Path

import pytest

from deckc.compile.load import load_deck, load_theme
from deckc.diagnostics import Report
from deckc.model.files import BUILTIN_FOLDER, THEMES_FOLDER, MemoryFiles
from deckc.model.theme import Theme


def theme_of(head: str, **files: str) -> tuple[Theme, Report]:
    report = Report()
    memory = MemoryFiles({"/deck/slides.md": f"---\n{head}\n---\n# A\n", **files})
    return load_theme(load_deck(Path("/deck/slides.md"), memory, report), memory, report), report


def styles_of(**files: str) -> tuple[list[str], Report]:
    theme, report = theme_of("theme: none", **files)
    return [path.relative_to("/deck").as_posix() for path in theme.roots[-1].styles], report


def test_roots_stand_in_slidevs_order() -> None:
    theme, _ = theme_of("theme: seriph\naddons: [./one, ./two]", **{"/deck/one/x": "", "/deck/two/x": ""})

    assert [(root.kind, root.folder) for root in theme.roots] == [
        ("builtin", BUILTIN_FOLDER),
        ("theme", THEMES_FOLDER / "seriph"),
        ("addon", Path("/deck/one")),
        ("addon", Path("/deck/two")),
        ("deck", Path("/deck")),
    ]


@pytest.mark.parametrize("name", ["default", "seriph", "apple-basic", "bricks", "shibainu", "aurora"])
def test_a_built_in_theme_has_layouts_and_styles(name: str) -> None:
    theme, report = theme_of(f"theme: {name}")

    assert theme.roots[1].layouts
    assert theme.roots[1].styles
    assert not report.diagnostics


@pytest.mark.parametrize("name", ["seriph", '"@slidev/theme-seriph"', "slidev-theme-seriph"])
def test_a_built_in_theme_goes_by_its_packages_names(name: str) -> None:
    assert theme_of(f"theme: {name}")[0].name == "seriph"


@pytest.mark.parametrize("name", ["./mine", "@/mine", "/deck/mine", "x/../mine"])
def test_a_local_theme_is_named_by_its_folder(name: str) -> None:
    theme, report = theme_of(
        f'theme: "{name}"', **{"/deck/mine/layouts/cover.html": "<div/>", "/deck/mine/style.css": "a{}"}
    )

    assert theme.roots[1].folder == Path("/deck/mine")
    assert theme.layout("cover") == Path("/deck/mine/layouts/cover.html")
    assert not report.diagnostics


def test_a_misspelt_theme_is_guessed_and_replaced() -> None:
    theme, report = theme_of("theme: serihp")

    assert theme.name == "default"
    assert report.diagnostics[0].help == 'did you mean "seriph"?'


@pytest.mark.parametrize(
    ("name", "is_asked"),
    [
        ("serihp", False),
        ("serif", False),
        ("pape", True),
        ("auroras", False),
        ("papre", False),
        ("penguin", True),
        ("serious-man", True),
        ("slidev-theme-serihp", True),
    ],
)
def test_a_slip_is_told_before_npm_is_asked(name: str, is_asked: bool) -> None:
    asked: list[bool] = []

    def find(_names: tuple[str, ...], is_fetched: bool) -> str:
        asked.append(is_fetched)
        return ""

    report = Report()
    memory = MemoryFiles({"/deck/slides.md": f"---\ntheme: {name}\n---\n"})
    deck = load_deck(Path("/deck/slides.md"), memory, report)
    load_theme(deck, memory, report, installed=lambda: {"paper": Path("/paper")}, packages=find)

    assert asked[-1] is is_asked
    assert [told.code for told in report.diagnostics] == ["theme-not-found"]


def test_an_unknown_theme_lists_what_there_is() -> None:
    _, report = theme_of("theme: geist")

    assert '"default", "seriph"' in (report.diagnostics[0].help or "")


def test_what_keeps_npm_from_bringing_a_package_is_told() -> None:
    report = Report()
    memory = MemoryFiles({"/deck/slides.md": "---\ntheme: geist\naddons: [qr]\n---\n# A\n"})

    deck = load_deck(Path("/deck/slides.md"), memory, report)
    load_theme(deck, memory, report, packages=lambda _names, _is_fetched: "no network")

    assert [told.help for told in report.diagnostics] == [
        "as an npm package it is not to be had: no network"
    ] * 2


def test_a_package_json_without_end_says_nothing() -> None:
    theme, report = theme_of("theme: ./mine", **{"/deck/mine/package.json": "[" * 99999})

    assert theme.color_schema == "both"
    assert not report.diagnostics


def test_a_themes_settings_know_their_lines() -> None:
    manifest = "[defaults]\n\ncanvasWidth = 5\n[fonts]\nlocal = 3\n"
    theme, _ = theme_of("theme: ./mine", **{"/deck/mine/theme.toml": manifest})

    lines = {key: span.line for key, span in theme.defaults.spans.items()}
    assert lines == {"canvasWidth": 3, "fonts": 4, "fonts.local": 5}


def installed(head: str) -> tuple[Theme, Report]:
    report = Report()
    memory = MemoryFiles({"/deck/slides.md": f"---\n{head}\n---\n# A\n", "/site/paper/style.css": ""})
    folders = {"paper": Path("/site/paper"), "seriph": Path("/site/paper"), "@our/paper": Path("/site/paper")}
    return load_theme(
        load_deck(Path("/deck/slides.md"), memory, report), memory, report, lambda: folders
    ), report


@pytest.mark.parametrize("name", ["paper", '"@our/paper"', "slidev-theme-paper"])
def test_an_installed_theme_goes_by_its_name(name: str) -> None:
    theme, report = installed(f"theme: {name}")

    assert theme.roots[1].folder == Path("/site/paper")
    assert not report.diagnostics


def test_a_built_in_theme_goes_before_an_installed_one() -> None:
    assert installed("theme: seriph")[0].roots[1].folder == THEMES_FOLDER / "seriph"


def test_an_installed_theme_is_guessed() -> None:
    assert installed("theme: papr")[1].diagnostics[0].help == 'did you mean "paper"?'


def test_a_themes_own_example_counts_its_folder_once() -> None:
    theme, report = theme_of("theme: ./", **{"/deck/style.css": "a{}", "/deck/global-top.html": "<i/>"})

    assert [(root.kind, bool(root.styles), bool(root.layers)) for root in theme.roots] == [
        ("builtin", False, False),
        ("theme", True, True),
        ("deck", False, False),
    ]
    assert not report.diagnostics


def test_no_theme_has_no_typography() -> None:
    theme, _ = theme_of("theme: none")

    assert [root.kind for root in theme.roots] == ["builtin", "deck"]
    assert not theme.has_typography


def test_a_manifest_gives_scheme_typography_and_defaults() -> None:
    manifest = (
        'color_schema = "dark"\ntypography = false\n[defaults]\nlineNumbers = true\n'
        '[fonts]\nmono = "Hack"\n[theme_config]\nprimary = "red"\n'
    )
    theme, _ = theme_of("theme: ./mine", **{"/deck/mine/theme.toml": manifest})

    assert theme.color_schema == "dark"
    assert not theme.has_typography
    assert dict(theme.defaults) == {
        "lineNumbers": True,
        "fonts": {"mono": "Hack"},
        "themeConfig": {"primary": "red"},
    }


@pytest.mark.parametrize("manifest", ["= broken", 'color_schema = "gloomy"', "\x00", "x = " + "[" * 9999])
def test_a_broken_manifest_is_reported(manifest: str) -> None:
    theme, report = theme_of("theme: ./mine", **{"/deck/mine/theme.toml": manifest})

    assert theme.color_schema == "both"
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["theme-toml"]


@pytest.mark.parametrize(
    ("line", "message", "help_text"),
    [
        (
            'color_shema = "dark"',
            '"color_shema" means nothing in a theme.toml',
            'did you mean "color_schema"?',
        ),
        ('color_schema = "gloomy"', '"color_schema" is not "light", "dark" or "both"', None),
        ('typography = "no"', '"typography" is not true or false', None),
        ('fonts = "Inter"', '"fonts" is not a table, [fonts]', None),
        ("[font]", '"font" means nothing in a theme.toml', 'did you mean "fonts"?'),
        ("description = 1", '"description" is not text, "Ink on paper"', None),
    ],
)
def test_a_slip_in_a_manifest_is_told_at_its_line(line: str, message: str, help_text: str | None) -> None:
    theme, report = theme_of("theme: ./mine", **{"/deck/mine/theme.toml": f'name = "mine"\n\n{line}\n'})

    (told,) = report.diagnostics
    assert (told.message, told.help) == (message, help_text)
    assert told.span is not None
    assert (told.span.path, told.span.line) == ("mine/theme.toml", 3)
    assert (theme.color_schema, theme.has_typography, dict(theme.defaults)) == ("both", True, {})


@pytest.mark.parametrize(
    ("line", "has_typography"), [("import '@slidev/client/styles/layouts-base.css'", True), ("", False)]
)
def test_a_theme_without_manifest_says_in_its_styles_whether_it_has_typography(
    line: str, *, has_typography: bool
) -> None:
    theme, _ = theme_of("theme: ./mine", **{"/deck/mine/styles/index.ts": f"{line}\nimport './a.css'\n"})

    assert theme.has_typography is has_typography


def test_layouts_are_found_at_any_depth_and_the_later_root_wins() -> None:
    theme, _ = theme_of(
        "theme: seriph",
        **{
            "/deck/layouts/deep/er/cover.html": "",
            "/deck/layouts/wide.vue": "",
            "/deck/layouts/wide.html.jinja": "",
        },
    )

    assert theme.layout("cover") == Path("/deck/layouts/deep/er/cover.html")
    assert theme.layout("wide") == Path("/deck/layouts/wide.html.jinja")
    assert theme.layout("no-such") is None


def test_components_are_named_in_pascal_case() -> None:
    theme, _ = theme_of(
        "theme: none",
        **{
            "/deck/components/page-number.html": "",
            "/deck/components/Chart.vue": "",
            "/deck/components/my_box/index.html.jinja": "",
            "/deck/components/notes.txt": "",
        },
    )

    assert {"PageNumber", "Chart", "My_box"} <= theme.roots[-1].components.keys()
    assert "Notes" not in theme.roots[-1].components


def test_global_layers_go_by_two_spellings() -> None:
    theme, _ = theme_of(
        "theme: none", **{"/deck/global-top.html": "", "/deck/SlideBottom.vue": "", "/deck/other.html": ""}
    )

    assert theme.roots[-1].layers == {
        "global-top": Path("/deck/global-top.html"),
        "slide-bottom": Path("/deck/SlideBottom.vue"),
    }


def test_every_style_entry_counts() -> None:
    styles, _ = styles_of(
        **{"/deck/style.css": "", "/deck/styles.css": "", "/deck/styles/index.css": "", "/deck/x.css": ""}
    )

    assert styles == ["styles/index.css", "styles.css", "style.css"]


def test_a_script_of_styles_is_read_for_its_imports() -> None:
    script = """
    import './base.css'
    import "../fonts.css"
    // import './commented.css'
    /* import './commented.css' */
    import '@slidev/client/styles/layouts-base.css'
    import './more'
    import './gone.css'
    const x = 1
    """
    files = {
        "/deck/styles/index.ts": script,
        "/deck/styles/base.css": "",
        "/deck/fonts.css": "",
        "/deck/styles/commented.css": "",
        "/deck/styles/more.ts": "import './last.css'\nimport './index'",
        "/deck/styles/last.css": "",
    }

    assert styles_of(**files)[0] == ["styles/base.css", "fonts.css", "styles/last.css"]


def test_a_sheet_in_another_language_is_left_out_with_a_warning() -> None:
    styles, report = styles_of(**{"/deck/styles/index.ts": "import './a.styl'", "/deck/styles/a.styl": ""})

    assert styles == []
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["style-language"]
