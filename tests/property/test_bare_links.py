"""The short cuts to links find what linkify-it finds."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linkify_it import LinkifyIt

from deckc.compile.parse.bare_links import BareLinks

OURS = BareLinks()
THEIRS = LinkifyIt(options={"fuzzy_link": False})
PIECES = st.sampled_from(
    [
        *(
            "https://",
            "http://",
            "ftp://",
            "//",
            "mailto:",
            "http:",
            "a",
            "B",
            "com",
            "1",
            "a.de",
            "localhost",
            "xn--",
        ),
        *(
            ".",
            "-",
            "--",
            "---",
            "_",
            "/",
            "?",
            "#",
            "=",
            "&",
            "%20",
            "+",
            "~",
            ":",
            ":80",
            "@",
            "x@y.de",
            "*",
            "**",
        ),
        *(" ", "\n", "\u3000", "(", ")", "[", "]", "'", '"', ",", ";", "!", "|", "<", ">", "中", "é", "："),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def found(link: object) -> dict[str, object] | None:
    return vars(link) if link else None


@given(TEXTS)
@example("http:x@y.de")
@settings(max_examples=3000, deadline=None)
def test_texts_with_links_are_told_from_texts_without(text: str) -> None:
    assert OURS.test(text) == THEIRS.test(text)
    if not OURS.pretest(text):
        assert THEIRS.match(text) is None


@given(TEXTS.map("https://a.de".__add__) | TEXTS)
@settings(max_examples=3000, deadline=None)
def test_links_at_the_start_are_the_same(text: str) -> None:
    assert found(OURS.match_at_start(text)) == found(THEIRS.match_at_start(text))


@pytest.mark.parametrize(
    "link",
    [
        "https://sli.dev",
        "http://a-b.example.com/",
        "https://x.com/karpathy/status/1872362712958906460",
        "https://a.de/b_c/d.html?e=f&g=%20#h-i",
    ],
)
def test_plain_links_need_no_patterns(link: str) -> None:
    fresh = BareLinks()

    assert fresh.match_at_start(f"{link} and more").url == link
    assert "http" not in fresh.re
