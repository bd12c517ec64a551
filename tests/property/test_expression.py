"""Whatever an author writes: reading, evaluating and printing never fail in a way that is not foreseen."""

from hypothesis import given, settings
from hypothesis import strategies as st

from deckc.diagnostics import Report, Span
from deckc.expression import NotConstantError, emit, evaluate, parse_expression, parse_loop, parse_statements

PLACE = Span("slides.md", 1, 1)
SCOPE = {"a": 1, "b": [3, 1, 2], "c": {"k": "v", "1": None}, "s": "héllo 😀"}
PIECES = st.sampled_from(
    [
        *[
            "a",
            "b",
            "c",
            "s",
            "$clicks",
            "x.y",
            "?.",
            ".",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            ",",
            ";",
            ":",
            "?",
            "??",
        ],
        *[
            "||",
            "&&",
            "|",
            "+",
            "-",
            "**",
            "/",
            "%",
            "!",
            "~",
            "++",
            "=",
            "+=",
            "=>",
            "...",
            "'q'",
            '"z"',
            "`t`",
        ],
        *[
            "`${",
            "`",
            "1",
            "2.5",
            "1n",
            "0x1f",
            "1e999",
            "true",
            "null",
            "undefined",
            "typeof",
            "delete",
            "new",
        ],
        *[
            "in",
            "of",
            "async",
            "await",
            "function",
            "return",
            "if",
            "for",
            "let",
            "const",
            "try",
            "catch",
            "/re/g",
        ],
        *["<div>", "//", "/*", "*/", "\\", "\n", "#", "</script>", "<!--", "'", "__proto__", "constructor"],
        *[
            ".map(",
            ".join()",
            ".length",
            "[0]",
            ".repeat(9)",
            ".toFixed(1)",
            "Math.max(",
            "JSON.stringify(",
            "Array(",
        ],
        *["[1,2,3]", "{a:1}", "(x=>x)", "((x,y)=>x+y)", "…", "’", "\u2028", "é"],
    ]
)
TEXTS = (
    st.lists(PIECES, max_size=9).map(" ".join)
    | st.lists(PIECES, max_size=9).map("".join)
    | st.text(max_size=30)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_evaluating_gives_a_value_or_says_that_there_is_none(text: str) -> None:
    expression = parse_expression(text, PLACE, Report())
    if expression is None:
        return
    try:
        value = evaluate(expression, SCOPE)
    except NotConstantError:
        return
    assert value is None or isinstance(value, bool | int | float | str | list | dict)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_is_printed_can_be_read_and_stays_as_it_is(text: str) -> None:
    for parse in (parse_expression, parse_statements):
        read = parse(text, PLACE, Report())
        if read is None:
            continue
        code = emit(read)
        again = parse(code, PLACE, Report())

        assert again is not None
        assert again.free_names <= {"$", "$event"}
        assert "</" not in code
        assert "<!--" not in code


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from([" in ", " of ", ""]), TEXTS)
def test_an_unreadable_text_is_reported(left: str, word: str, right: str) -> None:
    report = Report()

    if parse_loop(left + word + right, PLACE, report) is None:
        assert report.has_errors
