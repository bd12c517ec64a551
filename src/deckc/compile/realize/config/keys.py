"""Every headmatter key of spec section 3: its default and the kind of value it takes.

KEYS["canvasWidth"]   Key(default=980, kind=NUMBER)
KEYS["timer"]         Key(default="stopwatch", kind=choice("stopwatch", "countdown"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckc.dataclass import dataclass
from deckc.model.source import Value


@dataclass(frozen=True, slots=True)
class Kind:
    """What a setting may be."""

    name: str
    """As in `"lineNumbers" is not NAME`."""
    example: str
    """As in `write EXAMPLE`."""
    takes: Callable[[Value], bool]


@dataclass(frozen=True, slots=True)
class Key:
    """A setting."""

    default: Value
    kind: Kind


def choice(*words: str, also: Callable[[Value], bool] = lambda _: False) -> Kind:
    """Return the kind of one word out of a few."""
    listed = ", ".join(f'"{word}"' for word in words)
    return Kind(f"one of {listed}", f"one of {listed}", lambda value: value in words or also(value))


def _is_bool(value: Value) -> bool:
    return isinstance(value, bool)


def _is_number(value: Value) -> bool:
    if isinstance(value, str):
        try:
            return float(value) == float(value)
        except ValueError:
            return False
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value  # noqa: PLR0124


def _is_text(value: Value) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _is_list(value: Value) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _is_mapping(value: Value) -> bool:
    return isinstance(value, dict)


def _is_anything(_: Value) -> bool:
    return True


BOOL = Kind("true or false", "`true` or `false`", _is_bool)
FLAG = Kind(
    'true, false, "dev" or "build"',
    "`true` or `false`",
    lambda value: _is_bool(value) or value in {"dev", "build"},
)
NUMBER = Kind("a number", "a number", _is_number)
TEXT = Kind("text", "text, in quotes if need be", _is_text)
LIST = Kind("a list", "a list: `[a, b]`", _is_list)
WORDS = Kind("text or a list", "text, or a list: `[a, b]`", lambda value: _is_text(value) or _is_list(value))
MAPPING = Kind("a mapping", "`key: value` lines below it, indented", _is_mapping)
TEXT_OR_BOOL = Kind(
    "text, true or false", "text, `true` or `false`", lambda value: _is_text(value) or _is_bool(value)
)
TITLE = Kind("text", "text, in quotes if need be", lambda value: _is_text(value) or _is_mapping(value))
TRANSITION = Kind(
    "a transition's name or a mapping", "a name: `fade`", lambda value: _is_text(value) or _is_mapping(value)
)
BOOL_OR_MAPPING = Kind(
    "true, false or a mapping", "`true` or `false`", lambda value: _is_bool(value) or _is_mapping(value)
)
ANYTHING = Kind("anything", "anything", _is_anything)
COPY = choice("final", "always", also=_is_bool)

KEYS: Mapping[str, Key] = {
    "theme": Key("default", TEXT),
    "addons": Key([], LIST),
    "title": Key("Slidev", TITLE),
    "titleTemplate": Key("%s - Slidev", TEXT),
    "author": Key("", WORDS),
    "keywords": Key(None, WORDS),
    "info": Key(False, TEXT_OR_BOOL),
    "lang": Key(None, TEXT),
    "colorSchema": Key("auto", choice("auto", "light", "dark", "all")),
    "aspectRatio": Key(16 / 9, TEXT),
    "canvasWidth": Key(980, NUMBER),
    "selectable": Key(False, BOOL),
    "routerMode": Key("history", choice("history", "hash", "memory")),
    "transition": Key(None, TRANSITION),
    "clickAnimation": Key("", WORDS),
    "defaults": Key(None, MAPPING),
    "themeConfig": Key({}, MAPPING),
    "fonts": Key({}, MAPPING),
    "favicon": Key(None, TEXT),
    "htmlAttrs": Key({}, MAPPING),
    "seoMeta": Key({}, MAPPING),
    "highlighter": Key("shiki", choice("shiki", "shikiji", "prism")),
    "lineNumbers": Key(False, BOOL),
    "twoslash": Key(True, FLAG),
    "codeCopy": Key(True, BOOL),
    "magicMoveCopy": Key(True, COPY),
    "magicMoveDuration": Key(800, NUMBER),
    "monaco": Key(True, FLAG),
    "monacoTypesSource": Key("local", choice("local", "cdn", "none")),
    "monacoTypesAdditionalPackages": Key([], LIST),
    "monacoTypesIgnorePackages": Key([], LIST),
    "monacoRunAdditionalDeps": Key([], LIST),
    "monacoRunUseStrict": Key(True, BOOL),
    "plantUmlServer": Key("https://www.plantuml.com/plantuml", TEXT),
    "comark": Key(False, BOOL),
    "mdc": Key(False, BOOL),
    "remoteAssets": Key(False, FLAG),
    "download": Key(False, TEXT_OR_BOOL),
    "export": Key({}, MAPPING),
    "exportFilename": Key("", TEXT),
    "drawings": Key({}, MAPPING),
    "record": Key("dev", FLAG),
    "presenter": Key(True, FLAG),
    "browserExporter": Key("dev", FLAG),
    "editor": Key(True, BOOL),
    "mcp": Key(True, BOOL),
    "contextMenu": Key(None, FLAG),
    "wakeLock": Key(True, FLAG),
    "pwa": Key(False, FLAG),
    "remote": Key(False, TEXT_OR_BOOL),
    "notesAutoRuby": Key({}, MAPPING),
    "duration": Key("30min", TEXT),
    "timer": Key("stopwatch", choice("stopwatch", "countdown")),
    "preloadImages": Key(True, BOOL_OR_MAPPING),
    "css": Key("unocss", ANYTHING),
    "unocss": Key(None, MAPPING),
    "config": Key(None, MAPPING),
}

FONT_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(["sans", "serif", "mono", "custom", "weights", "local", "webfonts"], WORDS),
    **dict.fromkeys(["italic", "fallbacks"], BOOL),
    "provider": TEXT,
}
"""What the keys of `fonts` take."""

NESTED_KEYS: Mapping[str, frozenset[str]] = {
    "fonts": frozenset(
        ["sans", "serif", "mono", "custom", "weights", "italic", "provider", "local", "webfonts", "fallbacks"]
    ),
    "drawings": frozenset(["enabled", "persist", "presenterOnly", "syncAll"]),
    "seoMeta": frozenset(
        [
            "ogTitle",
            "ogDescription",
            "ogImage",
            "ogUrl",
            "twitterCard",
            "twitterSite",
            "twitterTitle",
            "twitterDescription",
            "twitterImage",
            "twitterUrl",
        ]
    ),
    "export": frozenset(
        [
            "format",
            "timeout",
            "wait",
            "waitUntil",
            "range",
            "dark",
            "withClicks",
            "executablePath",
            "withToc",
            "perSlide",
            "scale",
            "omitBackground",
            "output",
        ]
    ),
}
"""Keys of which a misspelling can be told, for settings that are mappings."""

SLIDE_KEYS = frozenset(
    [
        "layout",
        "class",
        "clicks",
        "clicksStart",
        "preload",
        "hide",
        "disabled",
        "hideInToc",
        "title",
        "name",
        "level",
        "routeAlias",
        "src",
        "zoom",
        "dragPos",
        "transition",
        "clickAnimation",
        "lang",
        "background",
        "image",
        "backgroundSize",
        "url",
        "layoutClass",
        "scale",
        "codeCopy",
        "magicMoveCopy",
    ]
)
"""Keys of slide frontmatter, which the headmatter is too (spec section 4)."""
