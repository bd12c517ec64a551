"""Compare the utility engine with recorded rules and sheets of UnoCSS, where the recordings are present.

    python .ci/vectors.py [FOLDER [ICONS]]

FOLDER holds golden.json, golden_sheets.json, golden_decks.json and golden_misc.json (default ../shared/uno). ICONS holds
the npm packages of the icon sets, as `@iconify-json/carbon`; without it tokens and sheets with icons are left out.
Prints the share of equal results; exits with 1 where one is not equal.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from deckc.compile.style import (
    Design,
    default_design,
    expand_group,
    extract_candidates,
    parse_utility,
)
from deckc.compile.style.__main__ import folder_icons, row_cells
from deckc.compile.style.directives import expand_directives
from deckc.compile.style.utility_sheet import order_layers, write_layers

_SHOWN = 12


def _cells(token: str, design: Design) -> list[list[str | int | None]] | None:
    rows = parse_utility(token, design)
    return row_cells(token, rows) if rows else None


def compare_rows(tokens: Mapping[str, list[list[object]] | None], design: Design) -> int:
    """Print how many tokens give the recorded rows; return how many do not."""
    wrong = []
    for token, wanted in tokens.items():
        if design.find_icon is None and wanted and "data:image/svg" in str(wanted):
            continue
        got = _cells(token, design)
        if got != wanted:
            wrong.append((token, wanted, got))
    print(f"rows: {len(tokens) - len(wrong)} of {len(tokens)} equal")
    families = Counter(str(wanted[0][2]) if wanted else "null" for _, wanted, _ in wrong)
    for family, count in families.most_common(40):
        print(f"  rule {family}: {count} differ")
    for token, wanted, got in wrong[:: max(1, len(wrong) // _SHOWN)][:_SHOWN]:
        print(f"  {token}\n    wanted {json.dumps(wanted)[:300]}\n    got    {json.dumps(got)[:300]}")
    return len(wrong)


def sheet_text(tokens: Iterable[str], design: Design) -> str:
    """Return the sheet of exactly these tokens, without preflights."""
    rows = [row for token in dict.fromkeys(tokens) for row in parse_utility(token, design) or ()]
    return "\n".join(order_layers(write_layers(rows)).values())


def compare_sheets(name: str, sheets: list[Mapping[str, object]], design: Design) -> int:
    """Print how many sheets are equal; return how many are not."""
    wrong = 0
    for place, sheet in enumerate(sheets):
        if design.find_icon is None and "data:image/svg" in str(sheet["css"]):
            continue
        got = sheet_text(sheet["tokens"], design)
        if got != sheet["css"]:
            wrong += 1
            _show_first_difference(f"{name} {sheet.get('id', place)}", str(sheet["css"]), got)
    print(f"{name}: {len(sheets) - wrong} of {len(sheets)} equal")
    return wrong


def _show_first_difference(title: str, wanted: str, got: str) -> None:
    for number, (left, right) in enumerate(zip(wanted.split("\n"), got.split("\n"), strict=False)):
        if left != right:
            print(f"  {title}, line {number + 1}\n    wanted {left[:200]}\n    got    {right[:200]}")
            return
    print(f"  {title}: one ends earlier")


def compare_misc(misc: Mapping[str, list], design: Design) -> int:
    """Print how many extractions, groups and directives are equal; return how many are not."""
    wrong: Counter[str] = Counter()
    for case in misc["extract"]:
        tokens = extract_candidates(case["code"], is_mdc=case["id"].endswith(".md"))
        matched = {token for token in tokens if parse_utility(token, design)}
        if tokens != set(case["tokens"]) or matched != set(case["matched"]):
            wrong["extract"] += 1
            print(
                f"  extract {case['code']!r}\n    {tokens ^ set(case['tokens'])} {matched ^ set(case['matched'])}"
            )
    for text, wanted in misc["vgroup"]:
        if expand_group(text) != wanted:
            wrong["vgroup"] += 1
            print(f"  group {text!r}\n    wanted {wanted!r}\n    got    {expand_group(text)!r}")
    wrong["apply"] += _compare_directives(misc["apply"], design)
    for name, cases in misc.items():
        print(f"{name}: {len(cases) - wrong[name]} of {len(cases)} equal")
    return wrong.total()


def _compare_directives(cases: list[tuple[str, str]], design: Design) -> int:
    wrong = 0
    for css, wanted in cases:
        if design.find_icon is None and "data:image/svg" in wanted:
            continue
        got = expand_directives(css, design)
        if got != wanted:
            wrong += 1
            print(f"  directives {css!r}\n    wanted {wanted!r}\n    got    {got!r}")
    return wrong


def main() -> int:
    """Compare everything; return the exit code."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared/uno"
    read = lambda name: json.loads((folder / name).read_text())  # noqa: E731
    design = default_design(find_icon=folder_icons(Path(sys.argv[2])) if len(sys.argv) > 2 else None)
    wrong = compare_rows(read("golden.json")["tokens"], design)
    wrong += compare_sheets("golden_sheets", read("golden_sheets.json"), design)
    wrong += compare_sheets("golden_decks", read("golden_decks.json"), design)
    wrong += compare_misc(read("golden_misc.json"), design)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
