from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckc.compile.load.toml_plain import _read_plain
from deckc.model.files import THEMES_FOLDER

keys = st.sampled_from(["a", "b-c", "_d", "1", "a.b", '"q"', "é", ""])
values = st.sampled_from(
    [
        '"text"',
        "true",
        "false",
        "'raw'",
        '"a\\n"',
        "1",
        "[1]",
        '""',
        '"#"',
        '"x" # said',
        "",
        "tru",
        '"""x"""',
    ]
)
lines = st.one_of(
    st.builds("{} = {}".format, keys, values),
    st.builds("[{}]".format, keys),
    st.builds("  {}={}  ".format, keys, values),
    st.sampled_from(["", " ", "# comment", "[[a]]", "\t", "a", "[a", "a = { b = 1 }", "\u00a0"]),
    st.text(max_size=12),
)


@given(st.lists(lines, max_size=8).map("\n".join))
@example("[a]\nb = true\n[c]\nb = false")
@example("a = true\n[a]")
def test_what_is_read_without_the_library_is_what_the_library_reads(text: str) -> None:
    found = _read_plain(text)

    assert found is None or found == tomllib.loads(text)


@pytest.mark.parametrize(
    "path", sorted(THEMES_FOLDER.glob("*/theme.toml")), ids=lambda path: path.parent.name
)
def test_the_built_in_themes_are_read_without_the_library(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert _read_plain(text) == tomllib.loads(text)
