"""Open the deck's components when the first of them is met, and say once where Vue cannot be run.

    open_components(scope, span)      ComponentDeck, or None and one note

Everything that is going to be drawn is named when it is opened, so that it is compiled in one go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize.assets.places import OutsideError, Places
from deckc.compile.realize.components.builtin import BUILTINS, KEPT
from deckc.diagnostics import Span
from deckc.model.deck import TocEntry
from deckc.model.nodes import Element, walk
from deckc.model.source import Value, text_of_value
from deckc.model.theme import VUE_ENDINGS
from deckc.template.names import pascal

if TYPE_CHECKING:
    from deckc.compile.realize.numbering import NumberedSlide
    from deckc.compile.realize.scope import DeckScope
    from deckc.model.files import Files
    from deckc.model.vue_runner import ComponentDeck

_VUES_OWN = frozenset(
    ["Component", "KeepAlive", "Suspense", "Transition", "TransitionGroup", "Teleport", "Slot"]
)


def open_components(scope: DeckScope, span: Span | None) -> ComponentDeck | None:
    """Return the deck's components; None where Vue cannot be run, which is told once."""
    opened = scope.vue
    if opened.deck is None and not opened.is_closed:
        runner = None if scope.services.vue is None else scope.services.vue()
        if runner is None:
            close_components(scope, span, "scripts are switched off")
            return None
        components = {name: path for root in scope.theme.roots for name, path in root.components.items()}
        files = opened.files or scope.files
        places = scope.places if files is scope.files else replace(scope.places, files=files, found={})
        opened.deck = runner.open(
            scope.places.folder,
            components,
            builtins=frozenset({*BUILTINS, *KEPT} - _VUES_OWN),
            files=files,
            icons=scope.services.icons,
            deck=deck_values(scope) if opened.values is None else opened.values,
            find_asset=lambda address, base: _find(places, address, base),
            setups=tuple(setups_of(scope, files)),
            before=opened.before,
            is_unchanged=opened.is_unchanged,
        )
        opened.deck.prepare(_wanted(scope))
    return None if opened.is_closed else opened.deck


def close_components(scope: DeckScope, span: Span | None, problem: str) -> None:
    """Note that nothing can be run, and tell it once."""
    scope.vue.is_closed = True
    message = f"components written in Vue are not run: {problem}; a box stands for each"
    scope.report.note("vue-not-run", message, span)


def deck_values(scope: DeckScope) -> dict[str, Value]:
    """Return what a component can read of the deck as a whole."""
    outline = scope.outline  # that of the scope is for what a slide shows: here it is told by what was read
    slides: list[Value] = [_route(slide) for slide in outline.slides]
    return {
        "configs": dict(scope.config.merged),
        "themeConfigs": dict(scope.config.theme_config),
        "total": len(slides),
        "whole": {"slides": slides, "tocTree": [_entry(entry) for entry in outline.toc]},
    }


def slide_values(slide: NumberedSlide, scope: DeckScope, *, is_layer: bool) -> dict[str, Value]:
    """Return what a component can read of the slide that it stands on."""
    slides = scope.outline.slides
    total = len(slides)
    layout = text_of_value(slide.frontmatter.get("layout")) or ("cover" if slide.number == 1 else "default")
    path = f"/{slide.path}"
    frontmatter: dict[str, Value] = dict(slide.frontmatter)
    start = slide.frontmatter.get("clicksStart")
    clicks = start if isinstance(start, int) else 0
    route: dict[str, Value] = {
        "path": path,
        "fullPath": path,
        "query": {},
        "params": {"no": slide.path},
        "meta": {},
        "name": "play",
        "hash": "",
    }
    nav: dict[str, Value] = {
        "currentPage": slide.number,
        "currentSlideNo": slide.number,
        "currentPath": path,
        "currentLayout": layout,
        "currentFrontmatter": frontmatter,
        "currentSlideRoute": _route(slide),
        "currentRoute": route,
        "clicks": clicks,
        "clicksStart": clicks,
        "clicksTotal": 0,
        "queryClicks": clicks,
        "queryClicksRaw": str(clicks),
        "clicksContext": {"current": clicks, "clicksStart": clicks, "total": 0, "isMounted": False},
        "currentTransition": None,
        "nextRoute": _route(slides[min(total, slide.number + 1) - 1]),
        "prevRoute": _route(slides[max(1, slide.number - 1) - 1]),
        "printRange": list(range(1, total + 1)),
        "isPresenterAvailable": False,
        "hasPrimarySlide": True,
        "hasNext": slide.number < total,
        "hasPrev": slide.number > 1,
        "navDirection": 0,
        "clicksDirection": 0,
        **dict.fromkeys(
            ("isPrintMode", "isPrintWithClicks", "isEmbedded", "isPresenter", "isNotesViewer"), False
        ),
        "isPlaying": True,
    }
    return {
        "page": slide.number,
        "frontmatter": {} if is_layer else frontmatter,
        "clicks": clicks,
        "clicksTotal": 0,
        "isLayer": is_layer,
        "route": route,
        "nav": nav,
    }


def _route(slide: NumberedSlide) -> Value:
    frontmatter: dict[str, Value] = dict(slide.frontmatter)
    about: dict[str, Value] = {
        "no": slide.number,
        "index": slide.number - 1,
        "title": slide.title,
        "level": slide.level,
        "frontmatter": frontmatter,
    }
    return {"no": slide.number, "path": f"/{slide.path}", "meta": {**frontmatter, "slide": about}}


def _entry(entry: TocEntry) -> Value:
    children: list[Value] = [_entry(child) for child in entry.children]
    return {
        "no": entry.number,
        "title": entry.title,
        "level": entry.level,
        "path": f"/{entry.path}",
        "hideInToc": entry.hide_in_toc,
        "children": children,
    }


def _find(places: Places, address: str, base: Path) -> Path | None:
    try:
        return places.find(address, base)
    except OutsideError:
        return None


def _wanted(scope: DeckScope) -> Iterator[Path]:
    """Yield the files of every layout, layer and component that the slides name."""
    from deckc.compile.realize.layouts import asked_layout

    paths: dict[Path | None, None] = {}
    for slide in scope.outline.slides:
        paths[scope.theme.layout(asked_layout(slide, scope.default_layout))] = None
        for node in walk(slide.parsed.body.nodes):
            if isinstance(node, Element):
                paths[scope.theme.component(pascal(node.tag))[1]] = None
    for root in scope.theme.roots:
        paths.update(dict.fromkeys(root.layers.values()))
    yield from (path for path in paths if path is not None and path.suffix in VUE_ENDINGS)


def setups_of(scope: DeckScope, files: Files) -> Iterator[Path]:
    """Yield the scripts that get the app of the components: one of each root that has it."""
    for root in scope.theme.roots:
        path = next(
            (p for ending in (".ts", ".js") if files.is_file(p := root.folder / "setup" / f"main{ending}")),
            None,
        )
        if path is not None and root.kind != "builtin":
            yield path
