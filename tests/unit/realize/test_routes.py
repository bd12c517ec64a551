"""Where links lead: spec section 5.2."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile.realize.links import routes_of
from deckc.compile.realize.numbering import NumberedSlide
from deckc.model.deck import ParsedSlide
from deckc.model.nodes import SlideBody
from deckc.model.source import Frontmatter, SlideSource, SourceText


def slide(number: int, alias: str | None = None) -> NumberedSlide:
    file = SourceText(Path("/deck/slides.md"), "slides.md", "")
    source = SlideSource(file, 1, 1, "", Frontmatter(), "", 0, None, 0, None, None)
    return NumberedSlide(
        ParsedSlide(source, SlideBody((), ""), ""),
        number,
        Frontmatter(),
        None,
        None,
        alias,
        alias is not None,
    )


SLIDES = (slide(1), slide(2, "mid"), slide(3))


def test_an_alias_as_markdown_writes_it() -> None:
    slides = (slide(1), slide(2, "目次"))
    assert routes_of(slides).resolve("/%E7%9B%AE%E6%AC%A1", slides[0]).number == 2


@pytest.mark.parametrize(
    ("to", "path", "number"),
    [
        ("3", "3", 3),
        ("/3", "3", 3),
        ("./3", "3", 3),
        ("../3", "3", 3),
        ("2", "mid", 2),
        ("mid", "mid", 2),
        ("/mid#part", "mid", 2),
        ("/mid?clicks=2", "mid", 2),
        ("/", "1", 1),
        ("#top", "mid", 2),
        ("", "mid", 2),
    ],
)
def test_an_address_leads_to_a_slide(to: str, path: str, number: int) -> None:
    route = routes_of(SLIDES).resolve(to, SLIDES[1])

    assert (route.path, route.number, route.is_known) == (path, number, True)


@pytest.mark.parametrize("to", ["/presenter/2", "/overview"])
def test_other_pages_are_known(to: str) -> None:
    route = routes_of(SLIDES).resolve(to, SLIDES[1])

    assert (route.number, route.is_known) == (None, True)


@pytest.mark.parametrize("to", ["/9", "/x", "/f.pdf"])
def test_what_leads_nowhere_is_known_to(to: str) -> None:
    assert not routes_of(SLIDES).resolve(to, SLIDES[1]).is_known
