"""Export one compiled deck in the forms that are asked for.

    async for outcome in export_deck(compiled, requests, session, tell): ...

`deckc export` and `deckc serve` both come through here.
"""

from __future__ import annotations

import html
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from deckc.compile.pipeline import Compilation
from deckc.compile.write import BESIDE
from deckc.dataclass import dataclass
from deckc.diagnostics import Diagnostic
from deckc.export.formats import Format
from deckc.export.job import ExportJob, Written
from deckc.export.network import Network, named_hosts
from deckc.export.options import ExportOptions, read_options
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession
from deckc.export.states import choose_states
from deckc.model.site import Site

_TEXTS = (".html", ".css", ".js", ".svg")


@dataclass(frozen=True, slots=True)
class Request:
    """One form of a deck, and its place."""

    form: Format
    output: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request."""

    request: Request
    result: Written | Diagnostic
    seconds: float


async def export_deck(
    compiled: Compilation,
    requests: Sequence[Request],
    asked: Mapping[str, Any],
    session: BrowserSession,
    tell: Callable[[Format, int, int], None],
) -> AsyncIterator[Outcome]:
    """Yield an outcome for each request, in order. `asked` are options by their name in ExportOptions."""
    options = read_options(asked, compiled.deck.config.export)
    with tempfile.TemporaryDirectory(prefix="deckc-export-") as folder:
        network = write_pages(compiled.site, Path(folder), options)
        for request in requests:
            start = time.perf_counter()
            result = await _export(compiled, request, asked, network, session, tell)
            yield Outcome(request, result, time.perf_counter() - start)


async def _export(
    compiled: Compilation,
    request: Request,
    asked: Mapping[str, Any],
    network: Network,
    session: BrowserSession,
    tell: Callable[[Format, int, int], None],
) -> Written | Diagnostic:
    form = request.form
    options = read_options(
        {"with_clicks": True, **asked} if form.shows_clicks else asked, compiled.deck.config.export
    )

    def tell_form(done: int, total: int) -> None:
        tell(form, done, total)

    try:
        states = choose_states(compiled.deck.slides, options.slides, with_clicks=options.with_clicks)
        tell(form, 0, len(states))
        job = ExportJob(compiled.deck, network, states, options, request.output, tell_form)
        return await form.writer()(job, session)
    except ExportError as error:
        return error.diagnostic
    except OSError as error:
        return ExportError(
            "export-write",
            f"cannot write {_place(error, request)}: {error.strerror or error}",
            "choose another place with -o",
        ).diagnostic


def _place(error: OSError, request: Request) -> object:
    """Return what could not be written, as its author knows it: not the file beside it that is moved there."""
    refused = error.filename2 or error.filename or ""
    return request.output if BESIDE in str(refused) else refused or request.output


def write_pages(site: Site, folder: Path, options: ExportOptions) -> Network:
    """Write a site to where the browser opens it, and return what its page may load."""
    for name, content in site.files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    if options.offline:
        return Network(folder, frozenset())
    texts = (
        content.decode("utf-8", "replace") for name, content in site.files.items() if name.endswith(_TEXTS)
    )
    return Network(folder, named_hosts(map(html.unescape, texts)))
