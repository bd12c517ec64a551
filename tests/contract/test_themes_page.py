"""The theme that docs/themes.md writes works, and what the page says of the built-in themes is so."""

from __future__ import annotations

import re
from pathlib import Path

from deckc.compile.pipeline import compile_deck
from deckc.model.files import THEMES_FOLDER, MemoryFiles
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "themes.md").read_text(encoding="utf-8")
FILES = {f"/paper/{name}": text for name, text in re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL)}


def test_the_theme_of_the_page_compiles_without_a_word() -> None:
    compilation = compile_deck(
        Path("/paper/example.md"), MemoryFiles(FILES, "/paper"), Services(DrawnIcons(), NoNetwork())
    )
    page = compilation.site.files["index.html"].decode()
    css = next(content for path, content in compilation.site.files.items() if path.endswith(".css")).decode()

    assert [diagnostic.message for diagnostic in compilation.report.diagnostics] == []
    assert set(FILES) == {
        *("/paper/theme.toml", "/paper/styles/index.css", "/paper/layouts/chapter.html"),
        *("/paper/global-bottom.html", "/paper/example.md"),
    }
    assert '<div class="number">2</div>' in page
    assert "of 3" in page
    assert "--paper-ground" in css
    assert "Source Serif 4" in css


def test_the_page_lists_every_built_in_theme() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (?:light|dark)", PAGE, re.MULTILINE)

    assert sorted(rows) == sorted(folder.name for folder in THEMES_FOLDER.iterdir())


def test_the_pictures_of_the_page_are_there_and_small() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE)

    assert len(pictures) == 4
    assert all((DOCS / picture).stat().st_size < 80_000 for picture in pictures)
