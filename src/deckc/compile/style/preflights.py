"""The variables that utilities build on, with their neutral values.

*,::before,::after{--un-rotate:0;...}::backdrop{--un-rotate:0;...}
"""

from __future__ import annotations

_NOTHING = " "
_NO_SHADOW = "0 0 rgb(0 0 0 / 0)"

_VARIABLES: dict[str, str] = {
    **dict.fromkeys("rotate rotate-x rotate-y rotate-z".split(), "0"),
    **dict.fromkeys("scale-x scale-y scale-z".split(), "1"),
    **dict.fromkeys("skew-x skew-y translate-x translate-y translate-z".split(), "0"),
    **dict.fromkeys("pan-x pan-y pinch-zoom".split(), _NOTHING),
    "scroll-snap-strictness": "proximity",
    **dict.fromkeys("ordinal slashed-zero numeric-figure numeric-spacing numeric-fraction".split(), _NOTHING),
    **dict.fromkeys("border-spacing-x border-spacing-y".split(), "0"),
    "ring-offset-shadow": _NO_SHADOW,
    "ring-shadow": _NO_SHADOW,
    "shadow-inset": _NOTHING,
    "shadow": _NO_SHADOW,
    "ring-inset": _NOTHING,
    "ring-offset-width": "0px",
    "ring-offset-color": "#fff",
    "ring-width": "0px",
    "ring-color": "rgb(147 197 253 / 0.5)",
    **dict.fromkeys(
        "blur brightness contrast drop-shadow grayscale hue-rotate invert saturate sepia".split(), _NOTHING
    ),
    **dict.fromkeys(
        (
            f"backdrop-{name}"
            for name in "blur brightness contrast grayscale hue-rotate invert opacity saturate sepia".split()
        ),
        _NOTHING,
    ),
}


def preflight_css() -> str:
    """Return the rules that set every variable, always all of them."""
    body = "".join(f"--un-{name}:{value};" for name, value in _VARIABLES.items())
    return "".join(f"{selector}{{{body}}}" for selector in ("*,::before,::after", "::backdrop"))
