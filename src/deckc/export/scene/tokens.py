"""Turn the inline content of an element into tokens: pieces of text, objects between them, and line breaks.

Words <b>and</b> <img> more<br>     Piece("Words "), Piece("and"), Piece(" "), Gap(img), Piece(" more"), Break()
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckc.dataclass import dataclass
from deckc.export.scene.boxes import gradients_of
from deckc.export.scene.css import CLEAR, faded, faded_fill, read_color
from deckc.export.scene.snapshot import Fragment, Laid
from deckc.export.scene.surroundings import Surroundings, enter
from deckc.export.scene.values import Fill, Rect, Shift, TextLook

INLINE = frozenset({"inline", "ruby", "ruby-text"})
_MONO = re.compile(r"mono|consol|courier|menlo|code\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typeface:
    """What a font stack turns out to be on this machine."""

    latin: str
    asian: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look on one line."""

    fragment: Fragment
    look: TextLook
    link: str
    shown: bool
    click_root: int
    index: int
    order: int

    @property
    def rect(self) -> Rect:
        """Where it stands."""
        return self.fragment.rect


@dataclass(frozen=True, slots=True)
class Gap:
    """Something on the line that is no text of it."""

    laid: Laid
    around: Surroundings

    @property
    def rect(self) -> Rect:
        """Where it stands."""
        return self.laid.rect


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author made."""


Token = Piece | Gap | Break
Typefaces = Mapping[str, Typeface]


def is_inline(laid: Laid) -> bool:
    """Whether it stands on a line with its neighbours."""
    if laid.is_text or laid.name == "br":
        return True
    display = laid["display"]
    if laid["float"] != "none" or laid["position"] in {"absolute", "fixed"}:
        return False
    if display in INLINE and laid.name not in {"svg", "img", "math"}:
        return all(is_inline(child) for child in laid.children if not _is_out_of_flow(child))
    return display.startswith("inline")


def _is_out_of_flow(laid: Laid) -> bool:
    return not laid.is_text and (laid["float"] != "none" or laid["position"] in {"absolute", "fixed"})


def is_object(laid: Laid) -> bool:
    """Whether an inline element is one thing on its line, not a run of text."""
    if laid.is_text or laid.name == "br":
        return False
    if "data-scene-picture" in laid.attributes or laid.name in {"svg", "img", "math"}:
        return True
    return laid["display"] not in INLINE and not _is_one_line_of_text(laid)


def _is_one_line_of_text(laid: Laid) -> bool:
    """Whether an inline block holds no more than words on a line: it then belongs to the line around it."""
    texts = [inner for inner in laid.walk() if inner.fragments]
    if not texts or any(_is_out_of_flow(inner) or inner.name == "br" for inner in laid.walk()):
        return False
    if laid["overflow-x"] != "visible":
        return False
    top = max(fragment.rect.y for text in texts for fragment in text.fragments)
    bottom = min(fragment.rect.bottom for text in texts for fragment in text.fragments)
    return top < bottom and sum(len(text.fragments) for text in texts) == len(texts)


def tokens_of(laid: Laid, around: Surroundings, typefaces: Typefaces) -> Iterator[Token]:
    """Yield the tokens of an inline node. `around` is what it stands in."""
    if laid.name == "br":
        yield Break()
        return
    if laid.is_text:
        for fragment in laid.fragments:
            yield from _pieces(laid, fragment, around, typefaces)
        return
    inside = enter(around, laid)
    if is_object(laid):
        yield Gap(laid, around)
        return
    for child in laid.children:
        if not _is_out_of_flow(child):
            yield from tokens_of(child, inside, typefaces)


def _pieces(laid: Laid, fragment: Fragment, around: Surroundings, typefaces: Typefaces) -> Iterator[Token]:
    if "\n" in fragment.text:
        yield Break()
        return
    if "\t" in fragment.text:
        fragment = replace(fragment, text=fragment.text.replace("\t", " " * _tab_width(laid)))
    yield Piece(
        fragment,
        look_of(laid, around, typefaces),
        around.link,
        around.shown and laid["visibility"] == "visible",
        around.click_root,
        laid.index,
        laid.order,
    )


def _tab_width(laid: Laid) -> int:
    """Return how many spaces a tab takes."""
    size = laid["tab-size"]
    return int(float(size)) if size.replace(".", "").isdecimal() else 8


def look_of(laid: Laid, around: Surroundings, typefaces: Typefaces) -> TextLook:
    """Return how a text looks."""
    family = laid["font-family"]
    typeface = typefaces.get(family, Typeface("Arial", "Arial"))
    return TextLook(
        latin=typeface.latin,
        asian=typeface.asian,
        size_px=round(laid.px("font-size") * around.scale, 3),
        color=_ink(laid, around.opacity),
        is_bold=float(laid["font-weight"] or 400) >= 600,
        is_italic=laid["font-style"].startswith(("italic", "oblique")),
        underline=around.underline,
        is_struck=around.is_struck,
        is_mono=bool(_MONO.search(family.split(",")[0]) or _MONO.search(typeface.latin)),
        spacing_px=laid.px("letter-spacing") * around.scale,
        shift=_shift(laid),
    )


def _ink(laid: Laid, opacity: float) -> Fill:
    is_drawn = laid.parent is not None and laid.parent.name in {"text", "tspan"}
    color = read_color(laid["fill" if is_drawn else "-webkit-text-fill-color"])
    if color.alpha:
        return faded(color, opacity)
    for above in (laid, *laid.ancestors()):
        if "text" in above["background-clip"]:
            gradients = gradients_of(above)
            ground = faded(read_color(above["background-color"]), opacity)
            return faded_fill(gradients[-1], opacity) if gradients else ground
    return CLEAR


def _shift(laid: Laid) -> Shift:
    for above in (laid, *laid.ancestors()):
        if above.is_text:
            continue
        if above["display"] != "inline":
            return ""
        if above["vertical-align"] == "super" or above.name == "sup":
            return "super"
        if above["vertical-align"] == "sub" or above.name == "sub":
            return "sub"
    return ""
