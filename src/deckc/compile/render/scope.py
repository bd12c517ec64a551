"""What a slide's expressions can use while compiling (spec section 7).

Two scopes: `settled` holds what never changes while the deck is shown, `first` what holds when the slide is
entered (its first click, itself the current slide). An expression that needs `first` is painted with it and
bound, so that the page is right before its script runs.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.dataclass import dataclass
from deckc.expression import PartialObject
from deckc.model.config import DeckConfig
from deckc.model.deck import Slide

_COMPONENT_NAMES: Mapping[str, object] = {"$attrs": {}, "$props": {}, "$slots": {}, "$refs": {}}
"""What Vue gives every template; a slide's are empty."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of one slide or layer."""

    settled: Mapping[str, object]
    first: Mapping[str, object]
    first_click: int


class Scopes:
    """Makes the scopes of one deck; what its slides share is made once."""

    def __init__(self, config: DeckConfig, slides: tuple[Slide, ...]) -> None:
        self._slides = slides
        self._routes: list[PartialObject] | None = None
        self._slidev = {"configs": dict(config.merged), "themeConfigs": dict(config.theme_config)}

    def of_slide(self, slide: Slide) -> Scope:
        """Return what a slide's expressions can use."""
        clicks = {"clicksStart": slide.clicks_start, "total": slide.first_total}
        is_asked = any("$nav" in text or "$slidev" in text for text in slide.markups)
        nav = self._nav() if is_asked else {}
        settled = {
            **_COMPONENT_NAMES,
            **self._deck_names(nav),
            "$page": slide.number,
            "$frontmatter": dict(slide.frontmatter),
            "$clicksContext": PartialObject(clicks),
        }
        first = {
            **settled,
            **self._deck_names({**nav, **_first_nav(slide, len(self._slides))}),
            "$clicks": slide.clicks_start,
            "$clicksContext": {**clicks, "current": slide.clicks_start, "isMounted": True},
            "$renderContext": "slide",
            "$route": PartialObject({"path": f"/{_path(slide)}"}),
            "$scale": 1,
        }
        return Scope(settled, first, slide.clicks_start)

    def of_layer(self) -> Scope:
        """Return what a global layer's expressions can use; its slide is the one on screen, first the first."""
        own: dict[str, object] = {"$frontmatter": {}, "$renderContext": "none"}
        settled = {**_COMPONENT_NAMES, **self._deck_names(self._nav()), **own}
        if not self._slides:
            return Scope(settled, settled, 0)
        slide = self._slides[0]
        first = self._deck_names({**self._nav(), **_first_nav(slide, len(self._slides))})
        return Scope(settled, {**self.of_slide(slide).first, **first, **own}, slide.clicks_start)

    def _nav(self) -> dict[str, object]:
        """Return what of `$nav` never changes. Its routes take 3 us each: a slide that asks for none has none."""
        if self._routes is None:
            self._routes = [_route(slide) for slide in self._slides]
        return {"total": len(self._slides), "slides": self._routes}

    def _deck_names(self, members: Mapping[str, object]) -> dict[str, object]:
        nav = PartialObject(members)
        return {"$nav": nav, "$slidev": PartialObject({**self._slidev, "nav": nav})}


def _first_nav(slide: Slide, total: int) -> Mapping[str, object]:
    """Return the members of `$nav` that hold when a slide has just been entered."""
    is_last = slide.number >= total
    return {
        "currentPage": slide.number,
        "currentSlideNo": slide.number,
        "currentPath": f"/{_path(slide)}",
        "currentLayout": slide.layout,
        "currentFrontmatter": dict(slide.frontmatter),
        "currentSlideRoute": _route(slide),
        "clicks": slide.clicks_start,
        "clicksStart": slide.clicks_start,
        "clicksTotal": slide.first_total,
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
