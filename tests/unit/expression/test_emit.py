"""How expressions are printed for the page."""

import pytest

from deckc.expression import emit
from unit.expression.reading import read, read_handler


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a + b", "$.a + $.b"),
        ("{a, b: 1, 'c-d': c}", '({a: $.a, b: 1, "c-d": $.c})'),
        ("{a() { return b }}", "({a: function () { return $.b; }})"),
        ("xs.map(x => x + y)", "$.xs.map((x) => x + $.y)"),
        (
            "xs.map(({a, b: [c] = d}, i) => a + c + i + e)",
            "$.xs.map(({a: a, b: [c] = $.d}, i) => a + c + i + $.e)",
        ),
        ("(...all) => all.length", "(...all) => all.length"),
        ("x => ({x, y})", "(x) => ({x: x, y: $.y})"),
        ("a = b", "$.a = $.b"),
        ("[a, b] = [b, a]", "[$.a, $.b] = [$.b, $.a]"),
        ("({a, b: c} = d)", "({a: $.a, b: $.c} = $.d)"),
        ("a.b.c", "$.a.b.c"),
        ("a?.b?.[c]?.(d)", "$.a?.b?.[$.c]?.($.d)"),
        ("(a?.b).c", "($.a?.b).c"),
        ("$clicks", "$.$clicks"),
        ("typeof a", "typeof $.a"),
        ("`x${a}`", "`x${$.a}`"),
        ("Math.max(1, Number(a))", "Math.max(1, Number($.a))"),
        ("new Date(a).getTime()", "new (Date)($.a).getTime()"),
        ("undefined", "undefined"),
        ("window.x", "$.window.x"),
        ("名", '$["名"]'),
    ],
)
def test_free_names_are_read_from_the_scope(text: str, code: str) -> None:
    assert emit(read(text)) == code


def test_a_parameter_called_dollar_does_not_hide_the_scope() -> None:
    assert emit(read("xs.map($ => $.x + y)")) == "$.xs.map(($dollar) => $dollar.x + $.y)"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(a + b) * c", "($.a + $.b) * $.c"),
        ("a - (b - c)", "$.a - ($.b - $.c)"),
        ("(a, b)", "($.a, $.b)"),
        ("(a ?? b) || c", "($.a ?? $.b) || $.c"),
        ("(-a) ** 2", "(-$.a) ** 2"),
        ("- -a", "- -$.a"),
        ("(a ? b : c) ? d : e", "($.a ? $.b : $.c) ? $.d : $.e"),
        ("(x => x)(1)", "((x) => x)(1)"),
        ("1..toFixed()", "(1).toFixed()"),
        ("('a' in b)", '("a" in $.b)'),
    ],
)
def test_grouping_is_kept(text: str, code: str) -> None:
    assert emit(read(text)) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("'</script>'", '"\\x3c/script>"'),
        ("'<!-- -->'", '"\\x3c!-- --\\x3e"'),
        ("`<script>${a}</script>`", "`\\x3cscript>${$.a}\\x3c/script>`"),
        ("/<\\/script>/", 'new RegExp("<\\\\/script>", "")'),
        ("a </script/.length", '$.a < new RegExp("script", "").length'),
        ("a<!--b", "$.a < !--$.b"),
        ("'\u2028'", '"\\u2028"'),
        ("`\\``", "`\\``"),
        ("`\\${a}`", "`\\${a}`"),
        ("a /* </script> */ + 1 // <!--", "$.a + 1"),
    ],
)
def test_nothing_can_end_the_script(text: str, code: str) -> None:
    assert emit(read(text)) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a++; b()", "$.a++; $.b();"),
        ("foo", "$.foo?.($event);"),
        ("$slidev.nav.next", "$.$slidev.nav.next?.($event);"),
        ("go($event)", "$.go($event);"),
        ("() => a++", "(() => $.a++)($event);"),
        ("function () { a() }", "(function () { $.a(); })($event);"),
        ("if (a) b(); else { c() }", "if ($.a) { $.b(); } else { { $.c(); } }"),
        ("let a = 1, {b} = c; d(a, b)", "let a = 1, {b: b} = $.c; $.d(a, b);"),
        ("for (const x of xs) f(x)", "for (const x of $.xs) { $.f(x); }"),
        ("for (let i = 0; i < n; i++) f(i)", "for (let i = 0; i < $.n; i++) { $.f(i); }"),
        (
            "try { a() } catch ({message}) { b(message) }",
            "try { $.a(); } catch ({message: message}) { $.b(message); }",
        ),
        ("", ""),
    ],
)
def test_a_handler_is_statements(text: str, code: str) -> None:
    assert emit(read_handler(text)) == code


def test_an_expression_knows_its_free_names() -> None:
    expression = read("list.map(x => x + n + 'a' + `b${m}c`) || Math.PI")

    assert expression.free_names == {"list", "n", "m"}
