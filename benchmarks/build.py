"""Time cold builds as whole processes, and, where a Slidev installation is named, in turn with Slidev's.

    python benchmarks/build.py decks/deepseek.md
    python benchmarks/build.py DECK.md --slidev FOLDER        FOLDER holds node_modules with @slidev/cli

Prints medians, the ratio pair by pair, and peak memory of the largest process. A ratio of one run is what
may be quoted; seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process."""

    wall_s: float
    peak_mb: float


def run_once(command: list[str], folder: Path) -> Run:
    """Run a command to its end; exit where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return Run(wall_s, usage.ru_maxrss / 1024)


def deckc_command(deck: Path, work: Path) -> list[str]:
    """Return the command of a cold deckc build."""
    return [sys.executable, "-m", "deckc", "build", str(deck), "-o", str(work / "deckc")]


def slidev_command(deck: Path, slidev: Path, work: Path) -> tuple[list[str], Path]:
    """Return the command of a Slidev build of a copy of the deck's folder, and where to run it."""
    copy = work / "deck"
    shutil.copytree(deck.parent, copy)
    (copy / "node_modules").symlink_to(slidev / "node_modules")
    return ["npx", "slidev", "build", deck.name, "--out", str(work / "slidev")], copy


def report(name: str, runs: list[Run]) -> None:
    """Print one row."""
    walls, peaks = [r.wall_s for r in runs], [r.peak_mb for r in runs]
    print(f"{name:8} median {statistics.median(walls):7.3f} s   min {min(walls):7.3f} s   peak {max(peaks):6.1f} MB")


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("deck", type=Path)
    options.add_argument("--slidev", type=Path, help="folder with node_modules/@slidev/cli")
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
    deck = asked.deck.resolve()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        ours, theirs = deckc_command(deck, work), None
        if asked.slidev:
            theirs = slidev_command(deck, asked.slidev.resolve(), work)
        run_once(ours, work)  # fills the icon cache
        pairs = [(run_once(ours, work), theirs and run_once(*theirs)) for _ in range(asked.runs)]
    report("deckc", [mine for mine, _ in pairs])
    other = [their for _, their in pairs if their]
    if other:
        report("slidev", other)
        ratios = [their.wall_s / mine.wall_s for mine, their in pairs if their]
        print(f"ratio    median {statistics.median(ratios):5.1f}   min {min(ratios):5.1f}   (slidev / deckc, pair by pair)")


if __name__ == "__main__":
    main()
