"""A second build finds everything that was compiled and drawn in one record, and loads no engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = "import sys; from deckc.cli import main; main(['build', {entry!r}, '-o', {out!r}]); print('modules', *sys.modules)"
ENGINE = {
    "quickjs",
    *(f"deckc.engine.vue.{name}" for name in ("deck", "graph", "compiled", "server", "bundle", "styles")),
    "deckc.packages.vue",
    "deckc.packages.npm_folders",
    "tree_sitter",
    "tempfile",
}
COUNTER = "<script setup>import { ref } from 'vue'; const n = ref(1)</script><template><button @click='n++'>{{ n }}</button></template>"


def modules_of_a_build(folder: Path) -> set[str]:
    script = SCRIPT.format(entry=str(folder / "slides.md"), out=str(folder / "out"))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "built" in done.stdout, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.fixture
def folder(tmp_path: Path, runner: object) -> Path:  # noqa: ARG001 - where Vue is to be had
    (tmp_path / "components" / "parts").mkdir(parents=True)
    (tmp_path / "components" / "A.vue").write_text(
        "<script setup>import B from './parts/B.vue'</script><template><b>{{ $page }}</b><B/></template><style scoped>b { top: 0 }</style>"
    )
    (tmp_path / "components" / "parts" / "B.vue").write_text("<template><i>inner</i></template>")
    (tmp_path / "slides.md").write_text("# A\n\n<A :list=\"['x', 2]\"/>\n\n---\n\n# B\n\n<A/>")
    return tmp_path


def page_of(folder: Path) -> str:
    return (folder / "out" / "index.html").read_text()


def test_a_second_build_loads_no_engine(folder: Path) -> None:
    assert "quickjs" in modules_of_a_build(folder)
    first = page_of(folder)
    assert modules_of_a_build(folder) & ENGINE == set()
    assert page_of(folder) == first


def test_islands_are_kept_as_well(folder: Path) -> None:
    (folder / "components" / "Counter.vue").write_text(COUNTER)
    with (folder / "slides.md").open("a") as file:
        file.write("\n\n<Counter/>")
    assert "quickjs" in modules_of_a_build(folder)
    first = page_of(folder)
    assert "deckcVue" in first
    assert not modules_of_a_build(folder) & (ENGINE - {"tree_sitter", "tempfile"})
    assert page_of(folder) == first


@pytest.mark.parametrize("name", ["A.vue", "parts/B.vue"])
def test_what_was_edited_is_drawn_again(folder: Path, name: str) -> None:
    modules_of_a_build(folder)
    path = folder / "components" / name
    path.write_text(path.read_text().replace("</template>", "<u>new</u></template>"))
    assert "quickjs" in modules_of_a_build(folder)
    assert page_of(folder).count(">new</u>") == 2


def test_a_slide_that_moves_is_drawn_with_its_new_number(folder: Path) -> None:
    modules_of_a_build(folder)
    (folder / "slides.md").write_text("# 0\n\n---\n\n# A\n\n<A/>\n\n---\n\n# B\n\n<A/>")
    modules_of_a_build(folder)
    assert [f">{n}</b>" in page_of(folder) for n in (1, 2, 3)] == [False, True, True]


def test_a_component_that_comes_in_the_way_is_seen(folder: Path) -> None:
    (folder / "components" / "A.vue").write_text("<template><b><C/></b></template>")
    modules_of_a_build(folder)
    (folder / "components" / "C.vue").write_text("<template><u>here</u></template>")
    modules_of_a_build(folder)
    assert page_of(folder).count("<u>here</u>") == 2
