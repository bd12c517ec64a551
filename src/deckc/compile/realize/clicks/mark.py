"""Read how a `v-mark` is to be drawn (spec 10.2).

v-mark.circle.orange="3"                at 3, {"type": "circle", "class": "text-orange"}
v-mark.delay-200="{at: 5, color: '#f0f', iterations: 1}"
v-mark="false"                          drawn at once
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.source import Value, text_of_value

TYPES = ("underline", "box", "circle", "highlight", "strike-through", "crossed-off", "bracket")
ALIASES: Mapping[str, str] = {
    "strike": "strike-through",
    "linethrough": "strike-through",
    "line-through": "strike-through",
    "cross": "crossed-off",
    "crossed": "crossed-off",
    **{name: name for name in TYPES},
}
COLOURS = frozenset(
    [
        *("black", "blue", "cyan", "gray", "green", "indigo", "lime"),
        *("orange", "pink", "purple", "red", "teal", "white", "yellow"),
    ]
)
_NUMBERED = re.compile(r"(delay|opacity|op)-?(\d+)?\Z")
OPTIONS = frozenset(
    [
        *("type", "color", "strokeWidth", "padding", "multiline", "iterations", "animate"),
        *("animationDuration", "delay", "opacity", "brackets", "rtl", "class"),
    ]
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A `v-mark`, read."""

    at: Value
    """As given; None for the next click."""
    is_always_drawn: bool
    look: Mapping[str, Value]
    """What differs from a plain underline, by the names of the object form."""

    @property
    def takes_clicks(self) -> bool:
        """Whether it stands on the timeline: `true` does though it is drawn at once."""
        return self.at is not False and self.at != "false"  # 0 is a click, if no good one


def read_mark(modifiers: Iterable[str], value: Value, span: Span, report: Report) -> Mark:
    """Return what modifiers and value of a `v-mark` ask for; the object form wins over modifiers."""
    look: dict[str, Value] = {}
    for name in modifiers:
        _modifier(name, look, span, report)
    at = value
    if isinstance(value, dict):
        at = value.get("at")
        look |= {key: option for key, option in value.items() if key in OPTIONS and option is not None}
    written = text_of_value(look.get("type", "underline"))
    if written not in ALIASES:
        _warn(written, span, report)
    look["type"] = ALIASES.get(written, "underline")
    if look["type"] == "underline":
        del look["type"]
    return Mark(at, isinstance(at, bool) or at == "false", look)


def _modifier(name: str, look: dict[str, Value], span: Span, report: Report) -> None:
    if name in ALIASES:
        look["type"] = ALIASES[name]
    elif name in COLOURS:
        look["class"] = f"{look['class']} text-{name}" if "class" in look else f"text-{name}"
    elif (numbered := _NUMBERED.match(name)) is None:
        _warn(name, span, report)
    elif numbered[1] == "delay":
        look["delay"] = int(numbered[2] or 300)
    else:
        look["opacity"] = int(numbered[2] or 100) / 100


def _warn(name: str, span: Span, report: Report) -> None:
    advice = did_you_mean(name, sorted([*ALIASES, *COLOURS])) or f"one of {', '.join(TYPES)}"
    report.warn("unknown-mark", f'"{name}" is no way to mark', span, advice)
