"""The runtime's modules keep the rules that the linker trusts them to keep (compile/write/link.py)."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from pathlib import Path

import pytest

from deckc.compile.write.link import RUNTIME_FOLDER, link_runtime
from deckc.compile.write.script_text import strip_comments, strip_lines

ENTRIES = ("before_paint.js", "start.js", "runner.js", "live.js", "room/room.js")
IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
DECLARATION = re.compile(r"^(export )?(?:const|let|function\*?|async function|class) ([\w$]+)", re.MULTILINE)
MODULE_SYNTAX = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def broken_rules_of(folder: Path, entry: str) -> list[str]:
    modules: dict[str, str] = {}
    collect(folder, entry, modules)
    problems = [problem for name, text in modules.items() for problem in slips(name, text, modules)]
    declared = Counter(name for text in modules.values() for _, name in DECLARATION.findall(text))
    return problems + [f"{name} is declared {count} times" for name, count in declared.items() if count > 1]


def collect(folder: Path, name: str, modules: dict[str, str]) -> None:
    if name not in modules:
        modules[name] = (folder / name).read_text(encoding="utf-8")
        for _, path in IMPORT.findall(modules[name]):
            collect(folder, beside(name, path), modules)


def beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def slips(name: str, text: str, modules: dict[str, str]) -> list[str]:
    imports = list(IMPORT.finditer(text))
    head, body = (text[: imports[-1].end()], text[imports[-1].end() :]) if imports else ("", text)
    found = []
    for each in imports:
        exported = {name for sign, name in DECLARATION.findall(modules[beside(name, each[2])]) if sign}
        found += [
            f"{name}: {each[2]} lacks {lack}" for lack in set(re.findall(r"[\w$]+", each[1])) - exported
        ]
    found += [f"{name}: code before an import" for _ in DECLARATION.findall(head)]
    rest = re.sub(DECLARATION, "", body)
    return found + [f"{name}: {syntax}" for syntax in MODULE_SYNTAX.findall(rest)]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_module_can_be_linked(entry: str) -> None:
    assert broken_rules_of(RUNTIME_FOLDER, entry) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_line_of_code_is_taken_for_a_comment(entry: str) -> None:
    script = link_runtime(entry, shorten=str)

    assert blanks_dropped(strip_comments(strip_lines(script))) == blanks_dropped(strip_comments(script))


def blanks_dropped(script: str) -> str:
    return re.sub(r"\s+", "", script)


@pytest.mark.parametrize(
    ("modules", "problem"),
    [
        ({"start": 'import { a } from "./a.js";\n', "a": "const a = 1;\n"}, "start.js: ./a.js lacks a"),
        (
            {
                "start": 'import { a } from "./a.js";\nconst b = 1;\n',
                "a": "export const a = 1;\nlet b = 2;\n",
            },
            "b is declared 2 times",
        ),
        ({"start": 'import * as a from "./a.js";\n'}, 'start.js: import * as a from "./a.js";'),
        ({"start": "export default 1;\n"}, "start.js: export default 1;"),
        (
            {"start": 'const b = 1;\nimport { a } from "./a.js";\n', "a": "export const a = 1;\n"},
            "start.js: code before an import",
        ),
    ],
)
def test_a_module_that_cannot_be_linked_is_found(
    tmp_path: Path, modules: dict[str, str], problem: str
) -> None:
    for name, text in modules.items():
        (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")

    assert broken_rules_of(tmp_path, "start.js") == [problem]
