"""Aurora's glow: placed while compiling, alike in every build, moved by the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.compile.write import write_site
from deckc.model.files import MemoryFiles
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def skies(*frontmatters: str) -> list[dict[str, float]]:
    """Return the custom properties of the sky of each slide after the cover."""
    head = "---\ntheme: aurora\n---\n\n# Cover\n"
    slides = "".join(f"\n---\n{frontmatter}\nclass: x\n---\n\n# A\n" for frontmatter in frontmatters)
    compilation = compile_deck(
        Path("/deck/slides.md"),
        MemoryFiles({"/deck/slides.md": head + slides}),
        Services(DrawnIcons(), NoNetwork()),
    )
    assert [d.message for d in compilation.report.diagnostics] == []
    page = compilation.site.files["index.html"].decode()
    found = re.findall(r"""["'](--glow:[^"']*)["']""", page)
    listed = [dict(re.findall(r"--(\w+):([-\d.]+)", sky)) for sky in found][-len(frontmatters) :]
    return [{name: float(value) for name, value in sky.items()} for sky in listed]


def places(sky: dict[str, float], axis: str) -> list[float]:
    return [sky[f"{veil}{axis}"] for veil in "abc"]


def test_a_seed_gives_the_same_sky_on_every_slide() -> None:
    first, second, other = skies("glowSeed: 200", "glowSeed: '200'", "glowSeed: 201")

    assert first == second
    assert first != other


def test_without_a_seed_the_sky_changes_from_slide_to_slide() -> None:
    first, second = skies("x: 1", "x: 1")

    assert first != second


@pytest.mark.parametrize(
    ("glow", "axis", "low", "high"),
    [
        ("left", "x", -10, 30),
        ("right", "x", 70, 110),
        ("top", "y", -10, 30),
        ("bottom", "y", 70, 110),
        ("top-left", "x", -10, 30),
        ("top-left", "y", -10, 30),
        ("bottom-right", "y", 70, 110),
        ("center", "x", 30, 70),
        ("full", "x", 0, 100),
    ],
)
def test_the_glow_stands_where_it_is_asked_for(glow: str, axis: str, low: float, high: float) -> None:
    found = skies(*(f"glow: {glow}\nglowSeed: {seed}" for seed in range(8)))

    assert all(low <= place <= high for sky in found for place in places(sky, axis))
    assert all(sky["glow"] > 0 for sky in found)


@pytest.mark.parametrize("glow", ["none", "false"])
def test_no_glow(glow: str) -> None:
    assert skies(f"glow: {glow}")[0]["glow"] == 0


def test_strength_and_colour_are_the_slides() -> None:
    (sky,) = skies("glowOpacity: 0.25\nglowHue: 40")

    assert (sky["glow"], sky["hue"]) == (0.25, 40)


@pytest.mark.parametrize("value", ["much", "[1]", "{a: 1}", "null", "true"])
def test_what_is_no_number_is_passed_over(value: str) -> None:
    (sky,) = skies(f"glow: {value}\nglowOpacity: {value}\nglowHue: {value}\nglowSeed: {value}")

    assert 0 <= sky["glow"] <= 1


DECK = "---\ntheme: aurora\n---\n\n# 让机器做机器擅长的事，让人做人擅长的事\n\n---\nglow: left\n---\n\n# B\n\n---\nglow: none\n---\n\n# C\n"
VEIL = "document.querySelector('.aurora-veil-a')"


@pytest.fixture(params=["no-preference", "reduce"])
def moving(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[tuple[str, Page]]:
    """A deck in a browser whose reader wants motion, or wants less of it."""
    files = MemoryFiles({"/deck/slides.md": DECK})
    site = compile_deck(Path("/deck/slides.md"), files, Services(DrawnIcons(), NoNetwork())).site
    write_site(site, tmp_path / "site", single_file=False)
    context = browser.new_context(
        viewport={"width": 980, "height": 552}, reduced_motion=request.param, color_scheme="dark"
    )
    page = context.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    yield request.param, page
    context.close()


def test_the_glow_drifts_from_slide_to_slide_unless_less_motion_is_wanted(moving: tuple[str, Page]) -> None:
    motion, page = moving
    before = page.evaluate(f"getComputedStyle({VEIL}).translate")
    page.evaluate("deckc.nav.go(2)")
    running = page.evaluate(f"{VEIL}.getAnimations().length")
    page.evaluate(f"{VEIL}.getAnimations().forEach((drift) => drift.finish())")

    assert (running > 0) is (motion == "no-preference")
    assert page.evaluate(f"getComputedStyle({VEIL}).translate") != before


def test_on_paper_each_slide_has_its_own_sky_as_a_gradient(moving: tuple[str, Page]) -> None:
    _, page = moving
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#/print")
    page.wait_for_selector(".print-slide-container")
    page.emulate_media(media="print")
    glows = page.evaluate(
        "[...document.querySelectorAll('.aurora-sky')].filter((sky) => sky.closest('.print-slide-container'))"
        ".map((sky) => sky.style.getPropertyValue('--glow'))"
    )

    assert (len(glows), glows[2]) == (3, "0")
    assert page.evaluate(f"getComputedStyle({VEIL}).filter") == "none"


def test_a_chinese_title_is_broken_at_its_punctuation(moving: tuple[str, Page]) -> None:
    _, page = moving
    tops = page.evaluate(
        """() => {
          const text = document.querySelector(".cover h1").firstChild;
          return [...text.data].map((_, at) => {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return Math.round(range.getBoundingClientRect().top);
          });
        }"""
    )

    assert tops[:11] == [tops[0]] * 11
    assert tops[11:] == [tops[11]] * 8
    assert tops[11] > tops[0]
