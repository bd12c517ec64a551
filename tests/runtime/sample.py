"""Decks of a few slides, as the stages before `write` would hand them over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from deckc import builtin
from deckc.model.config import DeckConfig, Fonts
from deckc.model.deck import Asset, Slide, TocEntry, Transition
from deckc.model.rendered import RenderedDeck, RenderedLayer, RenderedSlide
from deckc.model.source import Frontmatter, SlideSource, SourceText

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f00050001ff56c72f0d0000000049454e44ae426082"
)
PICTURE = Asset("deckc-asset:0123456789abcdef", "pixel.png", PIXEL, "image/png")

NO_TRANSITION = Transition(None, None)

CONFIG = DeckConfig(
    title="Sample",
    title_template="%s - Slidev",
    theme="none",
    author="",
    keywords=(),
    info=False,
    lang="en",
    color_schema="auto",
    canvas_width_px=980,
    canvas_height_px=552,
    selectable=False,
    router_mode="hash",
    transition=None,
    click_animation=(),
    defaults={},
    theme_config={},
    fonts=Fonts("sans-serif", "serif", "monospace"),
    favicon=None,
    html_attributes={},
    seo_meta={},
    line_numbers=False,
    code_copy=True,
    mdc=False,
    export={},
    export_filename="",
    duration_s=1800,
    timer="stopwatch",
    remote_assets=False,
)


def slide(  # noqa: PLR0913 - one for each thing a test may want to say
    number: int,
    html: str,
    bindings: str = "[]",
    *,
    clicks: int = 0,
    start: int = 0,
    title: str | None = None,
    alias: str | None = None,
    transition: Transition = NO_TRANSITION,
    frontmatter: Mapping[str, object] | None = None,
    zoom: float = 1,
) -> RenderedSlide:
    text = SourceText(Path("/deck/slides.md"), "slides.md", "")
    merged = Frontmatter(dict(frontmatter or {}))  # type: ignore[arg-type]
    source = SlideSource(text, 1, 1, "", merged, "", 0, None, 0, title, 1)
    settled = Slide(
        number=number,
        source=source,
        frontmatter=merged,
        title=title or f"Title {number}",
        level=1,
        route_alias=alias,
        layout="default",
        nodes=(),
        markups=(),
        styles=(),
        scope=None,
        clicks_total=clicks,
        clicks_start=start,
        transition=transition,
        note_html="",
        zoom=zoom,
        lang=None,
        hide_in_toc=False,
    )
    return RenderedSlide(settled, html, bindings)


def deck(
    *slides: RenderedSlide,
    config: DeckConfig = CONFIG,
    layers: Mapping[str, RenderedLayer] | None = None,
    **changes: object,
) -> RenderedDeck:
    toc = tuple(
        TocEntry(
            s.slide.number,
            s.slide.title or "",
            1,
            s.slide.route_alias or str(s.slide.number),
            hide_in_toc=False,
        )
        for s in slides
    )
    return RenderedDeck(
        config=replace(config, **changes) if changes else config,  # type: ignore[arg-type]
        slides=slides,
        layers=layers or {},
        toc=toc,
        assets={PICTURE.token: PICTURE},
    )


def page_css() -> str:
    return "\n".join(css for _, css in builtin.page_sheets())
