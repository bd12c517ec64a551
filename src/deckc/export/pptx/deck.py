"""Write a measured deck as a PowerPoint file whose texts, shapes and steps can be edited.

write_pptx(scene, facts)      the file's bytes
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from deckc.export.pptx.facts import DeckFacts, SlideFacts
from deckc.export.pptx.languages import languages_of
from deckc.export.pptx.markup import allowed, words
from deckc.export.pptx.master import BLANK_LAYOUT, TITLE_LAYOUT, new_presentation
from deckc.export.pptx.media import Media
from deckc.export.pptx.package import creation_time, package_of
from deckc.export.pptx.palette import palette_of
from deckc.export.pptx.slide import put_slide, write_slide
from deckc.export.pptx.transitions import transition_of
from deckc.export.scene.values import Scene

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_SLIDE_JUMP = "ppaction://hlinksldjump"
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "ftp:")


def write_pptx(scene: Scene, facts: DeckFacts) -> bytes:
    """Return the file. A slide of the scene is matched with its facts by its number."""
    palette, languages = palette_of(scene), languages_of(scene, facts.language)
    presentation = new_presentation(scene.width_px, scene.height_px, palette)
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    media = Media(presentation, scene.images)
    told = {slide.number: slide for slide in facts.slides}
    # all slides first: one may link to a later one
    slides = {slide.number: presentation.slides.add_slide(layouts[BLANK_LAYOUT]) for slide in scene.slides}
    for slide in scene.slides:
        target = slides[slide.number]
        linked = _Linker(target, slides, facts)
        written = write_slide(scene, slide, palette, languages, linked, partial(media.relate, target.part))
        if written.has_title:
            _use_layout(target, layouts[TITLE_LAYOUT])
        fact = told.get(slide.number, SlideFacts(slide.number, "", "", None))
        put_slide(target, written, transition_of(fact.transition))
        if fact.note:
            write_notes(target, fact.note)
    write_properties(presentation, facts)
    return package_of(presentation)


def _use_layout(slide: Any, layout: Any) -> None:
    """Give a slide another layout."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    relations = slide.part.rels
    key = next(key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    relations[key]._target = layout.part  # noqa: SLF001 - python-pptx sets a layout only on a new slide


def write_notes(slide: Any, note: str) -> None:
    """Write the speaker notes of a slide, a paragraph a line."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = allowed(note)


def write_properties(presentation: Presentation, facts: DeckFacts) -> None:
    """Write what the file says of itself."""
    properties = presentation.core_properties
    properties.title = allowed(facts.title)[:255]
    properties.author = allowed(facts.author)[:255]
    properties.subject = allowed(facts.subject)[:255]
    properties.keywords = allowed(", ".join(facts.keywords))[:255]
    properties.language = allowed(facts.language)
    properties.last_modified_by = properties.author
    properties.revision = 1
    # the file has no place for a zone: it counts in UTC
    properties.created = properties.modified = creation_time().replace(tzinfo=None)


class _Linker:
    """Writes the links of one slide."""

    def __init__(self, slide: Any, slides: dict[int, Any], facts: DeckFacts) -> None:
        self._slide = slide
        self._slides = slides
        self._facts = facts
        self._known: dict[str, str] = {}

    def __call__(self, address: str, inside: str) -> str:
        """Return `<a:hlinkClick>`; empty for an address that leads nowhere from a document."""
        name = address.removeprefix("#/").partition("?")[0] if address.startswith("#/") else None
        if name is not None:
            number = self._facts.numbers.get(name)
            if number not in self._slides:
                return ""
            key = self._related(
                address, lambda part: part.relate_to(self._slides[number].part, _slide_type())
            )
            return f'<a:hlinkClick r:id="{key}" action="{_SLIDE_JUMP}">{inside}</a:hlinkClick>'
        if not address.lower().startswith(_OUTSIDE):
            return ""
        key = self._related(
            address, lambda part: part.relate_to(allowed(address), _link_type(), is_external=True)
        )
        return f'<a:hlinkClick r:id="{words(key)}">{inside}</a:hlinkClick>'

    def _related(self, address: str, relate: Any) -> str:
        if address not in self._known:
            self._known[address] = relate(self._slide.part)
        return self._known[address]


def _slide_type() -> str:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    return RELATIONSHIP_TYPE.SLIDE


def _link_type() -> str:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    return RELATIONSHIP_TYPE.HYPERLINK
