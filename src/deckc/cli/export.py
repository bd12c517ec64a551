"""`deckc export`: export decks, all with one browser.

exported slides-export.pdf  19 pages in 3.10 s
"""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path

from deckc.cli.entry import find_entry, name_entries
from deckc.export.formats import FORMATS


def run_export(chosen: Namespace) -> int:
    """Export every deck in every form that was named; 1 where one has errors or cannot be exported."""
    found = (find_entry(named, Path.cwd()) for named in chosen.entries or [None])
    entries = name_entries(list(dict.fromkeys(found)))
    forms = [FORMATS[name] for name in dict.fromkeys(chosen.forms or ["pdf"])]
    drawn = [form for form in forms if form.needs_browser]
    prints = len(entries) * len(drawn) if all(form.is_print for form in drawn) else 0
    begun = None
    if prints:
        from deckc.export import launch

        begun = launch.begin_directly(chosen.browser, offline=chosen.offline)  # while all else is imported
    gc.enable()  # many decks leave much behind
    from deckc.cli.export_decks import export_decks

    return export_decks(entries, forms, chosen, prints=prints, begun=begun)
