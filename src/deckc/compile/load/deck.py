"""Load a deck: the path of its entry in, all shown slides with their frontmatter, notes and titles out.

load_deck(Path("/deck/slides.md"), files, report)  ->  DeckSource(headmatter={"theme": "seriph"}, slides=...)
"""

from __future__ import annotations

from pathlib import Path

from deckc.compile.load.includes import Importer
from deckc.compile.load.kept import KeptSlides
from deckc.compile.load.text import read_source
from deckc.compile.load.workspace import find_workspace
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.files import Files
from deckc.model.source import DeckSource, Frontmatter, SourceText


def load_deck(entry: Path, files: Files, report: Report, kept: KeptSlides | None = None) -> DeckSource:
    """Return the deck of an entry (absolute path; `.md` may be left out); `kept` are slides read before.

    Never raises: an entry that cannot be read is reported, and the deck has no slides.
    """
    source = _read_entry(entry, files, report)
    if source is None:
        return DeckSource(SourceText(entry, files.show(entry), ""), Frontmatter(), ())
    folder = source.path.parent
    workspace = find_workspace(folder, files)
    files.confine(workspace or folder)
    importer = Importer(source, files, report, kept or KeptSlides())
    headmatter = importer.first_source_slide().frontmatter
    slides = importer.shown_slides()
    if not slides and not report.has_errors:
        report.error(
            "no-slides",
            "the deck shows no slides",
            Span(source.shown_path, 1, 1),
            "remove a `hide` or `disabled`",
        )
    return DeckSource(source, headmatter, slides, workspace)


def _read_entry(entry: Path, files: Files, report: Report) -> SourceText | None:
    path = entry
    if not files.is_file(path) and entry.suffix != ".md":
        path = entry.with_name(f"{entry.name}.md")
    if not files.is_file(path):
        _report_missing(entry, path, files, report)
        return None
    try:
        return read_source(path, files, report)
    except OSError as problem:
        report.error("entry-not-found", f'"{files.show(path)}" cannot be read: {problem.strerror}')
        return None


def _report_missing(entry: Path, path: Path, files: Files, report: Report) -> None:
    if files.is_folder(entry):
        message, near = f'"{files.show(entry)}" is a folder', None
    else:
        decks = [found.name for found in files.list_folder(path.parent) if found.suffix == ".md"]
        message, near = f'there is no deck "{files.show(entry)}"', did_you_mean(path.name, decks)
    report.error("entry-not-found", message, None, near or "name the deck's Markdown file")
