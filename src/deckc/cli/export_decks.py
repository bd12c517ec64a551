"""Export decks one after the other, each in its forms, while one browser stays open."""

from __future__ import annotations

import asyncio
import os
import signal
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckc.cli.export_json import JsonLog
from deckc.cli.export_log import ExportLog
from deckc.cli.export_options import OPTIONS
from deckc.export.formats import Format
from deckc.export.outputs import Target, place_output
from deckc.export.session import BrowserSession

if TYPE_CHECKING:
    from deckc.compile.pipeline import Compilation
    from deckc.export.direct.process import Process


_TERMINATED = 143
"""128 and the number of the signal, as shells have it."""


def export_decks(
    entries: Mapping[Path, str],
    forms: Sequence[Format],
    chosen: Namespace,
    *,
    prints: int,
    begun: Process | None,
) -> int:
    """Export decks, given with their names, in these forms, and return the exit status.

    `prints` is how many there are, where the browser does nothing else; `begun` is one that was started for them.
    """
    session = BrowserSession(chosen.browser, offline=chosen.offline, prints=prints, begun=begun)
    try:
        return asyncio.run(_export_all(entries, forms, chosen, session))
    except asyncio.CancelledError:  # by SIGTERM
        return _TERMINATED


async def _export_all(
    entries: Mapping[Path, str], forms: Sequence[Format], chosen: Namespace, session: BrowserSession
) -> int:
    target = _target(chosen.output, is_shared=len(entries) * len(forms) > 1)
    log = (JsonLog if chosen.json else ExportLog)(entries.values(), forms, _wrong_usage(chosen))
    _end_on_sigterm()
    async with session:
        if any(form.needs_browser for form in forms):
            session.warm_up()  # it starts while the compiler is imported and at work
            await asyncio.sleep(0)
        for entry, name in entries.items():
            await _export_entry(entry, name, forms, target, chosen, session, log)
    return log.close()


def _end_on_sigterm() -> None:
    """Let SIGTERM end the browser too, and remove what it wrote, as Ctrl-C does."""
    task = asyncio.current_task()
    with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; a thread that gets no signals
        if task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


async def _export_entry(
    entry: Path,
    name: str,
    forms: Sequence[Format],
    target: Target,
    chosen: Namespace,
    session: BrowserSession,
    log: ExportLog,
) -> None:
    compiled, status = await asyncio.to_thread(_compile, entry, chosen)
    log.compiled(name, status)
    if not compiled.deck.slides:
        log.nothing_to_show(entry)
        return
    from deckc.export.run import Request, export_deck

    own_name = compiled.deck.config.export_filename
    requests = [Request(form, place_output(form, name, target, own_name)) for form in forms]
    async for outcome in export_deck(compiled, requests, _asked(chosen), session, log.progress):
        log.finished(outcome)


def _compile(entry: Path, chosen: Namespace) -> tuple[Compilation, int]:
    from deckc.cli.compilation import chosen_fonts, compile_entry  # 0.3 s, in which the browser starts
    from deckc.compile.write import SiteOptions

    return compile_entry(entry, SiteOptions(fonts=chosen_fonts(chosen, "own")), chosen)


def _asked(chosen: Namespace) -> dict[str, Any]:
    """Return the options that were given, by their names in ExportOptions."""
    given = vars(chosen)
    return {name: given[name] for name in OPTIONS if name in given}


def _wrong_usage(chosen: Namespace) -> frozenset[str]:
    """Return the problems that come from the command line itself."""
    return frozenset({"export-one-file", *(["export-range"] if "slides" in chosen else [])})


def _target(output: str, *, is_shared: bool) -> Target:
    ends_open = output.endswith(("/", os.sep))
    is_folder = bool(output) and (is_shared or ends_open or Path(output).is_dir())
    return Target(output, is_folder=is_folder, is_shared=is_shared)
