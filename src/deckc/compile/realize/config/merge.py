"""Lay the sources of the configuration over each other.

    built-in defaults < the theme's defaults < headmatter `config:` < the headmatter itself

`fonts`, `htmlAttrs` and `themeConfig` merge key by key, other keys replace (spec section 3).
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.realize.config.keys import KEYS
from deckc.model.source import Frontmatter, Value

_MERGED_BY_KEY = ("fonts", "htmlAttrs", "themeConfig")
_NO_FRONTMATTER = Frontmatter()


def merge_sources(*sources: Frontmatter) -> Frontmatter:
    """Return every setting of the sources, the later over the earlier, each with the place it was written at."""
    values = {key: value for source in sources for key, value in source.values_by_key.items()}
    for key in _MERGED_BY_KEY:
        layers = [layer for source in sources if isinstance(layer := source.get(key), dict)]
        if layers:
            values[key] = {name: value for layer in layers for name, value in layer.items()}
    return Frontmatter(
        values,
        {path: span for source in sources for path, span in source.spans.items()},
        {path: span for source in sources for path, span in source.key_spans.items()},
    )


def with_defaults(settings: Mapping[str, Value]) -> dict[str, Value]:
    """Return the settings over the built-in defaults."""
    defaults = {
        name: key.default
        for name, key in KEYS.items()
        if name not in {"config", "lang", "keywords", "defaults"}
    }
    return {**defaults, **settings}


def nested_config(headmatter: Frontmatter) -> Frontmatter:
    """Return what stands under `config:`, with its places; `drawings` counts in the headmatter only."""
    nested = headmatter.get("config")
    if not isinstance(nested, dict):
        return _NO_FRONTMATTER
    lead = "config."
    return Frontmatter(
        {key: value for key, value in nested.items() if key != "drawings"},
        {path[len(lead) :]: span for path, span in headmatter.spans.items() if path.startswith(lead)},
        {path[len(lead) :]: span for path, span in headmatter.key_spans.items() if path.startswith(lead)},
    )
