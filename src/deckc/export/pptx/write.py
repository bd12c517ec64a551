"""Export a deck to PowerPoint: what the browser shows is measured once, and written as shapes and steps.

await write_pptx_file(job, session)      talk.pptx, 19 slides
await write_pptx_images(job, session)    the plain kind: a picture of each state fills a slide
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from deckc.compile.write import replace_file
from deckc.export.deck_page import open_sheets
from deckc.export.job import ExportJob, Written
from deckc.export.pptx.facts import facts_of
from deckc.export.problem import ExportError
from deckc.export.scene import measure_scene
from deckc.export.scene.values import Scene
from deckc.export.session import BrowserSession


async def write_pptx_file(job: ExportJob, session: BrowserSession) -> Written:
    """Write a presentation that can be edited.

    Raises:
        ExportError: python-pptx is missing, a slide did not get ready, or the browser failed.
        OSError: The file cannot be written.
    """
    _check_library()

    async def measure() -> Scene:
        async with open_sheets(job, session) as page:
            return await measure_scene(page)

    scene = await session.attempt(measure)

    def write() -> bytes:
        from deckc.export.pptx.deck import write_pptx

        return write_pptx(scene, facts_of(job.deck))

    return await _save(job, write, len(scene.slides))


async def write_pptx_images(job: ExportJob, session: BrowserSession) -> Written:
    """Write a presentation of pictures, one for each state.

    Raises:
        ExportError: python-pptx is missing, a slide did not get ready, or the browser failed.
        OSError: The file cannot be written.
    """
    _check_library()
    from deckc.export.pictures import PNG, take_pictures

    with tempfile.TemporaryDirectory(prefix="deckc-export-") as folder:
        names = await take_pictures(job, session, PNG, job.options.scale, Path(folder))

        def write() -> bytes:
            from deckc.export.pptx.images import write_images

            pictures = [Path(folder, name).read_bytes() for name in names]
            config = job.deck.config
            size_px = (config.canvas_width_px, config.canvas_height_px)
            return write_images(pictures, [state.number for state in job.states], size_px, facts_of(job.deck))

        return await _save(job, write, len(names))


async def _save(job: ExportJob, write: Callable[[], bytes], slides: int) -> Written:
    content = await asyncio.to_thread(write)
    job.output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(job.output, content)
    job.tell(len(job.states), len(job.states))
    return Written(job.output, f"{slides} slide{'' if slides == 1 else 's'}")


def _check_library() -> None:
    if find_spec("pptx") is None:
        raise ExportError(
            "no-python-pptx",
            "PowerPoint files are written with python-pptx, which is not installed",
            "pip install 'deckc[pptx]'",
        )
