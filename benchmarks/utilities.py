"""Time the utility engine: a deck's CSS in a fresh process, and candidates a second.

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
    if len(sys.argv) > 2:
        given = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
        rate(list(given.get("tokens", given)) if isinstance(given, dict) else given)
    else:
        from deckc.compile.style import extract_candidates

        rate(sorted(extract_candidates(deck.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
