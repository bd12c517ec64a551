"""Frontmatter that is read without a YAML library is read as libyaml reads it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckc.compile.load.yaml_events import read_yaml
from deckc.compile.load.yaml_plain import read_plain

PIECES = st.sampled_from(
    [
        *(
            "a",
            "b",
            "key",
            "é",
            "中",
            "x y",
            "null",
            "true",
            "yes",
            "010",
            "1.5",
            "0x1F",
            "~",
            "\\",
            "@",
            "%",
        ),
        *(
            ": ",
            ":",
            ":  ",
            "\n",
            "\n  ",
            "\n    ",
            "'",
            '"',
            "''",
            "|",
            "#",
            " #",
            "\n# c",
            " ",
            "- ",
            "-",
            "? ",
        ),
        *("[", "{", "&", "*", "\n\n", "|\n  t", "\t", "\u2028", "\x7f"),
        *("key: v\n", "k2:\n  z: 1\n", "c: |\n  x\n   y\n\n  z\n", "d: 'it''s'\n", 'e: "f: g"\n'),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
@settings(max_examples=3000, deadline=None)
def test_what_is_read_plainly_is_what_libyaml_reads(text: str) -> None:
    reading = read_plain(text)

    assert reading is None or reading == read_yaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "layout: center",
        "\nlayout: center\nclass: 'px-4 it''s'\n",
        'title: "a: b"  \nbackground: https://a.b/c?d=e#f\nratio: 16:9\n',
        "# about\ninfo: |\n  One\n\n    two\n\nmdc: true\n",
        "fonts:\n    sans: Inter\n    weights:\n      a: 1\n    mono: x\nzoom: 0.8\n",
        "  a: 1\n  b: null\n",
    ],
)
def test_what_most_decks_hold_needs_no_library(text: str) -> None:
    assert read_plain(text) == read_yaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a:",
        "a: [1]",
        "a: b: c",
        "a: *b",
        "- a",
        "a: b\n  c",
        "a: 1\na: 2",
        "a:\n- b",
        "a: 1\n b: 2",
        "a: '",
    ],
)
def test_what_is_less_plain_is_left_to_the_library(text: str) -> None:
    assert read_plain(text) is None
