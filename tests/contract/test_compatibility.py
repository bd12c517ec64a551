"""docs/compatibility.md says of every setting and built-in component where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckc.compile.realize.components.builtin import BUILTINS, KEPT, NOT_DRAWN
from deckc.compile.realize.config.keys import KEYS, SLIDE_KEYS

TEXT = (Path(__file__).parents[2] / "docs" / "compatibility.md").read_text("utf-8")
FEATURES = re.findall(
    r"^\| (.+?) \| (same|differs|missing|[^|]*) \|(.*)\|$", TEXT.partition(" in detail\n")[0], re.MULTILINE
)
ROWS = [row for row in FEATURES if row[0] != "feature" and not row[0].startswith("---")]
ALIASES = {"Titles", "RouterLink", "Slot"}
"""Other names of `TitleRenderer` and `Link`; a place to fill, no component."""
PLACES = {"background", "image", "backgroundSize", "url", "layoutClass", "scale"}
"""Props of layouts, which stand in the layouts' own templates."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_a_feature_has_a_state(row: tuple[str, str, str]) -> None:
    assert row[1] in {"same", "differs", "missing"}


def test_what_differs_says_how() -> None:
    assert [feature for feature, state, note in ROWS if state == "differs" and not note.strip()] == []


@pytest.mark.parametrize("key", sorted(KEYS.keys() | SLIDE_KEYS - PLACES))
def test_a_setting_is_listed(key: str) -> None:
    assert f"`{key}`" in TEXT or f"`{key}:" in TEXT


@pytest.mark.parametrize("name", sorted((BUILTINS.keys() | KEPT | NOT_DRAWN) - ALIASES))
def test_a_component_is_listed(name: str) -> None:
    assert f"`{name}`" in TEXT


def test_a_row_names_the_detail_that_is_there() -> None:
    headings = set(re.findall(r"^## (.+)$", TEXT, re.MULTILINE))
    wanted = set(re.findall(r"see ([A-Z][\w, ]+ in detail)", TEXT))

    assert wanted <= headings
    assert wanted
