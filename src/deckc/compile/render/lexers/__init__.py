"""Lexers of deckc's own, for the languages that most decks show: code in, class letters of colours and texts out.

They tell roles apart that Pygments does not, need no import of its lexers, and colour as Slidev's highlighter does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

Embedded = Callable[[str, str], Iterator[tuple[str, str]]]
"""Code and its language -> class letters and texts."""
Lexer = Callable[[str], Iterator[tuple[str, str]]]

_SCRIPTS = {
    **dict.fromkeys(["js", "javascript", "cjs", "mjs", "jsx", "gjs"], (False, True)),
    **dict.fromkeys(["ts", "typescript", "cts", "mts", "angular-ts", "lit"], (True, False)),
    **dict.fromkeys(["tsx", "gts"], (True, True)),
}
"""Language -> whether it has types, whether it has JSX."""


_MARKUP = {
    **dict.fromkeys(["html", "htm", "xhtml", "html-derivative"], True),
    **dict.fromkeys(["vue", "vue-html", "svelte", "angular-html", "xml", "svg", "xsl"], False),
}
"""Language -> whether a tag must be one of HTML's."""


_STYLES = frozenset(["css", "scss", "less", "postcss", "pcss"])
_MARKDOWN = frozenset(["md", "markdown", "mdx", "mdc"])


def own_lexer(language: str, embedded: Embedded) -> Lexer | None:
    """Return the lexer for a language as a fence names it; None where Pygments has to do.

    `embedded` colours code of another language inside.
    """
    if language in _STYLES:
        from deckc.compile.render.lexers.style_sheet import colour_style

        return lambda code: colour_style(code, has_line_comments=language in {"scss", "less"})
    if language in _MARKDOWN:
        from deckc.compile.render.lexers.markdown import colour_markdown

        return lambda code: colour_markdown(code, embedded)
    if language in _MARKUP:
        from deckc.compile.render.lexers.markup import colour_markup

        return lambda code: colour_markup(code, embedded, is_html=_MARKUP[language])
    if language in _SCRIPTS:
        from deckc.compile.render.lexers.script import colour_script

        is_typed, has_jsx = _SCRIPTS[language]
        return lambda code: colour_script(code, is_typed=is_typed, has_jsx=has_jsx)
    return None
