"""The forms in which a deck is exported: one line for each.

    FORMATS["pdf"].writer()    the function that writes it, imported now

To add one: a module with `async def write_...(job, session) -> Written`, and its line here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from deckc.dataclass import dataclass

if TYPE_CHECKING:  # the command line names the forms before anything else is loaded
    from deckc.export.job import ExportJob, Written
    from deckc.export.session import BrowserSession

    Writer = Callable[[ExportJob, BrowserSession], Awaitable[Written]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of export."""

    name: str
    """As the command line has it: "pdf" for --pdf."""
    suffix: str
    """Of its file, with the dot; "" where it is a folder."""
    words: str
    """What the command line's help says of it."""
    place: str
    """Where its writer is: "module:function" below `deckc.export`."""
    ending: str = ""
    """What the file's name has behind the deck's, where two forms have one suffix."""
    needs_browser: bool = True
    is_print: bool = False
    """Whether all that it wants of a browser is to print."""
    shows_clicks: bool = False
    """Whether every click is shown unless the deck or its author says otherwise."""

    def writer(self) -> Writer:
        """Return the function that writes this form."""
        module, function = self.place.split(":")
        return cast("Writer", getattr(import_module(f"deckc.export.{module}"), function))


FORMATS = {
    form.name: form
    for form in (
        Format(
            "pdf",
            ".pdf",
            "one page a slide, text as text (this, where no form is named)",
            "pdf:write_pdf",
            is_print=True,
        ),
        Format("png", "", "a folder of pictures; -o cover.png --range 1 makes one", "images:write_png"),
        Format("jpeg", "", "the same as JPEG", "images:write_jpeg"),
        Format("webp", "", "the same as WebP", "images:write_webp"),
        Format(
            "pptx",
            ".pptx",
            "PowerPoint, to be edited: texts, shapes and steps (needs deckc[pptx])",
            "pptx.write:write_pptx_file",
            shows_clicks=True,
        ),
        Format(
            "pptx-images",
            ".pptx",
            "PowerPoint, a picture of each click on a slide (needs deckc[pptx])",
            "pptx.write:write_pptx_images",
            ending="-images",
            shows_clicks=True,
        ),
        Format("thumbnails", "", "small PNGs, 320 pixels wide", "images:write_thumbnails", "-thumbnails"),
        Format(
            "notes",
            ".pdf",
            "PDF: each slide with its notes on a page",
            "handout:write_notes",
            "-notes",
            is_print=True,
        ),
        Format(
            "notes-only",
            ".pdf",
            "PDF: the notes alone",
            "handout:write_notes_only",
            "-notes-only",
            is_print=True,
        ),
        Format(
            "handout",
            ".pdf",
            "PDF: 2, 3, 4 or 6 slides on a page",
            "handout:write_handout",
            "-handout",
            is_print=True,
        ),
        Format("md", ".md", "Markdown of pictures and notes", "markdown:write_markdown"),
        Format("text", ".txt", "titles and notes as plain text", "text:write_text", needs_browser=False),
        Format(
            "mp4", ".mp4", "a film of the whole run (needs ffmpeg)", "video:write_video", shows_clicks=True
        ),
        Format("webm", ".webm", "the same as WebM", "video:write_video", shows_clicks=True),
        Format("gif", ".gif", "the same as GIF", "video:write_video", shows_clicks=True),
    )
}
