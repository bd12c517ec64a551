"""Walk a sheet of the print form and collect what it shows, in the order in which it is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckc.export.scene.boxes import box_of, veil_of
from deckc.export.scene.flow import Placed, texts_of
from deckc.export.scene.lists import Membership, in_list, join_lists, marker_of, membership_of
from deckc.export.scene.pictures import Pictures
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings, enter, intersection, underline_of
from deckc.export.scene.tables import is_table, tables_of
from deckc.export.scene.tokens import Typefaces, is_inline, is_object
from deckc.export.scene.values import Box, Item, Paragraph, Rect, Table, Text

_NEAR_PX = 0.01


def items_of(sheet: Laid, pictures: Pictures, typefaces: Typefaces) -> tuple[Item, ...]:
    """Return what a sheet shows, placed from its own corner."""
    collector = _Collector(pictures, typefaces)
    canvas = sheet.rect
    near = Rect(canvas.x - canvas.width, canvas.y - canvas.height, canvas.width * 3, canvas.height * 3)
    collector.visit(sheet, Surroundings(clip=near))
    return tuple(item for item in collector.sorted_items() if _touches(item, canvas))


def _touches(item: Item, canvas: Rect) -> bool:
    """Whether an item is on the canvas, at least in part; words beyond its edge are told of, not dropped."""
    if isinstance(item, Text) or (not isinstance(item, Table) and item.turns):
        return True
    seen = intersection(item.rect, canvas)
    return seen.width > 0 and seen.height > 0


class _Collector:
    """What was found on one sheet so far."""

    def __init__(self, pictures: Pictures, typefaces: Typefaces) -> None:
        self._pictures = pictures
        self._typefaces = typefaces
        self._items: list[tuple[tuple[int, int, int], Item]] = []
        self._texts: list[tuple[Placed, Membership | None]] = []
        self._marked: set[int] = set()

    def sorted_items(self) -> Iterator[Item]:
        """Yield all items, the lowest first."""
        for placed in join_lists(self._texts):
            self._items.append(((placed.order, placed.index, 1), placed.text))
        for _, item in sorted(self._items, key=lambda entry: entry[0]):
            yield item

    def visit(self, laid: Laid, outer: Surroundings) -> None:
        """Collect an element that is no part of a line, and all in it."""
        around = enter(outer, laid)
        if "data-scene-picture" in laid.attributes:
            self._add(laid, self._pictures.picture_of(laid, around, "picture"))
            self._visit_written(laid, around)
            return
        self._add_ground(laid, around)
        if is_table(laid, around):
            self._visit_table(laid, around)
            return
        self._visit_children(laid, around)

    def _visit_children(self, laid: Laid, around: Surroundings) -> None:
        line: list[Laid] = []
        for child in laid.children:
            if child.pseudo == "marker" and laid["display"] == "list-item":
                continue
            if is_inline(child) and laid.name != "svg":
                line.append(child)
                continue
            self._flush(laid, line, around)
            line = []
            self.visit(child, around)
        self._flush(laid, line, around)

    def _flush(self, block: Laid, line: Sequence[Laid], around: Surroundings) -> None:
        """Collect neighbours that stand on lines together."""
        for laid in line:
            self._visit_inline(laid, around)
        for placed in texts_of(block, line, around, self._typefaces):
            self._texts.append(self._member(block, placed, around))

    def _member(self, block: Laid, placed: Placed, around: Surroundings) -> tuple[Placed, Membership | None]:
        member = membership_of(block)
        if member is None:
            return self._titled(block, placed), None
        item = next(above for above in (block, *block.ancestors()) if above.index == member.item)
        marker = None
        if member.item not in self._marked:
            self._marked.add(member.item)
            marker = marker_of(item, around, self._typefaces)
        return in_list(placed, member, marker), member

    def _titled(self, block: Laid, placed: Placed) -> Placed:
        if block.name != "h1" or placed.text.role != "text":
            return placed
        text = placed.text
        return Placed(
            Text(text.rect, text.paragraphs, "title", text.wraps, text.turns), placed.order, placed.index
        )

    def _visit_inline(self, laid: Laid, outer: Surroundings) -> None:
        """Collect grounds of inline elements, and what is no text of the line."""
        if laid.is_text or laid.name == "br":
            return
        if is_object(laid):
            self.visit(laid, outer)
            return
        around = enter(outer, laid)
        for place in _line_places(laid):
            box = None if underline_of(laid) else box_of(laid, around, place)
            if box:
                self._items.append(((laid.order, laid.index, 0), box))
        for child in laid.children:
            if is_inline(child):
                self._visit_inline(child, around)
            else:
                self.visit(child, around)

    def _visit_written(self, drawing: Laid, around: Surroundings) -> None:
        """Collect the words of a drawing."""
        for laid in drawing.walk():
            scale = laid.attributes.get("data-scene-written")
            if scale is None:
                continue
            inside = replace(around, scale=float(scale))
            self._visit_children(laid, inside)

    def _visit_table(self, laid: Laid, around: Surroundings) -> None:
        grounded: set[int] = set()

        def texts(cell: Laid, inside: Surroundings) -> tuple[Paragraph, ...]:
            inner = _Collector(self._pictures, self._typefaces)
            inner._visit_children(cell, inside)
            for key, item in inner._items:
                if isinstance(item, Box):  # it lies below the words, so it has to lie below the table
                    self._items.append(((laid.order, laid.index, 0), item))
                    grounded.add(cell.index)
                else:
                    self._items.append((key, item))
            found = [placed.text for placed in join_lists(inner._texts)]
            return tuple(paragraph for text in found for paragraph in text.paragraphs)

        for at, table in enumerate(tables_of(laid, around, texts, grounded)):
            self._items.append(((laid.order, laid.index, at + 1), table))

    def _add_ground(self, laid: Laid, around: Surroundings) -> None:
        has_picture = "data-scene-background" in laid.attributes
        is_broken = laid["display"] == "inline"  # by blocks in it: it has no box of its own
        if not is_broken and (not has_picture or not self._pictures.is_painted(laid)):
            box = box_of(laid, around)
            if box:
                self._items.append(((laid.order, laid.index, 0), box))
        if has_picture:
            self._add(laid, self._pictures.picture_of(laid, around, "background"))
            if not self._pictures.is_painted(laid):
                self._add(laid, veil_of(laid, around))

    def _add(self, laid: Laid, item: Item | None) -> None:
        if item is not None:
            self._items.append(((laid.order, laid.index, 0), item))


def _line_places(laid: Laid) -> list[Rect]:
    """Return the rectangles of an inline element, one for each line that it runs over."""
    rects = [fragment.rect for inner in laid.walk() for fragment in inner.fragments]
    tops = {round(rect.y) for rect in rects}
    if len(rects) < 2 or max(tops) - min(tops) < max(rect.height for rect in rects) * 0.6:
        return [laid.rect]
    places: list[Rect] = []
    for rect in rects:
        if places and abs(places[-1].y - rect.y) < rect.height * 0.6:
            last = places[-1]
            places[-1] = Rect(last.x, min(last.y, rect.y), rect.right - last.x, max(last.height, rect.height))
        else:
            places.append(rect)
    pad = laid.px("padding-left")
    return [Rect(place.x - pad, place.y, place.width + 2 * pad, place.height) for place in places]
