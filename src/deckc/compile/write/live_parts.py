"""Put single slides and the style sheet together for a page that is shown already.

assemble_slide(rendered_slide, config, assets)     LiveSlide(page='<div class="slidev-page ...', script="{...}")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckc.compile.write.assemble import page_of
from deckc.compile.write.assets import place_assets
from deckc.compile.write.deck_script import slide_object, toc_objects
from deckc.compile.write.shell import page_markup
from deckc.dataclass import dataclass
from deckc.model.config import DeckConfig
from deckc.model.deck import Asset, TocEntry
from deckc.model.rendered import RenderedSlide


@dataclass(frozen=True, slots=True)
class LiveSlide:
    """A slide for a page that is shown."""

    page: str
    """Its element."""
    script: str
    """What the runtime is told of it, as JavaScript."""
    files: Mapping[str, bytes]
    """Site path -> content of what it shows."""


def assemble_slide(rendered: RenderedSlide, config: DeckConfig, assets: Mapping[str, Asset]) -> LiveSlide:
    """Return a slide with its files placed."""
    texts = {"html": rendered.html, "script": slide_object(rendered)}
    placed = place_assets(texts, assets, single_file=False)
    page = page_of(rendered.slide, placed.texts["html"], config)
    return LiveSlide(page_markup(page, 0), placed.texts["script"], placed.files)


def assemble_sheet(css: str, assets: Mapping[str, Asset]) -> tuple[str, Mapping[str, bytes]]:
    """Return a sheet that is to stand in the page, and the files that it shows."""
    placed = place_assets({"css": css}, assets, single_file=False)
    return placed.texts["css"], placed.files


def assemble_layers(
    layers: Mapping[str, str], assets: Mapping[str, Asset]
) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """Return the HTML of global layers with their files placed, and those files."""
    placed = place_assets(dict(layers), assets, single_file=False)
    return {name: placed.texts[name] for name in layers}, placed.files


def assemble_script(script: str, assets: Mapping[str, Asset]) -> tuple[str, Mapping[str, bytes]]:
    """Return the script of what lives in the page with its files placed, and those files."""
    placed = place_assets({"script": script}, assets, single_file=False)
    return placed.texts["script"], placed.files


def toc_object(toc: Iterable[TocEntry]) -> list[dict[str, object]]:
    """Return a table of contents as the runtime is told of it."""
    return toc_objects(toc)
