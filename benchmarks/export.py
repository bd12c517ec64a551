"""Time exports to PDF as whole processes, in turn with Slidev's, and with what the browser alone needs.

    python benchmarks/export.py DECK.md --slidev FOLDER       FOLDER holds node_modules with @slidev/cli
    python benchmarks/export.py --plain 200                   200 plain slides: deckc, then the browser alone

Prints wall and processor seconds (of all processes, also the browser's), sizes, and the ratios pair by pair.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from deckc.export.browser import find_browser, own_browser

SUBREAPER = 36
"""prctl's number: processes that lose their parent become ours, so that their time can be counted."""
SLIDE = "# Slide {n}\n\n- First point of slide {n}\n- Second point, with **bold** text\n- Third point\n\nA paragraph.\n"


@dataclass(frozen=True, slots=True)
class Run:
    """One finished export."""

    wall_s: float
    cpu_s: float
    size: int
    """Bytes of the PDF."""


def run_once(command: list[str], folder: Path, output: Path) -> Run:
    """Run a command to its end, with every process that it left; exit where it fails."""
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    status = process.wait()
    wall_s = time.perf_counter() - start
    reap(until=time.perf_counter() + 2)
    after = os.times()
    if status != 0 or not output.is_file():
        sys.exit(f"failed: {' '.join(command)}")
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    size = output.stat().st_size
    output.unlink()
    return Run(wall_s, cpu_s, size)


def reap(until: float) -> None:
    """Wait for what the browser left behind."""
    while time.perf_counter() < until:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not found:
            time.sleep(0.02)


def deckc_command(deck: Path, output: Path, more: list[str]) -> list[str]:
    """Return the command of a deckc export."""
    return [sys.executable, "-m", "deckc", "export", str(deck), "--pdf", "-o", str(output), *more]


def compare(name: str, mine: list[Run], theirs: list[Run], rival: str) -> None:
    """Print the rows of two that ran in turn."""
    print(name)
    for who, runs in (("deckc", mine), (rival, theirs)):
        walls, cpus = [run.wall_s for run in runs], [run.cpu_s for run in runs]
        print(
            f"  {who:8} wall median {statistics.median(walls):7.2f} s  min {min(walls):7.2f} s   "
            f"CPU median {statistics.median(cpus):7.2f} s  min {min(cpus):7.2f} s   {runs[-1].size / 1e3:9.0f} kB"
        )
    walls = [their.wall_s / my.wall_s for my, their in zip(mine, theirs, strict=True)]
    cpus = [their.cpu_s / my.cpu_s for my, their in zip(mine, theirs, strict=True)]
    print(
        f"  ratio    wall median {statistics.median(walls):7.2f}    of minima "
        f"{min(run.wall_s for run in theirs) / min(run.wall_s for run in mine):5.2f}   "
        f"CPU median {statistics.median(cpus):7.2f}    of minima "
        f"{min(run.cpu_s for run in theirs) / min(run.cpu_s for run in mine):5.2f}   ({rival} / deckc)"
    )


def against_slidev(deck: Path, slidev: Path, work: Path, browser: Path, runs: int) -> None:
    """Compare with Slidev's export of a copy of the deck's folder, without and with clicks."""
    copy = work / "deck"
    shutil.copytree(deck.parent, copy)
    (copy / "node_modules").symlink_to(slidev / "node_modules")
    ours, theirs = work / "deckc.pdf", work / "slidev.pdf"
    for more in ([], ["--with-clicks"]):
        command = ["npx", "slidev", "export", deck.name, "--executable-path", str(browser)]
        command += ["--output", str(theirs), "--timeout", "120000", *more]
        run_once(deckc_command(deck, ours, more), work, ours)  # fills the caches of icons and bytecode
        pairs = [
            (run_once(deckc_command(deck, ours, more), work, ours), run_once(command, copy, theirs))
            for _ in range(runs)
        ]
        compare(" ".join([deck.name, *more]), *map(list, zip(*pairs, strict=True)), "slidev")


def against_browser(count: int, work: Path, browser: Path, runs: int) -> None:
    """Compare with the browser's own print of the same page, as deckc built it."""
    deck, page = work / "plain.md", work / "plain.html"
    deck.write_text("\n---\n\n".join(SLIDE.format(n=number) for number in range(1, count + 1)))
    subprocess.run(
        [sys.executable, "-m", "deckc", "build", str(deck), "--single-file", "-o", str(page)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    ours, theirs = work / "deckc.pdf", work / "browser.pdf"
    alone = [str(browser), "--headless", "--no-sandbox", f"--print-to-pdf={theirs}", f"{page.as_uri()}?print"]
    run_once(deckc_command(deck, ours, []), work, ours)
    pairs = [
        (run_once(deckc_command(deck, ours, []), work, ours), run_once(alone, work, theirs))
        for _ in range(runs)
    ]
    compare(f"{count} plain slides", *map(list, zip(*pairs, strict=True)), "browser")


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("deck", type=Path, nargs="?")
    options.add_argument("--slidev", type=Path, help="folder with node_modules/@slidev/cli")
    options.add_argument("--plain", type=int, metavar="N", help="plain slides, against the browser alone")
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
    browser = find_browser(None, str(own_browser()))
    if browser is None:
        sys.exit("no browser was found")
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1)
    with tempfile.TemporaryDirectory() as folder:
        if asked.deck and asked.slidev:
            against_slidev(asked.deck.resolve(), asked.slidev.resolve(), Path(folder), browser, asked.runs)
        if asked.plain:
            against_browser(asked.plain, Path(folder), browser, asked.runs)


if __name__ == "__main__":
    main()
