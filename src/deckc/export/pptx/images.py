"""Write a PowerPoint file of pictures: each fills a slide, with the notes of the slide that it shows.

write_images([b"...png"], [1], (980, 552), facts)      the file's bytes
"""

from __future__ import annotations

from collections.abc import Sequence

from deckc.export.pptx.deck import write_notes, write_properties
from deckc.export.pptx.facts import DeckFacts, SlideFacts
from deckc.export.pptx.master import BLANK_LAYOUT, new_presentation
from deckc.export.pptx.media import Media
from deckc.export.pptx.package import package_of
from deckc.export.pptx.palette import palette_of
from deckc.export.pptx.shapes import picture_shape
from deckc.export.pptx.slide import Written, put_slide
from deckc.export.pptx.transitions import transition_of
from deckc.export.scene.values import Image, Picture, Rect, Scene


def write_images(
    pictures: Sequence[bytes], numbers: Sequence[int], size_px: tuple[int, int], facts: DeckFacts
) -> bytes:
    """Return the file. `numbers` are those of the slides that the pictures show; a slide has one for each click."""
    width, height = size_px
    palette = palette_of(Scene(width, height, ()))
    presentation = new_presentation(width, height, palette)
    blank = next(layout for layout in presentation.slide_layouts if layout.name == BLANK_LAYOUT)
    media = Media(presentation, [Image("image/png", picture) for picture in pictures])
    told = {slide.number: slide for slide in facts.slides}
    for at, number in enumerate(numbers):
        target = presentation.slides.add_slide(blank)
        fact = told.get(number, SlideFacts(number, "", "", None))
        picture = Picture(Rect(0, 0, width, height), at, alt=fact.title or f"Slide {number}")
        relations = media.relate(target.part, at)
        shape = picture_shape(picture, f"Slide {number}", 2, relations, palette.colored, "")
        is_first = at == 0 or numbers[at - 1] != number
        put_slide(
            target,
            Written((shape,), "", "", has_title=False),
            transition_of(fact.transition) if is_first else "",
        )
        if fact.note:
            write_notes(target, fact.note)
    write_properties(presentation, facts)
    return package_of(presentation)
