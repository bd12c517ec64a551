"""Compare how deckc and real Slidev cut, read and join every golden deck: `../shared/golden/*/parse.json`.

python .ci/agreement.py        prints a table; exit status 1 where any field of any slide differs
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckc.compile.load import load_deck
from deckc.diagnostics import Report
from deckc.model.files import DiskFiles
from deckc.model.source import SlideSource

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIELDS = ("frontmatter", "note", "title", "level", "content")


@dataclass(frozen=True)
class Row:
    """One deck's comparison."""

    deck: str
    slides: int
    expected: int
    differences: tuple[str, ...]


def main() -> int:
    """Print the table and return the exit status."""
    if not (SHARED / "golden").is_dir():
        print("no ../shared/golden here: nothing to compare")
        return 0
    rows = [compare(deck, entry) for deck, entry in entries()]
    width = max(len(row.deck) for row in rows)
    for row in rows:
        verdict = "agrees" if not row.differences else f"{len(row.differences)} differences"
        print(f"{row.deck:{width}}  {row.slides:4} of {row.expected:4} slides  {verdict}")
        for difference in row.differences[:5]:
            print("    " + difference)
    return 1 if any(row.differences for row in rows) else 0


def entries() -> list[tuple[str, Path]]:
    """Return the goldens' names and entries, as the table in the shared README lists them."""
    readme = (SHARED / "README.md").read_text()
    listed = re.findall(r"^\| ([\w.-]+) \| ((?:seeds|decks)/\S+\.md) \|", readme, re.MULTILINE)
    return [
        (deck, SHARED / entry) for deck, entry in listed if (SHARED / "golden" / deck / "parse.json").exists()
    ]


def compare(deck: str, entry: Path) -> Row:
    """Compare one deck, slide by slide."""
    golden = json.loads((SHARED / "golden" / deck / "parse.json").read_text())
    source = load_deck(entry, DiskFiles(), Report())
    differences: list[str] = []
    if len(source.slides) != len(golden["slides"]):
        differences.append("the number of slides")
    headmatter = {**source.headmatter}
    if source.slides and headmatter.get("title") is None and source.slides[0].title:
        headmatter["title"] = source.slides[0].title
    if headmatter != golden["headmatter"]:
        differences.append(f"headmatter: {headmatter!r} is not {golden['headmatter']!r}")
    for number, (slide, expected) in enumerate(zip(source.slides, golden["slides"], strict=False), 1):
        for field in FIELDS:
            found = value_of(slide, field)
            if found != expected[field]:
                differences.append(f"slide {number} {field}: {found!r:.120} is not {expected[field]!r:.120}")
    return Row(deck, len(source.slides), len(golden["slides"]), tuple(differences))


def value_of(slide: SlideSource, field: str) -> Any:
    """Return a field in the form of the golden file."""
    return dict(slide.frontmatter) if field == "frontmatter" else getattr(slide, field)


if __name__ == "__main__":
    sys.exit(main())
