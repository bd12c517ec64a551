"""The page's script: the linked runtime, and the deck that it is started with.

    window.deckc=(()=>{...})();
    deckc.start({slides:[{clicks:2,start:0,title:"Hello",...,bindings:[[0,"class",$ => ...]]}],...});

Values are JSON; bindings are JavaScript already, safe for a script, and go in as code (docs/dom-contract.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from deckc.compile.write.kept_script import kept_script
from deckc.compile.write.link import link_runtime
from deckc.compile.write.script_text import escape_json
from deckc.model.config import DeckConfig
from deckc.model.deck import TocEntry
from deckc.model.rendered import RenderedDeck, RenderedSlide

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)

_PARTS: Mapping[str, str] = {
    "code_groups.js": "data-dc-tab",
    "code_run.js": "slidev-monaco",
    "code_steps.js": "data-dc-lines",
    "fit_text.js": "data-dc-fit",
    "islands.js": "<!--dc-island:",
    "magic_move.js": "data-dc-move",
    "marks.js": "data-dc-mark",
    "motion.js": "data-dc-motion",
    "switches.js": "data-dc-turn",
    "videos.js": "data-dc-video",
}
"""Part of the runtime -> what stands in the slides that it draws."""
_DIRECTIVES: Mapping[str, str] = {"marks.js": '("mark")', "motion.js": '("motion")'}
"""Part of the runtime -> what stands in the script of components that use it and are first drawn in the page."""


def head_script() -> str:
    """Return the script that gives the page its colour scheme before the first paint."""
    return f"{link_runtime('before_paint.js')}.start(document.documentElement)"


def deck_script(rendered: RenderedDeck, *, with_all_parts: bool = False) -> str:
    """Return the script that starts the deck; asset tokens still stand in it.

    A page whose slides may change while it is shown has all parts of the runtime.
    """
    slides = ",\n".join(slide_object(slide) for slide in rendered.slides)
    layers = ",".join(f"{_encode(name)}:{layer.bindings}" for name, layer in rendered.layers.items())
    toc = _encode(toc_objects(rendered.toc))
    config = _encode(_config_object(rendered.config))
    given = f"{{slides:[\n{slides}\n],\nlayers:{{{layers}}},\ntoc:{toc},\nconfig:{config}}}"
    runtime = _runtime_without(frozenset() if with_all_parts else _unused_parts(rendered))
    return f"window.deckc={runtime};\ndeckc.start({given});"


def _runtime_without(parts: frozenset[str]) -> str:
    name = "start.js without " + " ".join(sorted(parts))
    return kept_script(name, lambda: link_runtime("start.js", left_out=parts))


def _unused_parts(rendered: RenderedDeck) -> frozenset[str]:
    """Return the runtime's modules that find nothing to do in the deck: no slide has what they look for."""
    pages = [slide.html for slide in rendered.slides] + [layer.html for layer in rendered.layers.values()]
    unused = {name for name, sign in _PARTS.items() if not any(sign in html for html in pages)}
    return frozenset(name for name in unused if _DIRECTIVES.get(name, "\0") not in rendered.island_script)


def slide_object(rendered: RenderedSlide) -> str:
    """Return what the runtime is told of a slide, as JavaScript."""
    slide = rendered.slide
    values: dict[str, object] = {
        "clicks": slide.clicks_total,
        "start": slide.clicks_start,
        "title": slide.title,
        "level": slide.level,
        "alias": slide.route_alias,
        "layout": slide.layout,
        "transition": [slide.transition.forward, slide.transition.backward],
        "frontmatter": dict(slide.frontmatter),
        "note": slide.note_html,
    }
    if slide.clicks_used != slide.clicks_total and _PARTS["islands.js"] in rendered.html:
        values["used"] = slide.clicks_used
    if slide.click_totals:
        values["totals"] = list(slide.click_totals)
    return f'{_encode(values)[:-1]},"bindings":{rendered.bindings or "[]"}}}'


def _toc_object(entry: TocEntry) -> dict[str, object]:
    return {
        "no": entry.number,
        "title": entry.title,
        "level": entry.level,
        "path": entry.path,
        "hideInToc": entry.hide_in_toc,
        "children": toc_objects(entry.children),
    }


def toc_objects(entries: Iterable[TocEntry]) -> list[dict[str, object]]:
    """Return what the runtime is told of the table of contents."""
    return [_toc_object(entry) for entry in entries]


def _config_object(config: DeckConfig) -> dict[str, object]:
    return {
        "title": config.title,
        "titleTemplate": config.title_template,
        "width": config.canvas_width_px,
        "height": config.canvas_height_px,
        "schema": config.color_schema,
        "selectable": config.selectable,
        "transition": config.transition,
        "configs": dict(config.merged),
        "themeConfig": dict(config.theme_config),
        "room": _room_object(config),
    }


def _room_object(config: DeckConfig) -> dict[str, object]:
    features = config.features
    return {
        "presenter": features.presenter,
        "duration": config.duration_s,
        "timer": config.timer,
        "drawings": dict(features.drawings),
        "record": config.merged.get("record", "dev"),
        "contextMenu": features.context_menu,
        "wakeLock": features.wake_lock,
        "download": features.download,
    }


def _encode(value: object) -> str:
    return escape_json(_ENCODER.encode(value))
