"""Expressions that follow the click, the page and the colour scheme (docs/dom-contract.md, "Bindings")."""

from __future__ import annotations

import pytest

from .conftest import Open, Opened
from .sample import deck, slide


def shown_with(open_deck: Open, html: str, bindings: str, clicks: int = 3) -> Opened:
    return open_deck(deck(slide(1, f"<main>{html}</main>", bindings, clicks=clicks), slide(2, "")))


MARKUP = r"""() => {
  const copy = document.querySelector('main').cloneNode(true);
  copy.querySelectorAll('template').forEach((template) => template.remove());
  return copy.innerHTML.replace(/ data-dc="[^"]*"|<!--.*?-->/g, '');
}"""


def inner(shown: Opened, clicks: int) -> object:
    """Return what stands in the slide at a click, without the marks of its bindings."""
    shown.nav(f"go(1, {clicks})")
    return shown.page.evaluate(MARKUP)


def test_classes_are_added_to_the_static_ones(open_deck: Open) -> None:
    html = '<p data-dc="0" class="a b"></p>'
    shown = shown_with(open_deck, html, '[[0,"class",$ => [$.$clicks > 0 && "b c", {d: $.$clicks === 2}]]]')

    assert [inner(shown, n) for n in (0, 1, 2, 0)] == [
        '<p class="a b"></p>',
        '<p class="a b c"></p>',
        '<p class="a b c d"></p>',
        '<p class="a b"></p>',
    ]


def test_painted_classes_go_when_the_value_does_not_name_them(open_deck: Open) -> None:
    html = '<p data-dc="0" class="a first"></p>'
    shown = shown_with(open_deck, html, '[[0,"class","first",$ => $.$clicks ? "then" : "first"]]')

    assert [inner(shown, n) for n in (0, 1)] == ['<p class="a first"></p>', '<p class="a then"></p>']


def test_painted_styles_give_way_to_the_static_ones(open_deck: Open) -> None:
    html = '<p data-dc="0" style="color: red; top: 1px"></p>'
    shown = shown_with(
        open_deck, html, '[[0,"style","color: blue",$ => $.$clicks ? null : "color: red; top: 1px"]]'
    )

    assert inner(shown, 1) == '<p style="color: blue;"></p>'


@pytest.mark.parametrize(
    "value",
    ['"color: red; --x: 1"', '{color: "red", "--x": 1}', '[{color: "red"}, "--x: 1"]'],
)
def test_styles_lie_over_the_static_ones_in_every_form(open_deck: Open, value: str) -> None:
    html = '<p data-dc="0" style="color: blue; margin: 1px"></p>'
    shown = shown_with(open_deck, html, f'[[0,"style",$ => $.$clicks ? {value} : null]]')

    assert inner(shown, 1) == '<p style="color: red; margin: 1px; --x: 1;"></p>'
    assert inner(shown, 0) == '<p style="color: blue; margin: 1px;"></p>'


def test_camel_case_and_important_reach_the_style(open_deck: Open) -> None:
    value = '{marginTop: $.$clicks + "px", color: "red !important"}'
    shown = shown_with(open_deck, '<p data-dc="0"></p>', f'[[0,"style",$ => ({value})]]')

    assert inner(shown, 2) == '<p style="margin-top: 2px; color: red !important;"></p>'


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("title", "'x'", 'title="x"'),
        ("title", "null", ""),
        ("title", "undefined", ""),
        ("title", "false", ""),
        ("disabled", "true", 'disabled=""'),
        ("aria-hidden", "false", 'aria-hidden="false"'),
        ("data-x", "null", ""),
        ("data-x", "0", 'data-x="0"'),
    ],
)
def test_an_attribute_takes_its_value_or_goes(open_deck: Open, name: str, value: str, written: str) -> None:
    shown = shown_with(open_deck, f'<p data-dc="0" {name}="old"></p>', f'[[0,"attr","{name}",$ => {value}]]')

    assert inner(shown, 0) == (f"<p {written}></p>" if written else "<p></p>")


def test_an_object_binds_attributes_class_style_and_listeners(open_deck: Open) -> None:
    value = '({id: "i", class: "c", style: "top: 1px", onClick: () => $.$nav.next(), ...($.$clicks ? {lang: "fr"} : {})})'
    shown = shown_with(open_deck, '<p data-dc="0" class="s">x</p>', f'[[0,"attrs",$ => {value}]]')
    assert inner(shown, 0) == '<p class="s c" id="i" style="top: 1px;">x</p>'

    shown.page.click("#i")
    assert shown.place == (1, 1)
    assert inner(shown, 1) == '<p class="s c" id="i" style="top: 1px;" lang="fr">x</p>'
    assert inner(shown, 0) == '<p class="s c" id="i" style="top: 1px;">x</p>'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("$.$clicks", "1"),
        ("null", ""),
        ("undefined", ""),
        ("true", "true"),
        ("[1, {a: 2}]", '[\n  1,\n  {\n    "a": 2\n  }\n]'),
        ("new Date(0).toISOString()", "1970-01-01T00:00:00.000Z"),
        ("'<b>'", "&lt;b&gt;"),
    ],
)
def test_interpolations_show_text_as_vue_does(open_deck: Open, value: str, text: str) -> None:
    shown = shown_with(open_deck, "<p>x<!--dc:7-->old<!--/dc-->y</p>", f'[["7","text",$ => {value}]]')

    assert inner(shown, 1) == f"<p>x{text}y</p>"


def test_an_empty_interpolation_has_a_place_too(open_deck: Open) -> None:
    shown = shown_with(open_deck, "<p><!--dc:7--><!--/dc--></p>", '[[7,"text",$ => $.$clicks || ""]]')

    assert [inner(shown, n) for n in (0, 1, 0)] == ["<p></p>", "<p>1</p>", "<p></p>"]


def test_v_text_and_v_html_fill_their_element(open_deck: Open) -> None:
    html = '<p data-dc="0">old</p><p data-dc="1">old</p>'
    shown = shown_with(open_deck, html, '[[0,"content",$ => "<i>"],[1,"html",$ => "<i>x</i>"]]')

    assert inner(shown, 0) == "<p>&lt;i&gt;</p><p><i>x</i></p>"


def test_v_show_gives_back_the_display_it_took(open_deck: Open) -> None:
    html = '<p data-dc="0" style="display: flex"></p>'
    shown = shown_with(open_deck, html, '[[0,"show",$ => $.$clicks > 0]]')

    assert [inner(shown, n) for n in (0, 1)] == [
        '<p style="display: none;"></p>',
        '<p style="display: flex;"></p>',
    ]


def test_v_show_holds_over_what_the_style_says(open_deck: Open) -> None:
    html = '<p data-dc="0" style="display:none;top:0px"></p>'
    entries = (
        '[[0,"style","display:flex",$ => ({top: $.$clicks + "px"})],[0,"show","flex",$ => $.$clicks > 0]]'
    )
    shown = shown_with(open_deck, html, entries)

    assert [inner(shown, n) for n in (0, 1, 0)] == [
        '<p style="display: none; top: 0px;"></p>',
        '<p style="display: flex; top: 1px;"></p>',
        '<p style="display: none; top: 0px;"></p>',
    ]


BRANCHES = (
    '<template data-dc-block="0.0"><p>one</p></template>'
    '<template data-dc-block="0.1"><p><!--dc:0-->?<!--/dc--></p></template>'
    '<template data-dc-block="0.2"><p>else</p></template>'
    "<!--dc:0--><p>first paint</p><!--/dc-->"
)


def test_v_if_shows_the_first_branch_that_holds(open_deck: Open) -> None:
    bindings = (
        '[[0,"if",[[$ => $.$clicks === 1, []],[$ => $.$clicks > 1, [[0,"text",$ => $.$clicks]]],[null, []]]]]'
    )
    shown = shown_with(open_deck, BRANCHES, bindings)

    assert [inner(shown, n) for n in (0, 1, 2, 3)] == ["<p>else</p>", "<p>one</p>", "<p>2</p>", "<p>3</p>"]


def test_v_if_without_a_true_branch_shows_nothing(open_deck: Open) -> None:
    shown = shown_with(open_deck, BRANCHES, '[[0,"if",[[$ => $.$clicks === 1, []]]]]')

    assert [inner(shown, n) for n in (1, 0)] == ["<p>one</p>", ""]


def test_click_elements_made_by_a_branch_follow_the_click(open_deck: Open) -> None:
    html = '<template data-dc-block="0.0"><p data-dc-click="2" id="c">x</p></template><!--dc:0--><!--/dc-->'
    shown = shown_with(open_deck, html, '[[0,"if",[[$ => $.$clicks > 0, []]]]]')
    shown.nav("go(1, 1)")
    assert shown.classes("#c") == {"slidev-vclick-hidden"}

    shown.nav("go(1, 2)")
    assert shown.classes("#c") == {"slidev-vclick-current"}


ROWS = '<template data-dc-block="0.0"><i><!--dc:0--><!--/dc--></i></template><!--dc:0--><!--/dc-->'


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('["a", "b"]', ["a0", "b1"]),
        ("3", ["10", "21", "32"]),
        ('"xy"', ["x0", "y1"]),
        ('({p: "q"})', ["qp0"]),
        ('new Set(["s"])', ["s0"]),
        ("null", []),
    ],
)
def test_v_for_takes_every_kind_of_list(open_deck: Open, source: str, texts: list[str]) -> None:
    bindings = f'[[0,"for",$ => {source},["item","key","index"],[[0,"text",$ => $.item + "" + $.key + ($.index ?? "")]]]]'
    shown = shown_with(open_deck, ROWS, bindings)

    assert inner(shown, 0) == "".join(f"<i>{text}</i>" for text in texts)


def test_v_for_grows_and_shrinks_and_keeps_its_rows(open_deck: Open) -> None:
    bindings = '[[0,"for",$ => $.$clicks,["n",null,null],[[0,"text",$ => $.n * $.$clicks]]]]'
    shown = shown_with(open_deck, ROWS, bindings)
    assert inner(shown, 1) == "<i>1</i>"
    shown.page.evaluate("window.kept = document.querySelector('main i')")

    assert inner(shown, 3) == "<i>3</i><i>6</i><i>9</i>"
    assert inner(shown, 2) == "<i>2</i><i>4</i>"
    assert shown.page.evaluate("kept === document.querySelector('main i')") is True


def test_v_for_takes_its_items_apart(open_deck: Open) -> None:
    bindings = (
        '[[0,"for",$ => [{a: 1, b: [2]}],[($, {a, b: [c]}) => ({a, c}),"i",null],'
        '[[0,"text",$ => `${$.a}${$.c}${$.i}`]]]]'
    )

    assert inner(shown_with(open_deck, ROWS, bindings), 0) == "<i>120</i>"


def test_blocks_nest(open_deck: Open) -> None:
    html = (
        '<template data-dc-block="0.0">'
        '<template data-dc-block="0.0"><b><!--dc:0--><!--/dc--></b></template><!--dc:0--><!--/dc-->'
        "</template><!--dc:0--><!--/dc-->"
    )
    bindings = '[[0,"for",$ => 3,["n"],[[0,"if",[[$ => $.n > $.$clicks, [[0,"text",$ => $.n]]]]]]]]'
    shown = shown_with(open_deck, html, bindings)

    assert [inner(shown, n) for n in (0, 2, 1)] == [
        "<b>1</b><b>2</b><b>3</b>",
        "<b>3</b>",
        "<b>2</b><b>3</b>",
    ]


@pytest.mark.parametrize(
    ("event", "modifiers", "action", "runs"),
    [
        ("click", "[]", "page.click('#e')", True),
        ("click", '["self"]', "page.click('#inner')", False),
        ("click", '["right"]', "page.click('#e')", False),
        ("keydown", '["enter"]', "page.press('#e', 'Enter')", True),
        ("keydown", '["enter"]', "page.press('#e', 'a')", False),
        ("keydown", '["ctrl","a"]', "page.press('#e', 'Control+a')", True),
        ("keydown", '["ctrl","a"]', "page.press('#e', 'a')", False),
        ("keydown", '["page-down"]', "page.press('#e', 'PageDown')", True),
    ],
)
def test_listeners_heed_their_modifiers(
    open_deck: Open, event: str, modifiers: str, action: str, runs: bool
) -> None:
    html = '<p data-dc="0" id="e" tabindex="0">text <span id="inner">inner</span></p>'
    shown = shown_with(
        open_deck, html, f'[[0,"on","{event}",{modifiers},($, $event) => {{ window.ran = $event.type }}]]'
    )
    eval(action, {"page": shown.page})  # noqa: S307 - text of this file

    assert shown.page.evaluate("window.ran ?? null") == (event if runs else None)


def test_a_handler_steers_the_deck_and_its_change_is_drawn(open_deck: Open) -> None:
    html = '<p data-dc="0" id="e">go</p><p data-dc="1"></p>'
    bindings = (
        '[[0,"on","click",["stop"],($) => { $.$frontmatter.n = 5; $.$slidev.nav.go(1, 2) }],'
        '[1,"content",$ => `${$.$frontmatter.n ?? 0} ${$.$clicks}`]]'
    )
    shown = shown_with(open_deck, html, bindings)
    shown.page.click("#e")

    assert shown.page.inner_text("main p:nth-child(2)") == "5 2"


def test_the_scope_has_slidevs_names(open_deck: Open) -> None:
    value = (
        "JSON.stringify([$.$page, $.$clicks, $.$nav.currentPage, $.$slidev.nav.total, $.$slidev.configs.x,"
        " $.$slidev.themeConfigs.y, $.$frontmatter.z, $.$clicksContext.current, $.$renderContext, $.$route.path])"
    )
    shown = open_deck(
        deck(
            slide(1, ""),
            slide(2, '<p data-dc="0"></p>', f'[[0,"content",$ => {value}]]', clicks=1, frontmatter={"z": 3}),
            merged={"x": 1},
            theme_config={"y": 2},
        ),
        "#/2?clicks=1",
    )

    assert shown.page.inner_text(".slidev-page-2 p") == '[2,1,2,2,1,2,3,1,"slide","/2"]'


def test_the_slide_that_is_left_is_drawn_at_its_end(open_deck: Open) -> None:
    shown = open_deck(
        deck(slide(1, '<p data-dc="0"></p>', '[[0,"content",$ => $.$clicks]]', clicks=7), slide(2, ""))
    )
    shown.nav("go(2)")

    assert shown.page.text_content(".slidev-page-1 p") == "7"


def test_a_failing_expression_leaves_its_element_and_tells_its_place_once(open_deck: Open) -> None:
    html = '<p data-dc="0" class="kept">x</p><p data-dc="1"></p>'
    bindings = '[[0,"class",$ => $.nothing.at.all,"slides.md:3:5"],[1,"content",$ => $.$clicks]]'
    shown = shown_with(open_deck, html, bindings)
    assert inner(shown, 2) == '<p class="kept">x</p><p>2</p>'

    (message,) = shown.messages
    assert message.startswith("deckc: slides.md:3:5: TypeError")
    shown.messages.clear()


def test_stand_ins_become_the_elements_they_stand_for(open_deck: Open) -> None:
    html = (
        '<dc-el data-dc-tag="p" id="p" data-dc="0">a<div>b</div><dc-el data-dc-tag="p">c</dc-el></dc-el>'
        '<template data-dc-block="1.0"><dc-el data-dc-tag="p"><div>d</div></dc-el></template><!--dc:1--><!--/dc-->'
    )
    shown = shown_with(open_deck, html, '[[0,"class",$ => "x"],[1,"if",[[$ => true, []]]]]')

    assert inner(shown, 0) == '<p id="p" class="x">a<div>b</div><p>c</p></p><p><div>d</div></p>'


def test_layers_follow_the_current_page(open_deck: Open) -> None:
    from deckc.model.rendered import RenderedLayer

    layer = RenderedLayer(
        '<footer data-dc="0"></footer>',
        '[[0,"content",$ => `${$.$nav.currentPage} ${$.$page} ${$.$renderContext}`]]',
    )
    shown = open_deck(deck(slide(1, ""), slide(2, ""), layers={"global-bottom": layer}))
    shown.nav("next()")

    assert shown.page.inner_text("footer") == "2 2 none"
