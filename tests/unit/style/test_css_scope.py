"""A slide's styles reach the slide alone (facts: Vue's scoped styles in a real Slidev build)."""

import pytest

from deckc.compile.style.scope import scope_selector, scope_styles


@pytest.mark.parametrize(
    ("selector", "scoped"),
    [
        (".a", ".a[data-v-1]"),
        (".a .b", ".a .b[data-v-1]"),
        (".a > b + c ~ d", ".a > b + c ~ d[data-v-1]"),
        ("a, b", "a[data-v-1], b[data-v-1]"),
        (".a::before", ".a[data-v-1]::before"),
        (".a:hover::after", ".a[data-v-1]:hover::after"),
        (".a:nth-child(2n + 1)", ".a[data-v-1]:nth-child(2n + 1)"),
        (".a:not(.b:hover)", ".a[data-v-1]:not(.b:hover)"),
        ("#a[b='c d']", "#a[b='c d'][data-v-1]"),
        (".w-1\\/2", ".w-1\\/2[data-v-1]"),
        ("*", "[data-v-1]"),
        ("* .a", ".a[data-v-1]"),
        ("*.a", ".a[data-v-1]"),
        (".a *", ".a[data-v-1] *"),
        (".a > *:hover", ".a[data-v-1] > *:hover"),
        ("::selection", "[data-v-1]::selection"),
        (":hover", "[data-v-1]:hover"),
        (":root", "[data-v-1]:root"),
        (":not(.a)", "[data-v-1]:not(.a)"),
        (":is(.a, .b)", ":is(.a[data-v-1], .b[data-v-1])"),
        (":where(.a)", ":where(.a[data-v-1])"),
        (".a:is(.b, .c)", ".a[data-v-1]:is(.b, .c)"),
        (":is(.a, .b) .c", ":is(.a, .b) .c[data-v-1]"),
    ],
)
def test_the_last_element_is_marked(selector: str, scoped: str) -> None:
    assert scope_selector(selector, "data-v-1") == scoped


@pytest.mark.parametrize(
    ("selector", "scoped"),
    [
        (".a :deep(.b)", ".a[data-v-1] .b"),
        (".a:deep(.b)", ".a[data-v-1] .b"),
        (".a :deep(.b) .c", ".a[data-v-1] .b .c"),
        (":deep(.b)", "[data-v-1] .b"),
        (".a ::v-deep(.b)", ".a[data-v-1] .b"),
        (".a ::v-deep .b", ".a[data-v-1] .b"),
        (".a >>> .b", ".a[data-v-1] .b"),
        (".a /deep/ .b", ".a[data-v-1] .b"),
        (".a:has(:deep(.b))", ".a[data-v-1]:has( .b)"),
        (":is(.a :deep(.b), .c) .d", ":is(.a[data-v-1] .b) .d, :is(.c) .d[data-v-1]"),
        (":slotted(.a) .b", ".a[data-v-1-s] .b"),
        (":global(.a)", ".a"),
        (".a :global(.b) .c", ".b"),
    ],
)
def test_deep_slotted_and_global_say_where_the_mark_goes(selector: str, scoped: str) -> None:
    assert scope_selector(selector, "data-v-1") == scoped


def test_rules_in_conditions_are_scoped_and_font_faces_are_not() -> None:
    css = "@media print { a { b: c } } @font-face { src: x }"

    assert scope_styles(css, "data-v-1") == "@media print { a[data-v-1] { b: c } } @font-face { src: x }"


def test_nested_rules_are_taken_out_first() -> None:
    css = ".a { :deep(.b) { c: d } &:hover { e: f } }"

    assert scope_styles(css, "data-v-1").strip() == ".a[data-v-1] .b { c: d } .a[data-v-1]:hover { e: f }"


def test_keyframes_get_the_name_of_the_scope() -> None:
    css = "@keyframes x { from { top: 0 } } a { animation: 1s x, y 2s; animation-name: x, y }"

    assert scope_styles(css, "data-v-1") == (
        "@keyframes x-1 { from { top: 0 } } a[data-v-1] { animation: 1s x-1, y 2s; animation-name: x-1, y }"
    )


def test_keyframes_of_other_sheets_keep_their_name() -> None:
    assert scope_styles("a { animation: x 1s }", "data-v-1") == "a[data-v-1] { animation: x 1s }"


def test_comments_and_spacing_stay() -> None:
    css = "/* a */\n\n.b  {\n  c: d;\n}\n"

    assert scope_styles(css, "data-v-1") == "/* a */\n\n.b[data-v-1]  {\n  c: d;\n}\n"


@pytest.mark.parametrize("css", [":is(" * 3000, "a{" * 3000, ":deep(" * 3000 + "{}", "[" * 3000, "\\"])
def test_hostile_css_does_no_harm(css: str) -> None:
    assert isinstance(scope_styles(css, "data-v-1"), str)
