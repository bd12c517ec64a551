"""Variants that change declarations, or how the text is to be read.

!x  x!  important:x          color:red !important
-mt-4                        margin-top:-1rem
mix-shade-20:bg-red          background-color mixed with black
space-x-4  divide-y          apply to the children
placeholder-red              read as a colour of the placeholder
[text~="sm"]                 read as text-sm
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.brackets import split_once
from deckc.compile.style.color import Color, read_color
from deckc.compile.style.design import Design
from deckc.compile.style.escape import split_attribute
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.theme_color import names_color
from deckc.compile.style.theme_function import fill_theme
from deckc.compile.style.values import first_of, format_number, percent
from deckc.compile.style.variants.draft import Draft, Step, Taken, Variant

_PLACEHOLDER = LazyPattern(r"(.*)\b(placeholder-)(.+)")
_OPACITY = LazyPattern(r"op(?:acity)?-?(.+)")
_SPACE = LazyPattern(r"space-[xy]-.")
_CHILDREN = ">:not([hidden])~:not([hidden])"


def _match_placeholder(text: str, design: Design) -> Taken | None:
    match = _PLACEHOLDER.fullmatch(text)
    if match is None:
        return None
    before, name, value = match.groups()
    opacity = _OPACITY.fullmatch(value)
    is_opacity = opacity is not None and first_of(opacity[1], bracket, percent) is not None
    if not (is_opacity or names_color(design, value, "accentColor")):
        return None
    return Taken(f"{before}placeholder-$ {name}{value}")


def _match_children(text: str, _: Design) -> Taken | None:
    if text.startswith("_") or not ("divide-" in text or _SPACE.search(text)):
        return None
    return Taken(text, _to_children)


def _to_children(draft: Draft) -> None:
    if _CHILDREN not in draft.selector:
        draft.selector += _CHILDREN


def _match_important(text: str, _: Design) -> Taken | None:
    if text.startswith("!"):
        rest = text[1:]
    elif text.startswith(("important:", "important-")):
        rest = text[10:]
    elif text.endswith("!"):
        rest = text[:-1]
    else:
        return None
    return Taken(rest, _make_important) if rest else None


def _make_important(draft: Draft) -> None:
    draft.declarations = [(name, f"{value} !important") for name, value in draft.declarations]


_PLAIN_NUMBER = LazyPattern(r"-?[0-9.]+(?:[a-z]+|%)?")
_NEVER_NEGATED = LazyPattern(r"\b(?:opacity|color|flex|backdrop-filter|^filter|transform)\b")
_FUNCTION = LazyPattern(r"(calc|clamp|min|max|var)\s*\((.+)\)(.*)")
_HUE = LazyPattern(r"\b(hue-rotate)\s*(\(.*)")


def _match_negative(text: str, _: Design) -> Taken | None:
    return Taken(text[1:], _negate) if text.startswith("-") else None


def _negate(draft: Draft) -> None:
    negated = [(name, _negated_value(name, value)) for name, value in draft.declarations]
    # A utility without any number to turn around means nothing with a minus.
    changed = any(new is not None for _, new in negated)
    draft.declarations = (
        [
            (name, value if new is None else new)
            for (name, value), (_, new) in zip(draft.declarations, negated, strict=True)
        ]
        if changed
        else []
    )


def _negated_value(name: str, value: str) -> str | None:
    if not value or value == "0" or _NEVER_NEGATED.search(name):
        return None
    function = _FUNCTION.match(value)
    pair = split_once(f"({function[2]}){function[3]}", "(", ")", " ") if function else None
    if function and pair:
        return f"calc({function[1]}{pair[0]} * -1){' ' + pair[1] if pair[1] else ''}"
    hue = _HUE.search(value)
    pair = split_once(hue[2], "(", ")", " ") if hue else None
    if hue and pair:
        inner = pair[0][1:-1]
        turned = f"({_flip(inner)})" if _PLAIN_NUMBER.fullmatch(inner) else f"(calc({pair[0]} * -1))"
        return f"{hue[1]}{turned}{' ' + pair[1] if pair[1] else ''}"
    return _flip(value) if _PLAIN_NUMBER.fullmatch(value) else None


def _flip(number: str) -> str:
    return number[1:] if number.startswith("-") else f"-{number}"


_MIX = LazyPattern(r"mix-(tint|shade|shift)-(-?\d{1,3})[:-]")
_WHITE = Color("rgb", ("255", "255", "255"))
_BLACK = Color("rgb", ("0", "0", "0"))


def _match_mix(text: str, _: Design) -> Taken | None:
    match = _MIX.match(text)
    if match is None:
        return None
    kind, weight = match[1], match[2]
    if kind == "shift":
        number = float(weight)
        kind, weight = ("shade", weight) if number > 0 else ("tint", format_number(-number))
    return Taken(text[match.end() :], _mixing(_BLACK if kind == "shade" else _WHITE, weight))


def _mixing(other: Color, weight: str) -> Step:
    def step(draft: Draft) -> None:
        draft.declarations = [(name, _mixed(value, other, weight)) for name, value in draft.declarations]

    return step


def _mixed(value: str, other: Color, weight: str) -> str:
    color = read_color(value)
    if color is None or color.space not in {"rgb", "rgba"} or len(color.components) != 3:
        return value
    pairs = [*zip(other.components, color.components, strict=True), ("1", color.alpha or "1")]
    *parts, alpha = [f"calc({own} + ({mixed} - {own}) * {weight} / 100)" for mixed, own in pairs]
    return Color("rgb", tuple(parts), alpha).with_alpha()


def _match_theme(text: str, design: Design) -> Taken | None:
    if ")" not in text:
        return None

    def step(draft: Draft) -> None:
        draft.declarations = [
            (fill_theme(name, design), fill_theme(value, design)) for name, value in draft.declarations
        ]

    return Taken(text, step)


_VALUE = LazyPattern(r"(?!.*\[[^:]+:.+\]$)((?:.+:)?!?)(.*)")
_BRACKET_VALUE = LazyPattern(r"(.*\][:-])(\[[^\]]+?\])")
_DIGITS = LazyPattern(r"[\d.]+")
_VARIANT_PART = LazyPattern(r"[^:]*:|[^:]+$")


def _match_attribute(text: str, _: Design) -> Taken | tuple[Taken, ...] | None:
    """Match `[name~="value"]`: what `name-value` means, with the value's variants in front."""
    pair = split_attribute(text)
    if pair is None:
        return None
    name, _operator, content = pair
    name = name.removeprefix("un-")
    found = _VALUE.fullmatch(content) if ":" in content or content[:1] == "!" else None
    variants, body = found.groups() if found else ("", content)
    if body in {"", "~"}:
        return Taken(variants + name)
    bracketed = _BRACKET_VALUE.fullmatch(content) if content[-1:] == "]" else None
    if bracketed:
        return Taken(f"{bracketed[1]}{variants}{name}-{bracketed[2]}")
    if variants and _DIGITS.fullmatch(body):
        # "white:50" may be an opacity as well as a variant.
        *outer, last = _VARIANT_PART.findall(variants)
        return (
            Taken(f"{variants}{name}-{body}"),
            Taken(f"{''.join(outer)}{name}-{last}{body}"),
        )
    return Taken(f"{variants}{name}-{body}")


PLACEHOLDER = Variant((), _match_placeholder, is_repeatable=False, marks=("placeholder-",))
TO_CHILDREN = Variant((), _match_children, is_repeatable=False, marks=("space-", "divide-"))
NEGATIVE = Variant(("-",), _match_negative, is_repeatable=False)
IMPORTANT = Variant(("!", "important"), _match_important, is_repeatable=False, marks=("!",))
THEME = Variant((), _match_theme, is_repeatable=False, marks=("theme(",))
MIX = Variant(("mix",), _match_mix, is_repeatable=False)
ATTRIBUTE = Variant(("[",), _match_attribute, is_repeatable=False)
