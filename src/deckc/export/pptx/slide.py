"""Write one slide: its shapes, and what a click does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Any, Literal

from deckc.dataclass import dataclass
from deckc.export.pptx.animation import Effect, timing_of
from deckc.export.pptx.languages import Languages
from deckc.export.pptx.markup import NAMESPACES, fill_of
from deckc.export.pptx.palette import Palette, covers
from deckc.export.pptx.shapes import box_shapes, empty_shape, picture_shape, text_shape
from deckc.export.pptx.tables import table_shape
from deckc.export.pptx.text import Linked, TextWriter
from deckc.export.pptx.timeline import Played, changes_at, play
from deckc.export.scene.values import Box, Color, Fill, Item, Picture, Scene, SlideScene, Table, Text

_ROLES = {"title": "Title", "text": "Text", "code": "Code", "list": "List"}


@dataclass(frozen=True, slots=True)
class Written:
    """A slide as XML."""

    shapes: tuple[str, ...]
    timing: str
    background: str
    has_title: bool


def write_slide(
    scene: Scene,
    slide: SlideScene,
    palette: Palette,
    languages: Languages,
    linked: Linked,
    relate: Callable[[int], tuple[str, str]],
) -> Written:
    """Return the slide's shapes, animations and ground. `relate` gives the relations of an image."""
    played = play(slide)
    ground, rest = _ground(played, scene)
    writer = _ShapeWriter(palette, TextWriter(palette, linked, languages), linked, relate, slide)
    title = _title_of(rest)
    shapes: list[str] = []
    ids: list[tuple[int, ...]] = []
    for at, one in enumerate(rest):
        written = writer.write(one, is_title=at == title)
        shapes += [xml for _, xml in written]
        ids.append(tuple(number for number, _ in written))
    clicks: list[list[Effect]] = []
    for at in range(1, len(slide.states)):
        effects = [
            Effect(number, change.paragraph, change.appears, change.is_swap, _kind(rest[change.at].item))
            for change in changes_at(at, rest)
            for number in ids[change.at]
        ]
        if not effects:
            number = writer.next_number()
            shapes.append(empty_shape(number, slide.states[at].click))
            effects = [Effect(number, None, appears=True, is_instant=True, kind="box")]
        clicks.append(effects)
    return Written(tuple(shapes), timing_of(clicks), _background(ground, palette), title is not None)


def _kind(item: Item) -> Literal["text", "box", "other"]:
    match item:
        case Text():
            return "text"
        case Box():
            return "box"
        case Picture() | Table():
            return "other"


def _ground(played: Sequence[Played], scene: Scene) -> tuple[Fill | None, Sequence[Played]]:
    """Return what lies behind everything from first to last, and what is left."""
    ground: Fill | None = None
    for at, one in enumerate(played):
        box = one.item
        is_plain = isinstance(box, Box) and not any(box.border) and one.is_lasting and covers(box, scene)
        if not isinstance(box, Box) or not is_plain or len(box.fills) != 1 or not _is_opaque(box.fills[0]):
            return ground, played[at:]
        ground = box.fills[0]
    return ground, ()


def _is_opaque(fill: Fill) -> bool:
    colors = [fill] if isinstance(fill, Color) else [color for _, color in fill.stops]
    return all(color.alpha > 0.995 for color in colors)


def _background(ground: Fill | None, palette: Palette) -> str:
    if ground is None or (
        isinstance(ground, Color) and (ground.red, ground.green, ground.blue) == palette.ground
    ):
        return ""
    return f"<p:bg {NAMESPACES}><p:bgPr>{fill_of(ground, palette.colored)}<a:effectLst/></p:bgPr></p:bg>"


def _title_of(played: Sequence[Played]) -> int | None:
    """Return the place of the first title; of one that changes, the last form."""
    titles = [at for at, one in enumerate(played) if isinstance(one.item, Text) and one.item.role == "title"]
    return titles[0] if titles else None


class _ShapeWriter:
    """Writes shapes with the names and numbers of one slide."""

    def __init__(
        self,
        palette: Palette,
        text: TextWriter,
        linked: Linked,
        relate: Callable[[int], tuple[str, str]],
        slide: SlideScene,
    ) -> None:
        self._palette = palette
        self._text = text
        self._linked = linked
        self._relate = relate
        self._slide = slide
        self._numbers: Iterator[int] = count(2)

    def next_number(self) -> int:
        """Return an id that no shape has."""
        return next(self._numbers)

    def write(self, played: Played, *, is_title: bool) -> list[tuple[int, str]]:
        """Return ids and XML of an item's shapes."""
        item, colored = played.item, self._palette.colored
        if isinstance(item, Box):
            name = self._name("Box", played)
            return box_shapes(item, name, self._numbers, colored, self._link(item.link))
        number = self.next_number()
        if isinstance(item, Text):
            name = self._name(_ROLES[item.role], played, number)
            return [(number, text_shape(item, name, number, self._text, is_title=is_title))]
        if isinstance(item, Table):
            return [
                (
                    number,
                    table_shape(item, self._name("Table", played, number), number, self._text, self._palette),
                )
            ]
        name = self._name("Picture", played, number)
        link = self._link(item.link)
        return [(number, picture_shape(item, name, number, self._relate(item.image), colored, link))]

    def _link(self, address: str) -> str:
        return self._linked(address, "") if address else ""

    def _name(self, kind: str, played: Played, number: int | None = None) -> str:
        """Return a name for the selection pane: "Text 4", "Text 4, clicks 2 to 3"."""
        name = kind if number is None else f"{kind} {number}"
        if played.is_lasting:
            return name
        seen = [at for at, cells in enumerate(played.presence) if any(cells)]
        first, last = (self._slide.states[at].click for at in (seen[0], seen[-1]))
        is_to_end = seen[-1] == len(self._slide.states) - 1
        if is_to_end:
            return f"{name}, from click {first}"
        return f"{name}, click {first}" if first == last else f"{name}, clicks {first} to {last}"


def put_slide(target: Any, written: Written, transition: str) -> None:
    """Put what was written into a slide of python-pptx."""
    from pptx.oxml import parse_xml

    root = target.element
    tree = root.find("{*}cSld/{*}spTree")
    for placeholder in tree.findall("{*}sp"):
        tree.remove(placeholder)
    for xml in written.shapes:
        tree.append(parse_xml(_rooted(xml)))
    if written.background:
        root.find("{*}cSld").insert(0, parse_xml(written.background))
    for xml in (transition, written.timing):
        if xml:
            root.append(parse_xml(xml))


def _rooted(xml: str) -> str:
    """Return a shape with its namespaces declared."""
    end = xml.index(">")
    return f"{xml[:end]} {NAMESPACES}{xml[end:]}"
