"""`deckc export`: print a deck to PDF.

exported slides-export.pdf  19 pages in 3.10 s
"""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from deckc.cli.arguments import UsageError
from deckc.cli.compilation import compile_entry
from deckc.cli.entry import find_entry
from deckc.compile.load.ranges import read_range
from deckc.compile.write import SiteOptions
from deckc.model.deck import Deck, Slide


def run_export(chosen: Namespace) -> int:
    """Print the deck; exit status 1 where it has errors or cannot be printed."""
    from deckc.export import ExportError, PdfOptions, export_pdf

    start = time.perf_counter()
    entry = find_entry(chosen.entry, Path.cwd())
    compilation, status = compile_entry(entry, SiteOptions(single_file=True), chosen)
    deck = compilation.deck
    if not deck.slides:
        print(f"deckc: nothing written: {entry.name} has no slides to show", file=sys.stderr)
        return 1
    numbers = _chosen_slides(chosen.range, len(deck.slides))
    output = _output(chosen.output, entry, deck)
    options = PdfOptions(
        deck.config.canvas_width_px,
        deck.config.canvas_height_px,
        page_ranges=page_ranges(deck.slides, numbers, with_clicks=chosen.with_clicks),
        browser=chosen.browser,
        dark=chosen.dark,
        with_clicks=chosen.with_clicks,
        keep_remote=chosen.keep_remote,
        timeout_s=chosen.timeout,
    )
    try:
        pages = export_pdf(compilation.site.files["index.html"], output, options)
    except ExportError as error:
        print(f"deckc: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"deckc: cannot write {output}: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"exported {output}  {pages} pages in {time.perf_counter() - start:.2f} s")
    return max(status, _check_pages(pages, deck.slides, numbers, with_clicks=chosen.with_clicks))


def page_ranges(slides: Sequence[Slide], numbers: Sequence[int], *, with_clicks: bool) -> str:
    """Return which pages of the whole deck's print show these slides, as browsers name pages; "" for all."""
    if len(numbers) == len(slides):
        return ""
    pieces: list[str] = []
    first = 1
    for slide in slides:
        last = first + _pages_of(slide, with_clicks=with_clicks) - 1
        if slide.number in numbers:
            pieces.append(f"{first}-{last}")
        first = last + 1
    return ",".join(pieces)


def _pages_of(slide: Slide, *, with_clicks: bool) -> int:
    return max(1, slide.clicks_total - slide.clicks_start + 1) if with_clicks else 1


def _check_pages(pages: int, slides: Sequence[Slide], numbers: Sequence[int], *, with_clicks: bool) -> int:
    """Say so where the browser made more or fewer pages than the deck has."""
    expected = sum(_pages_of(slide, with_clicks=with_clicks) for slide in slides if slide.number in numbers)
    if pages == expected:
        return 0
    print(f"deckc: the PDF has {pages} pages, the deck {expected}: a slide broke over pages", file=sys.stderr)
    return 1


def _chosen_slides(text: str, count: int) -> Sequence[int]:
    chosen = read_range(text, count)
    if chosen.problem or not chosen.numbers:
        message = f'--range "{text}": {chosen.problem or "names no slides"}'
        raise UsageError(message)
    return chosen.numbers


def _output(named: Path | None, entry: Path, deck: Deck) -> Path:
    """Return where the PDF goes: as named, else as the deck's exportFilename says, else ENTRY-export.pdf."""
    if named is not None:
        return named if named.suffix.lower() == ".pdf" else named.with_name(f"{named.name}.pdf")
    name = Path(deck.config.export_filename or f"{entry.stem}-export").name
    return Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
