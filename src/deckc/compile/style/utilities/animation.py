"""Keyframe animations.

animate-spin             @keyframes spin{...} and animation:spin 1s linear infinite
animate-duration-500     animation-duration:500ms
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Composed, Family, Handler, Rule, keywords
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import cssvar, first_of, time


def _part(design: Design, part: str, name: str) -> object:
    """Return what the theme, or else the built-in table, says about an animation."""
    from deckc.compile.style.design import keyframes

    built_in: Mapping[str, Mapping[str, object]] = {
        "keyframes": keyframes.KEYFRAMES,
        "durations": keyframes.DURATIONS,
        "timingFns": keyframes.TIMINGS,
        "counts": keyframes.COUNTS,
        "properties": keyframes.PROPERTIES,
    }
    own = design.scale("animation").get(part)
    found = own.get(name) if isinstance(own, Mapping) else None
    return built_in[part].get(name) if found is None else found


def _keyframes(design: Design, name: str) -> Composed | None:
    frames = _part(design, "keyframes", name)
    return Composed([("animation", name)], keyframes=f"@keyframes {name}{frames}") if frames else None


def _animation(design: Design, name: str) -> Composed | Declarations:
    frames = _part(design, "keyframes", name)
    if not frames:
        return [("animation", first_of(name, bracket, cssvar))]
    duration = _part(design, "durations", name) or "1s"
    timing = _part(design, "timingFns", name) or "linear"
    count = _part(design, "counts", name) or "1"
    pairs: Declarations = [("animation", f"{name} {duration} {timing} {count}")]
    more = _part(design, "properties", name)
    if isinstance(more, Mapping):
        pairs += more.items()
    return Composed(pairs, keyframes=f"@keyframes {name}{frames}")


def _name(_: Design, value: str) -> Declarations:
    return [("animation-name", first_of(value, bracket, cssvar) or value)]


def timed(prop: str) -> Handler:
    """Return the handler that sets a property to a duration."""
    return lambda design, value: [
        (prop, design.pick("duration", value or "DEFAULT") or first_of(value, bracket, cssvar, time))
    ]


def eased(prop: str) -> Handler:
    """Return the handler that sets a property to a timing function."""
    return lambda design, value: [
        (prop, design.pick("easing", value or "DEFAULT") or first_of(value, bracket, cssvar))
    ]


def _worded(prop: str, words: str) -> Handler:
    """Return the handler of a property that takes one of `words`."""
    known = frozenset(words.split())
    return lambda _design, value: [(prop, value)] if value in known else None


def _count(_: Design, value: str) -> Declarations:
    return [("animation-iteration-count", first_of(value, bracket, cssvar) or value.replace("-", ","))]


ANIMATION: Family = [
    Rule("{animate-|}keyframes-*", _keyframes),
    Rule("animate-*", _animation),
    Rule("animate-name-*", _name),
    Rule("animate-duration-*", timed("animation-duration")),
    Rule("animate-delay-*", timed("animation-delay")),
    Rule("animate-ease{-*|}", eased("animation-timing-function")),
    Rule(
        "animate-{fill-mode-|fill-|mode-|}*",
        _worded("animation-fill-mode", "none forwards backwards both"),
    ),
    Rule(
        "animate-{direction-|}*",
        _worded("animation-direction", "normal reverse alternate alternate-reverse"),
    ),
    Rule("animate-{iteration-count-|iteration-|count-}*", _count),
    Rule("animate-{play-state-|play-|state-|}*", _worded("animation-play-state", "paused running")),
    *keywords("animate", "animation", f"none {GLOBALS}"),
]
