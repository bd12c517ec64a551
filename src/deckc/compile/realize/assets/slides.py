"""Place the files of a deck's slides: every local one first, then all remote pictures at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from deckc.compile.realize.assets.nodes import NodeAddresses
from deckc.compile.realize.assets.sheets import SheetReader
from deckc.compile.realize.assets.shelf import AssetShelf
from deckc.model.deck import Slide
from deckc.model.nodes import StyleBlock


def place_assets(slides: Iterable[Slide], shelf: AssetShelf, bases: Mapping[str, Path]) -> tuple[Slide, ...]:
    """Return the slides with tokens for the addresses of their files.

    Remote pictures are only known once every slide was read, and are fetched together; slides that show
    one are then gone through again.
    """
    placed: list[Slide] = []
    waiting: list[int] = []
    for slide in slides:
        uses = shelf.remote_uses
        placed.append(_place(slide, shelf, bases))
        if shelf.remote_uses > uses:
            waiting.append(len(placed) - 1)
    shelf.fetch_remote()
    for index in waiting:
        placed[index] = _place(placed[index], shelf, bases)
    return tuple(placed)


def _place(slide: Slide, shelf: AssetShelf, bases: Mapping[str, Path]) -> Slide:
    base = slide.source.file.path.parent
    reader = SheetReader(shelf)
    spans = slide.frontmatter.spans
    named = {
        text: spans[key] for key, text in slide.frontmatter.items() if isinstance(text, str) and key in spans
    }
    nodes = NodeAddresses(shelf, bases, base, named, slide.source).rewrite(slide.nodes)
    plain = (_plain(style, shelf, base) for style in slide.styles)
    styles = tuple(
        replace(style, css=reader.block(style.css, base, style.span, style.language)) for style in plain
    )
    return replace(slide, nodes=nodes, styles=styles)


def _plain(style: StyleBlock, shelf: AssetShelf, base: Path) -> StyleBlock:
    """Return a style in SCSS, Sass or Less as CSS; as it is where that cannot be had: nested rules are read."""
    if style.language in {"css", "postcss"}:
        return style
    from deckc.engine.preprocess import plain_css

    css, problem = plain_css(style.css, style.language, base, shelf.places.files)
    if problem:
        shelf.report.warn("style-language", problem, style.span, "write CSS; rules may stand in rules")
        return style
    return style if css == style.css else replace(style, css=css, language="css")
