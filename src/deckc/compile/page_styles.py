"""Join a deck's style sheets and the utilities it uses into the CSS of its page, in Slidev's cascade order.

    reset, preflights, prose, shortcuts, page sheets, code colours, theme, deck, utilities, slides' own styles

Order: spec 9.1 rule 1, as of Slidev 52.15: a deck's own sheet wins over the theme, and utilities over both.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from deckc.builtin import font_sheet, math_sheet, page_sheets, typography_sheet
from deckc.compile.page_design import page_design
from deckc.compile.page_formulas import FormulaStyles
from deckc.compile.page_icons import report_icons
from deckc.compile.render import code_stylesheet
from deckc.compile.style import (
    Design,
    compile_utilities,
    expand_directives,
    expand_variant_groups,
    extract_candidates,
)
from deckc.compile.style.nesting import block_comments, flatten_nesting
from deckc.compile.style.scope import scope_styles
from deckc.diagnostics import Report
from deckc.model.config import CodeThemes
from deckc.model.deck import Deck, Slide
from deckc.model.nodes import StyleBlock
from deckc.model.services import IconLookup
from deckc.model.theme import Theme
from deckc.model.utilities import UtilitySettings

_KEPT = 1024
"""Markups and sheets whose outcome is kept for the next compilation of `serve`."""


def compile_page_styles(
    deck: Deck,
    theme: Theme,
    icons: IconLookup,
    report: Report,
    settings: UtilitySettings | None = None,
    formulas: FormulaStyles | None = None,
    code_themes: CodeThemes | None = None,
) -> str:
    """Return the style sheet of the page; assets stand in it as tokens.

    `settings` is what the deck's own UnoCSS configuration says.
    """
    candidates = _candidates(deck)
    if formulas is not None:
        candidates |= formulas.classes
    collections = report_icons(candidates, deck.slides, icons, report)
    fonts = deck.config.fonts
    design = page_design(fonts, settings or UtilitySettings(), icons, collections)
    utilities = compile_utilities(candidates, design)
    (_, reset), *sheets = page_sheets()
    looks = [sheet.css for sheet in deck.theme_styles]
    own = [sheet.css for sheet in deck.deck_styles]
    parts = [
        font_sheet(fonts.sans, fonts.serif, fonts.mono),
        reset,
        utilities.layer("preflights"),
        _flattened(utilities.layer("typography")),
        utilities.layer("shortcuts"),
        *(css for _, css in sheets),
        "" if formulas is None else math_sheet(),
        code_stylesheet(code_themes or CodeThemes()),
        typography_sheet() if theme.has_typography else "",
        *(_compile_sheet(css, design) for css in (*looks, *own)),
        "" if formulas is None else formulas.css,
        utilities.rest,
        *(_scoped(block, scope, design) for block, scope in deck.component_styles),
        *_slide_styles(deck.slides, design),
    ]
    return "\n".join(part for part in parts if part)


def _candidates(deck: Deck) -> set[str]:
    written = (
        *deck.layer_markups,
        *deck.component_markups,
        *(markup for slide in deck.slides for markup in slide.markups),
    )
    return set().union(*map(_markup_candidates, dict.fromkeys(written)))


@lru_cache(maxsize=_KEPT)
def _markup_candidates(markup: str) -> frozenset[str]:
    return frozenset(extract_candidates(expand_variant_groups(markup), is_mdc=True))


def _compile_sheet(css: str, design: Design) -> str:
    """Return a sheet with directives expanded and, as Slidev's build does it, nested rules taken out."""
    return _flattened(_expand(css, design))


@lru_cache(maxsize=_KEPT)
def _flattened(css: str) -> str:
    return flatten_nesting(css)


def _expand(css: str, design: Design) -> str:
    return expand_directives(css, design) if _has_directives(css) else css


def _has_directives(css: str) -> bool:
    """Return whether the sheet may hold what only the utility engine understands; most do not."""
    return any(word in css for word in ("@apply", "--at-apply", "--uno", "theme(", "@screen", "icon("))


def _slide_styles(slides: Iterable[Slide], design: Design) -> Iterable[str]:
    for slide in slides:
        for block in slide.styles:
            yield _scoped(block, slide.scope, design)


def _scoped(block: StyleBlock, scope: str | None, design: Design) -> str:
    css = block.css if block.language == "css" else block_comments(block.css)
    css = _expand(css, design)
    return _with_scope(css, scope) if scope else _flattened(css)


@lru_cache(maxsize=_KEPT)
def _with_scope(css: str, scope: str) -> str:
    return scope_styles(css, scope)
