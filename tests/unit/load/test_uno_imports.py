"""What a UnoCSS configuration imports is spelled out behind it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from deckc.compile.load.uno_imports import foreign_imports, with_spelled_imports
from deckc.compile.load.utility_settings import load_utility_settings
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.source import Frontmatter, SourceText
from deckc.model.theme import Root, Theme


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import { theme, rules as own } from '@me/ui'", {"@me/ui": {"theme": "theme", "own": "rules"}}),
        ("import ui from './ui'", {"./ui": {"ui": "default"}}),
        ("import * as ui from './ui'", {"./ui": {"ui": "*"}}),
        ("import ui, {\n  a,\n  type B,\n} from './ui'", {"./ui": {"ui": "default", "a": "a"}}),
        ("import type { T } from './ui'", {}),
        ("import { defineConfig } from 'unocss'", {}),
        ("import presetMini from '@unocss/preset-mini'", {}),
        ("import { readFileSync } from 'node:fs'", {}),
        ("import './side-effect'", {}),
    ],
)
def test_what_is_imported(line: str, found: Mapping[str, Mapping[str, str]]) -> None:
    assert foreign_imports(f"{line}\nexport default {{}}\n") == found


def test_places_stay() -> None:
    source = SourceText(
        Path("/deck/uno.config.ts"), "uno.config.ts", "import { a } from './a'\nexport default a"
    )
    spelled = with_spelled_imports(source, lambda _path, _imports: "const a = {};")
    assert spelled.text == f"{source.text}\nconst a = {{}};\n"


def test_the_settings_hold_what_is_imported_and_its_mistakes_are_nobodys() -> None:
    text = "import { theme, rules } from './ui'\nexport default { theme, rules, nonsense: 1 }\n"
    spelled = 'const theme = {"colors":{"brand":"#123456"}};\nconst rules = [["big",{"width":"9px"}],[/x/,() => { return {} }]];'
    files = MemoryFiles({"/deck/uno.config.ts": text})
    report = Report()
    deck = Theme("none", (Root("deck", "deck", Path("/deck")),))
    settings = load_utility_settings(
        Frontmatter(), deck, files, report, spell=lambda _path, _imports: spelled
    )
    assert settings.theme == {"colors": {"brand": "#123456"}}
    assert ["big" in repr(rule) for rule in settings.rules] == [True]
    assert [each.message.partition(" of")[0] for each in report.diagnostics] == ['"nonsense"']
