"""Files and functions stay readable: the hard limits of docs/architecture.md."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "src").rglob("*.js"))
FILE_LINES = 450
FUNCTION_LINES = 60
TABLE_SHARE = 0.7
"""A file of which this share is literal tables is data, and exempt."""


def table_lines(tree: ast.Module) -> int:
    """Count the lines of module-level assignments of literals."""
    values = (node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
    return sum((node.end_lineno or 0) - node.lineno + 1 for node in values)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_stays_within_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n") + 1
    if path.suffix == ".py" and lines > FILE_LINES and table_lines(ast.parse(text)) >= TABLE_SHARE * lines:
        return
    assert lines <= FILE_LINES, f"{lines} lines; split the file where its name ends"


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.suffix == ".py"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_function_stays_within_its_budget(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {
        f.name: length for f in functions if (length := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION_LINES
    }
    assert not long
