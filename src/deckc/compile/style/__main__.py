"""Run the engine on a JSON list of candidates: `python -m deckc.compile.style rows|sheet [FILE]`.

    echo '["hover:mt-4"]' | python -m deckc.compile.style rows
    {"hover:mt-4": [["{T}:hover", "margin-top:1rem;", 91, "", "", 24, 1]]}

`rows` prints each candidate's rules, null for what is no utility; a rule is a list of selector ({T} stands for the
candidate's own), body, rule index, at-rules, layer, sort, no-merge, order of the at-rules and shortcut, without empty
cells at its end. `sheet` prints the style sheet of the candidates, without preflights and safelist. Icons are looked up
in the folder `@iconify-json` of `node_modules`, or of the folder that `--icons` names.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from deckc.compile.style.candidate import Row
from deckc.compile.style.design import FindIcon, IconBody, default_design
from deckc.compile.style.escape import candidate_selector
from deckc.compile.style.utility_sheet import order_layers, parse_utility, write_layers

Cells = list[list[str | int | None]]

_BOX = (("left", 0), ("top", 0), ("width", 16), ("height", 16))


def row_cells(candidate: str, rows: Iterable[Row]) -> Cells:
    """Return rules as lists, the candidate's own selector as {T}, empty cells at the end dropped."""
    own = candidate_selector(candidate)
    table: Cells = []
    for row in rows:
        selector = row.selector.replace(own, "{T}") if row.selector is not None else None
        cells: list[str | int | None] = [selector, *row[1:]]
        cells[6] = int(row.no_merge)
        while not cells[-1] and len(cells) > 3:
            cells.pop()
        table.append(cells)
    return table


def folder_icons(folder: Path) -> FindIcon:
    """Return a lookup in the Iconify packages of a `node_modules` folder."""

    @cache
    def collection(name: str) -> dict[str, dict[str, dict[str, object]]]:
        path = folder / "@iconify-json" / name / "icons.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def find(name: str, icon: str) -> IconBody | None:
        icons = collection(name)
        known, aliases = icons.get("icons", {}), icons.get("aliases", {})
        found = known.get(icon) or known.get(str(aliases.get(icon, {}).get("parent")))
        if found is None:
            return None
        left, top, width, height = (float(str(found.get(key, icons.get(key, usual)))) for key, usual in _BOX)
        return str(found["body"]), left, top, width, height

    return find


def main(arguments: list[str] | None = None) -> int:
    """Print what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m deckc.compile.style", description="Utilities to CSS.")
    parser.add_argument("form", choices=("rows", "sheet"))
    parser.add_argument(
        "file", nargs="?", type=Path, help="a JSON list of candidates; standard input without it"
    )
    parser.add_argument(
        "--icons",
        type=Path,
        default=Path("node_modules"),
        help="a folder with @iconify-json packages (node_modules)",
    )
    given = parser.parse_args(arguments)
    gc.disable()  # as for a build: hardly any cycles are left, and looking for them takes a tenth of the time
    text = given.file.read_text(encoding="utf-8") if given.file else sys.stdin.read()
    candidates: list[str] = json.loads(text)
    design = default_design(find_icon=folder_icons(given.icons))
    parsed = {candidate: parse_utility(candidate, design) for candidate in candidates}
    if given.form == "rows":
        table = {name: row_cells(name, rows) if rows else None for name, rows in parsed.items()}
        json.dump(table, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        layers = order_layers(write_layers(row for rows in parsed.values() if rows for row in rows))
        sys.stdout.write("\n".join(layers.values()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
