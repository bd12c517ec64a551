r"""The pipeline on one screen: a deck's entry file in, a static site out.

    slides.md --load--> DeckSource --parse--> ParsedDeck --realize--> Deck --render--> RenderedDeck
                                                            \--style--> CSS --------------\--write--> Site

No stage imports another; they meet here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.load import load_deck, load_math_macros, load_setup, load_theme, load_utility_settings
from deckc.compile.page_formulas import style_formulas
from deckc.compile.page_settings import PageSettings
from deckc.compile.page_styles import compile_page_styles
from deckc.compile.parse import parse_deck
from deckc.compile.realize import realize_deck
from deckc.compile.render import Scopes, draw_diagrams, render_deck
from deckc.compile.variant_groups import expand_deck_groups
from deckc.compile.write import Digests, SiteOptions, assemble_site
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.deck import Deck
from deckc.model.files import Files
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Services
from deckc.model.site import Site
from deckc.model.source import DeckSource, Frontmatter
from deckc.model.theme import Theme

if TYPE_CHECKING:
    from deckc.model.font_embedding import FontEmbedding


@dataclass(frozen=True, slots=True)
class Compilation:
    """What came of compiling a deck."""

    deck: Deck
    site: Site
    report: Report


def compile_deck(
    entry: Path,
    files: Files,
    services: Services,
    options: SiteOptions | None = None,
    report: Report | None = None,
    *,
    theme: str | None = None,
) -> Compilation:
    """Compile the deck whose entry file is `entry` (absolute); `theme` stands in for the theme that it names.

    Never raises for what stands in a deck: see `report`. A deck that cannot be read has no slides.
    """
    report = report or Report()
    source = with_theme(load_deck(entry, files, report), theme)
    roots = load_theme(source, files, report, services.themes, services.packages)
    parsed = parse_deck(source, files, report)
    deck = realize_deck(parsed, roots, files, services, report)
    digests = Digests(asset.content for asset in deck.assets.values())
    settings = load_settings(source, roots, files, report, services)
    deck, rendered = draw_deck(deck, services, settings.macros, report)
    rendered = draw_over(rendered, entry, files, report)
    formulas = style_formulas(rendered, deck.component_markups, services.math)
    css = compile_page_styles(deck, roots, services.icons, report, settings, formulas)
    options = options or SiteOptions()
    if services.fonts is not None and deck.config.web_fonts.names:
        rendered, css = with_fonts(rendered, css, services.fonts, options, report)
    site = assemble_site(rendered, css, options, digests)
    return Compilation(deck, site, report)


def draw_over(rendered: RenderedDeck, entry: Path, files: Files, report: Report) -> RenderedDeck:
    """Return the deck with what was drawn on its slides, where that is kept."""
    if not rendered.config.features.drawings.get("persist"):
        return rendered
    from deckc.compile.page_drawings import with_drawings

    return with_drawings(rendered, entry, files, report)


def load_settings(
    source: DeckSource, roots: Theme, files: Files, report: Report, services: Services
) -> PageSettings:
    """Return what the deck and its roots set up beside their slides."""

    def watch(path: Path, specifiers: Iterable[str]) -> None:
        files.is_file(path.with_name("package.json"))  # nothing beside one that is broken is put together
        for specifier in specifiers:
            if specifier.startswith("."):  # so that `deckc serve` sees them change
                base = Path(os.path.normpath(path.parent / specifier))
                for name in (base, base.with_name(f"{base.name}.ts"), base.with_name(f"{base.name}.js")):
                    files.is_file(name)

    def is_outside(path: Path) -> bool:
        files.is_file(path)  # what is imported by what is imported
        return files.is_outside(path)

    def spell(path: Path, imports: Mapping[str, Mapping[str, str]]) -> str:
        watch(path, imports)
        return "" if services.vue is None else services.vue().spell_imports(path, imports, is_outside)

    def run(path: Path, others: Sequence[str], tools: Sequence[str]) -> str:
        from deckc.compile.style.design.palette import palette

        watch(path, others)
        if services.vue is None:
            return ""
        return services.vue().run_config(path, others, tools, palette(), is_outside)

    return PageSettings(
        macros=load_math_macros(roots, files, report),
        utilities=load_utility_settings(source.headmatter, roots, files, report, spell=spell, run=run),
        code_themes=load_setup(roots, files, report),
    )


def with_fonts(
    rendered: RenderedDeck, css: str, service: FontEmbedding, options: SiteOptions, report: Report
) -> tuple[RenderedDeck, str]:
    """Return the deck and its CSS with the fonts in them that the options ask for."""
    fonts = rendered.config.web_fonts
    if options.fonts != "all":
        fonts = fonts.only(fonts.own)
    if options.fonts == "none" or not fonts.names:
        return rendered, css
    from deckc.compile.page_font_notes import report_not_embedded, without_declared

    fonts = without_declared(fonts, css)
    if options.fonts == "left":
        report_not_embedded(fonts, report)
    if options.fonts == "left" or not fonts.names:
        return rendered, css
    from deckc.compile.page_fonts import embed_fonts

    return embed_fonts(rendered, css, fonts, service, report)


def draw_deck(
    deck: Deck,
    services: Services,
    macros: Mapping[str, str],
    report: Report,
    scopes: Scopes | None = None,
) -> tuple[Deck, RenderedDeck]:
    """Return a realized deck with all that is drawn in it, and its HTML; see `render_deck` for `scopes`."""
    deck = draw_diagrams(expand_deck_groups(deck), services.diagrams, report)
    return deck, render_deck(deck, report, services.math, macros, scopes)


def with_theme(source: DeckSource, theme: str | None) -> DeckSource:
    """Return a deck that names this theme in place of its own; None changes nothing."""
    if theme is None:
        return source
    return replace(source, headmatter=Frontmatter({"theme": theme}).over(source.headmatter))
