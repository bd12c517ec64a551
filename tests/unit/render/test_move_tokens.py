"""Which tokens of two steps are one."""

from __future__ import annotations

from deckc.compile.render.move_tokens import Token, number_tokens, split_tokens


def stays(before: str, after: str) -> str:
    """Return the second text with what is new in it in brackets; a word is a token, and so is every sign."""
    steps = [split_tokens(coloured(text)) for text in (before, after)]
    old, new = number_tokens(steps)
    return "".join(
        token.text if number in old or not token.is_element else f"[{token.text}]"
        for token, number in zip(steps[1], new, strict=True)
    )


def coloured(text: str) -> list[tuple[str, str]]:
    import re

    return [("w" if piece.isalnum() else "", piece) for piece in re.findall(r"\w+|\s+|[^\w\s]", text)]


def test_blanks_are_tokens_of_their_own() -> None:
    assert split_tokens([("c", "  # a b\nx ")]) == (
        Token("", "  ", 0),
        Token("c", "# a b", 0),
        Token("c", "x", 1),
        Token("", " ", 1),
    )


def test_what_is_equal_stays() -> None:
    assert stays("f(a)", "f(b)") == "f([b])"


def test_a_line_stays_as_a_whole() -> None:
    assert stays("a\nb = f(1)\n", "c\nb = f(1)\na") == "[c]b = f(1)[a]"


def test_a_long_word_is_found_wherever_it_went() -> None:
    assert stays("total = 1\nx\ny", "y\nx\ntotal") == "y[x]total"


def test_a_sign_does_not_leave_its_line_alone() -> None:
    assert stays("f(a)", "other(b)") == "[other][(][b][)]"


def test_a_number_goes_through_all_steps() -> None:
    steps = [split_tokens(coloured(text)) for text in ("keep", "keep = 1", "let keep")]
    first, second, third = number_tokens(steps)

    assert first[0] == second[0] == third[-1]


def test_no_number_is_given_twice_in_a_step() -> None:
    steps = [split_tokens(coloured(text)) for text in ("abc abc abc", "abc\nabc", "abc abc abc abc")]

    for step, numbers in zip(steps, number_tokens(steps), strict=True):
        given = [number for number, token in zip(numbers, step, strict=True) if token.is_element]
        assert len(set(given)) == len(given)


def test_long_steps_are_numbered() -> None:
    before = "\n".join(f"line {at} {{ }} ( ) ;" for at in range(1000))
    after = "\n".join(f"other {at} {{ }} ( ) ;" for at in range(1000))
    steps = [split_tokens(coloured(text)) for text in (before, after)]

    assert [len(numbers) for numbers in number_tokens(steps)] == [len(step) for step in steps]
