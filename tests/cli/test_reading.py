"""What a stranger's deck cannot show of the machine on which it is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SECRET = b"SECRET-TOKEN"

Run = Callable[..., Any]


@pytest.fixture
def deck(folder: Path) -> Path:
    private = folder / "private"
    private.mkdir()
    for name in ("key.svg", "key.md", "key.css", "key.html.jinja"):
        (private / name).write_bytes(b"<svg>a { --key: %s }</svg>" % SECRET)
    deck = folder / "deck"
    deck.mkdir()
    return deck


def shown(deck: Path, text: str, run: Run) -> bytes:
    (deck / "slides.md").write_text(text)
    run("build", str(deck / "slides.md"), "-o", "out")
    written = [path.read_bytes() for path in Path("out").rglob("*") if path.is_file()]
    assert written
    return b"".join(written)


@pytest.mark.parametrize(
    "plugged",
    ["theme: ..", "theme: /", "addons: [..]", "addons: [/]", "theme: ../private", "addons: [../private]"],
)
def test_a_theme_or_addon_lets_no_deck_read_its_folder(deck: Path, plugged: str, run: Run) -> None:
    assert SECRET not in shown(deck, f"---\n{plugged}\n---\n\n![](../private/key.svg)\n", run)


@pytest.mark.parametrize(
    "text",
    [
        "![](./link.svg)",
        "![](./links/key.svg)",
        "<<< ./link.svg",
        "---\nsrc: ./link.md\n---\n\n---\n\n# B\n",
        "plain",
    ],
)
def test_links_out_of_the_project_are_not_followed(deck: Path, text: str, run: Run) -> None:
    (deck / "link.svg").symlink_to("../private/key.svg")
    (deck / "link.md").symlink_to("../private/key.md")
    (deck / "links").symlink_to("../private")
    (deck / "style.css").symlink_to("../private/key.css")
    (deck / "layouts").mkdir()
    (deck / "layouts" / "cover.html.jinja").symlink_to("../../private/key.html.jinja")

    assert SECRET not in shown(deck, text, run)


def test_a_theme_beside_the_project_shows_its_own_files(deck: Path, run: Run) -> None:
    theme = deck.parent / "theme"
    (theme / "fonts").mkdir(parents=True)
    (theme / "fonts" / "a.svg").write_text("<svg>own</svg>")
    (theme / "style.css").write_text("a { background: url(./fonts/a.svg) }")

    assert b"<svg>own</svg>" in shown(deck, "---\ntheme: ../theme\n---\n\n# A\n", run)
