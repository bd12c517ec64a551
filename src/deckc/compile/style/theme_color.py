"""Find the colour that a utility names: of the theme, in brackets, as hex digits or as a custom property.

red-500/20      #ef4444 at 0.2
light-blue5     the theme's lightBlue, shade 500
[#fff]          #fff
$main           var(--main)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from deckc.compile.style.arbitrary import bracket, type_hint, typed_bracket
from deckc.compile.style.brackets import split_once
from deckc.compile.style.color import Color, fill_alpha, read_color
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.values import cssvar, first_of, number_with_unit, percent

Declarations = list[tuple[str, "str | None"]]

_SPLITTING = frozenset("/:[]")
_LETTER_THEN_DIGIT = re.compile(r"([a-z])(\d)", re.ASCII)
_HEX = LazyPattern(r"#[\da-f]+", re.ASCII | re.IGNORECASE)
_HEX_WORD = LazyPattern(r"hex-[\da-fA-F]+")
_DASH_LETTER = LazyPattern(r"-([a-z])")


class ThemeColor(NamedTuple):
    """What the text of a colour utility came to."""

    text: str | None
    """The colour as the theme or the author wrote it; None where there is none of that name."""
    color: Color | None
    """The same in parts, where CSS knows the notation."""
    alpha: str | None = None
    """The opacity behind the slash."""

    def with_alpha(self, alpha: str | None) -> str:
        """Return the colour as CSS with an opacity."""
        return self.color.with_alpha(alpha) if self.color else fill_alpha(self.text or "", alpha)

    @property
    def opacity(self) -> str:
        """The opacity that the colour itself brings."""
        return self.color.opacity if self.color else "1"


def split_modifier(text: str, kind: str) -> tuple[str, str] | None:
    """Cut "red/20" and "red:20" in two; None for a bracket whose type hint is another `kind`."""
    pair = split_once(text, "[", "]", "/:")
    if pair is None or text[0] != "[":
        return pair
    hint = type_hint(pair[0])
    return pair if hint is None or hint == kind else None


def theme_color(design: Design, text: str, scale: str = "colors") -> ThemeColor | None:
    """Return the colour that `text` names, looked up on `scale` first; None for what is no colour's name."""
    main, opacity = text, ""
    if not _SPLITTING.isdisjoint(text):
        pair = split_modifier(text, "color")
        if pair is None:
            return None
        main, opacity = pair
    key = (main, scale if scale in design.theme else "colors")
    known = design.memo.colors
    if key not in known:
        known[key] = _find(design, *key)
    found = known[key]
    if found is None or not opacity:
        return found
    return ThemeColor(found.text, found.color, first_of(opacity, bracket, cssvar, percent))


def _find(design: Design, main: str, scale: str) -> ThemeColor | None:
    if main[:1].isalpha() and not main.startswith("hex-"):
        found = _named(design, main, scale)
        return ThemeColor(found, read_color(found))
    if main[:1] in {"", "-"}:
        return None
    inner = typed_bracket(main)
    value = inner or main
    if number_with_unit(value):
        return None
    found = None
    if value[0] == "#" and _HEX.fullmatch(value):
        found = value
    elif value.startswith("hex-") and _HEX_WORD.fullmatch(value):
        found = f"#{value[4:]}"
    elif main[0] == "$":
        found = cssvar(main)
    found = found or inner or _named(design, main, scale)
    return ThemeColor(found, read_color(found))


def _words(text: str) -> list[str]:
    """Return the words of a colour's name: "red5" is "red" and "5"."""
    if text.isalpha():
        return [text]
    return _LETTER_THEN_DIGIT.sub(r"\1-\2", text).split("-")


def _named(design: Design, main: str, scale: str) -> str | None:
    whole = _lookup(design, [main], scale)
    if isinstance(whole, str) and whole:
        return whole
    words = _words(main)
    shade = words[-1] if words[-1].isascii() and words[-1].isdigit() else None
    found = _lookup(design, words[:-1] if shade else words, scale)
    if isinstance(found, dict):
        inner = found.get(shade or "DEFAULT")
        return inner if isinstance(inner, str) else None
    return found if isinstance(found, str) and not shade else None


def _lookup(design: Design, words: list[str], scale: str) -> object:
    found = _descend(design.theme[scale], words) if scale != "colors" and scale in design.theme else None
    return found or _descend(design.theme.get("colors"), words)


def _descend(scale: object, words: list[str]) -> object:
    """Follow words through a nested scale; several words may be one key, in camel case or with dashes."""
    if not words:
        return scale
    if not isinstance(scale, dict):
        return None
    if len(words) == 1:
        return scale.get(words[0])
    for count in range(len(words), 0, -1):
        dashed = "-".join(words[:count])
        camel = _DASH_LETTER.sub(lambda match: match[1].upper(), dashed) if count > 1 else dashed
        value = scale.get(camel)
        if value is None:
            value = scale.get(dashed)
        if value is not None:
            return value if count == len(words) else _descend(value, words[count:])
    return None


def names_color(design: Design, text: str | None, scale: str) -> bool:
    """Tell whether `text` names a colour that exists."""
    found = theme_color(design, text, scale) if text is not None else None
    return found is not None and bool(found.text)


def color_declarations(design: Design, text: str, prop: str, name: str, scale: str) -> Declarations | None:
    """Return `prop` set to the named colour, with its opacity in `--un-NAME-opacity` where it may still change."""
    found = theme_color(design, text, scale)
    if found is None or not found.text:
        return None
    if found.alpha is not None:
        return [(prop, found.with_alpha(found.alpha))]
    variable = f"--un-{name}-opacity"
    value = found.with_alpha(f"var({variable})")
    return [(variable, found.opacity), (prop, value)] if variable in value else [(prop, value)]


def colored(prop: str, name: str, scale: str) -> Callable[[Design, str], Declarations | None]:
    """Return the handler of a utility that sets one property to a colour."""
    return lambda design, text: color_declarations(design, text, prop, name, scale)
