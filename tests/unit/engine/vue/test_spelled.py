"""Values that settings import, run in the embedded engine and spelled out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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
