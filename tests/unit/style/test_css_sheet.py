"""Reading CSS loses nothing and never fails."""

import random

import pytest

from deckc.compile.style.scan import split_commas
from deckc.compile.style.sheet import AtRule, Comment, Declaration, Item, Junk, Rule, parse_sheet, print_sheet


def shape(item: Item) -> object:
    """Return an item without its white space and places."""
    match item:
        case Declaration(name=name, value=value):
            return (name, value)
        case Rule(selector=selector, children=children):
            return (selector, [shape(child) for child in children])
        case AtRule(name=name, prelude=prelude, children=children):
            inside = None if children is None else [shape(child) for child in children]
            return (f"@{name}", prelude, inside)
        case Comment(text=text):
            return text
        case Junk(text=text):
            return ("junk", text)


@pytest.mark.parametrize(
    ("css", "items"),
    [
        ("a{color:red}", [("a", [("color", "red")])]),
        ("a , b { top : 0 ; left: 1px!important }", [("a , b", [("top", "0"), ("left", "1px!important")])]),
        ("a { &:hover { top: 0 } b: c }", [("a", [("&:hover", [("top", "0")]), ("b", "c")])]),
        ("@import 'x;y.css' print;", [("@import", "'x;y.css' print", None)]),
        ("@media(min-width:1px){a{}}", [("@media", "(min-width:1px)", [("a", [])])]),
        ("a { @apply p-4 hover:(m-1 m-2) }", [("a", [("@apply", "p-4 hover:(m-1 m-2)", None)])]),
        (
            "/* } */ a { /* ; */ b: c }",
            ["/* } */", ("a", ["/* ; */", ("b", "c")])],
        ),
        (
            "a { b: url(data:x;{y}) ; c: url( ';)' ) }",
            [("a", [("b", "url(data:x;{y})"), ("c", "url( ';)' )")])],
        ),
        ('a { content: "}\\"{"; --x: { y: z }; }', [("a", [("content", '"}\\"{"'), ("--x", "{ y: z }")])]),
        ("a { *zoom: 1; $x: 2; b /* c */ : d }", [("a", [("*zoom", "1"), ("$x", "2"), ("b", "d")])]),
        (".w-1\\/2, .a\\:b { c: d }", [(".w-1\\/2, .a\\:b", [("c", "d")])]),
    ],
)
def test_items_are_read(css: str, items: list[object]) -> None:
    assert [shape(item) for item in parse_sheet(css).items] == items


@pytest.mark.parametrize(
    ("css", "items"),
    [
        ("a { b: c", [("a", [("b", "c")])]),
        ("} a { b: c }", [("junk", "}"), ("a", [("b", "c")])]),
        ("a { ; nonsense ; b: c }", [("a", [("junk", ";"), ("junk", "nonsense ;"), ("b", "c")])]),
        ("a { b: (c } d { e: f }", [("a", [("b", "(c")]), ("d", [("e", "f")])]),
        ('a { b: "c\n; d: e }', [("a", [("b", '"c'), ("d", "e")])]),
        ("a { b: c /* d }", [("a", [("b", "c /* d }")])]),
    ],
)
def test_broken_css_spoils_no_more_than_it_must(css: str, items: list[object]) -> None:
    assert [shape(item) for item in parse_sheet(css).items] == items


def test_offsets_point_into_the_text() -> None:
    css = "/* x */ a { color : red; @apply p-4 }"
    (_, rule) = parse_sheet(css).items
    assert isinstance(rule, Rule)
    declaration, apply = rule.children
    assert isinstance(declaration, Declaration)
    assert isinstance(apply, AtRule)

    assert css[rule.offset :].startswith("a {")
    assert css[declaration.offset :].startswith("color :")
    assert css[declaration.value_offset :].startswith("red;")
    assert css[apply.offset :].startswith("@apply")


def test_any_text_comes_out_as_it_went_in() -> None:
    words = [
        "a",
        "{",
        "}",
        ";",
        ":",
        '"',
        "'",
        "(",
        ")",
        "[",
        "/*",
        "*/",
        " ",
        "\n",
        "url(",
        "@media",
        "\\",
        "--x:",
    ]
    choose = random.Random(7)  # noqa: S311 - any text will do
    for _ in range(2000):
        css = "".join(choose.choice(words) for _ in range(choose.randint(1, 30)))
        assert print_sheet(parse_sheet(css)) == css


def test_blocks_without_end_do_not_exhaust_the_stack() -> None:
    css = "a{" * 5000 + "b:c"

    assert print_sheet(parse_sheet(css)) == css


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b", ["a", "b"]),
        ("a:is(b, c), d", ["a:is(b, c)", "d"]),
        ('[a="x,y"], b', ['[a="x,y"]', "b"]),
        (".a\\,b, c", [".a\\,b", "c"]),
        ("rgb(1, 2, 3) 0 0, url(a,b)", ["rgb(1, 2, 3) 0 0", "url(a,b)"]),
        ("a,", ["a", ""]),
    ],
)
def test_lists_are_split_at_their_own_commas(text: str, parts: list[str]) -> None:
    assert split_commas(text) == parts
