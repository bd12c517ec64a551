"""The one printer of diagnostics."""

import io

import pytest

from deckc.diagnostics import Diagnostic, Severity, Span
from deckc.diagnostics.printer import columns_of, format_diagnostic, print_diagnostics, summarise, wants_color

TEXT = ["# A", "layout: two-col", "标题：你好 **世界", "\tx"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def lines_of(path: str) -> list[str] | None:
    return TEXT if path == "slides.md" else None


def diagnostic(span: Span | None, severity: Severity = Severity.ERROR, hint: str | None = None) -> Diagnostic:
    return Diagnostic("unknown-layout", severity, 'no layout "two-col"', span, hint)


def test_shows_place_line_caret_and_help() -> None:
    got = format_diagnostic(diagnostic(Span("slides.md", 2, 9, 7), hint='did you mean "two-cols"?'), lines_of)

    assert got.split("\n") == [
        'slides.md:2:9: error[unknown-layout]: no layout "two-col"',
        "  2 | layout: two-col",
        "    |         ^^^^^^^",
        '    = help: did you mean "two-cols"?',
    ]


def test_without_a_span_there_is_no_line() -> None:
    got = format_diagnostic(diagnostic(None, Severity.WARNING, "name a file"), lines_of)

    assert got == 'warning[unknown-layout]: no layout "two-col"\n  = help: name a file'


@pytest.mark.parametrize("span", [Span("other.md", 1, 1), Span("slides.md", 99, 1)])
def test_a_line_that_cannot_be_had_is_left_out(span: Span) -> None:
    assert "|" not in format_diagnostic(diagnostic(span), lines_of)


def test_the_caret_stands_under_wide_characters() -> None:
    line, caret = format_diagnostic(diagnostic(Span("slides.md", 3, 9, 2)), lines_of).split("\n")[1:]

    assert line.endswith("标题：你好 **世界")
    assert columns_of(line[: line.index("世界")]) == caret.index("^")
    assert caret.endswith("^^^^")


def test_a_tab_is_four_blanks_and_the_caret_stands_behind_it() -> None:
    line, caret = format_diagnostic(diagnostic(Span("slides.md", 4, 2)), lines_of).split("\n")[1:]

    assert line.index("x") == caret.index("^") == len("  4 | ") + 4


def test_a_long_line_is_cut_around_the_caret() -> None:
    long = "a" * 5000 + "HERE" + "b" * 5000
    line, caret = format_diagnostic(diagnostic(Span("x", 1, 5001, 4)), lambda _: [long]).split("\n")[1:]

    assert len(line) < 140
    assert line.index("HERE") == caret.index("^")


def test_a_message_that_quotes_a_very_long_text_is_cut_in_its_middle() -> None:
    long = Diagnostic("unknown-name", Severity.WARNING, f'"{"a" * 9000}" is not known')

    (line,) = format_diagnostic(long, lines_of).split("\n")

    assert len(line) < 500
    assert line.startswith('warning[unknown-name]: "aaa')
    assert line.endswith('aaa" is not known')


def test_text_of_a_deck_cannot_steer_the_terminal() -> None:
    got = format_diagnostic(diagnostic(Span("x", 1, 1)), lambda _: ["\x1b[2Jgone\x07"])

    assert "\x1b" not in got
    assert "\x07" not in got


def test_the_name_of_a_file_cannot_steer_the_terminal() -> None:
    diagnostic = Diagnostic("x", Severity.ERROR, "bad", Span("a\x1b[2J\nb.md", 1, 1))

    assert format_diagnostic(diagnostic, lambda _: None).startswith("a␛[2J␊b.md:1:1: ")


def test_a_span_past_the_end_of_its_line_still_has_a_caret() -> None:
    assert format_diagnostic(diagnostic(Span("slides.md", 1, 4)), lines_of).endswith("   ^")


def test_the_summary_counts_each_severity() -> None:
    found = [diagnostic(None), diagnostic(None, Severity.WARNING), diagnostic(None, Severity.WARNING)]

    assert summarise(found) == "1 error, 2 warnings"
    assert summarise([diagnostic(None, Severity.NOTE)]) == "1 note"


def test_nothing_is_printed_for_nothing() -> None:
    stream = io.StringIO()
    print_diagnostics([], lines_of, stream)

    assert not stream.getvalue()


def test_each_file_is_told_from_top_to_bottom() -> None:
    stream = io.StringIO()
    places = [Span("b.md", 2, 1), None, Span("a.md", 9, 1), Span("b.md", 1, 7), Span("b.md", 1, 2)]

    print_diagnostics(map(diagnostic, places), lines_of, stream, {})

    told = [line.partition(": ")[0] for line in stream.getvalue().split("\n") if "unknown-layout" in line]
    assert told == ["b.md:1:2", "b.md:1:7", "b.md:2:1", "a.md:9:1", "error[unknown-layout]"]


def test_the_last_line_is_the_summary() -> None:
    stream = io.StringIO()
    print_diagnostics([diagnostic(None)], lines_of, stream, {})

    assert stream.getvalue().endswith("\n\n1 error\n")
    assert "\x1b" not in stream.getvalue()


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "0"}, False),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(stream: io.StringIO, environment: dict[str, str], *, wanted: bool) -> None:
    assert wants_color(stream, environment) is wanted


def test_colour_is_reset_on_every_line() -> None:
    got = format_diagnostic(diagnostic(Span("slides.md", 2, 9, 7), hint="x"), lines_of, is_colored=True)

    assert all(line.count("\x1b[0m") == line.count("\x1b[") / 2 for line in got.split("\n"))


def test_characters_that_a_stream_cannot_write_do_not_stop_it() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    print_diagnostics([diagnostic(Span("slides.md", 3, 1))], lines_of, stream, {})

    stream.seek(0)
    assert "?" in stream.read()
