"""KaTeX's style sheet for the formulas of one page: its fonts inside, each with the glyphs in use.

    katex_sheet(katex, ['<span class="katex">...'])   /*! KaTeX ... */ @font-face{...;src:url(data:...)} .katex{...}

Where the page may draw other formulas (`markups` is None) all fonts are whole. Else
a font is in use when the classes of some rule that asks for it are; the glyphs in use are those of all
characters in formulas. The fonts stand in the sheet as data, so that the page needs no file beside it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from html import unescape

from deckc.dataclass import dataclass
from deckc.packages.font_subset import subset_font
from deckc.packages.katex import Katex

_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_FAMILY = re.compile(r"""font(?:-family)?:[^;]*?["']?\b(KaTeX_\w+)""")
_STYLE = re.compile(r"font-style:\s*(\w+)")
_WEIGHT = re.compile(r"font-weight:\s*(\w+)")
_SOURCE = re.compile(r"src:[^;}]*?url\(([^)]*?)\.(?:woff2?|ttf)\)[^;}]*")
_CLASS_NAME = re.compile(r"\.([A-Za-z][\w-]*)")
_CLASS_VALUE = re.compile(r'class="([^"]*)"')
_SHOWN = re.compile(r'(?<=class="katex-html" aria-hidden="true">).*', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WEIGHTS = {"normal": "400", "bold": "700"}


@dataclass(frozen=True, slots=True)
class _Look:
    """What a rule asks for; empty where it says nothing."""

    family: str
    style: str
    weight: str


def katex_sheet(katex: Katex, markups: Iterable[str] | None) -> str:
    """Return the sheet, its licence first."""
    css = katex.sheet()
    faces = _FACE.findall(css)
    characters = None
    if markups is not None:
        markups = list(markups)
        values = (value for markup in markups for value in _CLASS_VALUE.findall(markup))
        wanted = set(_faces_in_use(_FACE.sub("", css), {name for value in values for name in value.split()}))
        faces = [face for face in faces if _read_look(face) in wanted]
        characters = set("".join(map(_characters, markups)))
    faces = [_write_face(face, katex, characters) for face in faces]
    licence = katex.licence().replace("*/", "* /").strip()
    head = f"/*! KaTeX {katex.version}, its style sheet and fonts (https://katex.org)\n\n{licence}\n*/\n"
    return head + "".join(faces) + _FACE.sub("", css)


def _characters(markup: str) -> str:
    """Return the characters that a formula shows (and that its MathML does not add)."""
    shown = _SHOWN.search(markup)
    return unescape(_TAG.sub("", shown[0])) if shown else ""


def _faces_in_use(css: str, classes: set[str]) -> Iterator[_Look]:
    """Yield family, style and weight of what rules with these classes may ask for together."""
    looks = [_read_look(body) for selectors, body in _RULE.findall(css) if _is_in_use(selectors, classes)]
    # A rule without a family changes whatever font its element has: `.textbf`.
    styles = {look.style for look in looks if not look.family and look.style}
    weights = {look.weight for look in looks if not look.family and look.weight}
    for look in looks:
        if look.family:
            for style in {look.style or "normal", *styles}:
                for weight in {look.weight or "400", *weights}:
                    yield _Look(look.family, style, weight)


def _is_in_use(selectors: str, classes: set[str]) -> bool:
    return any(classes.issuperset(_CLASS_NAME.findall(selector)) for selector in selectors.split(","))


def _read_look(body: str) -> _Look:
    family, style, weight = (pattern.search(body) for pattern in (_FAMILY, _STYLE, _WEIGHT))
    return _Look(
        family[1] if family else "",
        style[1] if style else "",
        _WEIGHTS.get(weight[1], weight[1]) if weight else "",
    )


def _write_face(face: str, katex: Katex, characters: set[str] | None) -> str:
    """Return a `@font-face` with its font in it; nothing where there is no such font."""
    source = _SOURCE.search(face)
    if source is None:
        return ""
    content = katex.font(source[1].rpartition("/")[2] + ".ttf")
    if content is None:
        return ""
    subset = subset_font(content, characters)
    kind = ("ttf", "truetype") if subset is None else ("woff", "woff")
    address = f"data:font/{kind[0]};base64,{base64.b64encode(subset or content).decode('ascii')}"
    own = f'src:url({address}) format("{kind[1]}")'
    return f"@font-face{{{face[: source.start()]}{own}{face[source.end() :]}}}\n"
