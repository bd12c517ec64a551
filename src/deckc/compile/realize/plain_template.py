"""Write the templates that only put props in their places, without Jinja.

    <div class="{{ class }}" style="{{ background(image, dim=true) }}"><slot/></div>

Nearly all layouts are no more than that; Jinja takes 20 ms to import and compile one, of the 250 of a build. What is
written is what Jinja writes (tests/unit); all that is not understood here is left to it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from typing import Any

from deckc.compile.realize.background import background
from deckc.dataclass import dataclass
from deckc.model.source import Value, text_of_value

_PROP = r"((?:props\.)?[a-zA-Z]\w*)"
_TAG = re.compile(
    rf"""\{{\{{[ ](?:
        {_PROP}
      | background\({_PROP}(?:,[ ]dim=(true|false))?(?:,[ ]size={_PROP})?\)
      | "([^"\\]*)"[ ]if[ ]{_PROP}[ ]else[ ]"([^"\\]*)"
    )[ ]\}}\}}""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"\{#[^-+].*?[^-+]#\}", re.DOTALL)
_OTHER_NAMES = frozenset(
    "props slots slides frontmatter background scatter true false none True False None".split()
)
"""What Jinja and the context hold besides props."""


@dataclass(frozen=True, slots=True)
class PlainTemplate:
    """A template in pieces."""

    pieces: tuple[str | re.Match[str], ...]
    """Markup as it stands, and tags of `_TAG`."""

    def write(self, context: Mapping[str, Value]) -> str:
        """Return the markup for the values of all declared props."""
        return "".join(
            piece if isinstance(piece, str) else html.escape(str(shown(_value(piece, context))))
            for piece in self.pieces
        ).strip()


def read_plain(text: str, declared: Collection[str]) -> PlainTemplate | None:
    """Return a template in pieces; None where Jinja is needed."""
    pieces: list[str | re.Match[str]] = []
    text = _COMMENT.sub("", text)
    end = 0
    for match in _TAG.finditer(text):
        prop, ground, _, size, _, condition, _ = match.groups()
        if not all(_is_prop(name, declared) for name in (prop, ground, size, condition) if name):
            return None
        pieces += (text[end : match.start()], match)
        end = match.end()
    pieces.append(text[end:])
    is_plain = not any(
        sign in piece for piece in pieces if isinstance(piece, str) for sign in ("{{", "{%", "{#")
    )
    return PlainTemplate(tuple(pieces)) if is_plain else None


def _is_prop(name: str, declared: Collection[str]) -> bool:
    bare = name.removeprefix("props.")
    taken = hasattr(dict, bare) if bare != name else name in _OTHER_NAMES
    return bare in declared and not taken


def _value(tag: re.Match[str], props: Mapping[str, Value]) -> Value:
    prop, ground, dim, size, _, condition, _ = (text and text.removeprefix("props.") for text in tag.groups())
    if prop:
        return props[prop]
    if ground:
        sized = {"size": props[size]} if size else {}
        return background(props[ground], dim == "true", **sized)
    return tag[5] if props[condition] else tag[7]


def shown(value: Any) -> Any:
    """Show nothing for an absent prop, and JavaScript's words for the rest."""
    return text_of_value(value) if value is None or isinstance(value, (bool, float, list, dict)) else value
