"""What a slide's expressions can use while compiling (spec section 7).

Two scopes: `settled` holds what never changes while the deck is shown, `first` what holds when the slide is
entered (its first click, itself the current slide). An expression that needs `first` is painted with it and
bound, so that the page is right before its script runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckc.expression import PartialObject
from deckc.model.deck import Deck, Slide, TocEntry

_COMPONENT_NAMES: Mapping[str, object] = {"$attrs": {}, "$props": {}, "$slots": {}, "$refs": {}}
"""What Vue gives every template; a slide's are empty."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of one slide or layer."""

    settled: Mapping[str, object]
    first: Mapping[str, object]
    first_click: int


def slide_scope(deck: Deck, slide: Slide) -> Scope:
    """Return what a slide's expressions can use."""
    nav = _nav(deck)
    frontmatter = dict(slide.frontmatter)
    clicks = {"clicksStart": slide.clicks_start, "total": slide.clicks_total}
    settled = {
        **_COMPONENT_NAMES,
        **_deck_names(deck, nav),
        "$page": slide.number,
        "$frontmatter": frontmatter,
        "$clicksContext": PartialObject(clicks),
    }
    first_nav = PartialObject({**nav.members, **_first_nav(deck, slide)})
    first = {
        **settled,
        **_deck_names(deck, first_nav),
        "$clicks": slide.clicks_start,
        "$clicksContext": {**clicks, "current": slide.clicks_start, "isMounted": True},
        "$renderContext": "slide",
        "$route": PartialObject({"path": f"/{_path(slide)}"}),
        "$scale": 1,
    }
    return Scope(settled, first, slide.clicks_start)


def layer_scope(deck: Deck) -> Scope:
    """Return what a global layer's expressions can use; its slide is the one on screen, first the first."""
    settled = {
        **_COMPONENT_NAMES,
        **_deck_names(deck, _nav(deck)),
        "$frontmatter": {},
        "$renderContext": "none",
    }
    if not deck.slides:
        return Scope(settled, settled, 0)
    slide = deck.slides[0]
    first = slide_scope(deck, slide).first
    return Scope(settled, {**first, "$frontmatter": {}, "$renderContext": "none"}, slide.clicks_start)


def _deck_names(deck: Deck, nav: PartialObject) -> dict[str, object]:
    slidev = {"configs": dict(deck.config.merged), "themeConfigs": dict(deck.config.theme_config), "nav": nav}
    return {"$nav": nav, "$slidev": PartialObject(slidev)}


def _nav(deck: Deck) -> PartialObject:
    routes = [_route(slide) for slide in deck.slides]
    return PartialObject({"total": len(deck.slides), "slides": routes})


def _first_nav(deck: Deck, slide: Slide) -> Mapping[str, object]:
    """Return the members of `$nav` that hold when a slide has just been entered."""
    is_last = slide.number >= len(deck.slides)
    return {
        "currentPage": slide.number,
        "currentSlideNo": slide.number,
        "currentPath": f"/{_path(slide)}",
        "currentLayout": slide.layout,
        "currentFrontmatter": dict(slide.frontmatter),
        "currentSlideRoute": _route(slide),
        "clicks": slide.clicks_start,
        "clicksStart": slide.clicks_start,
        "clicksTotal": slide.clicks_total,
        "hasNext": not is_last or slide.clicks_total > slide.clicks_start,
        "hasPrev": slide.number > 1 or slide.clicks_start > 0,
        "navDirection": 0,
        "clicksDirection": 0,
        "isPrintMode": False,
        "isPrintWithClicks": False,
        "isEmbedded": False,
        "isPlaying": True,
        "isPresenter": False,
        "isNotesViewer": False,
        "tocTree": [_toc(entry, slide.number) for entry in deck.toc],
    }


def _route(slide: Slide) -> PartialObject:
    about = {
        "no": slide.number,
        "index": slide.number - 1,
        "title": slide.title,
        "level": slide.level,
        "frontmatter": dict(slide.frontmatter),
        "noteHTML": slide.note_html,
    }
    meta = {**slide.frontmatter, "layout": slide.layout, "clicks": slide.clicks_total, "slide": about}
    return PartialObject({"no": slide.number, "path": f"/{_path(slide)}", "meta": meta})


def _path(slide: Slide) -> str:
    return slide.route_alias or str(slide.number)


def _toc(entry: TocEntry, current: int) -> dict[str, object]:
    children = [_toc(child, current) for child in entry.children]
    return {
        "no": entry.number,
        "title": entry.title,
        "level": entry.level,
        "titleLevel": entry.level,
        "path": f"/{entry.path}",
        "hideInToc": entry.hide_in_toc,
        "active": entry.number == current,
        "children": children,
    }
