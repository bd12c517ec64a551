"""Read the deck's settings: headmatter and theme in, one typed value out (spec section 3).

    aspectRatio: 4/3          DeckConfig(canvas_width_px=980, canvas_height_px=735, ...)

A value of the wrong kind is reported and its default used, so that no setting can stop a build.
"""

from __future__ import annotations

from dataclasses import asdict

from deckc.compile.realize.config.check import check_settings
from deckc.compile.realize.config.fonts import read_fonts
from deckc.compile.realize.config.keys import KEYS
from deckc.compile.realize.config.measures import (
    MAX_WIDTH_PX,
    MIN_WIDTH_PX,
    canvas_height,
    read_duration,
    read_number,
    read_ratio,
)
from deckc.compile.realize.config.merge import merge_sources, nested_config, with_defaults
from deckc.compile.realize.config.plain_title import plain_title
from deckc.compile.realize.config.web_fonts import read_web_fonts
from deckc.diagnostics import Report
from deckc.model.config import DeckConfig, Features
from deckc.model.fonts import WebFonts
from deckc.model.source import DeckSource, Frontmatter, Value, is_truthy, text_of_title, text_of_value
from deckc.model.theme import Theme

_DEFAULT_RATIO = 16 / 9
_DEFAULT_DURATION_S = 1800.0
_PRELOAD_AHEAD = 3
_DRAWINGS: dict[str, Value] = {"enabled": True, "persist": False, "presenterOnly": False, "syncAll": True}


def read_config(source: DeckSource, theme: Theme, report: Report) -> DeckConfig:
    """Return the settings of a deck under its theme."""
    head = source.headmatter
    sources = (theme.defaults, nested_config(head), head)
    settings = _Settings(merge_sources(*(check_settings(layer, report) for layer in sources)), report)
    title = settings.title(source)
    width_px = settings.width_px()
    ratio = settings.ratio()
    fonts = read_fonts(settings.mapping("fonts"))
    schema = settings.color_schema(theme)
    duration_s = settings.duration_s()
    resolved: dict[str, Value] = {
        "title": title,
        "aspectRatio": ratio,
        "canvasWidth": width_px,
        "colorSchema": schema,
        "fonts": {
            key: list(value) if isinstance(value, tuple) else value for key, value in asdict(fonts).items()
        },
        "drawings": settings.drawings(),
    }
    checked = settings.values
    return DeckConfig(
        title=plain_title(title),
        title_template=settings.text("titleTemplate"),
        theme=theme.name,
        author=", ".join(settings.words("author")),
        keywords=settings.words("keywords"),
        info=settings.text_or_switch("info"),
        lang=settings.text("lang") or "en",
        color_schema=schema,
        canvas_width_px=width_px,
        canvas_height_px=canvas_height(width_px, ratio),
        selectable=settings.switch("selectable"),
        router_mode=settings.text("routerMode"),
        transition=checked.get("transition"),
        click_animation=tuple(text_of_value(checked.get("clickAnimation")).replace(",", " ").split()),
        defaults=settings.mapping("defaults"),
        theme_config=settings.mapping("themeConfig"),
        fonts=fonts,
        favicon=settings.text("favicon") or None,
        html_attributes=settings.texts("htmlAttrs"),
        seo_meta=settings.texts("seoMeta"),
        line_numbers=settings.switch("lineNumbers"),
        code_copy=settings.switch("codeCopy"),
        mdc=settings.switch("comark") or settings.switch("mdc"),
        export=settings.mapping("export"),
        export_filename=settings.text("exportFilename"),
        duration_s=duration_s,
        timer=settings.text("timer"),
        remote_assets=settings.switch("remoteAssets"),
        notes_auto_ruby=settings.texts("notesAutoRuby"),
        features=_features(settings),
        web_fonts=_web_fonts(settings, head),
        merged=Frontmatter({**with_defaults(checked), **resolved}, checked.spans, checked.key_spans),
    )


def _web_fonts(settings: _Settings, head: Frontmatter) -> WebFonts:
    own = merge_sources(nested_config(head), head).get("fonts")
    return read_web_fonts(
        settings.mapping("fonts"), own if isinstance(own, dict) else {}, head.key_spans.get("fonts")
    )


def _features(settings: _Settings) -> Features:
    return Features(
        presenter=settings.switch("presenter"),
        download=settings.text_or_switch("download"),
        drawings=settings.drawings(),
        magic_move_copy=settings.text_or_switch("magicMoveCopy"),
        magic_move_duration_ms=read_number(settings.value("magicMoveDuration")) or 0.0,
        preload_ahead=settings.preload_ahead(),
        plant_uml_server=settings.text("plantUmlServer"),
        twoslash=settings.switch("twoslash"),
        monaco=settings.switch("monaco"),
        context_menu=settings.values.get("contextMenu") is None or settings.switch("contextMenu"),
        wake_lock=settings.switch("wakeLock"),
        record=settings.switch("record"),
    )


class _Settings:
    """Checked settings, read one by one; an absent or empty one is its default."""

    def __init__(self, values: Frontmatter, report: Report) -> None:
        self.values = values
        self._report = report

    def value(self, key: str) -> Value:
        """Return a setting, or its default."""
        value = self.values.get(key)
        return KEYS[key].default if value is None else value

    def text(self, key: str) -> str:
        return text_of_value(self.value(key))

    def switch(self, key: str) -> bool:
        """Return whether a setting is on in a build: true, or "build"."""
        value = self.value(key)
        return value != "dev" and is_truthy(value)

    def words(self, key: str) -> tuple[str, ...]:
        value = self.value(key)
        if isinstance(value, list):
            return tuple(text_of_value(item) for item in value)
        return (text_of_value(value),) if is_truthy(value) else ()

    def mapping(self, key: str) -> dict[str, Value]:
        value = self.value(key)
        return dict(value) if isinstance(value, dict) else {}

    def texts(self, key: str) -> dict[str, str]:
        return {name: text_of_value(value) for name, value in self.mapping(key).items() if value is not None}

    def text_or_switch(self, key: str) -> str | bool:
        value = self.value(key)
        return value if isinstance(value, bool) else text_of_value(value)

    def drawings(self) -> dict[str, Value]:
        return _DRAWINGS | self.mapping("drawings")

    def preload_ahead(self) -> int:
        """Return how many slides are looked ahead: `preloadImages: {ahead: n}`, or whether at all."""
        value = self.value("preloadImages")
        if not isinstance(value, dict):
            return _PRELOAD_AHEAD if value else 0
        ahead = read_number(value.get("ahead"))
        return _PRELOAD_AHEAD if ahead is None else max(0, min(int(ahead), 1000))

    def title(self, source: DeckSource) -> str:
        """Return the deck's title as inline Markdown: its own, or that of the first shown slide."""
        own = self.values.get("title")
        if own is not None:
            return text_of_title(own)
        return (source.slides[0].title if source.slides else None) or text_of_value(KEYS["title"].default)

    def color_schema(self, theme: Theme) -> str:
        """Return "auto", "light" or "dark": a theme of one scheme settles what the deck leaves open."""
        of_theme = theme.color_schema if theme.color_schema in {"light", "dark"} else None
        own = self.values.get("colorSchema") or of_theme
        schema = own if own in {"light", "dark"} else "auto"
        if of_theme and schema == "auto":
            return of_theme
        if of_theme and schema != of_theme:
            self._report.warn(
                "config-type",
                f'theme "{theme.name}" has no {schema} colour scheme',
                self.values.span("colorSchema"),
                f"write `colorSchema: {of_theme}`",
            )
        return str(schema)

    def width_px(self) -> int:
        width = read_number(self.value("canvasWidth"))
        if width is not None and MIN_WIDTH_PX <= width <= MAX_WIDTH_PX:
            return round(width)
        self._refuse("canvasWidth", f"a width from {MIN_WIDTH_PX} to {MAX_WIDTH_PX}", "`canvasWidth: 980`")
        return 980

    def ratio(self) -> float:
        ratio = read_ratio(self.value("aspectRatio"))
        if ratio is None:
            self._refuse("aspectRatio", "a ratio of width and height", "`aspectRatio: 16/9`")
        return ratio or _DEFAULT_RATIO

    def duration_s(self) -> float:
        seconds = read_duration(self.value("duration"))
        if seconds is None:
            self._refuse("duration", "a duration", "`duration: 30min`")
        return _DEFAULT_DURATION_S if seconds is None else seconds

    def _refuse(self, key: str, wanted: str, example: str) -> None:
        self._report.warn(
            "config-type", f'"{key}" is not {wanted}', self.values.span(key), f"write {example}"
        )
