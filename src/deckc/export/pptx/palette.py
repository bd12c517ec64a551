"""Find the theme of a deck in what it shows: two typefaces, the ground, the ink and the accents.

Runs and shapes then name the theme's entries, so that a change of the theme in PowerPoint changes the deck.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckc.dataclass import dataclass
from deckc.export.scene.values import Box, Color, Item, Paragraph, Run, Scene, Table, Text, TextLook

Solid = tuple[int, int, int]
_ACCENTS: tuple[Solid, ...] = (
    (0x4E, 0x79, 0xA7),
    (0xF2, 0x8E, 0x2B),
    (0xE1, 0x57, 0x59),
    (0x76, 0xB7, 0xB2),
    (0x59, 0xA1, 0x4F),
    (0xB0, 0x7A, 0xA1),
)
"""For a deck that shows fewer than six colours."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme of a deck."""

    heading: TextLook | None
    body: TextLook | None
    ground: Solid
    ink: Solid
    accents: tuple[Solid, ...]
    link: Solid

    def colored(self, color: Color) -> str:
        """Return a colour, as the theme's where it is one of those."""
        solid = (color.red, color.green, color.blue)
        alpha = f'<a:alpha val="{round(color.alpha * 100000)}"/>' if color.alpha < 1 else ""
        name = self._names().get(solid)
        if name:
            return f'<a:schemeClr val="{name}">{alpha}</a:schemeClr>'
        return f'<a:srgbClr val="{hexadecimal(solid)}">{alpha}</a:srgbClr>'

    def latin(self, look: TextLook) -> str:
        """Return the typeface of a look, as the theme's where it is one of those."""
        if self.body and look.latin == self.body.latin:
            return "+mn-lt"
        return "+mj-lt" if self.heading and look.latin == self.heading.latin else look.latin

    def asian(self, look: TextLook) -> str:
        """Return the typeface for Chinese, Japanese and Korean letters."""
        if self.body and look.asian == self.body.asian:
            return "+mn-ea"
        return "+mj-ea" if self.heading and look.asian == self.heading.asian else look.asian

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the ink."""
        return sum(self.ground) < sum(self.ink)

    def _names(self) -> dict[Solid, str]:
        names = {accent: f"accent{at}" for at, accent in reversed(list(enumerate(self.accents, 1)))}
        return names | {self.ink: "tx1", self.ground: "bg1"}


def hexadecimal(solid: Solid) -> str:
    """Return a colour as RRGGBB."""
    return "{:02X}{:02X}{:02X}".format(*solid)


def palette_of(scene: Scene) -> Palette:
    """Return the theme that the scene shows."""
    headings: Counter[TextLook] = Counter()
    bodies: Counter[TextLook] = Counter()
    inks: Counter[Solid] = Counter()
    links: Counter[Solid] = Counter()
    others: Counter[Solid] = Counter()
    for item in (item for slide in scene.slides for item in slide.states[-1].items):
        for run, is_heading in runs_of(item):
            letters = len(run.text)
            (headings if is_heading else bodies)[run.look] += 0 if run.look.is_mono else letters
            if isinstance(run.look.color, Color) and run.look.color.alpha > 0.2:
                (links if run.link else inks)[_solid(run.look.color)] += letters
        if isinstance(item, Box):
            for color in (fill for fill in item.fills if isinstance(fill, Color) and fill.alpha > 0.2):
                others[_solid(color)] += 20
    ground = _ground(scene)
    ink = next(
        (color for color, _ in _ranked(inks) if color != ground),
        (0, 0, 0) if sum(ground) > 382 else (255, 255, 255),
    )
    used = [color for color, _ in _ranked(inks + links + others) if color not in {ground, ink}]
    accents = tuple([*used, *(color for color in _ACCENTS if color not in used)][:6])
    link = next((color for color, _ in _ranked(links)), accents[0])
    return Palette(
        _first(headings) or _first(bodies), _first(bodies) or _first(headings), ground, ink, accents, link
    )


def _ranked(counts: Counter[Solid]) -> list[tuple[Solid, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _first(looks: Counter[TextLook]) -> TextLook | None:
    ranked = sorted(looks.items(), key=lambda entry: (-entry[1], entry[0].latin, entry[0].size_px))
    return ranked[0][0] if ranked else None


def _ground(scene: Scene) -> Solid:
    """Return the colour that most slides have behind everything."""
    grounds: Counter[Solid] = Counter()
    for slide in scene.slides:
        for item in slide.states[-1].items:
            if not isinstance(item, Box) or not covers(item, scene):
                break
            fill = item.fills[-1] if item.fills else None
            if isinstance(fill, Color) and fill.alpha > 0.99:
                grounds[_solid(fill)] += 1
    ranked = _ranked(grounds)
    return ranked[0][0] if ranked else (255, 255, 255)


def covers(box: Box, scene: Scene) -> bool:
    """Whether a box fills the canvas."""
    rect = box.rect
    reaches = rect.x <= 0.5 and rect.y <= 0.5 and rect.right >= scene.width_px - 0.5
    return reaches and rect.bottom >= scene.height_px - 0.5 and not box.turns


def runs_of(item: Item) -> Iterator[tuple[Run, bool]]:
    """Yield the runs of an item, and whether they are the slide's heading."""
    paragraphs: tuple[Paragraph, ...] = ()
    if isinstance(item, Text):
        paragraphs = item.paragraphs
    elif isinstance(item, Table):
        paragraphs = tuple(one for row in item.cells for cell in row if cell for one in cell.paragraphs)
    is_heading = isinstance(item, Text) and item.role == "title"
    for paragraph in paragraphs:
        for line in paragraph.lines:
            for run in line.runs:
                yield run, is_heading


def _solid(color: Color) -> Solid:
    return color.red, color.green, color.blue
