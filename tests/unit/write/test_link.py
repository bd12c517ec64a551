from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from deckc.compile.write.link import RUNTIME_FOLDER, LinkError, link_runtime
from deckc.compile.write.room import room_script

BUDGET_BYTES = 20 * 1024


def linked(folder: Path, **modules: str) -> str:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return link_runtime("start.js", folder)


def test_dependencies_stand_before_what_needs_them_and_once(tmp_path: Path) -> None:
    script = linked(
        tmp_path,
        start='import { b } from "./b.js";\nimport { a } from "./a.js";\nexport const start = () => a + b;\n',
        a="export const a = 1;\n",
        b='import { a } from "./a.js";\nexport function b() {}\nconst inner = a;\n',
    )

    assert script == (
        '(()=>{"use strict";\nconst a=1\nfunction b(){}\nconst inner=a,start=()=>a+b;\nreturn{start}})()'
    )


def test_an_import_over_several_lines_is_one(tmp_path: Path) -> None:
    script = linked(
        tmp_path,
        start='import {\n  a,\n} from "./a.js";\nexport const start = a;\n',
        a="export const a = 1;\n",
    )

    assert "import" not in script


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match=r"start\.js -> a\.js -> start\.js"):
        linked(
            tmp_path,
            start='import { a } from "./a.js";\nexport const s = 1;\n',
            a='import { s } from "./start.js";\nexport const a = 1;\n',
        )


def test_the_runtime_links_the_same_every_time() -> None:
    link_runtime.cache_clear()
    first = link_runtime("start.js")
    link_runtime.cache_clear()

    assert link_runtime("start.js") == first


def test_the_runtime_fits_its_budget() -> None:
    scripts = "".join(link_runtime(entry) for entry in ("before_paint.js", "start.js"))

    assert len(gzip.compress(scripts.encode(), 9)) <= BUDGET_BYTES


def test_every_module_is_checked_and_used() -> None:
    paths = sorted(RUNTIME_FOLDER.glob("*.js"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    imported = {name for name in texts if any(f'from "./{name}"' in text for text in texts.values())}

    assert [name for name, text in texts.items() if not text.startswith("// @ts-check\n")] == []
    assert set(texts) - imported == {"start.js", "before_paint.js", "runner.js", "live.js", "sync.js"}


def test_every_module_of_the_room_is_checked_and_used() -> None:
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in sorted((RUNTIME_FOLDER / "room").glob("*.js"))
    }
    imported = {name for name in texts if any(f'from "./{name}"' in text for text in texts.values())}

    assert [name for name, text in texts.items() if not text.startswith("// @ts-check\n")] == []
    assert set(texts) - imported == {"room.js"}


def test_the_room_is_code_without_module_syntax_and_comments() -> None:
    script = room_script()

    assert script.startswith("deckc.room={...(()=>{")
    assert re.search(r",css:\"[^{]*\.[\w-]+ \{", script)
    assert not re.search(r"^(?:import|export)\s|^\s*//", script, re.MULTILINE)


def test_a_module_may_stand_in_the_folder_above(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport const b = a;\n', encoding="utf-8")
    (tmp_path / "a.js").write_text("export const a = 1;\n", encoding="utf-8")
    script = linked(room, start='import { b } from "../b.js";\nexport const start = b;\n')

    assert "const a=1,b=a,start=b" in script


def test_a_part_left_out_draws_nothing_and_brings_nothing_along(tmp_path: Path) -> None:
    modules = {
        "start": 'import { createA } from "./a.js";\nexport const start = createA;\n',
        "a": 'import { b } from "./b.js";\nexport const createA = () => b;\n',
        "b": "export const b = 1;\n",
    }
    linked(tmp_path, **modules)

    script = link_runtime("start.js", tmp_path, frozenset(["a.js"]))

    assert "const createA=()=>({update(){}}),start=createA" in script
    assert "b=" not in script
