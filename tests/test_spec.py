"""Every case of tests/spec holds: see tests/spec/README.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from spec_runner.cases import Case, read_cases
from spec_runner.run import run_case

SPEC = Path(__file__).parent / "spec"
CASES = [case for path in sorted(SPEC.rglob("*.spec.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    got = run_case(case)

    place = f"{case.path}:{case.line}"
    assert {block: pair[0] for block, pair in got.items()} == {
        block: pair[1] for block, pair in got.items()
    }, place
