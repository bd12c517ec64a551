"""Compile a deck again and again, each time only the slides whose text, settings or files have changed.

    recompiler = Recompiler(entry, services)
    recompiler.compile()                  every slide
    recompiler.compile(touched)           those that changed; the others are the very pieces of the last time

The stages are those of `pipeline.py`, called slide by slide: each then has messages and files of its own.
What came of it is the same as what `compile_deck` gives (tests/property/test_recompile.py), but for kept drawings. Those are
told by the room (serve/room/kept_drawings.py): a slide that is replaced while somebody draws on it would lose a stroke.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from deckc.compile.load import KeptSlides, load_deck, load_theme
from deckc.compile.page_formulas import style_formulas
from deckc.compile.page_settings import PageSettings
from deckc.compile.page_styles import candidates_of
from deckc.compile.piece import ParsedPiece, Piece, Reach, reach_of, tells_number
from deckc.compile.pipeline import draw_deck, load_settings, with_fonts, with_theme
from deckc.compile.realize import (
    DeckScope,
    NumberedSlide,
    Outline,
    folders_of,
    furnish_deck,
    open_deck,
    realize_alone,
)
from deckc.compile.recompiled import Recompiled
from deckc.compile.redraw import ComponentKeeper, ShownComponents
from deckc.compile.render import Scopes, draw_diagrams, typeset_formulas
from deckc.compile.reparse import ParsedSlides
from deckc.compile.resheet import SheetKeeper
from deckc.compile.variant_groups import expand_deck_groups
from deckc.compile.write import SiteOptions
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.deck import Asset, Deck, ParsedDeck, Slide
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Services
from deckc.model.shared_ends import Ends, shared_ends
from deckc.model.source import DeckSource, SlideSource
from deckc.model.theme import Theme
from deckc.model.traced_files import Stamp, Trace, TracedFiles

_T = TypeVar("_T")
_PARSED, _SLIDE, _RENDERED = attrgetter("parsed"), attrgetter("slide"), attrgetter("rendered")
_COMPONENTS = attrgetter("components")
_ASSETS, _FORMULAS, _DIAGNOSTICS = attrgetter("assets"), attrgetter("formulas"), attrgetter("diagnostics")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a step gave, and what it was made from."""

    key: object
    value: Any
    trace: Trace


@dataclass(frozen=True, slots=True)
class _Realized:
    """A slide that is to be drawn."""

    parsed: ParsedPiece
    slide: Slide
    assets: Mapping[str, Asset]
    report: Report
    trace: Trace
    reach: Reach
    tells_number: bool
    components: ShownComponents | None


class Recompiler:
    """Compiles one deck, and remembers its slides."""

    def __init__(self, entry: Path, services: Services, *, theme: str | None = None) -> None:
        self._entry = entry
        self._services = services
        self._theme_name = theme
        self._files = TracedFiles()
        self._slides = KeptSlides()
        self._sheets = SheetKeeper(services.icons)
        self._kept: dict[str, _Kept] = {}
        self._pieces: tuple[Piece, ...] = ()
        self._looked_at: dict[Path, Stamp] = {}
        self._parsed = ParsedSlides(self._looked_at)
        self._changed: set[Path] = set()
        self._components = ComponentKeeper()
        self._settings: tuple[object, ...] = ()
        self._asked: set[Path] = {entry}
        self._scope: DeckScope | None = None
        self._outline: Outline | None = None
        self._views: tuple[Hashable, ...] = ()
        self._seen: tuple[Hashable, ...] = ()
        """What each slide's neighbours may show of it."""

    @property
    def asked(self) -> set[Path]:
        """Every file or folder that was looked for, in the last compilation or one before."""
        return self._asked | self._files.asked | self._components.asked

    def compile(self, touched: Iterable[Path] = ()) -> Recompiled:
        """Return the deck as it is on the disk now; `touched` are files that were written since the last time."""
        self._asked = self.asked
        files = self._files = TracedFiles(self._files, touched)
        self._changed = files.changed(self._looked_at)
        report = Report()
        self._slides.begin()
        source = with_theme(load_deck(self._entry, files, report, self._slides), self._theme_name)
        theme = self._load_theme(source, report)
        parsed = self._parsed.read(source, files, self._changed)
        deck = _read_deck(source, parsed)
        scope = open_deck(deck, theme, files, self._services, report, self._scope)
        self._components.begin(scope, files)
        self._scope = scope
        settings = self._load_settings(source, theme, report)
        pieces = self._compile_slides(parsed, deck, scope, settings.macros)
        frame, around = self._frame(deck, scope, settings.macros, pieces, report)
        self._components.finish()
        for told in (*map(_DIAGNOSTICS, parsed), *map(_DIAGNOSTICS, pieces)):
            for diagnostic in told:
                report.add(diagnostic)
        rendered = _joined(frame, replace(around, toc=scope.outline.toc), pieces)
        whole = replace(frame, slides=tuple(map(_SLIDE, pieces)))
        formulas = style_formulas(rendered, whole.component_markups, self._services.math)
        css = self._sheets.compile(whole, pieces, theme, settings, formulas, report)
        if self._services.fonts is not None and rendered.config.web_fonts.names:
            rendered, css = with_fonts(rendered, css, self._services.fonts, SiteOptions(), report)
        return Recompiled(pieces, around, rendered, css, _told_once(report))

    def _load_theme(self, source: DeckSource, report: Report) -> Theme:
        named = repr([source.headmatter.get(key) for key in ("theme", "addons")])
        find, packages = self._services.themes, self._services.packages
        key = (named, source.workspace)
        return self._recall(
            "theme", key, report, lambda own: load_theme(source, self._files, own, find, packages)
        )

    def _load_settings(self, source: DeckSource, theme: Theme, report: Report) -> PageSettings:
        key = (repr(source.headmatter.get("unocss")), theme)

        def load(own: Report) -> PageSettings:
            return load_settings(source, theme, self._files, own, self._services)

        return self._recall("settings", key, report, load)

    def _recall(self, name: str, key: object, report: Report, compute: Callable[[Report], _T]) -> _T:
        """Return what a step gives: as it did before, where nothing has changed that it was made from."""
        kept = self._kept.pop(name, None)
        if kept is None or kept.key != key or not self._files.is_unchanged(kept.trace):
            own = Report()
            with self._files.tracing() as trace:
                kept = _Kept(key, compute(own), trace)
            if own.diagnostics:  # to be told each time, at the line where its cause then is
                for diagnostic in own.diagnostics:
                    report.add(diagnostic)
                return kept.value  # type: ignore[no-any-return]
        self._kept[name] = kept
        return kept.value  # type: ignore[no-any-return]

    def _compile_slides(
        self, parsed: list[ParsedPiece], deck: ParsedDeck, scope: DeckScope, macros: Mapping[str, str]
    ) -> tuple[Piece, ...]:
        """Return a piece for each slide; most are those of the last compilation."""
        folders = folders_of(deck, scope.theme, self._files)
        settings = (
            self._parsed.settings,
            scope.config,
            scope.theme,
            scope.default_layout,
            macros,
            folders,
        )
        if settings != self._settings:
            self._pieces, self._settings = (), settings
        found = self._find(parsed, deck.source.slides, scope, is_seen_same=self._look_around(scope))
        missing = [at for at, piece in enumerate(found, 1) if piece is None]
        if self._parsed.place_anew(missing, deck.source, self._files):
            deck = _read_deck(deck.source, parsed)
            before, scope = scope, open_deck(deck, scope.theme, self._files, self._services, Report())
            scope.vue = before.vue  # what is around the slides takes what their components leave
        made = {number: self._realize(parsed[number - 1], number, scope, folders) for number in missing}
        if made:
            slides = [piece.slide if piece else None for piece in found]
            for number, each in made.items():
                slides[number - 1] = each.slide
            scopes = Scopes(scope.config, tuple(filter(None, slides)))
            self._draw_ahead([each.slide for each in made.values()], scope, macros)
            for number, each in made.items():
                found[number - 1] = self._draw(each, scope, scopes, macros)
        self._pieces = tuple(filter(None, found))
        return self._pieces

    def _look_around(self, scope: DeckScope) -> bool:
        """Note what slides see of each other, by their reach; return whether that is as it was."""
        slides = scope.outline.slides
        before = self._outline.slides if self._outline is not None else ()
        ends = shared_ends(before, slides)
        seen = ends.carried(self._seen, len(slides))
        for at in range(ends.first, len(slides) - ends.behind):
            slide = slides[at]
            seen[at] = (slide.title, slide.level, slide.path, bool(slide.frontmatter.get("hideInToc")))
        outline = self._seen = tuple(seen)
        views = (None, len(slides), outline, outline)
        is_same = self._outline is not None and views == self._views
        if self._outline is not None and is_same:
            scope.outline.adopt(self._outline)
        self._outline, self._views = scope.outline, views
        return is_same

    def _find(
        self,
        parsed: Sequence[ParsedPiece],
        sources: Sequence[SlideSource],
        scope: DeckScope,
        *,
        is_seen_same: bool,
    ) -> list[Piece | None]:
        """Return for each slide its piece of the last compilation; None where it is to be compiled."""
        count, pieces = len(parsed), self._pieces
        if not pieces:
            return [None] * count
        ends = self._parsed.same
        if len(pieces) != count:
            ends = Ends(ends.first, 0)  # those behind have other numbers
        found = ends.carried(pieces, count)
        if self._changed or not is_seen_same:
            found = [piece if piece and self._holds(piece) else None for piece in found]
        known = {id(piece.parsed): piece for piece in pieces[ends.first : len(pieces) - ends.behind]}
        for at in range(ends.first, count - ends.behind):
            piece = known.get(id(parsed[at]))
            if piece is not None and self._holds(piece) and piece.stands_for(sources[at], at + 1):
                found[at] = piece.moved(sources[at], at + 1)
        if self._components.has_any:
            found = [piece if piece and self._shows_same(piece) else None for piece in found]
        _leave_out_renamed(found, scope.outline.slides)
        if not all(found):  # what shows all of the others is compiled as well
            all_of_them = Reach.ALL
            found = [piece if piece and piece.reach is not all_of_them else None for piece in found]
        return found

    def _holds(self, piece: Piece) -> bool:
        """Return whether what a slide shows of files and of the others is as it was."""
        return piece.seen == self._views[piece.reach] and self._changed.isdisjoint(piece.trace.stamps)

    def _shows_same(self, piece: Piece) -> bool:
        """Return whether the components on a slide, if any, show what they showed."""
        return piece.components is None or self._components.holds(piece.components, piece.number)

    def _realize(
        self, parsed: ParsedPiece, number: int, scope: DeckScope, folders: Mapping[str, Path]
    ) -> _Realized:
        report = Report()
        own = scope.alone(report)
        with self._files.tracing() as trace:
            slide, assets = realize_alone(number, own, folders)
        self._looked_at |= trace.stamps
        reach = max(reach_of(slide.markups), Reach.OUTLINE if own.looks_around else Reach.NOTHING)
        is_told = own.tells_number or own.looks_around or tells_number(slide.markups)
        components = self._components.take(scope, number)
        return _Realized(parsed, slide, assets, report, trace, reach, is_told, components)

    def _draw_ahead(self, slides: Sequence[Slide], scope: DeckScope, macros: Mapping[str, str]) -> None:
        """Have the formulas and diagrams of several slides drawn together; drawn alone, each is then at hand."""
        if len(slides) > 1:
            deck = expand_deck_groups(_deck_of(slides, scope))
            draw_diagrams(deck, self._services.diagrams, Report())
            typeset_formulas(deck, self._services.math, macros, Report())

    def _draw(
        self,
        made: _Realized,
        scope: DeckScope,
        scopes: Scopes,
        macros: Mapping[str, str],
    ) -> Piece:
        files, services = self._files, self._services
        with files.tracing() as trace:
            deck, rendered = draw_deck(_deck_of([made.slide], scope), services, macros, made.report, scopes)
        self._looked_at |= trace.stamps
        return Piece(
            parsed=made.parsed,
            number=made.slide.number,
            slide=deck.slides[0],
            rendered=rendered.slides[0],
            assets=made.assets,
            formulas=rendered.formulas,
            words=frozenset(candidates_of(deck.slides[0].markups)),
            diagnostics=tuple(made.report.diagnostics),
            trace=Trace({**made.trace.stamps, **trace.stamps}, [*made.trace.admitted, *trace.admitted]),
            reach=made.reach,
            seen=self._views[made.reach],
            tells_number=made.tells_number,
            components=made.components,
        )

    def _frame(
        self,
        deck: ParsedDeck,
        scope: DeckScope,
        macros: Mapping[str, str],
        pieces: tuple[Piece, ...],
        report: Report,
    ) -> tuple[Deck, RenderedDeck]:
        """Return what stands around the slides: layers, style sheets, settings."""
        first = pieces[0].slide if pieces and any(root.layers for root in scope.theme.roots) else None
        slides = scope.outline.slides if first else ()
        views = (self._views[Reach.OUTLINE], [slide.frontmatter.values_by_key for slide in slides])
        shown = self._components.end(scope, filter(None, map(_COMPONENTS, pieces)))
        key = (self._settings, first and (id(first), views), shown)

        def furnish(own: Report) -> tuple[Deck, RenderedDeck]:
            bare = furnish_deck(
                deck, (), replace(scope, report=own, templates=replace(scope.templates, report=own))
            )
            scopes = Scopes(scope.config, tuple(map(_SLIDE, pieces)))
            return draw_deck(bare, self._services, macros, own, scopes)

        frame, around = self._recall("frame", key, report, furnish)
        return replace(frame, toc=scope.outline.toc), around


def _read_deck(source: DeckSource, parsed: Iterable[ParsedPiece]) -> ParsedDeck:
    return ParsedDeck(source, tuple(map(_PARSED, parsed)))


def _leave_out_renamed(found: list[Piece | None], slides: Sequence[NumberedSlide]) -> None:
    """Have those compiled that get an alias which another slide had, or lose it to one."""
    for at in [at for at, slide in enumerate(slides) if slide.is_named]:
        piece = found[at]
        if piece is not None and piece.slide.route_alias != slides[at].alias:
            found[at] = None


def _deck_of(slides: Iterable[Slide], scope: DeckScope) -> Deck:
    return Deck(scope.config, tuple(slides), (), {}, (), ())


def _joined(frame: Deck, around: RenderedDeck, pieces: Sequence[Piece]) -> RenderedDeck:
    assets = dict(frame.assets)
    for own in filter(None, map(_ASSETS, pieces)):
        assets.update(own)
    formulas = dict.fromkeys(chain(around.formulas, *map(_FORMULAS, pieces)))
    slides = tuple(map(_RENDERED, pieces))
    return replace(around, slides=slides, assets=assets, formulas=tuple(formulas))


_ONCE = frozenset(("no-types", "plain-editor", "cannot-run", "missing-katex"))
"""Messages that are for a deck, told at the first slide that gives rise to them."""


def _told_once(report: Report) -> Report:
    once = Report()
    told: set[str] = set()
    for diagnostic in report.diagnostics:
        if diagnostic.code not in told:
            once.add(diagnostic)
        if diagnostic.code in _ONCE:
            told.add(diagnostic.code)
    return once
