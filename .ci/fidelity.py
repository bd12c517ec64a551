"""Compare deckc's builds with what real Slidev showed, where the reference captures are beside the project.

python .ci/fidelity.py                 the two seeds, held to their thresholds (what .ci/run does)
python .ci/fidelity.py --all           every reference deck; prints the table
python .ci/fidelity.py NAME...         those decks only
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
TOOL = SHARED / "tools" / "fidelity.py"
SEEDS = ("deepseek-infra", "deepseek-breakout")
MEAN_AT_LEAST = 0.97
GOOD_AT_LEAST = 0.95
"""Share of states that score 0.95 or more."""

Row = dict[str, object]


def entries() -> dict[str, Path]:
    """Return reference id -> entry file, as the reference's own index lists them."""
    rows = re.findall(r"^\| (\S+) \| (\S+\.md) \| \d+ \|", (SHARED / "README.md").read_text(), re.MULTILINE)
    return {name: SHARED / entry for name, entry in rows}


def measure(name: str, entry: Path, work: Path) -> Row:
    """Build one deck, capture it in a browser and compare the capture."""
    out, got = work / name / "out", work / name / "got"
    build = subprocess.run(
        [sys.executable, "-m", "deckc", "build", str(entry), "-o", str(out)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    traceback = "Traceback" in build.stderr
    if not (out / "index.html").exists():
        return {"deck": name, "exit": build.returncode, "traceback": traceback, "score": 0.0, "good": 0.0}
    for is_last_try in (
        False,
        True,
    ):  # a browser that starts on a busy machine may run into the tool's time-out
        captured = subprocess.run(
            [sys.executable, TOOL, "capture", out, got], capture_output=True, text=True, check=False
        )
        if captured.returncode == 0:
            break
        print(f"{name}: capture failed: {captured.stderr[-400:]}", file=sys.stderr)
        if is_last_try:
            return {"deck": name, "exit": build.returncode, "traceback": traceback, "score": 0.0, "good": 0.0}
    compared = subprocess.run(
        [sys.executable, TOOL, "compare", SHARED / "golden" / name, got, "--sheet", work / name / "worst.png"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return {"deck": name, "exit": build.returncode, "traceback": traceback, **json.loads(compared.stdout)}


def holds(row: Row) -> bool:
    """Return whether a seed's figures reach the thresholds."""
    equal, _, of = str(row.get("clicks_equal", "0/1")).partition("/")
    return (
        not row["traceback"]
        and equal == of
        and not row.get("errors")
        and float(str(row["score"])) >= MEAN_AT_LEAST
        and float(str(row["good"])) >= GOOD_AT_LEAST
    )


def main() -> int:
    """Print the table; return 1 where a seed falls short or any build broke down."""
    known = entries()
    wanted = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    names = wanted or (list(known) if "--all" in sys.argv else list(SEEDS))
    work = Path(os.environ.get("FIDELITY_WORK") or tempfile.mkdtemp())
    with ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(lambda name: measure(name, known[name], work), names))
    columns = (
        "clicks_equal",
        "states",
        "text",
        "colour",
        "media",
        "pixel",
        "score",
        "good",
        "errors",
        "exit",
    )
    print("| deck | " + " | ".join(columns) + " |\n| --- |" + " --- |" * len(columns))
    for row in rows:
        print(f"| {row['deck']} | " + " | ".join(str(row.get(column, "")) for column in columns) + " |")
    if "FIDELITY_WORK" not in os.environ:
        shutil.rmtree(work)
    failed = [row["deck"] for row in rows if row["traceback"] or (row["deck"] in SEEDS and not holds(row))]
    print("fidelity:", "short: " + ", ".join(map(str, failed)) if failed else "all as wanted")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
