"""A slide once more, in small: with its layers and bindings, and of no effect on the slide itself."""

from __future__ import annotations

from deckc.model.rendered import RenderedLayer

from .conftest import Open
from .sample import deck, slide


def test_a_slide_in_small_has_its_layers_with_its_own_number(open_deck: Open) -> None:
    layer = RenderedLayer(
        '<p class="foot"><!--dc:0--><!--/dc--></p>', '[["0","text",$ => `page ${$.$nav.currentPage}`]]'
    )
    slides = [
        slide(1, "<p>one</p>"),
        slide(2, '<p data-dc="0">two</p>', '[["0","class",$ => $.$renderContext]]'),
    ]
    shown = open_deck(deck(*slides, layers={"global-top": layer}), "#/presenter/1")

    assert shown.page.inner_text(".next .foot") == "page 2"
    assert shown.page.inner_text("#slide-content > .deckc-layer .foot") == "page 1"
    assert "previewNext" in shown.classes(".next .slidev-page p")

    shown.page.keyboard.press("ArrowRight")
    assert "previewNext" not in shown.classes("#slideshow .slidev-page-2 p")
    assert "presenter" in shown.classes("#slideshow .slidev-page-2 p")


def test_films_in_small_stay_silent(open_deck: Open) -> None:
    film = '<video autoplay></video><iframe src="about:blank"></iframe>'
    shown = open_deck(deck(slide(1, ""), slide(2, film)))
    shown.page.keyboard.press("o")
    shown.page.wait_for_selector(".deckc-card .slidev-page-2 video", state="attached")

    assert shown.page.evaluate("document.querySelector('.deckc-card video').muted") is True
    assert shown.page.locator(".deckc-card video[autoplay], .deckc-card iframe[src]").count() == 0
