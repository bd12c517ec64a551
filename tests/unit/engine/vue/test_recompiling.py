"""While a deck is served: a changed component is seen, and one with state takes its script along."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckc.compile.recompile import Recompiler
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve.patch import Patcher

COUNTER = "<script setup>import {{ ref }} from 'vue'; const n = ref({})</script><template><button @click='n++'>{{{{ n }}}}</button></template>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "A.vue").write_text("<template><b>one</b></template>")
    (tmp_path / "components" / "Counter.vue").write_text(COUNTER.format(1))
    (tmp_path / "slides.md").write_text("# A\n\n<A/>\n\n---\n\n# B\n\n<Counter/>\n\n---\n\n# C\n")
    return tmp_path


@pytest.fixture
def recompiler(folder: Path, runner: Any) -> Recompiler:
    services = Services(IconSets(folder), RemoteFiles(), vue=lambda: runner)
    return Recompiler(folder / "slides.md", services)


def test_a_component_without_state_is_swapped_in_place(folder: Path, recompiler: Recompiler) -> None:
    old = recompiler.compile()
    path = folder / "components" / "A.vue"
    assert path in recompiler.asked
    path.write_text("<template><b>two</b></template>")
    new = recompiler.compile([path])
    patch = Patcher().patch(old, new)
    assert patch is not None
    assert [len(patch.slides), "<b>two</b>" in patch.slides[0].page] == [1, True]


def test_a_component_with_state_takes_its_script_along(folder: Path, recompiler: Recompiler) -> None:
    old = recompiler.compile()
    path = folder / "components" / "Counter.vue"
    path.write_text(COUNTER.format(7))
    new = recompiler.compile([path])
    patch = Patcher().patch(old, new)
    assert patch is not None
    assert [len(patch.slides), "<!--dc-island:i1--><button>7</button>" in patch.slides[0].page] == [1, True]
    assert "i1:" in str(patch.message()["islands"])


def test_what_was_not_edited_keeps_its_name(folder: Path, recompiler: Recompiler) -> None:
    path = folder / "slides.md"
    path.write_text(path.read_text() + "\n<Counter/>\n")
    recompiler.compile()
    path.write_text(path.read_text().replace("# A", "# A, edited").replace("# B\n\n<Counter/>", "# B"))
    new = recompiler.compile([path])
    assert "<!--dc-island:i0-->" in new.pieces[2].rendered.html


def test_a_style_is_seen(folder: Path, recompiler: Recompiler) -> None:
    path = folder / "components" / "A.vue"
    path.write_text("<template><b>one</b></template><style scoped>b { top: 1px }</style>")
    old = recompiler.compile()
    path.write_text("<template><b>one</b></template><style scoped>b { top: 2px }</style>")
    patch = Patcher().patch(old, recompiler.compile([path]))
    assert patch is not None
    assert "top: 2px" in str(patch.css)


def test_a_layer_is_swapped_in_place(folder: Path, recompiler: Recompiler) -> None:
    path = folder / "global-top.vue"
    path.write_text("<template><i>{{ $nav.currentPage }}</i></template>")
    old = recompiler.compile()
    path.write_text("<template><u>{{ $nav.currentPage }}</u></template>")
    patch = Patcher().patch(old, recompiler.compile([path]))
    assert patch is not None
    assert patch.slides == ()
    assert "<u>1</u>" in patch.layers["global-top"]


def test_a_mistake_is_told_and_mended(folder: Path, recompiler: Recompiler) -> None:
    recompiler.compile()
    path = folder / "components" / "A.vue"
    path.write_text("<template><b></template>")
    broken = recompiler.compile([path])
    assert [each.code for each in broken.report.diagnostics] == ["broken-component"]
    path.write_text("<template><b>fine</b></template>")
    assert recompiler.compile([path]).report.diagnostics == []


def test_slides_without_components_are_not_compiled_again(folder: Path, recompiler: Recompiler) -> None:
    old = recompiler.compile()
    path = folder / "slides.md"
    path.write_text(path.read_text().replace("# B", "# B, edited"))
    new = recompiler.compile([path])
    assert new.pieces[2] is old.pieces[2]
    assert "<!--dc-island:i0--><button>1</button>" in new.pieces[1].rendered.html
    assert new.frame.island_script == old.frame.island_script
    assert new.css == old.css


def test_the_styles_of_all_components_stay(folder: Path, recompiler: Recompiler) -> None:
    (folder / "components" / "A.vue").write_text(
        "<template><b>one</b></template><style>.of-a { top: 3px }</style>"
    )
    recompiler.compile()
    path = folder / "slides.md"
    path.write_text(path.read_text().replace("# C", "# C, edited"))
    new = recompiler.compile([path])
    assert ".of-a" in new.css
    assert "i0:" in new.frame.island_script
