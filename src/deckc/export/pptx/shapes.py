"""Write boxes, texts and pictures as PowerPoint's shapes."""

from __future__ import annotations

from collections.abc import Iterator

from deckc.export.pptx.geometry import outline_of
from deckc.export.pptx.markup import Colored, fill_of, line_of, place_of, shadow_of, words
from deckc.export.pptx.measure import setting_of
from deckc.export.pptx.text import TextWriter, box_top
from deckc.export.scene.values import Box, Picture, Rect, Side, Text

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DECORATIVE = (
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
_NO_PLACEHOLDER = "<p:nvPr/>"


def named(number: int, name: str, link: str = "", alt: str | None = None, tag: str = "p:cNvPr") -> str:
    """Return a shape's name; `alt` is None for what needs no description, empty for what is decoration."""
    described = "" if alt is None else f' descr="{words(alt)}"'
    extra = f"<a:extLst>{_DECORATIVE}</a:extLst>" if alt == "" else ""
    return f'<{tag} id="{number}" name="{words(name)}"{described}>{link}{extra}</{tag}>'


def box_shapes(
    box: Box, name: str, numbers: Iterator[int], colored: Colored, link: str
) -> list[tuple[int, str]]:
    """Return id and XML of the shapes of a box: one for each ground, and one for each side of an uneven border."""
    sides = box.border
    even = sides[0] if all(side == sides[0] for side in sides) else None
    rect = _inside_line(box.rect, even)
    radii = box.radii_px
    shapes: list[tuple[int, str]] = []
    fills = box.fills or ((None,) if even or box.shadow else ())
    for at, fill in enumerate(fills):
        number = next(numbers)
        line = line_of(even if at == len(fills) - 1 else None, colored)
        shadow = shadow_of(box.shadow, colored) if at == 0 and fill else ""
        look = place_of(rect, box.turns) + outline_of(rect, radii) + fill_of(fill, colored) + line + shadow
        shapes.append((number, _shape(named(number, name, link), look)))
    if even is None:
        for side, bar in zip(sides, _bars(box.rect, sides), strict=True):
            if side:
                number = next(numbers)
                look = _bar(bar, side, box, colored)
                shapes.append((number, _shape(named(number, name, link), look)))
    return shapes


def _bar(bar: Rect, side: Side, box: Box, colored: Colored) -> str:
    """Return one side of a border: a bar, or a line where it has gaps."""
    if side.style not in {"dashed", "dotted"}:
        look = place_of(bar, box.turns) + outline_of(bar, (0, 0, 0, 0))
        return look + fill_of(side.color, colored) + line_of(None, colored)
    is_level = bar.width >= bar.height
    middle_x, middle_y = bar.x + bar.width / 2, bar.y + bar.height / 2
    path = Rect(bar.x, middle_y, bar.width, 0) if is_level else Rect(middle_x, bar.y, 0, bar.height)
    line = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    return place_of(path, box.turns) + line + line_of(side, colored)


def _inside_line(rect: Rect, side: Side | None) -> Rect:
    """Return the path of a border: PowerPoint draws a line on it, CSS inside of it."""
    if side is None:
        return rect
    half = side.width_px / 2
    return Rect(
        rect.x + half, rect.y + half, max(0, rect.width - side.width_px), max(0, rect.height - side.width_px)
    )


def _bars(rect: Rect, sides: tuple[Side | None, ...]) -> list[Rect]:
    top, right, bottom, left = (side.width_px if side else 0.0 for side in sides)
    return [
        Rect(rect.x, rect.y, rect.width, top),
        Rect(rect.right - right, rect.y, right, rect.height),
        Rect(rect.x, rect.bottom - bottom, rect.width, bottom),
        Rect(rect.x, rect.y, left, rect.height),
    ]


def _shape(name: str, look: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/>{_NO_PLACEHOLDER}</p:nvSpPr><p:spPr>{look}</p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def text_shape(text: Text, name: str, number: int, writer: TextWriter, *, is_title: bool) -> str:
    """Return a text box; as the slide's title where it is that."""
    setting = setting_of(text)
    rect = box_top(text.paragraphs[0], setting.rect)
    holder = '<p:nvPr><p:ph type="title"/></p:nvPr>' if is_title else _NO_PLACEHOLDER
    kind = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if is_title else '<p:cNvSpPr txBox="1"/>'
    wrap = "square" if setting.wraps else "none"
    look = place_of(rect, text.turns) + outline_of(rect, (0, 0, 0, 0)) + "<a:noFill/><a:ln><a:noFill/></a:ln>"
    return (
        f"<p:sp><p:nvSpPr>{named(number, name)}{kind}{holder}</p:nvSpPr><p:spPr>{look}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t">'
        "<a:noAutofit/></a:bodyPr>"
        f"<a:lstStyle/>{writer.paragraphs(text.paragraphs, setting)}</p:txBody></p:sp>"
    )


def picture_shape(
    picture: Picture, name: str, number: int, relations: tuple[str, str], colored: Colored, link: str
) -> str:
    """Return a picture. `relations` are those of its pixels and, where it is one, of its drawing."""
    raster, drawing = relations
    left, top, right, bottom = (round(share * 100000) for share in picture.crop)
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(picture.crop) else ""
    fade = f'<a:alphaModFix amt="{round(picture.opacity * 100000)}"/>' if picture.opacity < 0.995 else ""
    svg = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{drawing}"/></a:ext></a:extLst>'
        if drawing
        else ""
    )
    rect = _inside_line(picture.rect, picture.border)
    look = place_of(rect, picture.turns) + outline_of(rect, picture.radii_px)
    look += line_of(picture.border, colored) if picture.border else ""
    look += shadow_of(picture.shadow, colored)
    return (
        f"<p:pic><p:nvPicPr>{named(number, name, link, picture.alt)}"
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{raster}">{fade}{svg}</a:blip>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{look}</p:spPr></p:pic>"
    )


def empty_shape(number: int, click: int) -> str:
    """Return a shape that nobody sees: what comes at a click at which nothing else does."""
    look = place_of(Rect(0, 0, 1, 1)) + outline_of(Rect(0, 0, 1, 1), (0, 0, 0, 0))
    look += "<a:noFill/><a:ln><a:noFill/></a:ln>"
    return _shape(named(number, f"Click {click}", alt=""), look)
