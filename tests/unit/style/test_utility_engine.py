from __future__ import annotations

import pytest

from deckc.compile.style import (
    CustomRule,
    Shortcut,
    compile_utilities,
    default_design,
    expand_group,
    expand_variant_groups,
    extract_candidates,
    parse_utility,
)
from deckc.compile.style.__main__ import row_cells
from deckc.compile.style.color import read_color
from deckc.compile.style.escape import candidate_selector, escape_identifier
from deckc.compile.style.order import collation_key
from deckc.compile.style.preflights import preflight_css
from deckc.compile.style.rules import expand_pattern
from deckc.compile.style.utilities import rule_index
from deckc.compile.style.utilities.own import OWN

DESIGN = default_design()


def body(candidate: str, **changes: object) -> str | None:
    rows = parse_utility(candidate, default_design(**changes))  # type: ignore[arg-type]
    return "".join(row.body for row in rows) if rows else None


def test_a_row_says_where_its_rule_stands() -> None:
    rows = parse_utility("md:hover:mt-4", DESIGN)

    assert rows is not None
    assert row_cells("md:hover:mt-4", rows) == [
        ["{T}:hover", "margin-top:1rem;", 91, "@media (min-width: 768px)", "", 24, 1, 3002]
    ]


def test_there_are_as_many_rules_as_in_slidev_before_our_own() -> None:
    assert rule_index().size - len(OWN) == 1180


def test_a_pattern_is_spelled_out_from_left_to_right() -> None:
    assert expand_pattern("{m|margin}(x|y){-*|}") == [
        ("mx-", ("x",), True),
        ("mx", ("x",), False),
        ("my-", ("y",), True),
        ("my", ("y",), False),
        ("marginx-", ("x",), True),
        ("marginx", ("x",), False),
        ("marginy-", ("y",), True),
        ("marginy", ("y",), False),
    ]


@pytest.mark.parametrize(
    ("candidate", "selector"),
    [
        ("mt-4", ".mt-4"),
        ("w-1/2", ".w-1\\/2"),
        ("2xl:m-1", ".\\32 xl\\:m-1"),
        ("-1x", ".-\\31 x"),
        ("文字", ".文字"),
        ('[text~="sm:red"]', '[text~="sm\\:red"]'),
        ('[flex=""]', '[flex=""]'),
        ("[a:b]", ".\\[a\\:b\\]"),
    ],
)
def test_selectors_escape_what_css_would_read_otherwise(candidate: str, selector: str) -> None:
    assert candidate_selector(candidate) == selector


def test_a_dash_alone_and_control_characters_are_escaped() -> None:
    assert escape_identifier("-") == "\\-"
    assert escape_identifier("a\x01") == "a\\1 "
    assert escape_identifier("a\0") == "a\ufffd"


def test_texts_are_ordered_as_browsers_order_them() -> None:
    texts = ["b", "A", "a", "a1", "a-b", "_a", "[a", "aB", "ab", "文"]

    assert sorted(texts, key=collation_key) == ["_a", "[a", "a", "A", "a-b", "a1", "ab", "aB", "b", "文"]


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("#f00", "rgb(255 0 0)"),
        ("#ff000080", "rgb(255 0 0 / 0.5)"),
        ("rgba(1,2,3,.5)", "rgba(1, 2, 3, .5)"),
        ("hsl(1 2% 3% / 50%)", "hsl(1 2% 3% / 50%)"),
        ("color(display-p3 1 0 0)", "color(display-p3 1 0 0)"),
        ("rebeccapurple", "rgb(102 51 153 / 1)"),
    ],
)
def test_colors_are_read_in_parts(text: str, css: str) -> None:
    color = read_color(text)

    assert color is not None
    assert color.with_alpha() == css


@pytest.mark.parametrize("text", ["red", "#12", "#12345", "rgb(1,2)", "rgb(1 2)", "var(--x)", "", "rgb()"])
def test_names_and_broken_colors_are_not_read(text: str) -> None:
    assert read_color(text) is None


def test_a_theme_is_merged_key_by_key() -> None:
    theme = {"colors": {"brand": {"DEFAULT": "#102030", "dark": "#000"}}, "spacing": {"huge": 99}}

    assert body("text-brand", theme=theme) == (
        "--un-text-opacity:1;color:rgb(16 32 48 / var(--un-text-opacity));"
    )
    assert body("bg-brand-dark/50", theme=theme) == "background-color:rgb(0 0 0 / 0.5);"
    assert body("mt-huge", theme=theme) == "margin-top:99;"
    assert body("text-red-500", theme=theme) is not None


def test_a_text_in_the_place_of_shades_replaces_them() -> None:
    theme = {"colors": {"red": "#f00"}}

    assert body("text-red", theme=theme) is not None
    assert body("text-red-500", theme=theme) is None


def test_fonts_are_the_decks() -> None:
    assert body("font-mono", fonts={"mono": "Fira"}) == "font-family:Fira;"


def test_breakpoints_of_the_theme_are_variants() -> None:
    theme = {"breakpoints": {"tablet": "700px"}}
    rows = parse_utility("lt-tablet:m-1", default_design(theme=theme))

    assert rows is not None
    assert rows[0].parent == "@media (max-width: 699.9px)"


def test_breakpoints_of_the_theme_are_all_there_are() -> None:
    design = default_design(theme={"breakpoints": {"wide": "900px"}})

    assert parse_utility("sm:mt-4", design) is None
    assert [row.parent for row in parse_utility("container", design) or ()] == [
        "",
        "@media (min-width: 900px)",
    ]


def test_shortcuts_and_rules_may_have_a_layer_of_their_own() -> None:
    design = default_design(
        shortcuts=[Shortcut("part", "m-1", layer="parts")],
        rules=[CustomRule("glow", (("color", "gold"),), layer="parts")],
    )

    assert [row.layer for name in ("part", "glow") for row in parse_utility(name, design) or ()] == [
        "parts",
        "parts",
    ]


def test_shortcuts_stand_for_others_and_for_groups() -> None:
    shortcuts = [Shortcut("btn", "p-4 hover:(m-1 m-2)"), Shortcut("big-btn", "btn text-xl")]
    rows = parse_utility("big-btn", default_design(shortcuts=shortcuts))

    assert rows is not None
    assert [(row.selector, row.layer) for row in rows] == [
        (".big-btn:hover", "shortcuts"),
        (".big-btn", "shortcuts"),
    ]


def test_a_shortcut_of_itself_ends() -> None:
    assert parse_utility("loop", default_design(shortcuts=[Shortcut("loop", "loop p-4")])) is not None
    assert parse_utility("only", default_design(shortcuts=[Shortcut("only", "only")])) is None


def test_own_rules_win_over_built_in_ones() -> None:
    rules = [
        CustomRule("flex", (("display", "inline"),)),
        CustomRule(r"m-(\d+)", (("margin", "{1}px"), ("top", "{1/4}rem")), is_pattern=True),
    ]

    assert body("flex", rules=rules) == "display:inline;"
    assert body("m-6", rules=rules) == "margin:6px;top:1.5rem;"
    assert body("m-z", rules=rules) is None


def test_the_safelist_is_always_in_the_sheet() -> None:
    sheet = compile_utilities([], default_design(safelist=["m-9"]))

    assert ".m-9{" in sheet.layer("default")
    assert ".prose" in sheet.layer("typography")


def test_matched_and_unmatched_candidates_are_told_apart() -> None:
    sheet = compile_utilities(["m-1", "nope"], DESIGN)

    assert "m-1" in sheet.matched
    assert sheet.unmatched == {"nope"}


def test_layers_come_in_the_order_of_the_page() -> None:
    sheet = compile_utilities(["m-1", "bg-main", "prose", "uno-layer-zoo:m-1"], DESIGN)

    assert list(sheet.layers) == ["preflights", "typography", "shortcuts", "default", "zoo"]
    assert "shortcuts" not in sheet.rest
    assert "zoo" in sheet.rest


def test_preflights_set_every_variable_of_every_element() -> None:
    css = preflight_css()

    assert css.startswith("*,::before,::after{--un-rotate:0;")
    assert css.count("--un-") == 100


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("hover:(a dark:(b c))", "hover:a hover:dark:b hover:dark:c"),
        ("border-(~ red)", "border border-red"),
        ("hover:(!a -b)", "!hover:a hover:-b"),
        ("x-(a b) => y", "x-(a b) => y"),
        ("plain (text)", "plain (text)"),
    ],
)
def test_groups_are_written_out(text: str, expanded: str) -> None:
    assert expand_group(text) == expanded


def test_groups_in_prose_stay() -> None:
    markup = '<b class="hover:(a b)" text="dark:(c d)">foo-(bar baz)</b>'

    assert (
        expand_variant_groups(markup) == '<b class="hover:a hover:b" text="dark:c dark:d">foo-(bar baz)</b>'
    )


def test_dotted_names_count_in_markdown_with_components() -> None:
    text = "# Title {.text-red .mt-4}"

    assert "mt-4" in extract_candidates(text, is_mdc=True)
    assert "mt-4" not in extract_candidates(text)


def test_an_odd_candidate_is_no_error() -> None:
    odd = [
        "",
        "-",
        "!",
        "[",
        "]",
        ":",
        "[]",
        "()",
        "[[[",
        "]]]",
        "a" * 5000,
        "\ud800",
        "[=~]",
        "hover:",
        ":-",
        "~",
    ]

    assert [candidate for candidate in odd if parse_utility(candidate, DESIGN)] == []
