"""At every click of every spec case about components, marks, motion and clicks, what the case says is shown, is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from spec_runner.cases import Case, read_cases
from spec_runner.run import Run

from .conftest import Open

SPEC = Path(__file__).resolve().parents[1] / "spec" / "realize"
FILES = [
    *sorted((SPEC / "components").glob("*.spec.md")),
    *(SPEC / f"{n}.spec.md" for n in ("clicks", "marks", "motion")),
]
SHOWN = """() => [...document.querySelectorAll('.slidev-page')].map((page) =>
  [...page.querySelectorAll('[data-dc-click], [data-dc-switch], [data-dc-mark]')].flatMap((element) => {
    const { classList, dataset } = element;
    const states = [];
    const unseen = element.closest('.slidev-vclick-display-none, template') || !element.getClientRects().length;
    if (dataset.dcClick !== undefined) states.push(!classList.contains('slidev-vclick-hidden'));
    if (dataset.dcSwitch !== undefined) states.push(!classList.contains('slidev-vclick-display-none'));
    if (dataset.dcMark !== undefined) {
      const isBehind = dataset.dcMarkLook?.includes('"highlight"');
      const svg = isBehind ? element.previousElementSibling : element.nextElementSibling;
      states.push(unseen ? null : Boolean(svg?.children.length));
    }
    return states;
  }))"""


def states(line: str, click: int) -> bool:
    """Return whether a line of a `clicks` block says that its element is shown at a click."""
    words = line.rpartition("  ")[2].split()
    start, _, end = words[0].partition(",")
    is_active = int(start) <= click and (not end or click < int(end))
    return is_active is not ("hide" in words[1:])


def can_be_walked(case: Case) -> bool:
    """Whether all that takes clicks stands in the page from the start to the end."""
    text = case.expected.get("clicks", "")
    deck = case.files.get("/deck/slides.md", b"").decode()
    return (
        bool(text)
        and " steps" not in text
        and "slide " not in text
        and "<RenderWhen" not in deck
        and " unmount" not in case.expected.get("tree", "")
        and "clicks:" not in deck
        and "clicksStart:" not in deck
    )


CASES = [case for path in FILES for case in read_cases(path) if can_be_walked(case)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_click_shows_what_the_case_says(case: Case, open_deck: Open) -> None:
    *lines, total = case.expected["clicks"].strip().splitlines()
    shown = open_deck(Run(case).rendered)
    for click in range(int(total.split()[1]) + 1):
        shown.nav(f"go(1, {click})")
        expected = [states(line, click) for line in lines]
        got = shown.page.evaluate(SHOWN)[0]
        assert (
            click,
            [want if is_so is None else is_so for is_so, want in zip(got, expected, strict=True)],
        ) == (
            click,
            expected,
        )
