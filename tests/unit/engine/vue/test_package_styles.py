"""Style sheets that components and the setup of the app import."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckc.cli import main


@pytest.fixture
def deck(tmp_path: Path, runner: object) -> Path:  # noqa: ARG001 - where Vue is to be had
    files = {
        "slides.md": "# One",
        "node_modules/pk/package.json": json.dumps({"name": "pk", "exports": {"./look": "./dist/look.css"}}),
        "node_modules/pk/dist/look.css": ".pk { background: url(./dot.svg) }",
        "node_modules/pk/dist/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "setup/own.css": ".own { top: 8px }",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def sheet_of(deck: Path) -> str:
    """Return the sheet of two builds, the second of which finds all in the cache."""
    sheets = []
    for _ in range(2):
        assert main(["build", str(deck / "slides.md"), "-o", str(deck / "out"), "--strict"]) == 0
        sheets.append(next((deck / "out" / "assets").glob("style-*.css")).read_text())
    assert sheets[0] == sheets[1]
    return sheets[0]


def test_a_component_that_never_changes(deck: Path) -> None:
    (deck / "components").mkdir()
    (deck / "components" / "A.vue").write_text(
        "<script setup>import 'pk/dist/look.css'</script><template><p class='pk'/></template>"
    )
    (deck / "slides.md").write_text("<A/>")
    sheet = sheet_of(deck)
    assert ".pk {" in sheet
    assert "dot-" in sheet
    assert list((deck / "out" / "assets").glob("dot-*.svg"))


def test_the_setup_of_the_app(deck: Path) -> None:
    (deck / "setup" / "main.ts").write_text(
        "import './own.css'\nimport 'pk/look/style.css'\nimport 'pk/dist/look.css'\n"
    )
    sheet = sheet_of(deck)
    assert ".own { top: 8px }" in sheet
    assert ".pk {" in sheet
