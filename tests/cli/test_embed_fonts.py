"""A single file holds the deck's fonts with the glyphs that it shows; a folder does when asked to."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from font_packages import characters_of, write_family

from .conftest import Run

LATIN = "".join(map(chr, range(0x20, 0x7F))) + "“”‘’…—"
HANZI = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
PUNCTUATION = "，。：？、《》"
DECK = """\
---
title: 深入浅出
fonts:
  sans: Noto Sans SC
  serif: Noto Serif SC
  mono: Fira Code
  weights: 400,700
---

# 一丁七万丈三上下

不与丐丑 **专且** {{ $clicks }}

<div class="font-serif">丕世丘</div>

```ts
const a = b // 丙
```
"""


@pytest.fixture
def _cache(tmp_path: Path, folder: Path) -> None:
    """Fill deckc's cache with three families, two of them in slices of a hundred hanzi."""
    packages = tmp_path / ".cache" / "npm"
    slices = [HANZI[at : at + 100] for at in range(0, len(HANZI), 100)]
    for name in ("Noto Sans SC", "Noto Serif SC"):
        write_family(packages, name, [*slices, PUNCTUATION, LATIN], suffix="@5")
    write_family(packages, "Fira Code", [LATIN], weights=(300, 700), suffix="@5")
    (folder / "slides.md").write_text(DECK, encoding="utf-8")


def faces_in(page: str) -> dict[tuple[str, int], set[str]]:
    """Return family and weight -> the characters that the fonts in a page have glyphs for."""
    found: dict[tuple[str, int], set[str]] = {}
    for face in re.findall(r"@font-face\{[^}]*\}", page):
        family, weight = re.search(r'font-family:"([^"]*)"', face), re.search(r"font-weight:(\d+)", face)
        source = re.search(r'url\("data:font/woff2;base64,([^"]*)"\)', face)
        assert family is not None
        assert weight is not None
        assert source is not None, face[:200]
        key = (family[1], int(weight[1]))
        found[key] = found.get(key, set()) | characters_of(base64.b64decode(source[1]))
    return found


@pytest.mark.usefixtures("_cache")
def test_a_single_file_holds_the_glyphs_in_use(folder: Path, run: Run) -> None:
    ran = run("build", "--single-file")
    page = (folder / "slides.html").read_text("utf-8")

    assert (ran.status, ran.err) == (0, "")
    faces = faces_in(page)
    hanzi = {key: "".join(sorted(found & set(HANZI))) for key, found in faces.items()}
    assert hanzi["Noto Sans SC", 400] == "一丁七万丈三上下不与丐丑入出"
    assert hanzi["Noto Sans SC", 700] == "专且"
    assert hanzi["Noto Serif SC", 400] == "丕世丘"
    assert {family for family, _ in faces} == {"Noto Sans SC", "Noto Serif SC", "Fira Code"}
    assert set("const a = b //0123456789") <= faces["Fira Code", 400] | faces["Noto Sans SC", 400]
    assert len(page.encode()) < 600_000


@pytest.mark.usefixtures("_cache")
def test_the_page_asks_for_nothing(folder: Path, run: Run) -> None:
    run("build", "--single-file")
    page = (folder / "slides.html").read_text("utf-8")
    css = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))

    assert {address[:5] for address in re.findall(r"""url\(["']?([^)"']+)""", css)} == {"data:"}
    assert not re.search(r"<(?:link|script|img)[^>]* (?:src|href)=\"http", page)


@pytest.mark.usefixtures("_cache")
def test_two_builds_are_alike(folder: Path, run: Run) -> None:
    run("build", "--single-file", "-o", "a.html")
    run("build", "--single-file", "-o", "b.html")

    assert (folder / "a.html").read_bytes() == (folder / "b.html").read_bytes()


@pytest.mark.usefixtures("_cache")
def test_a_folder_holds_none_and_says_so(folder: Path, run: Run) -> None:
    ran = run("build")

    assert "note[fonts-not-embedded]" in ran.err
    assert "--embed-fonts" in ran.err
    assert not list((folder / "dist").rglob("*.woff2"))


@pytest.mark.usefixtures("_cache")
def test_a_folder_keeps_them_as_files_when_asked_to(folder: Path, run: Run) -> None:
    ran = run("build", "--embed-fonts")
    names = {path.name for path in (folder / "dist" / "assets").glob("*.woff2")}

    assert ran.err == ""
    assert any(re.fullmatch(r"noto-serif-sc-400-[0-9a-f]{8}\.woff2", name) for name in names)


@pytest.mark.usefixtures("_cache")
@pytest.mark.parametrize("arguments", [["--single-file", "--no-embed-fonts"], ["--no-embed-fonts"]])
def test_none_when_told_so(arguments: list[str], folder: Path, run: Run) -> None:
    ran = run("build", *arguments, "-o", "out.html" if "--single-file" in arguments else "out")

    assert ran.err == ""
    assert not any(b"font/woff2" in path.read_bytes() for path in folder.rglob("*.html"))


def test_what_is_not_to_be_had_is_one_note(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK, encoding="utf-8")

    ran = run("build", "--single-file")

    assert ran.status == 0
    assert ran.err.count("note[") == 1
    assert "DECKC_OFFLINE" in ran.err


def test_fonts_of_the_theme_alone_are_no_concern(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text("# A\n", encoding="utf-8")

    assert run("build", "--single-file").err == ""


@pytest.mark.parametrize("settings", ["provider: none", "local: Inter", "fallbacks: true\n  webfonts: []"])
def test_local_families_are_left_alone(settings: str, folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(
        f"---\nfonts:\n  sans: Inter\n  {settings}\n---\n# A\n", encoding="utf-8"
    )

    assert ("fonts-not-embedded" in run("build", "--single-file").err) is ("webfonts" in settings)


@pytest.mark.parametrize("arguments", [["--single-file"], []])
def test_families_that_a_sheet_brings_along_are_left_alone(
    arguments: list[str], folder: Path, run: Run
) -> None:
    (folder / "slides.md").write_text("---\nfonts:\n  sans: My Own\n---\n# A\n", encoding="utf-8")
    (folder / "own.woff2").write_bytes(b"wOF2")
    (folder / "style.css").write_text("@font-face { font-family: 'My Own'; src: url(./own.woff2) }")

    assert run("build", *arguments).err == ""
