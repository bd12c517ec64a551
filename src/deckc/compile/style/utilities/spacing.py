"""Margins, paddings and the space between children.

mt-4  mx-auto  p-2.5     margin-top:1rem  margin-left:auto;margin-right:auto  padding:0.625rem
space-x-4                margin of every child but the first
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import Family, Handler, Rule
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.utilities.sides import DIRECTIONS
from deckc.compile.style.values import auto, cssvar, first_of, fraction, keyword, rem


def sided(prop: str) -> Handler:
    """Return the handler that sets a property of the chosen sides to a length."""

    def handler(design: Design, value: str, side: str) -> Declarations | None:
        length = design.pick("spacing", value or "DEFAULT")
        if length is None:
            length = first_of(value, bracket, cssvar, keyword, auto, fraction, rem)
        if length is None and value.startswith("-"):
            named = design.pick("spacing", value[1:])
            length = f"calc({named} * -1)" if named is not None else None
        return [(prop + end, length) for end in DIRECTIONS[side]] if length is not None else None

    return handler


def _box(letter: str, prop: str) -> list[Rule]:
    handler = sided(prop)
    return [
        Rule(letter + "{a|}(){-|}*", handler),
        Rule(letter + "{-|}xy()", handler),
        Rule(letter + "{-|}(x|y){-*|*|}", handler),
        Rule(letter + "{-|}(r|l|t|b|s|e){-*|*|}", handler),
        Rule(letter + "-(block|inline){-*|}", handler),
        Rule(letter + "{-|}(bs|be|is|ie){-*|*|}", handler),
    ]


def _space(design: Design, value: str, axis: str) -> Declarations | None:
    length = design.pick("spacing", value or "DEFAULT")
    if length is None:
        length = first_of(value or "1", bracket, cssvar, auto, fraction, rem)
    return between("margin{}", "space", axis, length) if length is not None else None


def between(prop: str, name: str, axis: str, length: str) -> Declarations:
    """Return a length on both sides of a child, of which `--un-NAME-AXIS-reverse` says which counts."""
    if length == "0":
        length = "0px"
    reverse = f"--un-{name}-{axis}-reverse"
    pairs: Declarations = [(reverse, "0")]
    for end in DIRECTIONS[axis]:
        is_far = end.endswith(("right", "bottom"))
        share = f"var({reverse})" if is_far else f"calc(1 - var({reverse}))"
        pairs.append((prop.format(end), f"calc({length} * {share})"))
    return pairs


def reversed_axis(name: str) -> Handler:
    """Return the handler that makes the other side of each child count."""
    return lambda _design, _value, axis: [(f"--un-{name}-{axis}-reverse", "1")]


MARGIN = _box("m", "margin")
PADDING = _box("p", "padding")
SPACE: Family = [
    Rule("space-(x|y)-*", _space),
    Rule("space-(x|y)-reverse", reversed_axis("space")),
    Rule("space-(block|inline)-*", _space),
    Rule("space-(block|inline)-reverse", reversed_axis("space")),
]
