"""Fifty edits of every kind of file: after each the page shows what the files say, at the place where it was."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving

from .conftest import SILENT

SOON_MS = 20_000
SIZES = ((980, 552), (390, 844), (3840, 2160))
CODE = "# Code\n\n<<< ./snippet.py"
END = "# End\n\n![](./dot.svg)"
FILES = {
    "slides.md": "---\ntitle: Edited @0\ntheme: ./look\n---\n\n# Start\n\n---\nsrc: ./more.md\n---\n\n"
    "---\nclass: plain\n---\n\n# Middle @0\n\n<p v-click>one</p>\n\n<p v-click>two</p>\n\n<Box/>\n\n<!-- note @0 -->\n\n"
    f"---\n\n{CODE}\n\n---\nlayout: mine\n---\n\n{END}\n",
    "more.md": "# Imported @0\n",
    "snippet.py": "value = '@0'\n",
    "dot.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='9'/>",
    "slide-bottom.html": "<i class='foot'>foot @0</i>",
    "style.css": "h1 { --own: v0 }\n",
    "components/Box.html": "<b class='box'>box @0</b>",
    "layouts/mine.html": "<div class='slidev-layout mine'><i>layout @0</i><slot/></div>",
    "look/theme.toml": "",
    "look/styles/index.css": "h1 { --look: v0 }\n",
}


@dataclass
class Edited:
    """A deck that is edited, and the page that shows it."""

    folder: Path
    page: Page
    inserted: int = 0

    def write(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def shows(self, script: str, expected: object) -> None:
        self.page.wait_for_function(
            f"(expected) => String({script}) === String(expected)", arg=expected, timeout=SOON_MS
        )


def text_of(heading: str, part: str) -> str:
    page = f"[...document.querySelectorAll('#slideshow > .slidev-page')].find((p) => p.querySelector('h1')?.textContent.startsWith('{heading}'))"
    return f"{page}?.querySelector('{part}')?.textContent.trim()"


Edit = Callable[[Edited, int, int], None]
"""Changes one mark from one number to the next and waits for it."""


def slide(deck: Edited, old: int, new: int) -> None:
    deck.write("slides.md", f"# Middle @{old}", f"# Middle @{new}")
    deck.shows(text_of("Middle", "h1"), f"Middle @{new}")


def note(deck: Edited, old: int, new: int) -> None:
    deck.write("slides.md", f"note @{old}", f"note @{new}")
    deck.shows(f"deckc.deck.slides.find((s) => s.note)?.note.includes('@{new}')", "true")


def frontmatter(deck: Edited, _old: int, new: int) -> None:
    path = deck.folder / "slides.md"
    head, _, rest = path.read_text().partition("class: ")
    path.write_text(f"{head}class: plain{new}\n{rest.partition(chr(10))[2]}")
    deck.shows(f"document.querySelectorAll('#slideshow .slidev-layout.plain{new}').length", 1)


def marked(name: str, shown: str) -> Edit:
    def edit(deck: Edited, old: int, new: int) -> None:
        deck.write(name, f"@{old}", f"@{new}")
        deck.shows(f"document.querySelector('#slideshow').textContent.includes('{shown}@{new}')", "true")

    return edit


def styled(name: str, key: str) -> Edit:
    def edit(deck: Edited, old: int, new: int) -> None:
        deck.write(name, f"v{old}", f"v{new}")
        deck.shows(
            f"getComputedStyle(document.querySelector('h1')).getPropertyValue('{key}').trim()", f"v{new}"
        )

    return edit


def added(deck: Edited, _old: int, _new: int) -> None:
    deck.inserted += 1
    deck.write("slides.md", "---\nsrc: ./more.md", "---\n\n# Added\n\n---\nsrc: ./more.md")
    deck.shows("deckc.nav.total", 5 + deck.inserted)


def removed(deck: Edited, _old: int, _new: int) -> None:
    if deck.inserted:
        deck.inserted -= 1
        path = deck.folder / "slides.md"
        path.write_text(path.read_text().replace("---\n\n# Added\n\n", "", 1))
    deck.shows("deckc.nav.total", 5 + deck.inserted)


def titled(deck: Edited, old: int, new: int) -> None:
    deck.write("slides.md", f"title: Edited @{old}", f"title: Edited @{new}")
    deck.shows(f"document.title.startsWith('Edited @{new}')", "true")


def swapped(deck: Edited, _old: int, _new: int) -> None:
    path = deck.folder / "slides.md"
    text = path.read_text()
    order = sorted(("Code", "End"), key=lambda name: text.index(f"# {name}"), reverse=True)
    path.write_text(text.replace(CODE, "\0").replace(END, CODE).replace("\0", END))
    headings = "[...document.querySelectorAll('#slideshow > .slidev-page h1')].map((h) => h.textContent)"
    deck.shows(f"{headings}.slice(-2)", ",".join(order))


def picture(deck: Edited, old: int, new: int) -> None:
    deck.write("dot.svg", f"width='{1000 + old}'", f"width='{1000 + new}'")
    deck.shows("document.querySelector('#slideshow .slidev-page img').naturalWidth", 1000 + new)


EDITS: dict[str, Edit] = {
    "title": titled,
    "swapped": swapped,
    "picture": picture,
    "layer": marked("slide-bottom.html", "foot "),
    "slide": slide,
    "note": note,
    "frontmatter": frontmatter,
    "style.css": styled("style.css", "--own"),
    "theme": styled("look/styles/index.css", "--look"),
    "component": marked("components/Box.html", "box "),
    "layout": marked("layouts/mine.html", "layout "),
    "snippet": marked("snippet.py", ""),
    "import": marked("more.md", "Imported "),
    "added": added,
    "removed": removed,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "deck"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    services = Services(IconSets(folder), RemoteFiles())
    serving = Serving(folder / "slides.md", lambda _: services, SILENT, ServeOptions())
    serving.start()
    yield serving
    serving.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_fifty_edits_at_random_keep_the_place(page: Page, serving: Serving, folder: Path) -> None:
    page.goto(f"{serving.address}#/3?clicks=1")
    page.wait_for_function("() => window.deckc?.nav?.clicks === 1")
    page.evaluate("() => { window.loadedOnce = true; }")
    deck = Edited(folder, page)
    marks = dict.fromkeys(EDITS, 0)
    chance = random.Random(7)  # noqa: S311 - a test
    kinds = [*EDITS, *chance.choices(list(EDITS), k=50 - len(EDITS))]
    chance.shuffle(kinds)
    for count, name in enumerate(kinds):
        width, height = SIZES[count % len(SIZES)]
        page.set_viewport_size({"width": width, "height": height})
        EDITS[name](deck, marks[name], marks[name] + 1)
        marks[name] += 1

        place = "() => [deckc.deck.pages[deckc.nav.currentPage - 1].querySelector('h1').textContent.slice(0, 6), deckc.nav.clicks]"
        assert page.evaluate(place) == ["Middle", 1], name
        assert page.url.endswith(f"#/{3 + deck.inserted}?clicks=1"), name
    assert page.evaluate("() => window.loadedOnce === true")
    shown = (
        "() => [...document.querySelectorAll('#slideshow > .slidev-page')].filter((p) => !p.hidden).length"
    )
    assert page.evaluate(shown) == 1


def test_slide_that_is_removed_gives_way_to_the_next(page: Page, serving: Serving, folder: Path) -> None:
    page.goto(f"{serving.address}#/2")
    page.wait_for_function("() => window.deckc?.nav?.currentPage === 2")
    entry = folder / "slides.md"
    entry.write_text(entry.read_text().replace("---\nsrc: ./more.md\n---\n\n", ""))
    page.wait_for_function("() => deckc.nav.total === 4", timeout=SOON_MS)

    assert page.locator("#slideshow > .slidev-page:not([hidden]) h1").inner_text() == "Middle @0"


def test_mistake_leads_to_its_line_and_leaves_the_slide(page: Page, serving: Serving, folder: Path) -> None:
    page.goto(f"{serving.address}#/3")
    page.wait_for_function("() => window.deckc?.nav?.currentPage === 3")
    entry = folder / "slides.md"
    entry.write_text(entry.read_text().replace("layout: mine", "layout: nosuch"))
    alert = page.wait_for_selector("[role=alert][data-deckc-ui]", timeout=SOON_MS)
    line = entry.read_text().split("\n").index("layout: nosuch") + 1

    assert alert
    assert f"open slides.md:{line}:9" in alert.inner_text()
    assert page.locator("#slideshow > .slidev-page:not([hidden]) h1").inner_text() == "Middle @0"
