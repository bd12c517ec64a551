"""Write the page: head, canvas, every slide, the runtime's interface, the script (docs/dom-contract.md).

    Title: Intro, two slides   ->   <!DOCTYPE html><html lang="en" class="light" data-dc-schema="auto">...

Texts come with their assets placed, since the policy holds the hash of each script as it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from string import Template

from deckc import builtin
from deckc.compile.write.controls import buttons_markup
from deckc.compile.write.policy import content_policy
from deckc.dataclass import dataclass
from deckc.model.config import DeckConfig
from deckc.model.deck import PageSnippets
from deckc.model.source import text_of_value

_NAME_BREAKS = re.compile(r"""[\s"'<>/=\x00-\x1f]""")
_STYLE_BREAKS = re.compile(r"[;{}]")
_FAVICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Crect x='2' y='6' width='28' height='20' rx='4' fill='%233ab9d5'/%3E"
    "%3Cpath d='M13 11l8 5-8 5z' fill='%23fff'/%3E%3C/svg%3E"
)

# seoMeta key -> how the tag names it (spec 3)
_SEO_TAGS = {
    "ogTitle": ("property", "og:title"),
    "ogDescription": ("property", "og:description"),
    "ogImage": ("property", "og:image"),
    "ogUrl": ("property", "og:url"),
    "twitterCard": ("name", "twitter:card"),
    "twitterSite": ("name", "twitter:site"),
    "twitterTitle": ("name", "twitter:title"),
    "twitterDescription": ("name", "twitter:description"),
    "twitterImage": ("name", "twitter:image"),
    "twitterUrl": ("name", "twitter:url"),
}


NO_SNIPPETS = PageSnippets("", "", (), {}, {}, frozenset(), has_icon=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One `.slidev-page`."""

    number: int
    html: str
    style: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class PageParts:
    """What the page is put together from, every asset in its place."""

    pages: tuple[Page, ...]
    layers: Mapping[str, str]
    css: str
    """To stand in the page; empty where `style_address` names the sheet."""
    style_address: str
    favicon: str | None
    head_script: str
    scripts: tuple[str, ...]
    connect: tuple[str, ...]
    runner: str = ""
    """Script of the frame in which code is run; empty where the deck runs none."""
    is_served: bool = False
    index: str = ""
    loop_s: float = 0
    nonce: str = ""
    snippets: PageSnippets = NO_SNIPPETS
    room: str = ""
    """Script that is run when a speaker's view is asked for."""


def render_shell(config: DeckConfig, parts: PageParts) -> str:
    """Return the HTML of the whole page."""
    total = len(parts.pages)
    return _skeleton().substitute(
        html_attributes=_attributes(_html_attributes(config, parts.snippets.html_attributes))
        + (" data-dc-served" if parts.is_served else "")
        + (f' data-dc-index="{_escape(parts.index)}"' if parts.index else "")
        + (f' data-dc-loop="{parts.loop_s:g}"' if parts.loop_s else ""),
        policy=_escape(_policy(parts)),
        title=_escape(page_title(config)),
        metas="".join(
            f'\n<meta {key}="{_escape(name)}" content="{_escape(content)}">'
            for key, name, content in _metas(config)
            if name not in parts.snippets.metas
        ),
        icon=_icon(parts),
        snippet_head=parts.snippets.head,
        snippet_body=f"\n{parts.snippets.body}" if parts.snippets.body else "",
        head_script=parts.head_script,
        sheet=_sheet(parts),
        plain_css=_plain_css(),
        body_attributes=_attributes(_body_attributes(config, parts.snippets.body_attributes)),
        width=config.canvas_width_px,
        height=config.canvas_height_px,
        pages="".join(page_markup(page, total) for page in parts.pages),
        total=total,
        buttons=buttons_markup(with_scheme=config.color_schema == "auto"),
        layer_below=_layer("global-bottom", parts),
        layer_above=_layer("global-top", parts),
        layer_controls=_layer("custom-nav-controls", parts),
        runner=f"\n<script type=text/plain data-dc-runner>{parts.runner}</script>" if parts.runner else "",
        room=f"\n<script type=text/plain data-deckc-room>{parts.room}</script>" if parts.room else "",
        scripts="".join(f"\n<script>{script}</script>" for script in parts.scripts),
    )


def _policy(parts: PageParts) -> str:
    scripts = (parts.head_script, *parts.snippets.scripts, *parts.scripts, parts.runner, parts.room)
    return content_policy(
        filter(None, scripts), connect=parts.connect, has_workers=bool(parts.runner), nonce=parts.nonce
    )


def page_title(config: DeckConfig) -> str:
    """Return the document's title: the deck's in its template, `%s` replaced once (spec 3)."""
    title = config.title_template.replace("%s", config.title, 1)
    return "Slidev" if title == "Slidev - Slidev" else title


@cache
def _skeleton() -> Template:
    """Return the page with its places.

    They are filled by `string.Template`: as a Jinja template, a cold build paid 30 ms for Jinja and its compiling.
    """
    return Template((builtin.FOLDER / "shell.html").read_text(encoding="utf-8"))


@cache
def _plain_css() -> str:
    return (builtin.FOLDER / "styles" / "noscript.css").read_text(encoding="utf-8")


def _html_attributes(config: DeckConfig, snippet: Mapping[str, str]) -> dict[str, str]:
    """Return `<html>`'s attributes: the language and scheme, under what index.html and the deck ask for."""
    asked = {**snippet, **config.html_attributes}
    own = {name: value for name, value in asked.items() if not _NAME_BREAKS.search(name)}
    schema = config.color_schema
    words = [own.pop("class", ""), "dark" if schema == "dark" else "light"]
    own.pop("data-dc-schema", None)
    return {
        "lang": config.lang,
        **own,
        "class": " ".join(word for word in words if word),
        "data-dc-schema": schema,
    }


def _metas(config: DeckConfig) -> list[tuple[str, str, str]]:
    """Return the meta tags as attribute, name and content."""
    info = config.info.strip() if isinstance(config.info, str) else ""
    named = {"description": info, "author": config.author, "keywords": ", ".join(config.keywords)}
    tags = [("name", name, content) for name, content in named.items() if content]
    seo = {"ogTitle": page_title(config), **({"ogDescription": info} if info else {}), **config.seo_meta}
    for key, (attribute, name) in _SEO_TAGS.items():
        content = seo.get(key)
        if content and not (key == "ogImage" and content == "auto"):
            tags.append((attribute, name, content))
    return tags


def _icon(parts: PageParts) -> str:
    if parts.favicon is None and parts.snippets.has_icon:
        return ""
    return f'\n<link rel="icon" href="{_escape(parts.favicon or _FAVICON)}">'


def _body_attributes(config: DeckConfig, snippet: Mapping[str, str]) -> dict[str, str | None]:
    own = {name: value for name, value in snippet.items() if not name.startswith("on")}
    styles = "; ".join(filter(None, [_body_style(config), own.get("style", "")]))
    return {**own, "style": styles or None}


def _body_style(config: DeckConfig) -> str:
    """Return `--slidev-theme-KEY: value` for every plain value of `themeConfig` (spec 9.3)."""
    return "; ".join(
        f"--slidev-theme-{key}: {text}"
        for key, value in config.theme_config.items()
        if (text := text_of_value(value)) and not _NAME_BREAKS.search(key) and not _STYLE_BREAKS.search(text)
    )


def _sheet(parts: PageParts) -> str:
    if parts.style_address:
        return f'<link rel="stylesheet" href="{_escape(parts.style_address)}">'
    return "<style>{}</style>".format(parts.css.replace("</style", "<\\/style"))


def page_markup(page: Page, total: int) -> str:
    """Return the element of a slide; all but the first are hidden."""
    own = {"style": page.style or None, "lang": page.lang or None}
    hidden = " hidden" if page.number > 1 else ""
    return (
        f'<div class="slidev-page slidev-page-{page.number}" data-slidev-no="{page.number}" role="group"'
        f' aria-roledescription="slide" aria-label="{page.number} / {total}"{_attributes(own)}{hidden}>{page.html}</div>'
    )


def _layer(name: str, parts: PageParts) -> str:
    if name not in parts.layers:
        return ""
    return f'<div class="deckc-layer" data-dc-layer="{name}">{parts.layers[name]}</div>'


def _attributes(values: Mapping[str, str | None]) -> str:
    """Return attributes as they stand in a tag; those that are None are not there."""
    return "".join(f' {name}="{_escape(value)}"' for name, value in values.items() if value is not None)


def _escape(text: str) -> str:
    """Return characters as they may stand between tags and between double quotes."""
    return html.escape(text, quote=False).replace('"', "&quot;")
