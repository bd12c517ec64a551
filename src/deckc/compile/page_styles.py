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
from deckc.compile.page_settings import PageSettings
from deckc.compile.render import code_stylesheet
from deckc.compile.style import (
    Design,
    compile_utilities,
    expand_variant_groups,
    extract_candidates,
)
from deckc.compile.style.nesting import block_comments, flatten_nesting
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.deck import Deck, Slide
from deckc.model.nodes import StyleBlock
from deckc.model.services import IconLookup
from deckc.model.theme import Theme

_KEPT = 1024
"""Markups and sheets whose outcome is kept for the next compilation of `serve`."""


@dataclass(frozen=True, slots=True)
class PageSheet:
    """The style sheet of a page."""

    css: str
    """Assets stand in it as tokens."""
    design: Design
    """Which words are utilities."""


def compile_page_styles(
    deck: Deck,
    theme: Theme,
    icons: IconLookup,
    report: Report,
    settings: PageSettings | None = None,
    formulas: FormulaStyles | None = None,
) -> str:
    """Return the style sheet of the page; assets stand in it as tokens.

    `settings` is what the deck sets up beside its slides.
    """
    written = (text for slide in deck.slides for text in slide.markups)
    words = candidates_of((*deck.layer_markups, *written))
    if deck.component_markups:
        from deckc.compile.page_components import kept_words

        words |= kept_words(deck.component_markups, _words_of)
    return compile_page_sheet(deck, words, theme, icons, report, settings, formulas).css


def candidates_of(markups: Iterable[str]) -> set[str]:
    """Return the words of texts that may be utilities."""
    return set(_words_of(tuple(markups)))


def _words_of(markups: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(_markup_candidates, dict.fromkeys(markups)))


def compile_page_sheet(
    deck: Deck,
    candidates: set[str],
    theme: Theme,
    icons: IconLookup,
    report: Report,
    settings: PageSettings | None = None,
    formulas: FormulaStyles | None = None,
) -> PageSheet:
    """Return the style sheet for a deck of which the candidates are known."""
    if formulas is not None:
        candidates = candidates | formulas.classes
    collections = report_icons(candidates, deck.slides, icons, report)
    fonts = deck.config.fonts
    settings = settings or PageSettings()
    design = page_design(fonts, settings.utilities, icons, collections)
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
        code_stylesheet(settings.code_themes),
        typography_sheet() if theme.has_typography else "",
        *(_compile_sheet(css, design) for css in (*looks, *own)),
        "" if formulas is None else formulas.css,
        utilities.rest,
        *_component_styles(deck, design),
        *_slide_styles(deck.slides, design),
    ]
    return PageSheet("\n".join(part for part in parts if part), design)


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
    if not _has_directives(css):
        return css
    from deckc.compile.style.directives import expand_directives

    return expand_directives(css, design)


def _has_directives(css: str) -> bool:
    """Return whether the sheet may hold what only the utility engine understands; most do not."""
    return any(word in css for word in ("@apply", "--at-apply", "--uno", "theme(", "@screen", "icon("))


def _component_styles(deck: Deck, design: Design) -> Iterable[str]:
    plain = {}
    for block, scope in deck.component_styles:
        if scope and block.language == "css" and not _has_directives(block.css):
            plain[block.css, scope] = ""
    if plain:
        plain = dict(zip(plain, _kept_sheets(tuple(plain)), strict=True))
    for block, scope in deck.component_styles:
        bound = plain.get((block.css, scope or ""))
        yield _scoped(block, scope, design) if bound is None else bound


def _slide_styles(slides: Iterable[Slide], design: Design) -> Iterable[str]:
    for slide in slides:
        for block in slide.styles:
            yield _scoped(block, slide.scope, design)


def _scoped(block: StyleBlock, scope: str | None, design: Design) -> str:
    css = block.css if block.language == "css" else block_comments(block.css)
    css = _expand(css, design)
    return _with_scope(css, scope) if scope else _flattened(css)


@lru_cache(maxsize=8)
def _kept_sheets(sheets: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    from deckc.compile.page_components import kept_sheets

    return kept_sheets(sheets, _with_scope)


@lru_cache(maxsize=_KEPT)
def _with_scope(css: str, scope: str) -> str:
    from deckc.compile.style.scope import scope_styles

    return scope_styles(css, scope)
