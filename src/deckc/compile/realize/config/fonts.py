"""Turn font names into the stacks that CSS wants.

    {"sans": "PT Serif, Inter"}  ->  "PT Serif","Inter",ui-sans-serif,system-ui,...

The stacks are Slidev's (spec 14.6). The page asks no font service for anything: a family that is neither in
the page nor on the reader's machine falls through to the next in the stack.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.model.config import Fonts
from deckc.model.source import Value, text_of_value

_QUOTED = re.compile(r"""(['"]).*\1""")
_UNSAFE = re.compile(r"""["'\\<>{};\n\r\f]""")

_WEIGHTS = ("200", "400", "600")

_FALLBACKS = {
    "sans": (
        "ui-sans-serif",
        "system-ui",
        "-apple-system",
        "BlinkMacSystemFont",
        '"Segoe UI"',
        "Roboto",
        '"Helvetica Neue"',
        "Arial",
        '"Noto Sans"',
        "sans-serif",
        '"Apple Color Emoji"',
        '"Segoe UI Emoji"',
        '"Segoe UI Symbol"',
        '"Noto Color Emoji"',
    ),
    "serif": ("ui-serif", "Georgia", "Cambria", '"Times New Roman"', "Times", "serif"),
    "mono": (
        "ui-monospace",
        "SFMono-Regular",
        "Menlo",
        "Monaco",
        "Consolas",
        '"Liberation Mono"',
        '"Courier New"',
        "monospace",
    ),
}


def read_fonts(settings: Mapping[str, Value]) -> Fonts:
    """Return the stacks of `fonts:`."""
    with_fallbacks = settings.get("fallbacks") is not False
    stacks = {
        kind: _stack(kind, _names(settings.get(kind)), with_fallbacks=with_fallbacks) for kind in _FALLBACKS
    }
    return Fonts(
        sans=stacks["sans"],
        serif=stacks["serif"],
        mono=stacks["mono"],
        weights=_names(settings.get("weights")) or _WEIGHTS,
        italic=settings.get("italic") is True,
    )


def family_names(value: Value) -> tuple[str, ...]:
    """Return the names in a comma list, or in a list of comma lists, without quotes and what CSS cannot take."""
    bare = (
        _UNSAFE.sub("", name[1:-1] if _QUOTED.fullmatch(name) else name).strip() for name in _names(value)
    )
    return tuple(name for name in bare if name)


def _names(value: Value) -> tuple[str, ...]:
    """Return the names in a comma list, or in a list of comma lists."""
    texts = [text_of_value(item) for item in value] if isinstance(value, list) else [text_of_value(value)]
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())


def _stack(kind: str, names: tuple[str, ...], *, with_fallbacks: bool) -> str:
    stack = [_quote(name, always=with_fallbacks) for name in names]
    if with_fallbacks:
        stack += _FALLBACKS[kind]
    return ",".join(dict.fromkeys(stack)) or _FALLBACKS[kind][-1]


def _quote(name: str, *, always: bool) -> str:
    """Return a name that is safe in CSS; without fallbacks names stay bare, so that `serif` is generic."""
    is_quoted = _QUOTED.fullmatch(name) is not None
    bare = _UNSAFE.sub("", name[1:-1] if is_quoted else name)
    return f'"{bare}"' if is_quoted or always or " " in bare else bare
