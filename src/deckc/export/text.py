"""Write a deck's outline with its notes as plain text, for a teleprompter or a script.

    Deep dive

    1  Welcome
       Good morning, everyone.
       [click] And this is why.

    2  Method

No browser takes part.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from deckc.compile.write import replace_file
from deckc.export.job import ExportJob, Written
from deckc.export.plain_text import plain_note, plain_title
from deckc.export.session import BrowserSession


async def write_text(job: ExportJob, session: BrowserSession) -> Written:
    """Write the outline; nothing is asked of the browser."""
    del session
    return await asyncio.to_thread(_write, job)


def _write(job: ExportJob) -> Written:
    numbers = {state.number for state in job.states}
    job.output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(job.output, ("\n".join(_lines(job, numbers)).rstrip() + "\n").encode())
    return Written(job.output, f"{len(numbers)} slide{'' if len(numbers) == 1 else 's'}")


def _lines(job: ExportJob, numbers: set[int]) -> Iterator[str]:
    yield plain_title(job.deck.config.title)
    width = len(str(len(job.deck.slides)))
    for slide in job.deck.slides:
        if slide.number not in numbers:
            continue
        yield ""
        yield f"{slide.number:>{width}}  {plain_title(slide.title)}".rstrip()
        for line in plain_note(slide.source.note).splitlines():
            yield f"{'':<{width}}  {line}".rstrip()
