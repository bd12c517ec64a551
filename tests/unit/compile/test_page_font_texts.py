"""Which characters may be shown in which family, weight and style."""

from __future__ import annotations

import pytest

from deckc.compile.page_font_rules import FontRules
from deckc.compile.page_font_texts import classes_in, collect_texts
from deckc.model.fonts import WebFonts

FONTS = WebFonts(sans=("Inter",), serif=("PT Serif",), mono=("Fira Code",), custom=("Lobster",))
BASE = "body { font-family: var(--deckc-font-sans) }\n"


def shown(html: str, css: str, computed: str = "") -> dict[str, str]:
    """Return "family weight style" -> the characters."""
    page = f"<body>{html}</body>"
    texts = collect_texts(page, FontRules(BASE + css, FONTS, classes_in(page)), computed)
    return {
        f"{'+'.join(text.families)} {text.weight}{' italic' if text.italic else ''}": "".join(
            sorted(text.characters)
        )
        for text in texts
    }


def test_a_rule_without_doubt_replaces_what_is_around() -> None:
    css = "code { font-family: var(--deckc-font-mono) }"

    assert shown("ab<code>cd</code>", css) == {"Inter 400": "ab", "Fira Code 400": "cd"}


@pytest.mark.parametrize(
    "selector",
    [".x code", "code:hover", "p > code", "@media print { code", "code[data-y]", ":where(.x, p) code"],
)
def test_a_rule_that_may_hold_is_added(selector: str) -> None:
    css = f"{selector} {{ font-weight: 600 }}{'}' if '{' in selector else ''}"

    assert shown("a<p class=x><code data-y>c</code></p>", css) == {"Inter 400": "ac", "Inter 600": "c"}


@pytest.mark.parametrize("selector", [".y code", "code.y", ":is(.y) code", "em", "#c code#c"])
def test_a_rule_for_other_elements_is_none(selector: str) -> None:
    assert shown("a<p class=x><code>c</code></p>", f"{selector} {{ font-weight: 600 }}") == {
        "Inter 400": "ac"
    }


@pytest.mark.parametrize(
    ("declaration", "look"),
    [
        ("font-family: Lobster, serif", "Lobster 400"),
        ("font-family: 'lobster'", "Lobster 400"),
        ("font: italic bold 12px/1 Lobster", "Lobster 700 italic"),
        ("font-family: var(--own)", "Lobster+Fira Code 400"),
        ("font-weight: bolder", "Inter 700"),
        ("font-style: oblique 10deg", "Inter 400 italic"),
        ("font-family: Arial", ""),
    ],
)
def test_declarations_say_the_look(declaration: str, look: str) -> None:
    css = f":root {{ --own: 'Lobster', var(--deckc-font-mono) }} .x {{ {declaration} }}"

    assert shown("<p class=x>a</p>", css) == ({look: "a"} if look else {})


def test_style_attributes_count() -> None:
    assert shown('<p style="font-family:Lobster">a</p>', "") == {"Lobster 400": "a"}


def test_browsers_embolden_and_slant() -> None:
    assert shown("<b>b</b><em>c</em>", "") == {"Inter 400": "bc", "Inter 400 italic": "c", "Inter 700": "b"}


def test_other_cases_are_shown_where_they_may_be() -> None:
    assert shown("a<h6>ß</h6>", "h6 { text-transform: uppercase }") == {"Inter 400": "Sasß"}


@pytest.mark.parametrize(
    ("html", "css", "characters"),
    [
        ("<i class=x>a</i>", '.x::before { content: "\\2192  b" }', " ab→"),
        ("<i class=x data-s='z'>a</i>", ".x::after { content: attr(data-s) }", "az"),
        ("<ol>x</ol>", "", ".0123456789x"),
        ("<q>a</q>", "", "a‘’“”"),
        ("<input placeholder='k'>", "", "k"),
        ("a &lt;&amp; 标", "", " &<a标"),
        ("a<!-- no --><script>no</script><style>no</style>", "", "a"),
        ("a<svg><text>b</text><title>no</title></svg>", "", "ab"),
    ],
)
def test_generated_text_counts(html: str, css: str, characters: str) -> None:
    assert "".join(sorted(set("".join(shown(html, css).values())))) == characters


def test_what_is_bound_may_become_anything_that_is_computed() -> None:
    html = "a<code><!--dc:1-->0<!--/dc--></code><p data-dc=2></p>"

    assert shown(html, "code { font-family: 'Fira Code' }", "xy") == {
        "Fira Code 400": "0xy",
        "Inter 400": "axy",
    }


def test_end_tags_that_are_missing_do_no_harm() -> None:
    css = "code { font-family: 'Fira Code' }"

    assert shown("<p><code>c</p>a</div></code>b", css) == {"Fira Code 400": "c", "Inter 400": "ab"}
