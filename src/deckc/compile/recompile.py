"""Compile a deck again and again, each time only the slides whose text, settings or files have changed.

    recompiler = Recompiler(entry, services)
    recompiler.compile()                  every slide
    recompiler.compile(touched)           those that changed; the others are the very pieces of the last time

The stages are those of `pipeline.py`, called slide by slide: each then has messages and files of its own.
What came of it is the same as what `compile_deck` gives (tests/property/test_recompile.py), but for kept drawings. Those are
told by the room (serve/room/kept_drawings.py): a slide that is replaced while somebody draws on it would lose a stroke.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

from deckc.compile.load import KeptSlides, load_deck, load_theme
from deckc.compile.page_formulas import style_formulas
from deckc.compile.page_settings import PageSettings
from deckc.compile.page_styles import candidates_of
from deckc.compile.parse import SlideParser
from deckc.compile.piece import ParsedPiece, Piece, Reach, reach_of
from deckc.compile.pipeline import draw_deck, load_settings, with_fonts, with_theme
from deckc.compile.realize import DeckScope, Outline, folders_of, furnish_deck, open_deck, realize_alone
from deckc.compile.recompiled import Recompiled
from deckc.compile.render import Scopes, draw_diagrams, typeset_formulas
from deckc.compile.resheet import SheetKeeper
from deckc.compile.variant_groups import expand_deck_groups
from deckc.compile.write import SiteOptions
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.deck import Asset, Deck, ParsedDeck, Slide
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Services
from deckc.model.source import DeckSource, SlideSource
from deckc.model.theme import Theme
from deckc.model.traced_files import Stamp, Trace, TracedFiles

_T = TypeVar("_T")


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
        self._parsed: list[ParsedPiece] = []
        self._pieces: tuple[Piece, ...] = ()
        self._looked_at: dict[Path, Stamp] = {}
        self._changed: set[Path] = set()
        self._has_components = False
        """Whether the last compilation ran Vue components."""
        self._island_names: dict[str, str] = {}
        self._settings: tuple[object, ...] = ()
        self._asked: set[Path] = {entry}
        self._scope: DeckScope | None = None
        self._outline: Outline | None = None
        self._views: tuple[Hashable, ...] = ()

    @property
    def asked(self) -> set[Path]:
        """Every file or folder that was looked for, in the last compilation or one before."""
        return self._asked | self._files.asked

    def compile(self, touched: Iterable[Path] = ()) -> Recompiled:
        """Return the deck as it is on the disk now; `touched` are files that were written since the last time."""
        self._asked |= self._files.asked
        files = self._files = TracedFiles(self._files, touched)
        self._changed = files.changed(self._looked_at)
        report = Report()
        self._slides.begin()
        source = with_theme(load_deck(self._entry, files, report, self._slides), self._theme_name)
        theme = self._load_theme(source, report)
        parsed = self._parse(source)
        deck = ParsedDeck(source, tuple(piece.parsed for piece in parsed))
        scope = open_deck(deck, theme, files, self._services, report, self._scope)
        scope.vue.names = self._island_names
        self._scope = scope
        settings = self._load_settings(source, theme, report)
        pieces = self._compile_slides(parsed, deck, scope, settings.macros)
        frame, around = self._frame(deck, scope, settings.macros, pieces, report)
        for told in (*(piece.diagnostics for piece in parsed), *(piece.diagnostics for piece in pieces)):
            for diagnostic in told:
                report.add(diagnostic)
        rendered = _joined(frame, replace(around, toc=scope.outline.toc), pieces)
        formulas = style_formulas(rendered.formulas, self._services.math)
        whole = replace(frame, slides=tuple(piece.slide for piece in pieces))
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
        load = partial(load_settings, source, theme, self._files)
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

    def _parse(self, source: DeckSource) -> list[ParsedPiece]:
        """Return each slide, read; most were read before, and stand where they stood."""
        parser = SlideParser(source, self._files)
        if (parser.settings,) != self._settings[:1]:
            self._parsed, self._pieces, self._settings = [], (), (parser.settings,)
        changed = self._changed
        kept = self._parsed
        found: list[ParsedPiece | None] = [
            old if old.parsed.source is new and changed.isdisjoint(old.trace.stamps) else None
            for old, new in zip(kept, source.slides, strict=False)
        ]
        found += [None] * (len(source.slides) - len(found))
        if None in found:
            moved = _by_text(old for old, new in zip_longest(kept, found) if old and old is not new)
            for at, slide in enumerate(source.slides):
                if found[at] is None:
                    candidates = (each for each in moved.get(slide.raw, ()) if each.stands_for(slide))
                    old = next(candidates, None)
                    is_same = old is not None and changed.isdisjoint(old.trace.stamps)
                    found[at] = old if is_same else self._parse_one(slide, parser)
        self._parsed = [piece for piece in found if piece is not None]
        return self._parsed

    def _parse_one(self, slide: SlideSource, parser: SlideParser) -> ParsedPiece:
        report = Report()
        with self._files.tracing() as trace:
            read = parser.parse(slide, report)
        self._looked_at |= trace.stamps
        return ParsedPiece(read, tuple(report.diagnostics), trace)

    def _compile_slides(
        self, parsed: list[ParsedPiece], deck: ParsedDeck, scope: DeckScope, macros: Mapping[str, str]
    ) -> tuple[Piece, ...]:
        """Return a piece for each slide; most are those of the last compilation."""
        folders = folders_of(deck, scope.theme, self._files)
        if self._has_components:  # each is run with those of the other slides, and bundled with them
            self._pieces = ()
        settings = (self._settings[0], scope.config, scope.theme, scope.default_layout, macros, folders)
        if settings != self._settings:
            self._pieces, self._settings = (), settings
        views = _views(scope)
        if self._outline is not None and views == self._views:
            scope.outline.adopt(self._outline)
        self._outline, self._views = scope.outline, views
        sources = deck.source.slides
        found = self._find(parsed, sources, views)
        scope = self._placed_anew(parsed, found, deck, scope)
        made = {
            number: self._realize(parsed[number - 1], number, scope, folders)
            for number, piece in enumerate(found, 1)
            if piece is None
        }
        if made:
            slides = [piece.slide if piece else made[number].slide for number, piece in enumerate(found, 1)]
            scopes = Scopes(scope.config, tuple(slides))
            self._draw_ahead([each.slide for each in made.values()], scope, macros)
            for number, each in made.items():
                found[number - 1] = self._draw(each, scope, scopes, macros, views)
        self._has_components = scope.vue.deck is not None
        self._pieces = tuple(piece for piece in found if piece is not None)
        return self._pieces

    def _placed_anew(
        self, parsed: list[ParsedPiece], found: Sequence[Piece | None], deck: ParsedDeck, scope: DeckScope
    ) -> DeckScope:
        """Read those slides once more that are to be compiled and have moved: messages name their new lines."""
        parser = SlideParser(deck.source, self._files)
        has_moved = False
        for at, source in enumerate(deck.source.slides):
            if found[at] is None and parsed[at].parsed.source.start_line != source.start_line:
                parsed[at] = self._parse_one(source, parser)
                has_moved = True
        if not has_moved:
            return scope
        deck = replace(deck, slides=tuple(piece.parsed for piece in parsed))
        again = open_deck(deck, scope.theme, self._files, self._services, Report())
        again.vue = scope.vue  # what is around the slides takes what their components leave
        return again

    def _find(
        self, parsed: Sequence[ParsedPiece], sources: Sequence[SlideSource], views: Sequence[Hashable]
    ) -> list[Piece | None]:
        """Return for each slide its piece of the last compilation; None where it is to be compiled."""
        changed = self._changed

        def holds(piece: Piece, at: int) -> bool:
            return (
                piece.parsed is parsed[at]
                and piece.stands_for(sources[at], at + 1)
                and piece.seen == views[piece.reach]
                and changed.isdisjoint(piece.trace.stamps)
            )

        found = [piece if holds(piece, at) else None for at, piece in enumerate(self._pieces[: len(parsed)])]
        found += [None] * (len(parsed) - len(found))
        if None in found:  # something is compiled: what shows all of the others is as well
            found = [piece if piece and piece.reach < Reach.ALL else None for piece in found]
        return found

    def _realize(
        self, parsed: ParsedPiece, number: int, scope: DeckScope, folders: Mapping[str, Path]
    ) -> _Realized:
        report = Report()
        own = scope.alone(report)
        with self._files.tracing() as trace:
            slide, assets = realize_alone(number, own, folders)
        self._looked_at |= trace.stamps
        reach = max(reach_of(slide.markups), Reach.OUTLINE if own.looks_around else Reach.NOTHING)
        return _Realized(parsed, slide, assets, report, trace, reach)

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
        views: Sequence[Hashable],
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
            seen=views[made.reach],
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
        key = (self._settings, first and (id(first), views))

        def furnish(own: Report) -> tuple[Deck, RenderedDeck]:
            bare = furnish_deck(
                deck, (), replace(scope, report=own, templates=replace(scope.templates, report=own))
            )
            scopes = Scopes(scope.config, tuple(piece.slide for piece in pieces))
            return draw_deck(bare, self._services, macros, own, scopes)

        made = furnish(report) if self._has_components else self._recall("frame", key, report, furnish)
        frame, around = made
        return replace(frame, toc=scope.outline.toc), around


def _by_text(pieces: Iterable[ParsedPiece]) -> Mapping[str, Sequence[ParsedPiece]]:
    by_text: dict[str, list[ParsedPiece]] = defaultdict(list)
    for piece in pieces:
        by_text[piece.parsed.source.raw].append(piece)
    return by_text


def _deck_of(slides: Iterable[Slide], scope: DeckScope) -> Deck:
    return Deck(scope.config, tuple(slides), (), {}, (), ())


def _views(scope: DeckScope) -> tuple[Hashable, ...]:
    """Return what slides see of each other, by their reach."""
    slides = scope.outline.slides
    outline = tuple(
        (slide.title, slide.level, slide.path, bool(slide.frontmatter.get("hideInToc"))) for slide in slides
    )
    return None, len(slides), outline, outline


def _joined(frame: Deck, around: RenderedDeck, pieces: Iterable[Piece]) -> RenderedDeck:
    assets = dict(frame.assets)
    formulas = dict.fromkeys(around.formulas)
    slides = []
    for piece in pieces:
        slides.append(piece.rendered)
        if piece.assets:
            assets.update(piece.assets)
        if piece.formulas:
            formulas.update(dict.fromkeys(piece.formulas))
    return replace(around, slides=tuple(slides), assets=assets, formulas=tuple(formulas))


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
