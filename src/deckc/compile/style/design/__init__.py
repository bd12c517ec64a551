"""What a deck may change about its utilities: scales, colours, fonts, shortcuts, icons.

design = default_design(fonts={"mono": '"Fira Code",monospace'}, theme={"colors": {"brand": "#5d8392"}})
compile_utilities({"text-brand"}, design)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING

from deckc.compile.style.design.defaults import COLLECTIONS, FONTS, SAFELIST, SHORTCUTS
from deckc.compile.style.design.palette import palette
from deckc.compile.style.design.scales import scales
from deckc.dataclass import dataclass

if TYPE_CHECKING:
    from deckc.compile.style.candidate import Parser
    from deckc.compile.style.theme_color import ThemeColor

ThemeValue = "str | tuple[str, ...] | Mapping[str, ThemeValue]"
Theme = Mapping[str, object]
"""Scales and colours by name; a scale maps a key to text, to a tuple of texts, or to a scale below it."""

IconBody = tuple[str, float, float, float, float]
"""Inner SVG markup, then left, top, width and height of the view box."""

FindIcon = Callable[[str, str], "IconBody | None"]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A name that stands for other utilities, or a pattern of names."""

    matcher: str
    """The name, or the source of a regular expression that fits the whole name."""
    utilities: str
    """Separated by blanks; variant groups are allowed, and `{1}` for the pattern's first group."""
    is_pattern: bool = False
    layer: str = ""
    """Empty for the layer of all shortcuts."""


@dataclass(frozen=True, slots=True)
class CustomRule:
    """A utility of the deck's own: an exact name, or a pattern whose groups the declarations may use."""

    matcher: str
    """The name, or the source of a regular expression."""
    declarations: tuple[tuple[str, str], ...]
    """Values may hold `{1}` for the pattern's first group, `{1/4}` for its quarter."""
    is_pattern: bool = False
    layer: str = ""


@dataclass(slots=True)
class Memo:
    """What has been worked out for one design."""

    parser: Parser | None = None
    colors: dict[tuple[str, str], ThemeColor | None] = field(default_factory=dict)
    breakpoints: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many candidates are remembered."""
        return self.parser.size if self.parser else 0


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Everything that decides what a utility means."""

    theme: Theme
    shortcuts: tuple[Shortcut, ...] = ()
    """The last that fits a name counts."""
    rules: tuple[CustomRule, ...] = ()
    safelist: tuple[str, ...] = ()
    """Candidates that are always in the sheet."""
    find_icon: FindIcon | None = None
    collections: frozenset[str] = frozenset()
    """Names of the icon sets there are."""
    memo: Memo = field(default_factory=Memo, repr=False)

    def scale(self, name: str) -> Mapping[str, object]:
        """Return one scale of the theme; empty where the theme has none of that name."""
        found = self.theme.get(name)
        return found if isinstance(found, dict) else {}

    def pick(self, name: str, key: str) -> str | None:
        """Return the text that `key` stands for on a scale."""
        scale = self.theme.get(name)
        found = scale.get(key) if isinstance(scale, dict) else None
        return found if isinstance(found, str) else None

    def breakpoints(self, name: str = "breakpoints") -> tuple[tuple[str, str], ...]:
        """Return names and widths of a scale of widths, narrow ones first."""
        known = self.memo.breakpoints.get(name)
        if known is None:
            widths = [(key, value) for key, value in self.scale(name).items() if isinstance(value, str)]
            known = tuple(sorted(widths, key=lambda pair: _leading_integer(pair[1])))
            self.memo.breakpoints[name] = known
        return known


def default_design(
    *,
    fonts: Mapping[str, str] | None = None,
    theme: Theme | None = None,
    shortcuts: Iterable[Shortcut] = (),
    rules: Iterable[CustomRule] = (),
    safelist: Iterable[str] = (),
    find_icon: FindIcon | None = None,
    collections: Iterable[str] = (),
) -> Design:
    """Return the design of Slidev's decks, changed as asked.

    `fonts` maps sans, serif and mono to font stacks; `theme` is merged into the default theme key by key, a text
    in the place of a scale replaces it. A theme's own `fontFamily` wins over `fonts`, its own `breakpoints` are all
    there are.
    """
    merged = dict(_default_theme())
    merged["fontFamily"] = {**FONTS, **(fonts or {})}
    if theme and isinstance(theme.get("breakpoints"), Mapping):
        merged["breakpoints"] = {}
    return Design(
        theme=merge_themes(merged, theme) if theme else merged,
        shortcuts=(*(Shortcut(name, body) for name, body in SHORTCUTS.items()), *shortcuts),
        rules=tuple(rules),
        safelist=(*SAFELIST, *safelist),
        find_icon=find_icon,
        collections=COLLECTIONS.union(collections),
    )


@cache
def _default_theme() -> Theme:
    return {"colors": palette(), **scales()}


def merge_themes(base: Theme, changes: Theme) -> dict[str, object]:
    """Return `base` with `changes` laid over it, scale by scale and key by key."""
    merged = dict(base)
    for key, value in changes.items():
        below = merged.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            merged[key] = merge_themes(below, value)
        elif isinstance(value, Mapping):
            merged[key] = merge_themes({}, value)
        elif isinstance(value, (list, tuple)):
            merged[key] = tuple(_text(part) for part in value)
        else:
            merged[key] = _text(value)
    return merged


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _leading_integer(width: str) -> int:
    digits = "".join(char for char in width if not char.isalpha())
    return int(float(digits)) if digits.replace(".", "", 1).isdigit() else 0
