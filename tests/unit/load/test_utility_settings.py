from __future__ import annotations

from pathlib import Path

from deckc.compile.load.utility_settings import load_utility_settings
from deckc.diagnostics import Report, Span
from deckc.model.files import MemoryFiles
from deckc.model.source import Frontmatter, Value
from deckc.model.theme import Root, Theme
from deckc.model.utilities import UtilityRule, UtilitySettings, UtilityShortcut

DECK = Theme("default", (Root("deck", "", Path("/deck")),))


def read(table: Value, toml: str = "") -> tuple[UtilitySettings, list[str]]:
    report = Report()
    headmatter = Frontmatter(
        {"unocss": table} if table is not None else {},
        {"unocss.shortcuts.btn": Span("slides.md", 3, 10)},
    )
    files = MemoryFiles({"/deck/deckc.toml": toml} if toml else {})
    settings = load_utility_settings(headmatter, DECK, files, report)
    return settings, [f"{item.span}: {item.message}; {item.help}" for item in report.diagnostics]


def test_a_deck_without_settings_has_none() -> None:
    assert read(None) == (UtilitySettings(), [])
    assert read({"shortcuts": None}) == (UtilitySettings(), [])


def test_the_headmatter_holds_all_settings() -> None:
    settings, problems = read(
        {
            "shortcuts": {"btn": "px-4 py-2", "big": ["btn", "text-xl"]},
            "rules": {"glow": {"box-shadow": "0 0 1px gold", "opacity": 0.5}},
            "theme": {"colors": {"brand": "#5d8392", "none": None}, "fontSize": {"huge": ["9rem", 1]}},
            "safelist": ["btn", "m-1 m-2"],
        }
    )

    assert settings == UtilitySettings(
        shortcuts=(UtilityShortcut("btn", "px-4 py-2"), UtilityShortcut("big", "btn text-xl")),
        rules=(UtilityRule("glow", (("box-shadow", "0 0 1px gold"), ("opacity", "0.5"))),),
        theme={"colors": {"brand": "#5d8392"}, "fontSize": {"huge": ("9rem", 1)}},
        safelist=("btn", "m-1", "m-2"),
    )
    assert problems == []


def test_a_name_between_slashes_is_a_pattern() -> None:
    settings, problems = read(
        {"shortcuts": {"/^btn-(.+)$/": "bg-{1}-500"}, "rules": {r"/m-(\d+)px/": {"margin": "{1}px"}}}
    )

    assert settings.shortcuts == (UtilityShortcut("btn-(.+)", "bg-{1}-500", is_pattern=True),)
    assert settings.rules == (UtilityRule(r"m-(\d+)px", (("margin", "{1}px"),), is_pattern=True),)
    assert problems == []


def test_what_is_no_setting_is_told_and_left_out() -> None:
    settings, problems = read(
        {
            "shortcut": {},
            "shortcuts": {"btn": {"px": 4}, "ok": "m-1", "/(/": "m-2"},
            "rules": {"glow": "box-shadow: none", "dim": {"opacity": None}},
            "theme": ["red"],
            "safelist": 3,
        }
    )

    assert settings == UtilitySettings(shortcuts=(UtilityShortcut("ok", "m-1"),))
    assert problems == [
        'None: "shortcut" is no setting of utilities; did you mean "shortcuts"?',
        'None: "theme" is not a mapping; write `name: value` lines below it, indented',
        'slides.md:3:10: "shortcuts.btn" names no utilities; write them as text: `px-4 py-2`',
        'None: "shortcuts./(/" is no regular expression; check its brackets',
        'None: "rules.glow" declares nothing; write `{ property: value }`',
        'None: "rules.dim" declares nothing; write `{ property: value }`',
        'None: "safelist" names no utilities; write them as text: `px-4 py-2`',
    ]


def test_a_settings_file_beside_the_deck_says_the_same() -> None:
    toml = """
[unocss]
safelist = ["m-1"]

[unocss.shortcuts]
btn = "px-4 py-2"

[unocss.rules]
'/m-(\\d+)px/' = { margin = "{1}px" }

[unocss.theme.colors]
brand = "#5d8392"
"""
    settings, problems = read({"theme": {"colors": {"brand": "#000"}}}, toml)

    assert settings == UtilitySettings(
        (UtilityShortcut("btn", "px-4 py-2"),),
        (UtilityRule(r"m-(\d+)px", (("margin", "{1}px"),), is_pattern=True),),
        {"colors": {"brand": "#000"}},
        ("m-1",),
    )
    assert problems == []


def test_mistakes_in_a_settings_file_have_their_place() -> None:
    assert read(None, "[unocss]\nsafelist = 3\n\n[unocss.shortcuts]\nbtn = 1\n")[1] == [
        'deckc.toml:5:1: "shortcuts.btn" names no utilities; write them as text: `px-4 py-2`',
        'deckc.toml:2:1: "safelist" names no utilities; write them as text: `px-4 py-2`',
    ]
    assert read(None, "[unocss]\nshortcuts = [\n")[1] == [
        "deckc.toml:3:1: the settings cannot be read: Invalid value (at end of document); None"
    ]
    (nested,) = read(None, "[unocss]\nx = " + "[" * 9999)[1]
    assert "the settings cannot be read" in nested
