"""Highlight code: its text becomes lines of HTML, a class on each token (code_colours.py says which).

highlight("let a", "js")  ->  <span class="tk-o">let </span><span class="tk-v">a</span>
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckc.compile.render.code_colours import colour_tokens
from deckc.compile.render.code_languages import known_languages, lexer_name
from deckc.compile.render.lexers import own_lexer
from deckc.compile.render.markup import escape_text
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean

_MAX_HIGHLIGHTED = 200_000
"""Characters; a longer block is not coloured, it would only make the build slow."""


_MAX_BLANK_LINES = 500
"""In a row; Pygments' lexers of C and Java look through them again from each."""


def highlight(code: str, language: str, span: Span, report: Report) -> Iterator[str]:
    """Yield the lines of code as HTML; a language that is not known is reported."""
    parts: list[str] = []
    for letter, text in _joined(colour_code(code, language, span, report)):
        for at, piece in enumerate(text.split("\n")):
            if at:
                yield "".join(parts)
                parts.clear()
            escaped = escape_text(piece)
            parts.append(
                f'<span class="tk-{letter}">{escaped}</span>' if letter and piece.strip() else escaped
            )
    yield "".join(parts)


def colour_code(code: str, language: str, span: Span, report: Report) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each token, line ends inside; a language that is not known is reported."""
    name = lexer_name(language)
    if name is None:
        _tell_unknown(language, span, report)
    if name is None or name == "text" or len(code) > _MAX_HIGHLIGHTED:
        yield "", code
        return
    own = own_lexer(language, lambda inner, its: colour_code(inner, its, span, report))
    if own is not None:
        yield from own(code)
        return
    if _has_long_gap(code):
        yield "", code
        return
    from pygments.lexers import get_lexer_by_name

    lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    # lexers of sessions, as "console", lose a last line without a line end
    lexed = lexer.get_tokens(f"{code}\n")
    tokens = ((str(kind)[6:], text) for kind, text in lexed)  # "Token.Name" -> "Name"
    yield from _without_last_end(colour_tokens(name, tokens))


def _has_long_gap(code: str) -> bool:
    if code.count("\n") <= _MAX_BLANK_LINES:
        return False
    return any(run.count("\n") > _MAX_BLANK_LINES for run in re.findall(r"\s+", code))


def _tell_unknown(language: str, span: Span, report: Report) -> None:
    """Report a language that is not known, once."""
    message = f'"{language}" is not a language'
    if not any(told.message == message for told in report.diagnostics):
        report.note("unknown-language", message, span, did_you_mean(language, known_languages()))


def _without_last_end(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    held = ("", "")
    for piece in pieces:
        if piece[1]:  # some lexers end with tokens of no text
            yield held
            held = piece
    yield held[0], held[1].removesuffix("\n")


def _joined(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield neighbours of one class, and the blanks between them, as one piece."""
    letter, text = "", ""
    for next_letter, next_text in pieces:
        if next_letter == letter or not next_text.strip(" "):
            text += next_text
            continue
        if text:
            yield letter, text
        letter, text = next_letter, next_text
    if text:
        yield letter, text
