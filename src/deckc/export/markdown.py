"""Write a deck as Markdown of pictures and notes, which any viewer shows (spec 13.2.5).

    ![Welcome](./talk-export/1.png)

    Good morning, everyone.

    ---

The pictures lie in a folder beside it that is called as the file is; in Slidev they lie about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from deckc.compile.write import replace_file
from deckc.export.folder import fresh_folder
from deckc.export.job import ExportJob, Written
from deckc.export.pictures import PNG, take_pictures
from deckc.export.plain_text import plain_title
from deckc.export.session import BrowserSession


async def write_markdown(job: ExportJob, session: BrowserSession) -> Written:
    """Write the pictures, then the Markdown."""
    folder = job.output.with_suffix("")
    with fresh_folder(folder) as beside:
        names = await take_pictures(job, session, PNG, job.options.scale, beside)
    text = _markdown(job, [f"./{quote(folder.name)}/{name}" for name in names])
    replace_file(job.output, text.encode())
    return Written(job.output, f"{len(names)} picture{'' if len(names) == 1 else 's'}")


def _markdown(job: ExportJob, addresses: Sequence[str]) -> str:
    slides = {slide.number: slide for slide in job.deck.slides}
    parts: list[str] = []
    for state, address in zip(job.states, addresses, strict=True):
        slide = slides[state.number]
        title = plain_title(slide.title) or f"Slide {slide.number}"
        picture = f"![{title.translate({91: '(', 93: ')'})}]({address})"
        note = slide.source.note if state.is_last else None
        parts.append(f"{picture}\n\n{note}" if note else picture)
    return "\n\n---\n\n".join(parts) + "\n"
