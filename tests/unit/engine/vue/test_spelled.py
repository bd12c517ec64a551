"""Values that settings import, run in the embedded engine and spelled out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

VALUES = """import { deep } from './deep'
export const theme = { colors: { brand: '#12' + '3456', deep } }
export const rules = [[/^box-(\\d+)$/, ([, n]) => ({ width: `${n}px` })], ['big', { width: '9px' }]]
export default { shortcuts: [] }
export const circle = { a: 1 }
circle.self = circle
"""


def test_constants_patterns_and_functions(tmp_path: Path, runner: Any) -> None:
    (tmp_path / "values.ts").write_text(VALUES)
    (tmp_path / "deep.ts").write_text("export const deep: string = ['a', 'b'].join('-')")
    names = {"theme": "theme", "own": "rules", "all": "default", "circle": "circle"}
    spelled = runner.spell_imports(
        tmp_path / "uno.config.ts", {"./values": names}, lambda _: False
    ).splitlines()
    assert spelled == [
        'const theme = {"colors":{"brand":"#123456","deep":"a-b"}};',
        'const own = [[/^box-(\\d+)$/,([, n]) => ({ width: `${n}px` })],["big",{"width":"9px"}]];',
        'const all = {"shortcuts":[]};',
        'const circle = {"a":1,"self":undefined};',
    ]
    (tmp_path / "deep.ts").write_text("export const deep = 'new'")
    assert '"deep":"new"' in runner.spell_imports(
        tmp_path / "uno.config.ts", {"./values": names}, lambda _: False
    )


def test_what_cannot_be_run_is_left_out(tmp_path: Path, runner: Any) -> None:
    (tmp_path / "endless.ts").write_text("throw new Error('no')\nexport const a = 1")
    for specifier in ("./gone", "./endless", "there-is-no-such-package"):
        assert (
            runner.spell_imports(tmp_path / "uno.config.ts", {specifier: {"a": "a"}}, lambda _: False) == ""
        )


def test_what_stands_out_of_the_project_is_left_out(tmp_path: Path, runner: Any) -> None:
    (tmp_path / "values.ts").write_text("export const a = 1")
    assert runner.spell_imports(tmp_path / "uno.config.ts", {"./values": {"a": "a"}}, lambda _: True) == ""


CONFIG = """import { defineConfig, presetUno } from 'unocss'
import { colors } from '@unocss/preset-mini'
import wind from '@unocss/preset-wind3'
import { sizes } from './sizes'
const tones = ['red', 'sky'].map((name) => [`tone-${name}`, { color: colors[name][500] }])
console.log('loaded')
export default defineConfig({ presets: [presetUno(), wind()], rules: tones, safelist: sizes.map((n) => `text-${n}`) })
"""
TOOLS = ("unocss", "@unocss/preset-mini", "@unocss/preset-wind3")
COLORS = {"red": {"500": "#f00"}, "sky": {"500": "#00f"}}


def test_a_configuration_is_run_with_the_palette_and_without_its_presets(tmp_path: Path, runner: Any) -> None:
    config = tmp_path / "uno.config.ts"
    config.write_text(CONFIG)
    (tmp_path / "sizes.ts").write_text("export const sizes: string[] = ['sm', 'lg']")
    assert runner.run_config(config, ("./sizes",), TOOLS, COLORS, lambda _: False) == (
        'const deckcConfig = {"presets":[undefined,undefined],'
        '"rules":[["tone-red",{"color":"#f00"}],["tone-sky",{"color":"#00f"}]],"safelist":["text-sm","text-lg"]};'
    )
    (tmp_path / "sizes.ts").write_text("export const sizes = ['xl']")
    assert '"safelist":["text-xl"]' in runner.run_config(config, ("./sizes",), TOOLS, COLORS, lambda _: False)


def test_what_is_imported_by_what_is_imported_counts_and_is_asked_for(tmp_path: Path, runner: Any) -> None:
    config, deep = tmp_path / "uno.config.ts", tmp_path / "theme/sub/deep.ts"
    config.write_text("import { a } from './theme/a'\nexport default { safelist: a.map((each) => each) }")
    deep.parent.mkdir(parents=True)
    (tmp_path / "theme/a.ts").write_text("export { a } from './sub/deep'")
    for code in ("['one']", "['other']", "{}", "['third']"):
        deep.write_text(f"export const a = {code}")
        for _ in range(2):  # run, and from what is kept
            asked: list[Path] = []
            found = runner.run_config(config, ("./theme/a",), (), {}, asked.append)
            assert deep in asked
            assert found == ("" if code == "{}" else f'const deckcConfig = {{"safelist":["{code[2:-2]}"]}};')


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is not limited")
def test_a_file_without_end_is_left_out(tmp_path: Path, runner: Any) -> None:
    up = "../" * len(tmp_path.parts)
    assert (
        runner.spell_imports(tmp_path / "uno.config.ts", {f"./{up}dev/zero": {"a": "a"}}, lambda _: False)
        == ""
    )


def test_a_configuration_that_throws_or_is_not_ready_gives_nothing(tmp_path: Path, runner: Any) -> None:
    config = tmp_path / "uno.config.ts"
    config.write_text("export default make()")
    assert runner.run_config(config, (), (), {}, lambda _: False) == ""
    config.write_text("export default Promise.resolve({ safelist: ['m-1'] })")
    assert runner.run_config(config, (), (), {}, lambda _: False) == "const deckcConfig = undefined;"
