"""Nested rules come out of their parents in the order of the source (facts: postcss-nested as Slidev runs it)."""

import pytest

from deckc.compile.style.nesting import block_comments, flatten_nesting


def squeezed(css: str) -> str:
    return " ".join(css.split())


@pytest.mark.parametrize(
    ("css", "flat"),
    [
        ("a { b { c: d } }", "a b { c: d }"),
        ("a { &:hover { c: d } }", "a:hover { c: d }"),
        ("a, b { c, &.d { e: f } }", "a c, a.d, b c, b.d { e: f }"),
        ("a { top: 0; b { c: d } left: 1px }", "a { top: 0; } a b { c: d } a { left: 1px; }"),
        (".a { &-suffix { c: d } }", ".a-suffix { c: d }"),
        (".a { .p & { c: d } & > & { e: f } }", ".p .a { c: d } .a > .a { e: f }"),
        (".a { > li { c: d } + .b { e: f } }", ".a > li { c: d } .a + .b { e: f }"),
        (".a { .b { .c { d: e } } }", ".a .b .c { d: e }"),
        (".a { :is(&, .b) c { d: e } }", ":is(.a, .b) c { d: e }"),
        (
            ".a { top: 0; @media print { left: 0; .b { right: 0 } } }",
            ".a { top: 0; } @media print { .a { left: 0; } .a .b { right: 0 } }",
        ),
        (
            ".a { @media print { @supports (b: c) { d: e } } }",
            "@media print { @supports (b: c) { .a { d: e } } }",
        ),
        (".a { @font-face { src: x } }", "@font-face { src: x }"),
        (".a { @keyframes x { from { top: 0 } } top: 0 }", "@keyframes x { from { top: 0 } } .a { top: 0; }"),
        (".a { @at-root .b { c: d } }", ".b { c: d }"),
        ("@media print { .a { .b { c: d } } }", "@media print { .a .b { c: d } }"),
    ],
)
def test_nested_rules_are_taken_out(css: str, flat: str) -> None:
    assert squeezed(flatten_nesting(css)) == flat


@pytest.mark.parametrize(
    "css",
    [
        "a { b: c }  /* d */",
        "@media print { a { b: c } }",
        "a { @apply p-4; b: c }",
        '[href="a&b"] { --x: { y: z } }',
        "@keyframes x { from { top: 0 } 50% { top: 1px } }",
    ],
)
def test_what_is_not_nested_stays_as_it_is(css: str) -> None:
    assert flatten_nesting(css) == css


def test_an_ampersand_in_a_string_is_no_parent() -> None:
    assert squeezed(flatten_nesting('a { [href="x&y"] { c: d } }')) == 'a [href="x&y"] { c: d }'


@pytest.mark.parametrize("parent", ["a,b{", "& &{"])
def test_lists_in_lists_do_not_grow_without_end(parent: str) -> None:
    css = parent * 60 + "x:y" + "}" * 60

    assert len(flatten_nesting(css)) < 1_000_000


def test_line_comments_become_block_comments_outside_addresses_and_strings() -> None:
    css = 'a { b: url(//x.y/z); // c */ d\n e: "//f"; g: http://h }'

    assert block_comments(css) == 'a { b: url(//x.y/z); /* c * / d*/\n e: "//f"; g: http://h }'
