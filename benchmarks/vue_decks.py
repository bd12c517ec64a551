"""Compare the decks in tests/vue_decks, built by deckc, with what real Slidev makes of them.

python benchmarks/vue_decks.py --slidev FOLDER                       every deck; prints the table
python benchmarks/vue_decks.py --slidev FOLDER quiz --keep out       one deck; builds and pictures of both stay in `out`
python benchmarks/vue_decks.py --slidev FOLDER --own-packages        deckc takes npm packages from its own cache

FOLDER is one in which Slidev, its default theme and the packages of tests/vue_decks/package.json were installed. `--tool`
is the script that captures a built deck in Chromium and compares two captures: text, pictures and pixels of each state.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

DECKS = Path(__file__).resolve().parent.parent / "tests" / "vue_decks"
TOOL = DECKS.parents[2] / "shared" / "tools" / "fidelity.py"
AT_LEAST = 0.95
"""Of every state's score."""


def main() -> int:
    """Compare the decks that are named; exit status 1 where one falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--slidev", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--tool", type=Path, default=TOOL, metavar="FILE")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where builds and captures stay")
    parser.add_argument("--own-packages", action="store_true", help="deckc fetches what decks import")
    parser.add_argument("names", nargs="*", metavar="NAME")
    chosen = parser.parse_args()
    names = chosen.names or sorted(path.parent.name for path in DECKS.glob("*/slides.md"))
    print(f"{'deck':<12}{'clicks':>8}{'equal':>8}{'states':>8}{'mean':>8}{'least':>8}", flush=True)
    with tempfile.TemporaryDirectory() as named:
        work = (chosen.keep or Path(named)).resolve()
        good = [_compare(name, work / name, chosen) for name in names]
    return 0 if all(good) else 1


def _compare(name: str, work: Path, chosen: argparse.Namespace) -> bool:
    """Print a deck's line; return whether it is good in every state."""
    source, modules = work / "deck", chosen.slidev.resolve() / "node_modules"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(DECKS / name, source, ignore=shutil.ignore_patterns("node_modules"))
    ref, got = work / "slidev", work / "deckc"
    tool = [sys.executable, str(chosen.tool.resolve())]
    if not _is_kept(source, ref):
        (source / "node_modules").symlink_to(modules)
        command = ["npx", "slidev", "build", "slides.md", "--out", str(work / "slidev-out"), "--base", "/"]
        _run(command, source)
        (source / "node_modules").unlink()
        _run([*tool, "capture", str(work / "slidev-out"), str(ref)], source)
        (ref / "sources").write_text(_sources(source), "utf-8")
    build = [sys.executable, "-m", "deckc", "build", "slides.md", "-o", str(work / "deckc-out")]
    if chosen.own_packages:
        build.append("--yes")
    else:
        (source / "node_modules").symlink_to(modules)
    for line in _run(build, source).splitlines():
        print(f"{'':<12}{line}", flush=True)
    _run([*tool, "capture", str(work / "deckc-out"), str(got)], source)
    sheet = ["--json", str(work / "scores.json"), "--sheet", str(work / "worst.png")]
    _run([*tool, "compare", str(ref), str(got), *sheet], source)
    return _print_line(name, json.loads((work / "scores.json").read_text("utf-8")), ref)


def _print_line(name: str, scores: dict[str, Any], ref: Path) -> bool:
    clicks = sum(json.loads((ref / "states.json").read_text("utf-8"))["clicks"])
    least = min(row["score"] for row in scores["rows"].values())
    equal, states = scores["clicks_equal"], scores["states"]
    print(f"{name:<12}{clicks:>8}{equal:>8}{states:>8}{scores['score']:>8.4f}{least:>8.3f}", flush=True)
    if scores["errors"]:
        print(f"{'':<12}{scores['errors']} errors in the page", flush=True)
    same, _, all_slides = equal.partition("/")
    return bool(least >= AT_LEAST and same == all_slides and not scores["errors"])


def _is_kept(source: Path, ref: Path) -> bool:
    """Return whether what Slidev showed of these very files is there."""
    kept = ref / "sources"
    return kept.is_file() and kept.read_text("utf-8") == _sources(source)


def _sources(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "node_modules" not in path.parts)
    return json.dumps({str(path.relative_to(folder)): path.read_text("utf-8") for path in files})


def _run(command: list[str], folder: Path) -> str:
    """Return what a command says of its work."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout[-1000:]}{done.stderr[-2000:]}")
    return done.stderr


if __name__ == "__main__":
    sys.exit(main())
