"""The picture that other sites show of a deck: a file, or slide 1 where the deck asks for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import deckc.cli.social_image
from deckc.compile.pipeline import Compilation
from deckc.diagnostics import Diagnostic, Severity

from .conftest import Run

AUTO = "---\nseoMeta: { ogImage: auto }\n---\n# A\n"


@pytest.fixture
def captured(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let the exporter write a picture, and return where it did."""
    places: list[Path] = []

    async def export(_: Compilation, output: Path) -> Diagnostic | None:
        places.append(output)
        output.write_bytes(b"png")  # noqa: ASYNC240 - nothing else runs
        return None

    monkeypatch.setattr(deckc.cli.social_image, "_export", export)
    return places


def picture_in(page: Path) -> str | None:
    found = re.search(r'<meta property="og:image" content="([^"]*)">', page.read_text("utf-8"))
    return found[1] if found else None


def test_it_is_made_once_beside_the_deck(folder: Path, run: Run, captured: list[Path]) -> None:
    (folder / "slides.md").write_text(AUTO)

    assert [run("build").status, run("build").status] == [0, 0]
    assert captured == [folder / "og-image.png"]
    address = picture_in(folder / "dist" / "index.html")
    assert address is not None
    assert (folder / "dist" / address).read_bytes() == b"png"


def test_a_browser_that_is_not_there_stops_nothing(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def export(_: Compilation, __: Path) -> Diagnostic | None:
        return Diagnostic("no-browser", Severity.ERROR, "there is no browser")

    monkeypatch.setattr(deckc.cli.social_image, "_export", export)
    (folder / "slides.md").write_text(AUTO)

    ran = run("build")

    assert ran.status == 0
    assert "warning[no-browser]" in ran.err
    assert picture_in(folder / "dist" / "index.html") is None


@pytest.mark.parametrize("deck", ["# A\n", AUTO])
def test_one_that_is_there_is_taken(deck: str, folder: Path, run: Run, captured: list[Path]) -> None:
    (folder / "slides.md").write_text(deck)
    (folder / "og-image.png").write_bytes(b"own")

    run("build")

    assert captured == []
    assert re.fullmatch(r"\./assets/og-image-\w+\.png", picture_in(folder / "dist" / "index.html") or "")


def test_a_base_of_a_host_makes_the_address_whole(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text("---\nseoMeta: { ogImage: ./a.png, twitterImage: ./a.png }\n---\n# A\n")
    (folder / "a.png").write_bytes(b"own")

    run("build", "--base", "https://me.example/talk/")

    assert (picture_in(folder / "dist" / "index.html") or "").startswith("https://me.example/talk/assets/a-")


def test_a_single_file_names_none_that_it_holds_itself(folder: Path, run: Run, captured: list[Path]) -> None:
    (folder / "slides.md").write_text(AUTO)
    (folder / "og-image.png").write_bytes(b"own")

    run("build", "--single-file")

    assert picture_in(folder / "slides.html") is None
    assert captured == []


def test_a_missing_file_is_a_warning(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text("---\nseoMeta: { ogImage: ./nope.png }\n---\n# A\n")

    assert 'warning[missing-asset]: there is no file "./nope.png"' in run("build").err
