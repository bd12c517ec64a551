"""What every theme keeps to: each of its layouts shows its content in both schemes, legibly and inside the slide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from deckc.builtin import page_sheets, typography_sheet
from deckc.compile.load import load_deck, load_theme
from deckc.compile.pipeline import Compilation, compile_deck
from deckc.compile.style.design import default_design
from deckc.compile.style.utility_sheet import parse_utility
from deckc.compile.write import write_site
from deckc.diagnostics import Report
from deckc.model.files import THEMES_FOLDER, DiskFiles, MemoryFiles
from deckc.model.services import Services
from deckc.model.theme import Theme
from spec_runner.run import DrawnIcons, NoNetwork

from .seen import SeenText, seen_texts, show_all, sticking_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = sorted(folder.name for folder in THEMES_FOLDER.iterdir())
LEAST_CONTRAST = 4.5
_FAINT_IN_SLIDEV = {
    ".shiki .tk-q": 1.75,
    ".shiki .tk-c": 2.15,
    ".shiki .tk-p": 2.61,
    ".shiki .tk-r": 3.4,
    ".shiki .tk-s": 3.76,
    ".shiki .tk-f": 3.89,
    ".shiki .tk-o": 4.47,
    "h6": 2.85,
}
FAINT = {
    "default": {
        **_FAINT_IN_SLIDEV,
        ":is(.end, [style*='color:white']) code": 1.08,
        "h1 + p": 3.94,
    },
    "seriph": {
        **_FAINT_IN_SLIDEV,
        ":is(.end, .cover-drawn, [style*='color:white']) code": 1.08,
        ".cover-drawn": 3.53,
        "h1 + p": 3.94,
        "h1": 3.16,
    },
}
"""What Slidev itself shows fainter than 4.5, with the least contrast of it: these themes are its own to the pixel."""
SENTENCE = "A line under the title"
CONTENT = f"# A title\n\n{SENTENCE}\n\n- one `thing`\n- another [link](#3)\n\n> A quotation\n"
MIXED = """\
layout: default
---

## Second

#### Fourth

##### Fifth

###### Sixth

- [x] done <kbd>key</kbd> and a footnote[^1]

| Head | Right |
| --- | ---: |
| cell | 1 |

[^1]: At the foot.

---
layout: default
---

> [!NOTE]
> One

> [!TIP]
> Two

> [!IMPORTANT]
> Three

---
layout: default
---

> [!WARNING]
> Four

> [!CAUTION]
> Five

```py [area.py]
@cache
def area(radius: float) -> float:
    \"\"\"Return a circle's area.\"\"\"  # a comment
    return pi * radius ** 2 if radius > 0.5 else None
```

---
layout: default
---

<Toc columns="3"/>
"""
"""What stands in text, besides what each layout is filled with."""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#234" d="M0 0h1v1H0z"/></svg>'
)
DECK = Path("/deck/slides.md")
SERVICES = Services(DrawnIcons(), NoNetwork())


def theme_named(name: str) -> Theme:
    files = MemoryFiles({str(DECK): f"---\ntheme: {name}\n---\n"})
    report = Report()
    return load_theme(load_deck(DECK, files, report), files, report)


def schemes_of(theme: Theme) -> tuple[str, ...]:
    return ("light", "dark") if theme.color_schema == "both" else (theme.color_schema,)


def layout_slides(theme: Theme) -> Iterator[str]:
    """Yield a slide for each layout, with something in each of its slots."""
    for name in theme.layout_names:
        path = theme.layout(name)
        assert path is not None
        slots = re.findall(r'<slot name="([\w-]+)"', path.read_text(encoding="utf-8"))
        filled = "".join(f"\n::{slot}::\n\nSlot {slot}\n" for slot in slots)
        yield f"layout: {name}\nimage: ./dark.svg\nurl: about:blank\n---\n\n{CONTENT}{filled}"


@cache
def compiled(name: str) -> tuple[Compilation, Compilation]:
    """Compile a deck of all the layouts, and the theme's own example."""
    layouts = f"---\ntheme: {name}\n" + "\n---\n".join((*layout_slides(theme_named(name)), MIXED))
    example = THEMES_FOLDER / name / "example.md"
    return (
        compile_deck(DECK, MemoryFiles({str(DECK): layouts, "/deck/dark.svg": PICTURE}), SERVICES),
        compile_deck(example, DiskFiles(), SERVICES),
    )


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 980, "height": 552})
    context.set_default_timeout(120_000)  # a long deck is drawn whole, on a machine that may be busy
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=NAMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, str]:
    """A theme's name and the addresses of its two decks."""
    name: str = request.param
    addresses = []
    for compilation in compiled(name):
        target = tmp_path_factory.mktemp(name) / "deck.html"
        folder = target.parent / "site"
        write_site(compilation.site, folder, single_file=False)
        addresses.append((folder / "index.html").as_uri())
    return name, addresses[0], addresses[1]


def too_faint(texts: list[SeenText], allowed: Mapping[str, float] = MappingProxyType({})) -> list[str]:
    return [
        f"slide {seen.slide}: {seen.text!r} {seen.contrast:.3f} {seen.matched}"
        for seen in texts
        if seen.contrast < min(LEAST_CONTRAST, allowed.get(seen.matched, LEAST_CONTRAST) - 0.01)
    ]


def test_every_layout_shows_legible_content(built: tuple[str, str, str], page: Page) -> None:
    name, layouts, _ = built
    theme = theme_named(name)
    allowed = FAINT.get(name, {})
    least = dict.fromkeys(allowed, LEAST_CONTRAST)
    for scheme in schemes_of(theme):
        show_all(page, layouts, scheme)
        texts = seen_texts(page, allowed)
        shown = {seen.slide for seen in texts}
        empty = [
            layout
            for number, layout in enumerate(theme.layout_names, 1)
            if number not in shown and "<slot" in (theme.layout(layout) or Path()).read_text()
        ]
        for seen in texts:
            if seen.matched:
                least[seen.matched] = min(least[seen.matched], seen.contrast)

        assert (scheme, empty) == (scheme, [])
        assert (scheme, too_faint(texts, allowed)) == (scheme, [])

    assert [selector for selector, contrast in least.items() if contrast >= LEAST_CONTRAST] == []


def test_the_example_is_legible_and_stays_inside_its_slides(built: tuple[str, str, str], page: Page) -> None:
    name, _, example = built
    allowed = FAINT.get(name, {})
    for scheme in schemes_of(theme_named(name)):
        show_all(page, example, scheme)

        assert (scheme, sticking_out(page)) == (scheme, [])
        assert (scheme, too_faint(seen_texts(page, allowed), allowed)) == (scheme, [])


@pytest.mark.parametrize("which", [1, 2])
def test_who_asks_for_more_contrast_gets_it(built: tuple[str, str, str], page: Page, which: int) -> None:
    if built[0] not in FAINT:
        pytest.skip("it has it already")
    for scheme in schemes_of(theme_named(built[0])):
        show_all(page, built[which], scheme, contrast="more")

        assert (scheme, too_faint(seen_texts(page))) == (scheme, [])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_complained_of(name: str) -> None:
    assert [[d.message for d in c.report.diagnostics] for c in compiled(name)] == [[], []]


@pytest.mark.parametrize("name", NAMES)
def test_the_example_shows_every_layout_of_the_theme(name: str) -> None:
    own = {path.name.removesuffix(".html.jinja") for path in (THEMES_FOLDER / name / "layouts").iterdir()}

    assert own <= {slide.layout for slide in compiled(name)[1].deck.slides}


@pytest.mark.parametrize("name", NAMES)
def test_a_class_in_a_template_is_a_utility_or_styled(name: str) -> None:
    """A slip in a utility's name would be passed over in silence."""
    sheets = [css for _, css in page_sheets()] + [typography_sheet()]
    sheets += [path.read_text(encoding="utf-8") for path in (THEMES_FOLDER / name).glob("styles/*.css")]
    styled = set(re.findall(r"\.([\w-]+)", "\n".join(sheets)))
    styled |= set(theme_named(name).layout_names)
    for path in (THEMES_FOLDER / name).rglob("*.html*"):
        text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        words = " ".join(re.findall(r'class="([^"]*)"', text)).split()
        unknown = [
            word for word in words if word not in styled and parse_utility(word, default_design()) is None
        ]

        assert (path.name, unknown) == (path.name, [])
