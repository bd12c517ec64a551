"""Time the utility engine: a deck's CSS in a fresh process, the same after an edit, and candidates a second.

    python benchmarks/utilities.py decks/deepseek.md [CANDIDATES.json]

CANDIDATES.json is a list, or an object keyed by candidate; without it the deck's own candidates are timed, and what
the themes' scales make of some fifty families. Processor time is counted, so that other load matters less. Like
`deckc build`, a fresh process has Python's bytecode at hand and the garbage collector is off.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

_RUNS = 7
_COLD = """
import gc, sys, time
gc.disable()
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


def run(program: str, deck: Path) -> list[float]:
    """Return the numbers that a program prints in a process of its own."""
    output = subprocess.run(
        [sys.executable, "-c", program, str(deck)], capture_output=True, text=True, check=True
    )
    return [float(cell) for cell in output.stdout.split()]


def cold(deck: Path) -> None:
    """Print what the deck's CSS costs in a fresh process."""
    run(_COLD, deck)
    runs = [run(_COLD, deck) for _ in range(_RUNS)]
    least = [min(one[column] for one in runs) * 1e3 for column in range(3)]
    characters, candidates, matched = (int(cell) for cell in runs[0][3:])
    print(f"{deck}: {characters} characters, {candidates} candidates, {matched} utilities")
    importing, extracting, compiling = least
    print(
        f"  cold {sum(least):.0f} ms: import {importing:.0f}, extract {extracting:.0f}, compile {compiling:.0f}"
    )


_EDITED = """
import gc, sys, time
from pathlib import Path
from deckc.cli.arguments import parse_arguments
from deckc.cli.compilation import new_services
from deckc.compile import pipeline
from deckc.compile.write import SiteOptions
from deckc.model.files import DiskFiles

gc.disable()
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
services = new_services(entry, parse_arguments(["build", "--keep-remote"]))
for _ in range(8):
    pipeline.compile_deck(entry, EditedFiles(), services, SiteOptions())
print(spent[0], sorted(spent[1:])[3])
"""


def edited(deck: Path) -> None:
    """Print what the whole page's CSS costs at first, and again when one slide was changed."""
    run(_EDITED, deck)
    first, again = (min(pair) * 1e3 for pair in zip(*(run(_EDITED, deck) for _ in range(3)), strict=True))
    print(f"  page's CSS {first:.0f} ms at first, {again:.1f} ms when one slide changed")


def rate(candidates: list[str]) -> None:
    """Print how many candidates a second are parsed at first sight."""
    from deckc.compile.style import default_design, parse_utility

    rates = []
    for _ in range(_RUNS):
        design = default_design()
        parse_utility("m-1", design)
        gc.collect()
        started = time.process_time()
        for candidate in candidates:
            parse_utility(candidate, design)
        rates.append(len(candidates) / (time.process_time() - started))
    print(f"  {max(rates):,.0f} candidates/s at first sight ({len(candidates)} candidates)")


_PREFIXES = (
    "bg text border b-t from to fill stroke ring shadow divide outline accent caret decoration placeholder m mt mx p "
    "py ps gap gap-x space-x w h size min-w max-h inset top -left z order rounded rounded-t op basis grid-cols "
    "col-span leading tracking indent scale rotate translate-x -translate-y skew-x blur duration delay scroll-m"
).split()
_LEADS = ("", "", "", "hover:", "dark:", "md:", "!", "group-hover:")


def made_up() -> list[str]:
    """Return candidates of many families, a quarter of them no utilities, some with a variant, some as attributes."""
    from deckc.compile.style import default_design

    theme = default_design().theme
    values = ["1/2", "auto", "full", "[3px]", "[calc(100%-1rem)]", "$main", "none", "7", "2.5"]
    for scale in theme.values():
        if isinstance(scale, dict):
            values += [key for key, value in scale.items() if isinstance(value, str)]
            values += [
                f"{name}-{key}" for name, value in scale.items() if isinstance(value, dict) for key in value
            ]
    made = [f"{prefix}-{value}" for prefix in _PREFIXES for value in dict.fromkeys(values)]
    words = [f"{_LEADS[place % len(_LEADS)]}{word}" for place, word in enumerate(made[::3])]
    pairs = [f'[{prefix}~="{value}"]' for prefix in _PREFIXES for value in values[::29]]
    return [*words, *pairs]


def main() -> None:
    """Time what the command line names."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    deck = Path(sys.argv[1])
    with TemporaryDirectory() as bytecode:
        os.environ["PYTHONPYCACHEPREFIX"] = bytecode
        cold(deck)
        edited(deck)
    gc.disable()
    if len(sys.argv) > 2:
        given = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
        rate(list(given.get("tokens", given)) if isinstance(given, dict) else given)
    else:
        from deckc.compile.style import extract_candidates

        rate(sorted(extract_candidates(deck.read_text(encoding="utf-8"))))
        rate(made_up())


if __name__ == "__main__":
    main()
