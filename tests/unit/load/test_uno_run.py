"""What cannot be read of a UnoCSS configuration is settled by running it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from deckc.compile.load.uno_imports import tool_imports
from deckc.compile.load.utility_settings import load_utility_settings
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.source import Frontmatter
from deckc.model.theme import Root, Theme
from deckc.model.utilities import UtilityRule, UtilitySettings

TEXT = """import { defineConfig } from 'unocss'
import { names } from './names'
export default defineConfig({
  safelist: names.map((name) => `m-${name}`),
  variants: [(m) => m],
  presets: [presetWebFonts({ fonts: { big: 'Gilroy:700' } }), presetMine()],
})
"""


def settle(script: str, text: str = TEXT) -> tuple[UtilitySettings, list[str], list[tuple[object, ...]]]:
    asked: list[tuple[object, ...]] = []

    def run(path: Path, others: Sequence[str], tools: Sequence[str]) -> str:
        asked.append((path.name, others, tools))
        return script

    report = Report()
    theme = Theme("none", (Root("deck", "deck", Path("/deck")),))
    files = MemoryFiles({"/deck/uno.config.ts": text})
    settings = load_utility_settings(Frontmatter(), theme, files, report, run=run)
    told = [
        f"{each.span and each.span.line}: {each.message.partition(' of ')[0]}" for each in report.diagnostics
    ]
    return settings, told, asked


def test_what_was_worked_out_is_taken_and_the_rest_is_told_in_its_place() -> None:
    settings, told, asked = settle(
        'const deckcConfig = {"safelist":["m-a"],"rules":[["x",{"top":"0"}]],"variants":[(m) => m]};'
    )

    assert settings.safelist == ("m-a",)
    assert settings.rules == (UtilityRule("x", (("top", "0"),)),)
    assert settings.theme == {"fontFamily": {"big": '"Gilroy"'}}
    assert told == ['5: "variants"', '6: the preset "presetMine"']
    assert asked == [("uno.config.ts", ("./names",), ("unocss",))]


@pytest.mark.parametrize("script", ["", "const deckcConfig = undefined;", "const deckcConfig = 3;"])
def test_what_does_not_run_is_read_as_far_as_it_goes(script: str) -> None:
    settings, told, _ = settle(script)

    assert settings.safelist == ()
    assert told == ["4: a part", '5: "variants"', '6: the preset "presetMine"']


def test_what_can_be_read_is_not_run() -> None:
    settings, told, asked = settle("", "export default { safelist: ['m-1'], presets: [presetMine()] }")

    assert settings.safelist == ("m-1",)
    assert told == ['1: the preset "presetMine"']
    assert asked == []


def test_tools_are_unocss_and_what_builds() -> None:
    text = "import a from 'unocss'\nimport type { T } from 'vite'\nimport { b } from './b'\nimport fs from 'node:fs'\n"

    assert tool_imports(text) == ("unocss", "node:fs")
