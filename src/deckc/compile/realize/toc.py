"""Order the titled slides into a table of contents (spec 10.1).

levels 1, 3, 2, 1  ->  1(3, 2), 1      a heading may skip levels, the tree grows one at a time
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from deckc.compile.realize.numbering import NumberedSlide
from deckc.dataclass import dataclass
from deckc.model.deck import TocEntry
from deckc.model.source import is_truthy


@dataclass(slots=True)
class _Branch:
    slide: NumberedSlide
    depth: int
    children: list[_Branch] = field(default_factory=list)


def build_toc(slides: Iterable[NumberedSlide]) -> tuple[TocEntry, ...]:
    """Return the tree of all titled slides, hidden ones marked."""
    roots: list[_Branch] = []
    for slide in slides:
        if not slide.title:
            continue
        siblings, depth = roots, 1
        while siblings and slide.level is not None and slide.level > depth:
            siblings, depth = siblings[-1].children, depth + 1
        siblings.append(_Branch(slide, depth))
    return tuple(map(_entry, roots))


def _entry(branch: _Branch) -> TocEntry:
    slide = branch.slide
    return TocEntry(
        number=slide.number,
        title=slide.title or "",
        level=branch.depth,
        path=slide.path,
        hide_in_toc=is_truthy(slide.frontmatter.get("hideInToc")),
        children=tuple(map(_entry, branch.children)),
    )
