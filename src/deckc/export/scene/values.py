"""What a slide shows, measured: boxes, text and pictures, for each click, in px of the canvas.

A `Scene` is plain values and can be written as JSON (`deckc.export.scene.plain`). Items stand in the order in which
they are painted. What PowerPoint, the overflow check and the text export need is here; how it came about is not.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from deckc.dataclass import dataclass

Align = Literal["left", "center", "right", "justify"]
Underline = Literal["", "solid", "dashed", "dotted"]
Shift = Literal["", "super", "sub"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on the canvas, in px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Color:
    """sRGB, each part from 0 to 255, and how opaque, from 0 to 1."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """A run of colours."""

    kind: Literal["linear", "radial"]
    degrees: float
    """As CSS counts: 0 to the top, 90 to the right."""
    stops: tuple[tuple[float, Color], ...]
    """Place from 0 to 1, and colour."""


Fill = Color | Gradient


@dataclass(frozen=True, slots=True)
class Turn:
    """A rotation, clockwise, about a point of the canvas."""

    degrees: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a border."""

    width_px: float
    color: Color
    style: str
    """"solid", "dashed", "dotted" or "double"."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A shadow below a box."""

    dx_px: float
    dy_px: float
    blur_px: float
    color: Color


@dataclass(frozen=True, slots=True)
class Box:
    """A ground with its border."""

    rect: Rect
    fills: tuple[Fill, ...] = ()
    """The lowest first."""
    border: tuple[Side | None, Side | None, Side | None, Side | None] = (None, None, None, None)
    """Top, right, bottom, left."""
    radii_px: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Top left, top right, bottom right, bottom left."""
    shadow: Shadow | None = None
    turns: tuple[Turn, ...] = ()
    """The innermost first."""
    link: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class TextLook:
    """How characters look."""

    latin: str
    """The typeface of Latin letters, as installed; `asian` that of Chinese, Japanese and Korean ones."""
    asian: str
    size_px: float
    color: Fill
    is_bold: bool = False
    is_italic: bool = False
    underline: Underline = ""
    is_struck: bool = False
    is_mono: bool = False
    spacing_px: float = 0.0
    shift: Shift = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look on one line."""

    text: str
    look: TextLook
    link: str = ""
    gap_px: float = 0.0
    """Room behind it that no character takes: paddings, and pictures between words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was set."""

    runs: tuple[Run, ...]
    rect: Rect
    """From the first character to the last, as high as its letters with ascent and descent."""
    is_forced: bool = False
    """Whether the author broke the line behind it (`<br>`), not the measure."""
    next_word_px: float = 0.0
    """How much of the next line would come up first if there were room."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item of a list."""

    text: str
    number: int | None
    """For a numbered list."""
    look: TextLook
    x: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that flow together."""

    lines: tuple[Line, ...]
    align: Align = "left"
    marker: Marker | None = None
    level: int = 0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs in one box."""

    rect: Rect
    """The measure in which lines were broken, and the height of the lines."""
    paragraphs: tuple[Paragraph, ...]
    role: Literal["text", "title", "code", "list"] = "text"
    wraps: bool = True
    """False for code and for what is as wide as its words."""
    turns: tuple[Turn, ...] = ()
    language: str = ""

    @property
    def shown(self) -> bool:
        """Whether any paragraph is seen."""
        return any(paragraph.shown for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, or part of one."""

    rect: Rect
    image: int
    """Place in the scene's images."""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Shares cut off: left, top, right, bottom."""
    radii_px: tuple[float, float, float, float] = (0, 0, 0, 0)
    opacity: float = 1.0
    alt: str = ""
    turns: tuple[Turn, ...] = ()
    link: str = ""
    shadow: Shadow | None = None
    border: Side | None = None
    is_ground: bool = False
    """Whether it lies behind its element's content."""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    rect: Rect
    fill: Color | None = None
    border: tuple[Side | None, Side | None, Side | None, Side | None] = (None, None, None, None)
    columns: int = 1
    rows: int = 1
    """How many it spans."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together and are shown together."""

    rect: Rect
    columns_px: tuple[float, ...]
    rows_px: tuple[float, ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    """By row and column; None where another cell spans over the place."""
    has_header: bool = False
    shown: bool = True


Item = Box | Text | Picture | Table


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a picture."""

    media_type: str
    content: bytes
    raster: bytes = b""
    """A drawing (SVG) as PNG as well, for what cannot draw it."""


@dataclass(frozen=True, slots=True)
class SlideState:
    """A slide at a click."""

    click: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class SlideScene:
    """A slide at each of its clicks, from its first state on."""

    number: int
    states: tuple[SlideState, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A deck as it looks."""

    width_px: float
    height_px: float
    slides: tuple[SlideScene, ...]
    images: tuple[Image, ...] = field(default=())
