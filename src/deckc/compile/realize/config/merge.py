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


def merge_sources(theme_defaults: Frontmatter, headmatter: Frontmatter) -> Frontmatter:
    """Return every setting, each with the place it was written at; built-in defaults left out."""
    nested = _nested_config(headmatter)
    values: dict[str, Value] = {
        **theme_defaults.values_by_key,
        **nested.values_by_key,
        **headmatter.values_by_key,
    }
    for key in _MERGED_BY_KEY:
        layers = [source.get(key) for source in (theme_defaults, nested, headmatter)]
        merged = {name: value for layer in layers if isinstance(layer, dict) for name, value in layer.items()}
        if merged:
            values[key] = merged
    if "drawings" in nested and "drawings" not in headmatter:
        values.pop("drawings")
    return Frontmatter(
        values,
        {**theme_defaults.spans, **nested.spans, **headmatter.spans},
        {**theme_defaults.key_spans, **nested.key_spans, **headmatter.key_spans},
    )


def with_defaults(settings: Mapping[str, Value]) -> dict[str, Value]:
    """Return the settings over the built-in defaults."""
    defaults = {
        name: key.default
        for name, key in KEYS.items()
        if name not in {"config", "lang", "keywords", "defaults"}
    }
    return {**defaults, **settings}


def _nested_config(headmatter: Frontmatter) -> Frontmatter:
    """Return what stands under `config:`, with its places."""
    nested = headmatter.get("config")
    if not isinstance(nested, dict):
        return _NO_FRONTMATTER
    lead = "config."
    return Frontmatter(
        nested,
        {path[len(lead) :]: span for path, span in headmatter.spans.items() if path.startswith(lead)},
        {path[len(lead) :]: span for path, span in headmatter.key_spans.items() if path.startswith(lead)},
    )
