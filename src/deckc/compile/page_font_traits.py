"""Read what declarations of CSS say of the font that a text is shown in.

font: bold 12px var(--deckc-font-mono)     Traits(stacks={("Fira Code",)}, weights={700})
content: "→" attr(data-step)               Traits(texts=("→",), shown_attributes=("data-step",))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from deckc.compile.realize.assets.css import unescape
from deckc.compile.style.sheet import Declaration, Item
from deckc.dataclass import dataclass
from deckc.model.fonts import WebFonts

Stack = tuple[str, ...]

_EVERY_WEIGHT = frozenset(range(100, 1000, 100))
_WEIGHT_WORDS = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 100}
_WEIGHT = re.compile(r"(?<![\w.-])(normal|bold|bolder|lighter|[1-9]\d{2})(?![\w.%-])")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_STRING = re.compile(r"""\"((?:[^"\\]|\\[\s\S])*)\"|'((?:[^'\\]|\\[\s\S])*)'""")
_SHOWN_ATTRIBUTE = re.compile(r"\battr\(\s*([\w-]+)")
_LOOKED_AT = ("font", "text-transform", "content")
_INHERITED = frozenset(["inherit", "unset", "revert", "revert-layer"])
_TAKEN_FROM_OUTSIDE = {
    "font": frozenset(["stacks", "weights", "styles"]),
    "font-family": frozenset(["stacks"]),
    "font-weight": frozenset(["weights"]),
    "font-style": frozenset(["styles"]),
}
_MAX_ALIASES = 4
"""How often custom properties that name custom properties are followed."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What one rule, or one `style` attribute, may do to the text of an element."""

    stacks: frozenset[Stack] = frozenset()
    """Families in the order in which a browser tries them; an empty one is of other families."""
    weights: frozenset[int] = frozenset()
    styles: frozenset[bool] = frozenset()
    """Whether italic."""
    has_cases: bool = False
    """Whether letters may be shown in another case."""
    inherits: frozenset[str] = frozenset()
    """What it takes from outside: "stacks", "weights", "styles"."""
    texts: tuple[str, ...] = ()
    """What stands before and after the element's content."""
    shown_attributes: tuple[str, ...] = ()


NOTHING = Traits()


class TraitReader:
    """Reads the declarations of a page whose deck asks for `fonts`."""

    def __init__(self, fonts: WebFonts, aliases: Mapping[str, str] | None = None) -> None:
        """`aliases` are custom properties with all that they may be."""
        self._names = {name.lower(): name for name in fonts.names}
        kinds = {"sans": fonts.sans, "serif": fonts.serif, "mono": fonts.mono}
        self._stacks = {f"--deckc-font-{kind}": stack for kind, stack in kinds.items()}
        self._aliases = aliases or {}

    def read(self, items: Iterable[Item]) -> Traits:
        """Return what the declarations of one rule say."""
        traits = NOTHING
        for item in items:
            if isinstance(item, Declaration) and item.name.startswith(_LOOKED_AT):
                traits = self._with(traits, item.name, item.value.partition("!important")[0].strip())
        return traits

    def _with(self, traits: Traits, name: str, value: str) -> Traits:
        if name in _TAKEN_FROM_OUTSIDE and value in _INHERITED:
            return replace(traits, inherits=traits.inherits | _TAKEN_FROM_OUTSIDE[name])
        match name:
            case "content":
                traits = _with_content(traits, value)
            case "text-transform":
                traits = replace(traits, has_cases=value != "none")
            case "font-variant" | "font-variant-caps":
                traits = replace(traits, has_cases=traits.has_cases or "caps" in value)
            case "font":
                has_weight = _WEIGHT.search(value.lower()) or value.startswith("var(")
                traits = self._with_weight(_with_style(traits, value), value if has_weight else "normal")
                traits = self._with_family(traits, value)
            case "font-family":
                traits = self._with_family(traits, value)
            case "font-weight":
                traits = self._with_weight(traits, value)
            case "font-style":
                traits = _with_style(traits, value)
            case _:
                pass
        return traits

    def _with_family(self, traits: Traits, value: str) -> Traits:
        text = self._resolved(value).lower()
        places = {name: text.find(key) for key, name in self._names.items() if key in text}
        for marker, stack in self._stacks.items():
            at = text.find(marker)
            if at >= 0:
                places |= {name: at for name in stack if name not in places}
        order = {name: at for at, name in enumerate(self._names.values())}
        stack = tuple(sorted(places, key=lambda name: (places[name], order[name])))
        return replace(traits, stacks=traits.stacks | {stack})

    def _with_weight(self, traits: Traits, value: str) -> Traits:
        text = self._resolved(value).lower()
        weights = {_WEIGHT_WORDS.get(word) or int(word) for word in _WEIGHT.findall(text)}
        if weights:
            return replace(traits, weights=traits.weights | weights)
        if "var(" in text or "calc(" in text:
            return replace(traits, weights=_EVERY_WEIGHT, inherits=traits.inherits | {"weights"})
        return traits

    def _resolved(self, value: str) -> str:
        """Return a value, and behind it what its custom properties may be."""
        seen: set[str] = set()
        for _ in range(_MAX_ALIASES):
            new = [name for name in _VARIABLE.findall(value) if name in self._aliases and name not in seen]
            if not new:
                break
            seen.update(new)
            value = " ".join([value, *(self._aliases[name] for name in new)])
        return value


def _with_content(traits: Traits, value: str) -> Traits:
    texts = [unescape(match[1] or match[2] or "") for match in _STRING.finditer(value)]
    texts += ["0123456789"] if "counter" in value else []
    texts += ["“”‘’"] if "quote" in value else []
    shown = (*traits.shown_attributes, *_SHOWN_ATTRIBUTE.findall(value))
    return replace(traits, texts=(*traits.texts, *texts), shown_attributes=shown)


def _with_style(traits: Traits, value: str) -> Traits:
    is_italic = "italic" in value or "oblique" in value
    return replace(traits, styles=traits.styles | {is_italic})
