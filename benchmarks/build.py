"""Time cold builds as whole processes, and, where a Slidev installation is named, in turn with Slidev's.

    python benchmarks/build.py decks/deepseek.md
    python benchmarks/build.py DECK.md --slidev FOLDER        FOLDER holds node_modules with @slidev/cli

Prints medians of wall and CPU seconds (user and system, of all processes), the ratios pair by pair, and peak
memory of the largest process. README.md tells which of them may be quoted.
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
    cpu_s: float
    """User and system, of the process and all that it waited for."""
    peak_mb: float


def run_once(command: list[str], folder: Path) -> Run:
    """Run a command to its end; exit where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return Run(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def deckc_command(deck: Path, work: Path) -> list[str]:
    """Return the command of a cold deckc build, as people type it where it was installed."""
    installed = Path(sys.executable).with_name("deckc")
    command = [str(installed)] if installed.is_file() else [sys.executable, "-m", "deckc"]
    return [*command, "build", str(deck), "-o", str(work / "deckc")]


def slidev_command(deck: Path, slidev: Path, work: Path) -> tuple[list[str], Path]:
    """Return the command of a Slidev build of a copy of the deck's folder, and where to run it."""
    copy = work / "deck"
    shutil.copytree(deck.parent, copy)
    (copy / "node_modules").symlink_to(slidev / "node_modules")
    return ["npx", "slidev", "build", deck.name, "--out", str(work / "slidev")], copy


def report(name: str, runs: list[Run]) -> None:
    """Print one row."""
    walls, cpus = [run.wall_s for run in runs], [run.cpu_s for run in runs]
    print(
        f"{name:8} wall median {statistics.median(walls):7.3f} s  min {min(walls):7.3f} s   "
        f"CPU median {statistics.median(cpus):7.3f} s  min {min(cpus):7.3f} s   "
        f"peak {max(run.peak_mb for run in runs):6.1f} MB"
    )


def report_ratios(pairs: list[tuple[Run, Run]]) -> None:
    """Print how many times longer Slidev takes, by wall and by CPU."""
    walls = [their.wall_s / mine.wall_s for mine, their in pairs]
    cpus = [their.cpu_s / mine.cpu_s for mine, their in pairs]
    print(
        f"ratio    wall median {statistics.median(walls):7.1f}    min {min(walls):7.1f}     "
        f"CPU median {statistics.median(cpus):7.1f}    min {min(cpus):7.1f}     (slidev / deckc, pair by pair)"
    )


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
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
        run_once(ours, work)  # fills the caches of icons and bytecode
        mine, pairs = [], []
        for _ in range(asked.runs):
            mine.append(run_once(ours, work))
            if theirs:
                pairs.append((mine[-1], run_once(*theirs)))
    report("deckc", mine)
    if pairs:
        report("slidev", [their for _, their in pairs])
        report_ratios(pairs)


if __name__ == "__main__":
    main()
