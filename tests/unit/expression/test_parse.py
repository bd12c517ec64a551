"""What can be read, and where a mistake is said to be (the text starts at 3:10)."""

import pytest

from deckc.diagnostics import Report
from deckc.expression import (
    evaluate,
    iterations,
    parse_expression,
    parse_loop,
    parse_pattern,
    parse_statements,
    report_unknown_names,
)
from unit.expression.reading import PLACE, complaints, read, read_loop


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a +", "3:12+1 the expression ends too early"),
        ("a b", '3:12+1 unexpected "b"'),
        ("", "3:10+1 an expression is missing"),
        ("foo('a", "3:14+1 the string that starts here is never closed"),
        ("(a + b", '3:10+1 "(" is never closed'),
        ("a + b)", '3:15+1 ")" closes nothing'),
        ("a) + (b", '3:11+1 ")" closes nothing'),
        ("x.join(’ ’)", '3:17+1 unexpected "’"'),
        ("a +\n  (b", '4:3+1 "(" is never closed'),
        ("é + <div/>", "3:14+6 JSX cannot be used in a slide"),
        ("await a", '3:10+7 "await" stands only in an async function'),
        ("import('x')", '3:10+6 "import()" cannot be used in a slide'),
        ("a`b`", "3:10+4 a tagged template cannot be used in a slide"),
        ("class {}", "3:10+8 a class cannot be used in a slide"),
        ("a?.b = 2", "3:10+4 this cannot be assigned to"),
        ("(a, a) => 1", "3:10+11 two parameters have the same name"),
        ("'\\u{110000}'", '3:10+12 "\\u{110000}" is not an escape that JavaScript knows'),
        ("010", '3:10+3 "010" is not a number'),
    ],
)
def test_a_mistake_has_its_place(text: str, complaint: str) -> None:
    assert complaints(text) == [complaint]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("var a = 1", '3:10+9 "var" cannot be used in a slide'),
        ("break", '3:10+5 "break" stands only in a loop'),
        ("let a; let a", '3:17+5 "a" is declared twice'),
        ("const a", "3:16+1 this declaration needs a value"),
        ("f(); function f() {}", "3:15+15 a function declaration cannot be used in a slide"),
    ],
)
def test_a_mistake_in_a_handler_has_its_place(text: str, complaint: str) -> None:
    assert complaints(text, parse_statements) == [complaint]


def test_curly_quotes_are_explained() -> None:
    report = Report()
    parse_expression("x.join(’ ’)", PLACE, report)

    assert report.diagnostics[0].help == "write double quotes: the typographer turns ' into ’"


def test_deep_nesting_is_a_mistake_and_no_crash() -> None:
    assert parse_expression("(" * 5000 + "a" + ")" * 5000, PLACE, Report()) is None
    assert parse_expression("[" * 5000 + "]" * 5000, PLACE, Report()) is None
    assert parse_expression("!" * 5000 + "a", PLACE, Report()) is None


@pytest.mark.parametrize(
    ("text", "names", "source"),
    [
        ("x in xs", ("x",), "xs"),
        ("x of xs", ("x",), "xs"),
        ("(x, i) in xs", ("x", "i"), "xs"),
        ("(value, key, index) in {a: 1}", ("value", "key", "index"), "{a: 1}"),
        ("({a, b: [c]}, i) in xs.filter(x => x in y)", ("a", "c", "i"), "xs.filter(x => x in y)"),
        ("[a, b] of pairs", ("a", "b"), "pairs"),
        ("{ a = 1, ...rest } in xs", ("a", "rest"), "xs"),
    ],
)
def test_a_loop_binds_names(text: str, names: tuple[str, ...], source: str) -> None:
    loop = read_loop(text)

    assert loop.names == names
    assert loop.source.text == source


@pytest.mark.parametrize(
    "text", ["x", "in xs", "x in", "(x, i in xs", "1 in xs", "x.y in xs", "(x, 2) in xs"]
)
def test_what_is_not_a_loop_is_reported(text: str) -> None:
    report = Report()

    assert parse_loop(text, PLACE, report) is None
    assert [d.code for d in report.diagnostics] == ["expression-syntax"]


def test_a_loop_s_source_has_its_own_place() -> None:
    assert complaints("x in a b", parse_loop) == ['3:17+1 unexpected "b"']


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("n in 2", [{"n": 1}, {"n": 2}]),
        ("(n, i) in 2", [{"n": 1, "i": 0}, {"n": 2, "i": 1}]),
        ("(x, i) in ['a', 'b']", [{"x": "a", "i": 0}, {"x": "b", "i": 1}]),
        ("(v, k, i) in {b: 1, 2: 3}", [{"v": 3, "k": "2", "i": 0}, {"v": 1, "k": "b", "i": 1}]),
        ("c in 'ab'", [{"c": "a"}, {"c": "b"}]),
        ("({a, b = 2}) in [{a: 1}]", [{"a": 1, "b": 2}]),
        ("x in null", []),
    ],
)
def test_a_loop_walks_what_vue_walks(text: str, turns: list[dict[str, object]]) -> None:
    assert iterations(read_loop(text), {}) == turns


def test_slot_props_are_taken_apart() -> None:
    pattern = parse_pattern("{ item, at: { x } }", PLACE, Report())

    assert pattern is not None
    assert pattern.names == ("item", "x")
    assert pattern.code == "($, {item: item, at: {x: x}}) => ({item, x})"


def test_unknown_names_are_reported_at_their_place() -> None:
    report = Report()
    report_unknown_names(read("Math.abs($click) + xs.map(x => x)"), {"$clicks", "xs"}, report)

    assert [(str(d.span), d.message, d.help) for d in report.diagnostics] == [
        ("slides.md:3:19", '"$click" is not known here', 'did you mean "$clicks"?')
    ]


def test_the_same_text_at_two_places_is_two_expressions() -> None:
    first, second = read("a.b"), read("a.b")

    assert first == second
    assert evaluate(first, {"a": {"b": 1}}) == 1
