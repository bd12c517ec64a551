"""`import.meta.glob` is written out as imports."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.engine.vue.glob_import import with_globs
from deckc.model.files import MemoryFiles

FILES = MemoryFiles(
    dict.fromkeys(
        (
            "/d/c/A.vue",
            "/d/c/B.vue",
            "/d/c/p/C.ts",
            "/d/c/.hidden.vue",
            "/d/c/node_modules/x/y.vue",
            "/d/z.js",
        ),
        "",
    )
)


def names(pattern: str, options: str = "") -> list[str]:
    made = with_globs(
        f"x = import.meta.glob({pattern}{options})", Path("/d/c/m.ts"), Path("/d"), FILES.list_folder
    )
    return [part.split('"')[1] for part in made.split("import(")[1:]]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("'./*.vue'", ["./A.vue", "./B.vue"]),
        ("'./**/*.*'", ["./A.vue", "./B.vue", "./p/C.ts"]),
        ("['./*.vue', '!./B.vue']", ["./A.vue"]),
        ("['./**', '!**/*.vue']", ["./p/C.ts"]),
        ("'./{A,p/C}.{vue,ts}'", ["./A.vue", "./p/C.ts"]),
        ("'../*.js'", ["../z.js"]),
        ("'/c/?.vue'", ["/c/A.vue", "/c/B.vue"]),
        ("'@/z.js'", ["/z.js"]),
        ("'./gone/*'", []),
    ],
)
def test_patterns(pattern: str, found: list[str]) -> None:
    assert names(pattern) == found


def test_what_is_no_literal_stays() -> None:
    source = "x = import.meta.glob(pattern)"
    assert with_globs(source, Path("/d/c/m.ts"), Path("/d"), FILES.list_folder) == source


def test_imports_stand_at_the_start_of_the_script() -> None:
    source = "<template><p/></template>\n<script setup>\nconst a = 1\nconst m = import.meta.glob('./A.vue', { eager: true })\n</script>"
    made = with_globs(source, Path("/d/c/m.vue"), Path("/d"), FILES.list_folder)
    assert '<script setup>import * as deckc_glob_0_0 from "./A.vue"; \nconst a' in made
    assert 'const m = ({"./A.vue": deckc_glob_0_0})\n' in made
    assert made.count("\n") == source.count("\n")


def test_several_in_one_module() -> None:
    source = "a = import.meta.glob('./A.vue', { eager: true }); b = import.meta.glob<T>('./B.vue', { import: 'x' })"
    made = with_globs(source, Path("/d/c/m.ts"), Path("/d"), FILES.list_folder)
    assert made == (
        'import * as deckc_glob_0_0 from "./A.vue"; a = ({"./A.vue": deckc_glob_0_0}); '
        'b = ({"./B.vue": () => import("./B.vue").then((made) => made["x"])})'
    )
