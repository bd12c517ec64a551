"""A folder is served as an index of its decks, each at an address of its own."""

from __future__ import annotations

import http.client
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving
from deckc.serve.addresses import qr_code, remote_address
from deckc.serve.editor import editor_command, needs_terminal
from deckc.serve.folder import find_decks, index_page

from .conftest import SILENT

FILES = {
    "intro.md": "---\ntitle: An <introduction>\n---\n\n# Welcome\n",
    "talks/2026/slides.md": "# The year\n\n---\n\n# Two\n",
    "talks/plan.md": "# A plan\n\nJust prose.\n",
    "README.md": "---\n---\n",
    "node_modules/x/slides.md": "# Not mine\n",
    "pages/part.md": "# Part\n\n---\n\n# Of another\n",
    ".hidden/slides.md": "# Hidden\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (tmp_path / "slides.md").write_text("# Outside\n")
    (folder / "out").symlink_to(tmp_path)
    return folder


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    serving = Serving(
        folder, lambda entry: Services(IconSets(entry.parent), RemoteFiles()), SILENT, ServeOptions()
    )
    serving.start()
    yield serving
    serving.stop()


def ask(serving: Serving, path: str) -> tuple[int, str, str]:
    port = int(serving.address.rstrip("/").rpartition(":")[2])
    connection = http.client.HTTPConnection("localhost", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body, response.headers.get("Location", "")


def test_decks_are_told_from_other_texts(folder: Path) -> None:
    assert find_decks(folder) == {
        "intro": folder / "intro.md",
        "talks/2026": folder / "talks" / "2026" / "slides.md",
    }


def test_index_names_each_deck(serving: Serving) -> None:
    status, body, _ = ask(serving, "/")

    assert status == 200
    assert "An &lt;introduction&gt;" in body
    assert 'href="./talks/2026/"' in body
    assert "2 slides" in body
    assert "<script" not in body


def test_index_leaves_out_a_deck_that_goes_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_decks(folder)
    (folder / "intro.md").unlink()
    monkeypatch.setattr("deckc.serve.folder.find_decks", lambda _: found)
    page = index_page(folder).decode()

    assert "The year" in page
    assert "introduction" not in page
    assert "<p>1 deck</p>" in page


def test_index_of_a_folder_that_is_emptied_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckc.serve.folder.find_decks", lambda _: {"gone": folder / "gone.md"})

    assert "There is no deck here yet." in index_page(folder).decode()


def test_each_deck_is_at_its_own_address(serving: Serving) -> None:
    assert "Welcome" in ask(serving, "/intro/")[1]
    assert "The year" in ask(serving, "/talks/2026/")[1]
    assert ask(serving, "/talks/2026")[::2] == (302, "/talks/2026/")
    assert ask(serving, "/talks/2026/2")[::2] == (302, "/talks/2026/#/2")


def test_a_deck_may_have_any_name(folder: Path, serving: Serving) -> None:
    name = "\u6f14\u793a #1?"
    (folder / f"{name}.md").write_text("---\n---\n\n# Any\n")

    assert f'href="./{quote(name)}/"' in ask(serving, "/")[1]
    assert ask(serving, f"/{quote(name)}")[::2] == (302, f"/{quote(name)}/")
    assert ask(serving, f"/{quote(name)}/2")[::2] == (302, f"/{quote(name)}/#/2")
    assert "Any" in ask(serving, f"/{quote(name)}/")[1]


@pytest.mark.parametrize(
    "path",
    [
        "/talks/plan/",
        "/README/",
        "/../slides/",
        "/%2e%2e/slides/",
        "/out/slides/",
        "/out/",
        "//slides/",
        "/.hidden/",
    ],
)
def test_nothing_else_is_served(serving: Serving, path: str) -> None:
    status, body, _ = ask(serving, path)

    assert status == 404
    assert "Outside" not in body


LINKS = """---
title: First
---

[a](./talks/2026/slides.md#/2) [b](other.md) <a href="/other.md#/1">c</a> <Link to="./other.md#/1">d</Link>

[prose](./talks/plan.md) [outside](../slides.md) [through a link](./out/slides.md)
"""


def test_a_link_to_another_deck_leads_to_its_page(folder: Path, serving: Serving) -> None:
    (folder / "first.md").write_text(LINKS)
    (folder / "other.md").write_text("# Other\n\n---\n\n[up](./talks/2026/slides.md)\n")
    (folder / "talks/2026/slides.md").write_text("# The year\n\n---\n\n[back](../../first.md#/1)\n")
    page = ask(serving, "/first/")[1]

    assert re.findall(r'href="(/[^"]+)"', page) == ["/talks/2026/#/2", "/other/", "/other/#/1", "/other/#/1"]
    assert 'href="/first/#/1"' in ask(serving, "/talks/2026/")[1]
    assert re.search(r'href="\./assets/plan-\w+\.md"', page)
    assert "Outside" not in page


def test_a_link_leads_to_a_deck_once_it_is_written(folder: Path, serving: Serving) -> None:
    (folder / "talks/2026/slides.md").write_text("# The year\n\n---\n\n[next](../new.md)\n")
    assert 'href="/talks/new/"' not in ask(serving, "/talks/2026/")[1]

    (folder / "talks/new.md").write_text("# New\n\n---\n\n# Two\n")
    serving.talks.compile([folder / "talks/new.md"])

    assert 'href="/talks/new/"' in ask(serving, "/talks/2026/")[1]


def test_menu_leads_back_to_the_index(serving: Serving, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{serving.address}intro/")
    page.wait_for_function("() => window.deckc?.nav?.total === 1", timeout=20_000)
    page.locator("h1").click(button="right")
    page.get_by_role("menuitem", name="All decks").click()
    page.wait_for_url(serving.address)
    page.close()


@pytest.mark.parametrize(("width", "height"), [(980, 552), (390, 844), (3840, 2160)])
def test_index_shows_first_slides(serving: Serving, browser: Browser, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(serving.address)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    frame = page.frame_locator("iframe").first
    frame.locator("#slideshow h1").first.wait_for(timeout=20_000)
    page.locator("a", has_text="introduction").click()
    page.wait_for_function("() => window.deckc?.nav?.total === 1", timeout=20_000)
    address = page.url
    page.close()

    assert "/intro/" in address


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("code --wait", "code --wait --goto /talk/a.md:3:5"),
        ("/opt/subl", "/opt/subl /talk/a.md:3:5"),
        ("pycharm", "pycharm --line 3 --column 5 /talk/a.md"),
        ("vim", "vim +3 /talk/a.md"),
        ("unknown", "unknown /talk/a.md"),
    ],
)
def test_editor_is_told_the_place(monkeypatch: pytest.MonkeyPatch, editor: str, command: str) -> None:
    monkeypatch.setenv("DECKC_EDITOR", editor)
    made = editor_command(Path("/talk/a.md"), 3, 5)

    assert made
    assert shlex.join(made) == command
    assert needs_terminal(made) is (editor == "vim")


def test_phone_is_given_the_password_and_the_remote_control() -> None:
    assert remote_address("192.0.2.5", 3030, "a b&c") == "http://192.0.2.5:3030/?password=a%20b%26c#/entry"
    assert len(qr_code("http://192.0.2.5:3030/").splitlines()) > 10
