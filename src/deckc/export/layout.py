"""Measure where everything stands on the slides of a compiled deck, for checks that write no file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deckc.compile.pipeline import Compilation
from deckc.export.deck_page import open_sheets
from deckc.export.job import ExportJob
from deckc.export.options import read_options
from deckc.export.run import write_pages
from deckc.export.scene import Scene, measure_layout
from deckc.export.session import BrowserSession
from deckc.export.states import choose_states


async def measure_deck(compiled: Compilation, asked: Mapping[str, Any], session: BrowserSession) -> Scene:
    """Return the deck's slides at every click, without their pictures. `asked` is as for `export_deck`.

    Raises:
        ExportError: There is no browser, it failed, or a slide did not get ready.
    """
    options = read_options({**asked, "with_clicks": True}, compiled.deck.config.export)
    states = choose_states(compiled.deck.slides, "", with_clicks=True)
    with tempfile.TemporaryDirectory(prefix="deckc-check-") as folder:
        network = write_pages(compiled.site, Path(folder), options)
        job = ExportJob(compiled.deck, network, states, options, Path(folder), lambda _done, _total: None)

        async def measure() -> Scene:
            async with open_sheets(job, session) as page:
                return await measure_layout(page)

        return await session.attempt(measure)
