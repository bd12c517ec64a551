"""Typography of running text.

prose          the shared sheet in grey
prose-lg       the lengths of a larger size
prose-blue     the colour of links
prose-invert   colours for dark ground
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.style.color import fill_alpha
from deckc.compile.style.design import Design
from deckc.compile.style.rules import Composed, Family, Rule
from deckc.compile.style.theme_color import Declarations

_NOT_PROSE = ':not(:where([class~="not-prose"],[class~="not-prose"] *))'
_ACCENTS = frozenset(
    (
        "red orange amber yellow lime green emerald teal cyan sky blue indigo violet purple fuchsia pink rose"
    ).split()
)
_ROLES = (
    "body headings lead links bold counters bullets hr quotes quote-borders captions kbd kbd-shadows code pre-code "
    "pre-bg th-borders td-borders"
).split()


def _selected(selector: str) -> str:
    return f":is({selector})"


def _sheet(entries: Mapping[str, str]) -> Composed:
    css = "".join(_entry(key, text) for key, text in entries.items() if text)
    return Composed([("", css)], select=_selected)


def _entry(key: str, text: str) -> str:
    if ":" not in text:
        return f"{key}:{text};"
    selector, _, pseudo = key.partition("::")
    return f":where({selector}){_NOT_PROSE}{'::' + pseudo if pseudo else ''} {{{text};}}"


def _default(_: Design, _value: str) -> Composed:
    from deckc.compile.style.design.prose import SHARED
    from deckc.compile.style.design.prose_sizes import SIZES

    merged = dict(SHARED)
    for key, text in SIZES["base"].items():
        below = merged.get(key)
        merged[key] = f"{below};{text}" if below and ":" in text else text
    return _sheet(merged)


def _size(_: Design, _value: str, size: str) -> Composed:
    from deckc.compile.style.design.prose_sizes import SIZES

    return _sheet(SIZES[size])


def _color(design: Design, name: str) -> Composed | None:
    from deckc.compile.style.design.prose import SCHEME

    shades = design.scale("colors").get(name)
    if not isinstance(shades, Mapping):
        return None
    if name in _ACCENTS:
        links: Declarations = [
            ("--un-prose-links", shades.get("600")),
            ("--un-prose-invert-links", shades.get("500")),
        ]
        return Composed(links, select=_selected)
    pairs: Declarations = []
    for role, keys in SCHEME.items():
        for prefix, key in zip(("", "invert-"), keys, strict=True):
            variable = f"--un-prose-{prefix}{role}"
            pairs.append((variable, fill_alpha(str(shades.get(key, key)), f"var({variable}-opacity)")))
    return Composed(pairs, select=_selected)


def _invert(_: Design, _value: str) -> Composed:
    return Composed(
        [(f"--un-prose-{role}", f"var(--un-prose-invert-{role})") for role in _ROLES], select=_selected
    )


PROSE: Family = [
    Rule("prose-default", _default, layer="typography", is_internal=True),
    Rule("prose-*", _color, layer="typography"),
    Rule("prose-(sm|base|lg|xl|2xl)", _size, layer="typography"),
    Rule("prose-invert", _invert, layer="typography"),
]
