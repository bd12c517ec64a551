"""Make an empty presentation of a deck's size whose master carries the deck's typefaces and colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from deckc.export.pptx.markup import emu, hundredths, words
from deckc.export.pptx.palette import Palette, Solid, hexadecimal

if TYPE_CHECKING:
    from pptx.presentation import Presentation

TITLE_LAYOUT, BLANK_LAYOUT = "Title Only", "Blank"
_DROPPED = ("printerSettings",)
_PACKAGE_DROPPED = ("thumbnail",)
_COLOR_SCHEME = re.compile(rb"<a:clrScheme .*?</a:clrScheme>", re.DOTALL)
_DARK_MAP = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}


def new_presentation(width_px: float, height_px: float, palette: Palette) -> Presentation:
    """Return a presentation without slides, with one layout that has a title and one that has nothing."""
    from pptx import Presentation

    presentation = Presentation()
    _drop_relations(presentation)
    _keep_layouts(presentation)
    old_width, old_height = int(presentation.slide_width or 1), int(presentation.slide_height or 1)
    presentation.slide_width, presentation.slide_height = _length(width_px), _length(height_px)
    presentation.element.sldSz.attrib.pop("type", None)  # it says 4:3
    across, down = emu(width_px) / old_width, emu(height_px) / old_height
    master = presentation.slide_master
    for owner in (master, *presentation.slide_layouts):
        _scale(owner.element, across, down)
    _write_theme(master, palette)
    _write_styles(master, palette)
    return presentation


def _length(length_px: float) -> Any:
    from pptx.util import Emu

    return Emu(emu(length_px))


def _drop_relations(presentation: Presentation) -> None:
    """Take away the template's printer settings and its picture of a slide."""
    part = presentation.part
    for owner, names in ((part, _DROPPED), (part.package, _PACKAGE_DROPPED)):
        relations = owner._rels  # noqa: SLF001 - the package has no public list of its relations
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(names)]:
            relations.pop(key)


def _keep_layouts(presentation: Presentation) -> None:
    layouts = presentation.slide_layouts
    for layout in [one for one in layouts if one.name not in {TITLE_LAYOUT, BLANK_LAYOUT}]:
        layouts.remove(layout)


def _scale(element: Any, across: float, down: float) -> None:
    """Bring the placeholders of a 4:3 template to the deck's size."""
    for transform in element.xpath(".//p:sp/p:spPr/a:xfrm"):
        for child, (first, second) in zip(transform, (("x", "y"), ("cx", "cy")), strict=True):
            child.set(first, str(round(int(child.get(first)) * across)))
            child.set(second, str(round(int(child.get(second)) * down)))


def _write_theme(master: Any, palette: Palette) -> None:
    part = next(one.target_part for one in master.part.rels.values() if one.reltype.endswith("/theme"))
    content = _COLOR_SCHEME.sub(lambda _: _color_scheme(palette).encode(), part.blob)
    for name, look in (("major", palette.heading), ("minor", palette.body)):
        if look:
            start = content.index(f"<a:{name}Font>".encode())
            head, tail = content[:start], content[start:]
            tail = re.sub(
                rb'<a:latin typeface="[^"]*"',
                f'<a:latin typeface="{words(look.latin)}"'.encode(),
                tail,
                count=1,
            )
            tail = re.sub(
                rb'<a:ea typeface="[^"]*"', f'<a:ea typeface="{words(look.asian)}"'.encode(), tail, count=1
            )
            content = head + tail
    part._blob = content  # noqa: SLF001 - python-pptx keeps a theme as bytes and has no setter
    if palette.is_dark:
        colors = master.element.find("{*}clrMap")
        for name, value in _DARK_MAP.items():
            colors.set(name, value)


def _color_scheme(palette: Palette) -> str:
    dark, light = (palette.ground, palette.ink) if palette.is_dark else (palette.ink, palette.ground)
    entries: list[tuple[str, Solid]] = [("dk1", dark), ("lt1", light), ("dk2", dark), ("lt2", light)]
    entries += [(f"accent{at}", accent) for at, accent in enumerate(palette.accents, 1)]
    entries += [("hlink", palette.link), ("folHlink", palette.link)]
    written = "".join(
        f'<a:{name}><a:srgbClr val="{hexadecimal(color)}"/></a:{name}>' for name, color in entries
    )
    return f'<a:clrScheme name="deckc">{written}</a:clrScheme>'


def _write_styles(master: Any, palette: Palette) -> None:
    """Give the master's title and text the sizes that the deck's have."""
    for tag, look in (("titleStyle", palette.heading), ("bodyStyle", palette.body)):
        for properties in master.element.xpath(f".//p:{tag}/a:lvl1pPr"):
            if tag == "titleStyle":
                properties.set("algn", "l")
            for run in properties.findall("{*}defRPr"):
                if look:
                    run.set("sz", str(hundredths(look.size_px)))
                    run.set("b", str(int(look.is_bold)))
