"""Lexers of deckc's own, for the languages that most decks show: code in, class letters of colours and texts out.

They tell roles apart that Pygments does not, need no import of its lexers, and colour as Slidev's highlighter does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

Lexer = Callable[[str], Iterator[tuple[str, str]]]

_SCRIPTS = {
    **dict.fromkeys(["js", "javascript", "cjs", "mjs", "jsx", "gjs"], (False, True)),
    **dict.fromkeys(["ts", "typescript", "cts", "mts", "angular-ts", "lit"], (True, False)),
    **dict.fromkeys(["tsx", "gts"], (True, True)),
}
"""Language -> whether it has types, whether it has JSX."""


def own_lexer(language: str) -> Lexer | None:
    """Return the lexer for a language as a fence names it; None where Pygments has to do."""
    if language in _SCRIPTS:
        from deckc.compile.render.lexers.script import colour_script

        is_typed, has_jsx = _SCRIPTS[language]
        return lambda code: colour_script(code, is_typed=is_typed, has_jsx=has_jsx)
    return None
