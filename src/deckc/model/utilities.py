"""What a deck's own UnoCSS configuration changes about its utilities, as far as it can be read without running it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class UtilityRule:
    """A utility of the deck's own."""

    matcher: str
    """Its name, or the source of a regular expression (Python's) that fits the whole name."""
    declarations: tuple[tuple[str, str], ...]
    """Values may hold `{1}` for a pattern's first group and `{1/4}` for its quarter."""
    is_pattern: bool = False
    layer: str = ""
    """The CSS layer of its own that it stands in, if any."""


@dataclass(frozen=True, slots=True)
class UtilityShortcut:
    """A name of the deck's own for several utilities."""

    matcher: str
    """The name, or the source of a regular expression (Python's) that fits the whole name."""
    utilities: str
    """Separated by blanks; may hold `{1}` for a pattern's first group."""
    is_pattern: bool = False
    layer: str = ""
    """The CSS layer of its own that it stands in, if any."""


@dataclass(frozen=True, slots=True)
class UtilitySettings:
    """Shortcuts, rules, theme and safelist of `uno.config.ts` and its like."""

    shortcuts: tuple[UtilityShortcut, ...] = ()
    """The last that fits counts."""
    rules: tuple[UtilityRule, ...] = ()
    theme: Mapping[str, object] = field(default_factory=dict)
    """Scales by name, to be laid over the default theme."""
    safelist: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Without the theme, whose mappings have no hash; it is compared all the same."""
        return hash((self.shortcuts, self.rules, self.safelist))

    def over(self, base: UtilitySettings) -> UtilitySettings:
        """Return `base` with these settings laid over it."""
        return UtilitySettings(
            (*base.shortcuts, *self.shortcuts),
            (*base.rules, *self.rules),
            _merge(base.theme, self.theme),
            (*base.safelist, *self.safelist),
        )


def _merge(base: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    merged = dict(base)
    for key, value in changes.items():
        below = merged.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        merged[key] = _merge(below, value) if both else value  # type: ignore[arg-type]
    return merged
