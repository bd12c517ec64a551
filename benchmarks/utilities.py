"""Time the utility engine: a deck's CSS in a fresh process, the same after an edit, and candidates a second.

    python benchmarks/utilities.py decks/deepseek.md [CANDIDATES.json]

CANDIDATES.json is a list, or an object keyed by candidate; without it the deck's own candidates are timed. Processor time
is counted, so that other load matters less.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

_RUNS = 7
_COLD = """
import sys, time
started = time.process_time()
from deckc.compile.style import compile_utilities, default_design, extract_candidates
imported = time.process_time()
markup = open(sys.argv[1], encoding="utf-8").read()
candidates = extract_candidates(markup)
extracted = time.process_time()
sheet = compile_utilities(candidates, default_design())
done = time.process_time()
print(imported - started, extracted - imported, done - extracted, len(markup), len(candidates), len(sheet.matched))
"""


def cold(deck: Path) -> None:
    """Print what the deck's CSS costs in a fresh process."""
    runs = []
    for _ in range(_RUNS):
        output = subprocess.run(
            [sys.executable, "-c", _COLD, str(deck)], capture_output=True, text=True, check=True
        )
        runs.append([float(cell) for cell in output.stdout.split()])
    importing, extracting, compiling = (
        statistics.median(run[column] for run in runs) * 1e3 for column in range(3)
    )
    characters, candidates, matched = (int(cell) for cell in runs[0][3:])
    total = importing + extracting + compiling
    print(f"{deck}: {characters} characters, {candidates} candidates, {matched} utilities")
    print(f"  cold {total:.0f} ms: import {importing:.0f}, extract {extracting:.0f}, compile {compiling:.0f}")


_EDITED = """
import sys, time
from pathlib import Path
from deckc.cli.compilation import new_services
from deckc.compile import pipeline
from deckc.compile.write import SiteOptions
from deckc.model.files import DiskFiles

entry, spent, compile_page_styles = Path(sys.argv[1]).resolve(), [], pipeline.compile_page_styles

def timed(*given):
    started = time.process_time()
    css = compile_page_styles(*given)
    spent.append(time.process_time() - started)
    return css

class EditedFiles(DiskFiles):
    def read_bytes(self, path):
        content = super().read_bytes(path)
        return content + b'\\n\\n<b class="mt-%d">edit</b>\\n' % len(spent) if path == entry else content

pipeline.compile_page_styles = timed
services = new_services(entry, keep_remote=True)
for _ in range(8):
    pipeline.compile_deck(entry, EditedFiles(), services, SiteOptions())
print(spent[0], sorted(spent[1:])[3])
"""


def edited(deck: Path) -> None:
    """Print what the whole page's CSS costs at first, and again when one slide was changed."""
    output = subprocess.run(
        [sys.executable, "-c", _EDITED, str(deck)], capture_output=True, text=True, check=True
    )
    first, again = (float(cell) * 1e3 for cell in output.stdout.split())
    print(f"  page's CSS {first:.0f} ms at first, {again:.1f} ms when one slide changed")


def rate(candidates: list[str]) -> None:
    """Print how many candidates a second are parsed at first sight."""
    from deckc.compile.style import default_design, parse_utility

    rates = []
    for _ in range(_RUNS):
        design = default_design()
        parse_utility("m-1", design)
        started = time.process_time()
        for candidate in candidates:
            parse_utility(candidate, design)
        rates.append(len(candidates) / (time.process_time() - started))
    print(f"  {statistics.median(rates):,.0f} candidates/s at first sight ({len(candidates)} candidates)")


def main() -> None:
    """Time what the command line names."""
    deck = Path(sys.argv[1])
    cold(deck)
    edited(deck)
    if len(sys.argv) > 2:
        given = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
        rate(list(given.get("tokens", given)) if isinstance(given, dict) else given)
    else:
        from deckc.compile.style import extract_candidates

        rate(sorted(extract_candidates(deck.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
