"""The examples of docs/extending.md do what the page says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from deckc.compile.load import load_deck, load_theme
from deckc.compile.page_styles import compile_page_styles
from deckc.compile.parse import parse_deck
from deckc.compile.realize import realize_deck
from deckc.compile.render import render_deck
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "extending.md").read_text(encoding="utf-8")
FILES = {f"/deck/{name}": text for name, text in re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL)}
SLIDES = re.findall(r"```md\n(.*?)```", PAGE, re.DOTALL)


@cache
def compiled() -> tuple[RenderedDeck, str, Report]:
    layout_slide, component_slide = SLIDES
    deck_text = f"---\ntitle: Mine\n---\n\n# Cover\n\n{layout_slide}\n---\n\n{component_slide}"
    files = MemoryFiles({"/deck/slides.md": deck_text, **FILES})
    report = Report()
    services = Services(DrawnIcons(), NoNetwork())
    source = load_deck(Path("/deck/slides.md"), files, report)
    theme = load_theme(source, files, report)
    deck = realize_deck(parse_deck(source, files, report), theme, files, services, report)
    css = compile_page_styles(deck, theme, services.icons, report)
    return render_deck(deck, report), css, report


def test_the_page_has_three_examples_that_compile_without_a_word() -> None:
    _, _, report = compiled()

    assert set(FILES) == {
        "/deck/layouts/beside.html",
        "/deck/components/Card.html",
        "/deck/global-bottom.html",
        "/deck/logo.svg",
    }
    assert [diagnostic.message for diagnostic in report.diagnostics] == []


def test_the_layout_stands_beside_its_picture() -> None:
    html = compiled()[0].slides[1].html

    assert 'class="slidev-layout beside grid grid-cols-2 gap-8 text-xl"' in html
    assert html.index("<h1>A statement</h1>") < html.index("background:#456")


def test_the_card_fills_its_slots_and_takes_clicks() -> None:
    rendered, css = compiled()[0].slides[2], compiled()[1]

    assert ".border-red-500" in css
    assert ".border-blue-500" in css
    assert rendered.slide.clicks_total == 2
    assert "<strong>Markdown</strong>" in rendered.html
    assert ">in red</footer>" in rendered.html
    assert "Nothing here yet." in rendered.html
    assert "border-red-500" in rendered.html
    assert "col-span-2" in rendered.html


def test_the_footer_shows_number_title_and_logo() -> None:
    rendered, css, _ = compiled()
    layer = rendered.layers["global-bottom"]

    assert "deckc-asset:" in layer.html
    assert "$.$page" in layer.bindings
    assert "Mine" in layer.html
    assert ".abs-b" in css
