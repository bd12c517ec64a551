"""docs/diagnostics.md lists every code that deckc can report, and no other."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
REPORTERS = {"error", "warn", "note", "tell", "Diagnostic", "ExportError"}
"""Names of what takes a code as its first argument."""


def reported_codes(path: Path) -> set[str]:
    """Return the codes in a file: kebab-case texts that are the first argument of a reporter."""
    codes: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if (
            name.lstrip("_") in REPORTERS
            and isinstance(first, ast.Constant)
            and CODE.fullmatch(str(first.value))
        ):
            codes.add(first.value)
    return codes


CODES = {code: path for path in sorted((ROOT / "src").rglob("*.py")) for code in reported_codes(path)}


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_reported_code_is_documented(code: str) -> None:
    assert code in SECTIONS, f"reported in {CODES[code].relative_to(ROOT)}"


@pytest.mark.parametrize("code", sorted(SECTIONS))
def test_a_documented_code_is_reported(code: str) -> None:
    assert code in CODES


@pytest.mark.parametrize("code", sorted(SECTIONS))
def test_a_code_has_a_sentence_an_example_and_a_way_out(code: str) -> None:
    paragraphs = [part for part in re.split(r"\n\s*\n", SECTIONS[code].strip()) if part.strip()]

    assert len(paragraphs) >= 3
    assert re.search(r"^(```|    )", SECTIONS[code], re.MULTILINE), "an example"
