"""Make the picture that other sites show of a deck, where it asks for one: `seoMeta: { ogImage: auto }`.

slide 1 -> og-image.png beside the deck, which the next build puts into its site; one that is there stays as it is
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from deckc.cli.report import print_report
from deckc.compile.pipeline import Compilation
from deckc.diagnostics import Diagnostic, Report
from deckc.model.config import AUTO_IMAGE


def make_social_image(entry: Path, compilation: Compilation) -> bool:
    """Write the picture; False where that cannot be done, which is told and stops nothing."""
    print(f"making {AUTO_IMAGE} of slide 1", file=sys.stderr)
    problem = asyncio.run(_export(compilation, entry.parent / AUTO_IMAGE))
    if problem is not None:
        report = Report()
        report.warn(problem.code, problem.message, problem.span, problem.help)
        print_report(report, strict=False)
    return problem is None


async def _export(compilation: Compilation, output: Path) -> Diagnostic | None:
    from deckc.export.formats import FORMATS
    from deckc.export.run import Request, export_deck
    from deckc.export.session import BrowserSession

    asked = {"slides": "1", "scale": 1.0, "with_clicks": False}
    async with BrowserSession(offline=True) as session:
        requests = [Request(FORMATS["png"], output)]
        outcomes = [
            outcome async for outcome in export_deck(compilation, requests, asked, session, lambda *_: None)
        ]
    result = outcomes[0].result
    return result if isinstance(result, Diagnostic) else None
