"""Find what a component's name stands for (spec 5.10, rule 12).

Files of the deck, its addons and its theme come before the built-ins that they replace, icons come last. What draws
each is loaded when a deck first uses it.
"""

from __future__ import annotations

import re
from pathlib import Path

from deckc.compile.realize.components.builtin import BUILTINS, KEPT, NOT_DRAWN, builder_of
from deckc.compile.realize.components.expand import Build, Expander
from deckc.model.nodes import Element
from deckc.model.theme import VUE_ENDINGS
from deckc.pattern import pattern
from deckc.template.names import pascal

_TITLES = pattern(r"""^\s*import\s+(\w+)\s+from\s*(['"])#slidev/title-renderer\2""", re.MULTILINE)


def find_builder(element: Element, expander: Expander) -> Build | None:
    """Return what makes the element's nodes; None for an element that stays as it is."""
    name = pascal(element.tag)
    root_kind, path = expander.deck.theme.component(name)
    if path is not None and root_kind != "builtin":
        return _build_file(path)
    if name in KEPT:
        return None
    if name in BUILTINS:
        return builder_of(name)
    if not expander.is_layer and name == _imported_titles(expander.slide.parsed.body.script):
        return builder_of("TitleRenderer")
    if path is not None:
        return _build_file(path)
    from deckc.compile.realize.components.icon import find_icon

    icon = find_icon(element, expander)
    if icon is not None or not (element.tag[:1].isupper() or "-" in element.tag):
        return icon
    from deckc.compile.realize.vue.registered import find_registered

    registered = find_registered(element, expander)
    if registered is None:
        _report_unknown(element, name, expander)
    return registered


def _imported_titles(script: str | None) -> str | None:
    """Return the name under which a slide's script imports the titles."""
    found = _TITLES.search(script) if script and "#slidev/title-renderer" in script else None
    return found[1] if found else None


def _build_file(path: Path) -> Build:
    if path.suffix in VUE_ENDINGS:
        from deckc.compile.realize.vue.draw import build_vue

        return lambda element, expander: build_vue(element, path, expander)
    from deckc.compile.realize.components.template import build_template

    return lambda element, expander: build_template(element, path, expander)


def _report_unknown(element: Element, name: str, expander: Expander) -> None:
    tag = element.tag
    if name in NOT_DRAWN:
        message = f'the component "{tag}" is not drawn; only what stands inside it is shown'
        expander.report.note("component-not-drawn", message, element.span)
        return
    from deckc.diagnostics.suggest import did_you_mean

    names = {*BUILTINS, *KEPT, *(each for root in expander.deck.theme.roots for each in root.components)}
    help_text = did_you_mean(name, sorted(names)) or "write &lt; for a < that is text"
    expander.report.warn("unknown-component", f'there is no component "{tag}"', element.span, help_text)
