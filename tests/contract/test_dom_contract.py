"""The compiler, the runtime and docs/dom-contract.md name the same attributes, bindings and keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckc.compile.write.deck_script import deck_script
from runtime.sample import deck, slide

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "deckc"
CONTRACT = (ROOT / "docs" / "dom-contract.md").read_text(encoding="utf-8")
RUNTIME = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "runtime").rglob("*.js")))
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "builtin").rglob("*.css")))
COMPILER = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("compile/**/*.py", "builtin/**/*.jinja", "model/*.py")
    for path in sorted(SOURCE.glob(pattern))
)

_ATTRIBUTE = re.compile(r"\bdata-(?:dc|deckc)(?:-[a-z]+)*")
_DATASET = re.compile(r"\bdataset\.(dc[A-Za-z]*|deckc[A-Za-z]*)")


def section(title: str) -> str:
    return re.split(rf"^## {title}$", CONTRACT, flags=re.MULTILINE)[1].split("\n## ")[0]


def first_cells(title: str) -> list[str]:
    rows = [line for line in section(title).splitlines() if line.startswith("| `")]
    return [row.split(" | ")[0] for row in rows]


def attributes_in(text: str) -> set[str]:
    named = set(_ATTRIBUTE.findall(text))
    by_property = {
        "data-" + re.sub(r"[A-Z]", lambda m: f"-{m[0].lower()}", name) for name in _DATASET.findall(text)
    }
    return named | by_property


RESERVED = {
    name for row in section("Attributes").splitlines() if "reserved" in row for name in attributes_in(row)
}
LISTED = {name for cell in first_cells("Attributes") for name in attributes_in(cell)}
KINDS = {match[1] for cell in first_cells("Bindings") if (match := re.search(r'\[K, "(\w+)"', cell))}


def test_the_contract_lists_attributes_and_bindings() -> None:
    assert "data-dc-click" in LISTED
    assert {"class", "if", "for", "on"} <= KINDS


def test_no_side_uses_an_attribute_that_is_not_listed() -> None:
    assert attributes_in(RUNTIME) - LISTED == set()
    assert attributes_in(COMPILER) - LISTED == set()
    assert attributes_in(STYLES) - LISTED == set()


@pytest.mark.parametrize("name", sorted(LISTED - RESERVED))
def test_a_listed_attribute_is_written_and_read(name: str) -> None:
    assert name in attributes_in(COMPILER), "the compiler does not write it"
    assert name in attributes_in(RUNTIME) | attributes_in(STYLES), "neither runtime nor style sheets read it"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_listed_binding_is_written_and_read(kind: str) -> None:
    assert re.search(rf'"{kind}"', COMPILER), "the compiler does not write it"
    assert re.search(rf'case "{kind}":|kind === "{kind}"', RUNTIME), "the runtime does not read it"


def test_the_runtime_reads_no_other_binding() -> None:
    # the room binds nothing, and has states of its own
    scripts = [path for path in (SOURCE / "runtime").rglob("*.js") if path.parent.name != "room"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    read = set(re.findall(r'case "(\w+)":|kind === "(\w+)"', text))

    assert {a or b for a, b in read} == KINDS


def test_the_start_object_has_the_listed_keys() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section("The deck object"), re.MULTILINE))
    given = deck_script(deck(slide(1, ""))).split("deckc.start(")[-1]
    listed = {
        key: re.findall(r"\w+", re.sub(r"\[[^\]]*\]", "", _first_braces(text))) for key, text in rows.items()
    }

    assert list(listed) == ["slides", "layers", "toc", "config"]
    assert [key for key in rows if f"{key}:" not in given] == []
    assert [
        key for row in ("slides", "toc", "config") for key in listed[row] if f'"{key}":' not in given
    ] == []


def _first_braces(text: str) -> str:
    match = re.search(r"\{([^}]*)\}", text)
    return match[1] if match else ""
