"""`deckc check`: say what is wrong with decks, and what does not fit on their slides, without writing anything.

checked talk.md  19 slides: 1 warning
"""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.cli.compilation import new_services
from deckc.cli.entry import find_entry, name_entries
from deckc.cli.report import print_report
from deckc.compile.load import load_deck, load_theme
from deckc.compile.page_slips import report_slips
from deckc.compile.pipeline import Compilation, compile_deck, load_settings, with_theme
from deckc.compile.write import SiteOptions
from deckc.diagnostics import Report, Severity
from deckc.model.files import DiskFiles
from deckc.model.services import Services

if TYPE_CHECKING:
    from deckc.export.scene import Overflow
    from deckc.export.session import BrowserSession

_SIDES = {"bottom": "below its lower edge", "right": "right of it", "top": "above it", "left": "left of it"}
_SHOWN_WORDS = 40


def run_check(chosen: Namespace) -> int:
    """Check every deck that was named; 1 where one has errors, or warnings with --strict."""
    found = (find_entry(named, Path.cwd()) for named in chosen.entries or [None])
    entries = list(name_entries(list(dict.fromkeys(found))))
    return asyncio.run(_check_all(entries, chosen))


async def _check_all(entries: list[Path], chosen: Namespace) -> int:
    from deckc.export.session import BrowserSession

    status = 0
    async with BrowserSession(chosen.browser, offline=True) as session:
        for entry in entries:
            status = max(status, await _check(entry, session, chosen))
    return status


async def _check(entry: Path, session: BrowserSession, chosen: Namespace) -> int:
    report = Report()
    services = new_services(entry, chosen)
    compiled = compile_deck(entry, DiskFiles(), services, SiteOptions(), report, theme=chosen.theme)
    _report_slips(entry, compiled, services, report, chosen)
    if compiled.deck.slides and chosen.overflow:
        await _report_overflows(compiled, report, session, chosen)
    status = print_report(report, strict=chosen.strict)
    print(f"checked {entry.name}  {_count(len(compiled.deck.slides), 'slide')}: {_summary(report)}")
    return status


def _report_slips(
    entry: Path, compiled: Compilation, services: Services, report: Report, chosen: Namespace
) -> None:
    """Report slips of utilities; the deck's settings are read once more, their mistakes told already."""
    files, told = DiskFiles(), Report()
    source = with_theme(load_deck(entry, files, told), chosen.theme)
    roots = load_theme(source, files, told, services.themes)
    settings = load_settings(source, roots, files, told, services)
    report_slips(compiled.deck, settings.utilities, services.icons, report)


async def _report_overflows(
    compiled: Compilation, report: Report, session: BrowserSession, chosen: Namespace
) -> None:
    from deckc.export.layout import measure_deck
    from deckc.export.problem import ExportError
    from deckc.export.scene import overflows

    try:
        scene = await measure_deck(compiled, {"timeout_s": chosen.timeout_s, "offline": True}, session)
    except ExportError as error:
        report.note(
            "overflow-unchecked",
            f"whether slides overflow was not checked: {error.diagnostic.message}",
            None,
            error.diagnostic.help,
        )
        return
    slides = {slide.number: slide for slide in compiled.deck.slides}
    for overflow in overflows(scene):
        source = slides[overflow.slide].source
        first = source.content.partition("\n")[0]
        report.warn(
            "slide-overflow",
            f"slide {overflow.slide} overflows: {_words_for(overflow)}",
            source.span(0, max(1, len(first))),
            "split the slide, or make it smaller with `zoom: 0.8` in its frontmatter",
        )


def _words_for(overflow: Overflow) -> str:
    parts = []
    if overflow.lines:
        shown = overflow.words[:_SHOWN_WORDS].rstrip() + ("..." if len(overflow.words) > _SHOWN_WORDS else "")
        which = "the first is" if overflow.lines > 1 else "it is"
        parts.append(f'{_count(overflow.lines, "line")} of text ({which} "{shown}")')
    if overflow.pictures:
        parts.append(_count(overflow.pictures, "picture or table", "pictures or tables"))
    return f"{' and '.join(parts)} {_SIDES[overflow.side]}, by {overflow.beyond_px:.0f} px"


def _summary(report: Report) -> str:
    counts = {severity: sum(one.severity is severity for one in report.diagnostics) for severity in Severity}
    parts = [_count(count, severity.value) for severity, count in counts.items() if count]
    return ", ".join(parts) or "nothing to complain about"


def _count(number: int, word: str, words: str = "") -> str:
    return f"{number} {word if number == 1 else words or f'{word}s'}"
