"""Which role each word of a script, a page, a style sheet or a text has."""

from __future__ import annotations

import pytest

from deckc.compile.render.code_tokens import colour_code
from deckc.diagnostics import Report, Span


def letters(language: str, code: str) -> str:
    """Return a class letter for each character, "." for plain ones and a blank for a blank."""
    report = Report()
    pieces = colour_code(code, language, Span("a.md", 1, 1), report)
    assert not report.diagnostics
    return "".join(" " if mark.isspace() else letter or "." for letter, text in pieces for mark in text)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("const a = 1", "ooooo v p n"),
        ("const add = (a: A) => a", "ooooo fff p pvp tp pp v"),
        ("import { ref, type Ref as R } from 'vue'", "kkkkkk p vvvp kkkk vvv kk v p kkkk qsssq"),
        ("class Foo<T> extends Base implements I {}", "ooooo tttptp ooooooo ffff oooooooooo f pp"),
        ("type X = T extends string ? 'a' : never", "oooo t p t ooooooo tttttt o qsq o ttttt"),
        ("interface P { a?: string; b(): void }", "ooooooooo t p vop ttttttp fppp tttt p"),
        ("const o = { a: 1, b() {}, c: () => 1 }", "ooooo v p p rp np fpp ppp fp pp pp n p"),
        ("x as unknown as Foo", "v kk ttttttt kk ttt"),
        ("readonly(a)", "ffffffffpvp"),
        ("class A { readonly b: C }", "ooooo t p oooooooo vp t p"),
        ("ref<number>(0)", "fffpttttttppnp"),
        ("a < b && c > d", "v p v oo v p v"),
        ("cond ? yes : no", "vvvv o vvv o vv"),
        ("`a ${b.c} ${f()}`", "qs kkspsk kkfppkq"),
        ("new Promise(r => this.x)", "ooo fffffffpv pp ddddpvp"),
        ("Promise.all(a.length)", "rrrrrrrpfffpvprrrrrrp"),
        ("class A { @Input() n!: B }", "ooooo t p pfffffpp vop t p"),
        ("enum Color { Red = 1 }", "oooo ttttt p vvv p n p"),
    ],
)
def test_typescript_tells_roles_apart(code: str, expected: str) -> None:
    assert letters("ts", code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("<div a='b'>{x}</div>", "pkkk vpqsqppvpppkkkp"),
        ("<Foo.Bar b />", "prrrrrrr v pp"),
        ("return <p>text</p>", "kkkkkk pkp....ppkp"),
    ],
)
def test_jsx_is_told_from_comparisons(code: str, expected: str) -> None:
    assert letters("jsx", code) == expected


def test_a_slash_is_a_regular_expression_only_where_no_value_ends() -> None:
    assert letters("js", "a / b / c") == "v o v o v"
    assert letters("js", "x = /ab/g") == "v p qxxqk"


def test_a_line_of_openers_is_read_in_time() -> None:
    assert len(letters("js", "/[" * 20_000)) == 40_000


def test_scripts_and_styles_in_a_page_have_their_own_colours() -> None:
    assert letters("vue", '<script lang="ts">let a: A</script>') == "pkkkkkk vvvvpqssqpooo vp tppkkkkkkp"
    assert letters("html", "<style>a{color:red}</style>") == "pkkkkkpkprrrrrpdddpppkkkkkp"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (".a > b:hover {}", "pv o kpvvvvv pp"),
        ("a{margin:0 1px}", "kprrrrrrpn noop"),
        ("@media print {}", "pkkkkk ddddd pp"),
        (":root{--x: var(--y)}", "pvvvvpvvvp rrrpvvvpp"),
    ],
)
def test_a_style_sheet_tells_selectors_from_declarations(code: str, expected: str) -> None:
    assert letters("css", code) == expected


def test_line_comments_are_those_of_scss_only() -> None:
    assert letters("scss", "// a") == "cc c"
    assert "c" not in letters("css", "// a").replace(" ", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("# Title `x`", "p hhhhh php"),
        ("- a **b** `c`", "d . ppbpp pwp"),
        ("[a](b)", "psppup"),
        ("```js\nlet a\n```", "ppp.. ooo v ppp"),
        ("---\na: 1\n---\n> q", "ppp rp n ppp p g"),
    ],
)
def test_markdown_colours_the_code_in_it(code: str, expected: str) -> None:
    assert letters("md", code) == expected
