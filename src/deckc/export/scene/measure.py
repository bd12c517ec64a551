"""Measure a deck in its print form: one look at the page gives every slide at every click.

measure_scene(page)      page: a built deck opened with ?print=clicks, fonts and pictures there
"""

from __future__ import annotations

import base64
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckc.export.scene.fonts import measure_typefaces
from deckc.export.scene.items import items_of
from deckc.export.scene.move import moved
from deckc.export.scene.pictures import Pictures
from deckc.export.scene.snapshot import QUESTION, Laid, read_snapshot
from deckc.export.scene.tokens import Typefaces
from deckc.export.scene.values import Image, Rect, Scene, SlideScene, SlideState

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

_SHEET = re.compile(r"(\d+)-(\d+)")
_SCALE = 2.0
"""Pixels for each px in pictures that the browser makes."""
_CLEAR = {"r": 0, "g": 0, "b": 0, "a": 0}


async def measure_scene(page: Page) -> Scene:
    """Return what the deck shows."""
    return await _measure(page, _draw)


async def measure_layout(page: Page) -> Scene:
    """Return where everything is that the deck shows; the pictures themselves are left out, which is quicker."""
    return await _measure(page, _leave)


async def _draw(pictures: Pictures, page: Page, session: CDPSession) -> tuple[Image, ...]:
    return await pictures.draw(_BrowserPainter(page, session))


async def _leave(_pictures: Pictures, _page: Page, _session: CDPSession) -> tuple[Image, ...]:
    return ()


async def _measure(
    page: Page, draw: Callable[[Pictures, Page, CDPSession], Awaitable[tuple[Image, ...]]]
) -> Scene:
    told = await page.evaluate(_script("prepare.js"))
    session = await page.context.new_cdp_session(page)
    try:
        root = read_snapshot(await session.send("DOMSnapshot.captureSnapshot", dict(QUESTION)))
        sheets = list(_sheets(root))
        stacks = {laid["font-family"] for sheet in sheets for laid in sheet.walk() if laid.fragments}
        typefaces = await measure_typefaces(page, session, stacks)
        pictures = Pictures(told)
        slides = _slides(sheets, pictures, typefaces)
        images = await draw(pictures, page, session)
    finally:
        await session.detach()
    size = sheets[0].rect if sheets else Rect(0, 0, 980, 552)
    return Scene(size.width, size.height, slides, images)


def _slides(sheets: Iterable[Laid], pictures: Pictures, typefaces: Typefaces) -> tuple[SlideScene, ...]:
    """Return the slides of some sheets, each from its own corner."""
    slides: dict[int, list[SlideState]] = {}
    for sheet in sheets:
        number, click = _state_of(sheet)
        corner = sheet.rect
        items = (moved(item, -corner.x, -corner.y) for item in items_of(sheet, pictures, typefaces))
        slides.setdefault(number, []).append(SlideState(click, tuple(items)))
    return tuple(SlideScene(number, tuple(states)) for number, states in sorted(slides.items()))


def _sheets(root: Laid) -> Iterator[Laid]:
    for laid in root.walk():
        if laid.attributes.get("class", "").startswith("print-slide-container"):
            yield laid


def _state_of(sheet: Laid) -> tuple[int, int]:
    """Return slide and click of a sheet: "003-01" is slide 3 at click 0."""
    found = _SHEET.fullmatch(sheet.attributes.get("id", ""))
    if not found:
        raise ValueError(f"a sheet named {sheet.attributes.get('id')!r}")
    return int(found[1]), int(found[2]) - 1


def _script(name: str) -> str:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return re.sub(r"^(?://.*\n|\n)*", "", text).rstrip().removesuffix(";")


class _BrowserPainter:
    """Draws pictures in the page that is measured."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session

    async def draw(self, source: str, width_px: float, height_px: float) -> bytes:
        """Return a picture or a drawing as PNG; empty where the browser will not."""
        told: Any = await self._page.evaluate(_script("draw.js"), [source, width_px, height_px, _SCALE])
        return base64.b64decode(told.partition(",")[2]) if told else b""

    async def photograph(self, key: int, rect: Rect, *, is_ground: bool) -> bytes:
        """Return what an element looks like, or its ground alone, as PNG."""
        name = "background" if is_ground else "picture"
        await self._page.evaluate(_script("isolate.js"), [f'[data-scene-{name}="{key}"]', is_ground])
        await self._session.send("Emulation.setDefaultBackgroundColorOverride", {"color": _CLEAR})
        size = {"width": max(1, rect.width), "height": max(1, rect.height)}
        clip = {"x": rect.x, "y": rect.y, **size, "scale": _SCALE}
        question = {"format": "png", "clip": clip, "captureBeyondViewport": True}
        try:
            answer = await self._session.send("Page.captureScreenshot", question)
        finally:
            await self._session.send("Emulation.setDefaultBackgroundColorOverride", {})
            await self._page.evaluate("() => window.deckcSceneRestore()")
        return base64.b64decode(answer["data"])
