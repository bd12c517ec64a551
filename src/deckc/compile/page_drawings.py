"""Put what was drawn on slides, and kept as SVG files, into their pages (`drawings.persist`, spec 12.4.4).

    .slidev/drawings/slides/3.svg   ->   <svg class="deckc-drawing" ...><path d="M0 0L9 9" .../></svg>

at the end of slide 3, where the runtime draws too: so a drawing is in every build and export. Of a file only strokes
are taken.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.diagnostics import Report, Span
from deckc.model.config import DeckConfig
from deckc.model.files import Files
from deckc.model.rendered import RenderedDeck, RenderedSlide

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ELEMENTS = frozenset(
    "g path line rect ellipse circle polyline polygon defs marker".split(),
)
_ATTRIBUTES = re.compile(
    r"d|[xy][12]?|[cr][xy]|r|width|height|points|fill|stroke|stroke-(?:width|linecap|linejoin|opacity|dasharray)"
    r"|opacity|transform|id|orient|ref[XY]|marker(?:Width|Height|Units)|marker-(?:end|start)|viewBox"
)
_FOREIGN = re.compile(r"url\((?![\"']?#)|[<>]", re.IGNORECASE)
_DECLARATIONS = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def with_drawings(rendered: RenderedDeck, entry: Path, files: Files, report: Report) -> RenderedDeck:
    """Return the deck with the kept drawings on its slides; the same deck where none are kept."""
    folder = drawings_folder(rendered.config, entry)
    if folder is None or not files.is_folder(folder):
        return rendered
    slides = tuple(_drawn(slide, folder, rendered.config, files, report) for slide in rendered.slides)
    return replace(rendered, slides=slides)


def drawings_folder(config: DeckConfig, entry: Path) -> Path | None:
    """Return where the deck's drawings are kept, None where they are not: `persist` is true, or a folder."""
    persist = config.features.drawings.get("persist")
    if not persist:
        return None
    name = persist if isinstance(persist, str) else f".slidev/drawings/{entry.stem}"
    return entry.parent / name


def _drawn(
    slide: RenderedSlide, folder: Path, config: DeckConfig, files: Files, report: Report
) -> RenderedSlide:
    path = folder / f"{slide.slide.number}.svg"
    if not files.is_file(path):
        return slide
    strokes = read_strokes(files.read_bytes(path))
    if strokes is None:
        report.warn(
            "drawing-not-read",
            f'"{path.name}" is no SVG',
            Span(files.show(path), 1, 1),
            "delete it, and the slide has no drawing",
        )
        return slide
    size = f"0 0 {config.canvas_width_px} {config.canvas_height_px}"
    drawing = f'<svg class="deckc-drawing" viewBox="{size}" aria-hidden="true">{strokes}</svg>'
    return replace(slide, html=slide.html + drawing) if strokes else slide


def read_strokes(content: bytes) -> str | None:
    """Return the strokes of an SVG file as markup, without anything else that it holds; None where it is none."""
    from xml.etree.ElementTree import ParseError, fromstring

    text = content.decode("utf-8", "replace")
    if _DECLARATIONS.search(text):
        return None
    try:
        root = fromstring(text)  # noqa: S314 - a file with entities has been refused
    except ParseError:
        return None
    return "".join(map(_markup, root)) if _name(root) == "svg" else None


def _markup(element: Element) -> str:
    name = _name(element)
    if name not in _ELEMENTS:
        return ""
    attributes = "".join(
        f' {key}="{html.escape(value)}"'
        for key, value in element.attrib.items()
        if _ATTRIBUTES.fullmatch(key) and not _FOREIGN.search(value)
    )
    return f"<{name}{attributes}>{''.join(map(_markup, element))}</{name}>"


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
