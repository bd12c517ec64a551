"""What expressions are worth while compiling. Every expected value is what a browser gives."""

import math

import pytest

from deckc.expression import NotConstantError, PartialObject, evaluate
from unit.expression.reading import read

SCOPE = {
    "one": 1,
    "list": [3, 1, 2, 10],
    "object": {"key": "v", "2": 1, "1": []},
    "text": "héllo wörld",
    "nothing": None,
    "smile": "a😀b",
    "nav": PartialObject({"total": 7}),
}


def worth(text: str) -> object:
    return evaluate(read(text), SCOPE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3 ** 2", 19),
        ("7 / 2", 3.5),
        ("-7 % 3", -1),
        ("0.1 + 0.2", 0.30000000000000004),
        ("1 / 0", math.inf),
        ("'a' + 1 + 2", "a12"),
        ("1 + 2 + 'a'", "3a"),
        ("'5' * '2'", 10),
        ("[] + {}", "[object Object]"),
        ("[1, [2, 3]] + ''", "1,2,3"),
        ("null + 1", 1),
        ("true + true", 2),
        ("5 & 3 | 8 ^ 1", 9),
        ("1 << 31", -2147483648),
        ("-1 >>> 28", 15),
        ("~7", -8),
        ("2 ** 53 + 1", 9007199254740992),
    ],
)
def test_arithmetic_is_javascript_s(text: str, value: object) -> None:
    assert worth(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 == '1'", True),
        ("1 === '1'", False),
        ("null == undefined", True),
        ("null == 0", False),
        ("NaN === NaN", False),
        ("[] == false", True),
        ("'b' > 'a'", True),
        ("'10' < '9'", True),
        ("10 < '9'", False),
        ("!''", True),
        ("![]", False),
        ("'' || 'x'", "x"),
        ("0 ?? 'x'", 0),
        ("nothing ?? 'x'", "x"),
        ("one && 'y'", "y"),
        ("one > 2 ? 'a' : 'b'", "b"),
        ("typeof nothing", "object"),
        ("typeof undefined", "undefined"),
        ("typeof (x => x)", "function"),
        ("'key' in object", True),
    ],
)
def test_comparison_and_logic_are_javascript_s(text: str, value: object) -> None:
    assert worth(text) is value or worth(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("`a${one}b${'c'}`", "a1bc"),
        ("{a: 1, ...object, ['b' + 1]: 2}", {"1": [], "2": 1, "a": 1, "key": "v", "b1": 2}),
        ("[0, ...list]", [0, 3, 1, 2, 10]),
        ("[...'ab']", ["a", "b"]),
        ("object.key", "v"),
        ("object['k' + 'ey']", "v"),
        ("object.none", None),
        ("object.none?.deeper.still", None),
        ("nothing?.x", None),
        ("nothing?.[one]", None),
        ("list[1]", 1),
        ("list[9]", None),
        ("list.length", 4),
        ("text.length", 11),
        ("smile.length", 4),
        ("{a: undefined, b: 1}", {"b": 1}),
        ("(1, 2)", 2),
        ("nav.total", 7),
    ],
)
def test_values_are_made_and_read(text: str, value: object) -> None:
    assert worth(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("list.map((x, i) => x * i)", [0, 1, 4, 30]),
        ("list.filter(x => x > 1).join('-')", "3-2-10"),
        ("list.sort()", [1, 10, 2, 3]),
        ("list.sort((a, b) => a - b)", [1, 2, 3, 10]),
        ("list.reduce((sum, x) => sum + x, 0)", 16),
        ("list.slice(-2)", [2, 10]),
        ("list.includes(2)", True),
        ("list.find(x => x > 2)", 3),
        ("list.at(-1)", 10),
        ("[1, [2, [3]]].flat(Infinity)", [1, 2, 3]),
        ("[{a: 1}, {a: 2}].map(({a, b = 5}) => a + b)", [6, 7]),
        ("[[1, 2], [3, 4]].map(([a, ...b]) => b)", [[2], [4]]),
        ("Array.from({length: 3}, (_, i) => i * 2)", [0, 2, 4]),
        ("[...Array(3).keys()]", [0, 1, 2]),
        ("Array(2).fill('x')", ["x", "x"]),
        ("new Array(1, 2)", [1, 2]),
        ("Object.entries({a: 1})", [["a", 1]]),
        ("Object.keys(object)", ["1", "2", "key"]),
        ("Math.max(...list)", 10),
        ("Math.round(2.5) + Math.round(-2.5)", 1),
        ("JSON.stringify({a: [1, undefined]})", '{"a":[1,null]}'),
        ("(1.005).toFixed(2)", "1.00"),
        ("(255).toString(16)", "ff"),
        ("parseInt('12px')", 12),
        ("Number('')", 0),
        ("String([1, null])", "1,"),
        ("' a '.trim().toUpperCase().padStart(3, '*')", "**A"),
        ("'a-b-c'.split('-').reverse().join('')", "cba"),
        ("'aXbX'.replace('X', '[$&]').replaceAll('X', '')", "a[]b"),
        ("encodeURIComponent('a b&ü')", "a%20b%26%C3%BC"),
    ],
)
def test_the_usual_methods_are_there(text: str, value: object) -> None:
    assert worth(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "$clicks + 1",
        "nav.currentPage",
        "Math.random()",
        "new Date()",
        "Date.now()",
        "/a/.test(text)",
        "text.match(/l/)",
        "one = 2",
        "list.push(1)",
        "nothing.x",
        "one()",
        "x => x",
        "{f: () => 1}",
        "this",
        "async () => 1",
        "''.constructor",
        "[].toLocaleString()",
        "smile[1]",
        "Array(5).map(x => 1)",
        "null.x ?? 1",
    ],
)
def test_what_needs_the_browser_or_throws_has_no_value(text: str) -> None:
    with pytest.raises(NotConstantError):
        worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "'x'.repeat(1e9)",
        "'x'.padEnd(1e9)",
        "Array(1e9)",
        "Array.from({length: 1e9})",
        "(f => f(f))(f => f(f))",
        "Array(999).fill(1).map(x => Array(999).fill(1).map(y => y))",
        "9 ** 9 ** 9 ** 9 + Array(20000).fill('xxxxxxxxxxxxxxxxxxxx').join()",
    ],
)
def test_too_much_work_is_left_to_the_browser(text: str) -> None:
    with pytest.raises(NotConstantError):
        worth(text)


def test_a_local_name_hides_a_name_of_the_scope() -> None:
    assert worth("[5].map(one => one)") == [5]


def test_evaluating_leaves_the_scope_alone() -> None:
    worth("list.sort().reverse()")

    assert SCOPE["list"] == [3, 1, 2, 10]
