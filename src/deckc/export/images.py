"""Take a picture of each state: PNG, JPEG or WebP.

    1.png, 2.png, ...              a folder with one for each slide
    001-01.png, 001-02.png, ...    with clicks: slide 1 at click 0, at click 1, ...
    cover.png                      one file, where it is named so and there is one state

Several pages of one browser work at once, each with its share of the sheets.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from deckc.compile.write import replace_file
from deckc.export.folder import fresh_folder
from deckc.export.job import ExportJob, Written
from deckc.export.pictures import JPEG, PNG, WEBP, PictureKind, take_pictures
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession

_FILES = {PNG: {".png"}, JPEG: {".jpg", ".jpeg"}, WEBP: {".webp"}}


async def write_png(job: ExportJob, session: BrowserSession) -> Written:
    """Write a PNG of each state."""
    return await write_pictures(job, session, PNG)


async def write_jpeg(job: ExportJob, session: BrowserSession) -> Written:
    """Write a JPEG of each state."""
    return await write_pictures(job, session, JPEG)


async def write_webp(job: ExportJob, session: BrowserSession) -> Written:
    """Write a WebP of each state."""
    return await write_pictures(job, session, WEBP)


async def write_thumbnails(job: ExportJob, session: BrowserSession) -> Written:
    """Write a small PNG of each state."""
    scale = job.options.width_px / job.deck.config.canvas_width_px
    return await write_pictures(job, session, PNG, scale)


async def write_pictures(
    job: ExportJob, session: BrowserSession, kind: PictureKind, scale: float | None = None
) -> Written:
    """Write a picture of each state into a folder, or of the one state into a file.

    Raises:
        ExportError: A file is named for several pictures, or the browser failed.
        OSError: The disk refuses.
    """
    scale = scale or job.options.scale
    count = len(job.states)
    words = f"{count} picture{'' if count == 1 else 's'}"
    if job.output.suffix.lower() not in _FILES[kind]:
        with fresh_folder(job.output) as beside:
            await take_pictures(job, session, kind, scale, beside)
        return Written(job.output, words)
    if count > 1:
        raise ExportError(
            "export-one-file",
            f"{count} pictures do not fit into the one file {job.output}",
            "name a folder with -o, or one slide with --range",
        )
    with tempfile.TemporaryDirectory(prefix="deckc-export-") as folder:
        (name,) = await take_pictures(job, session, kind, scale, Path(folder))
        _put(Path(folder, name), job.output)
    return Written(job.output, words)


def _put(picture: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_file(place, picture.read_bytes())
