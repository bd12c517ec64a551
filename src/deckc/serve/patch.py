"""Work out what a shown page needs to show the deck's next state: new slides, and where all others stand.

old slides  a b c        new slides  a x B c      (b was edited to B)

Patch(slides=((0, 1), Changed(x, None), Changed(B, 1), (2, 1)), ...)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from deckc.compile.piece import Piece
from deckc.compile.recompiled import Recompiled
from deckc.compile.write import page_title, runner_script
from deckc.compile.write.live_parts import (
    LiveSlide,
    assemble_layers,
    assemble_script,
    assemble_sheet,
    assemble_slide,
    toc_object,
)
from deckc.dataclass import dataclass
from deckc.model.rendered import RenderedLayer
from deckc.model.shared_ends import Ends, shared_ends

_LIKE = 0.4
"""How much of its text a slide shares with the one that it was before it was edited."""
_LIKE_ELSEWHERE = 0.6
"""And how much with one that stood at another place."""
_MOST_PAIRS = 64
_COMPARED = 2000
_ISLAND = "<!--dc-island:"


@dataclass(frozen=True, slots=True)
class Patch:
    """What a page needs. Slides are counted from 0 here."""

    origins: tuple[int | None, ...]
    """For each new slide the old one that it was; None for one that was not there."""
    count_before: int
    """How many old slides there were."""
    changed: tuple[int, ...]
    """New slides that are not as they were, in order."""
    slides: tuple[LiveSlide, ...]
    """What they are now."""
    css: str | None
    toc: list[dict[str, object]] | None
    title: str | None
    files: dict[str, bytes]
    layers: Mapping[str, str]
    """Global layers that show something else now."""
    islands: str | None = None
    """The script of components with state, where it is another."""

    @property
    def moves(self) -> bool:
        """Whether slides came, went or have other numbers."""
        return self.origins != tuple(range(self.count_before))

    @property
    def is_empty(self) -> bool:
        """Whether nothing on the page changes."""
        is_still = not self.moves and not self.changed
        others = (self.css, self.toc, self.title, self.islands)
        return is_still and not self.layers and all(each is None for each in others)

    def message(self) -> dict[str, object]:
        """Return the patch as the page is told it: runs of kept slides, and changed ones with what they were."""
        runs: list[list[int] | int] = []
        done = 0
        for index in (*self.changed, len(self.origins)):
            runs += _runs(self.origins[done:index])
            if index < len(self.origins):
                origin = self.origins[index]
                runs.append(-1 if origin is None else origin)
            done = index + 1
        told: dict[str, object] = {"slides": runs, "pages": [slide.page for slide in self.slides]}
        told["script"] = ",".join(slide.script for slide in self.slides)
        if self.css is not None:
            told["css"] = self.css
        if self.toc is not None:
            told["toc"] = self.toc
        if self.title is not None:
            told["title"] = self.title
        if self.layers:
            told["layers"] = dict(self.layers)
        if self.islands is not None:
            told["islands"] = self.islands
        return told


class Patcher:
    """Compares each state of a deck with the one before."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Piece, LiveSlide]] = {}

    def patch(self, old: Recompiled, new: Recompiled) -> Patch | None:
        """Return what leads from one state to the next; None where the page must be loaded anew."""
        if old.frame is not new.frame and _shell_of(old) != _shell_of(new):
            return None
        ends = shared_ends(old.pieces, new.pieces)
        origins = match_slides(old.pieces, new.pieces, ends)
        changed = []
        for index in range(ends.first, len(origins) - ends.behind):
            origin = origins[index]
            if origin is None or not self._is_same(old.pieces[origin], new.pieces[index], new):
                changed.append(index)
        fresh = [new.pieces[index] for index in changed]
        if runner_script([piece.rendered for piece in fresh]) and not runner_script(old.rendered.slides):
            return None  # what runs code is not in the page yet
        slides = tuple(self._assembled(piece, new) for piece in fresh)
        self._forget(new.pieces)
        files = {path: content for slide in slides for path, content in slide.files.items()}
        css = None
        if old.css != new.css or old.frame is not new.frame:
            before, _ = assemble_sheet(old.css, old.rendered.assets)
            css, more = assemble_sheet(new.css, new.rendered.assets)
            css = None if css == before else css
            files.update(more)
        layers = self._layers(old, new, files)
        islands = None
        if old.frame.island_script != new.frame.island_script:
            islands, more = assemble_script(new.frame.island_script, new.rendered.assets)
            files.update(more)
        toc = toc_object(new.rendered.toc) if old.rendered.toc != new.rendered.toc else None
        title = page_title(new.frame.config)
        title_now = None if title == page_title(old.frame.config) else title
        count, moved = len(old.pieces), tuple(origins)
        return Patch(moved, count, tuple(changed), slides, css, toc, title_now, files, layers, islands)

    def _layers(self, old: Recompiled, new: Recompiled, files: dict[str, bytes]) -> Mapping[str, str]:
        """Return the global layers that are not as they were."""
        if old.frame is new.frame:
            return {}
        before, _ = assemble_layers(_layers_of(old), old.rendered.assets)
        after, more = assemble_layers(_layers_of(new), new.rendered.assets)
        files.update(more)
        return {name: html for name, html in after.items() if html != before[name]}

    def _is_same(self, old: Piece, new: Piece, deck: Recompiled) -> bool:
        if old is new:
            return True
        if old.number != new.number and new.rendered.bindings not in {"", "[]"}:
            return False  # the runtime has bound them for a number
        if old.number != new.number and _ISLAND in new.rendered.html:
            return False  # so are components with state
        if old.is_moved(new):
            return True
        before, after = self._assembled(old, deck), self._assembled(new, deck)
        return _without_number(before.page) == _without_number(after.page) and before.script == after.script

    def _assembled(self, piece: Piece, deck: Recompiled) -> LiveSlide:
        made = self._made.get(id(piece))
        if made is None or made[0] is not piece:
            made = self._made[id(piece)] = (
                piece,
                assemble_slide(piece.rendered, deck.rendered.config, piece.assets),
            )
        return made[1]

    def _forget(self, shown: Sequence[Piece]) -> None:
        known = set(map(id, shown))
        self._made = {key: made for key, made in self._made.items() if key in known}


def _runs(origins: Sequence[int | None]) -> list[list[int]]:
    """Return the first of each run of old slides that follow each other, and how many they are."""
    first = origins[0] or 0 if origins else 0
    if origins == tuple(range(first, first + len(origins))):  # nearly always, and not looked at one by one
        return [[first, len(origins)]] if origins else []
    runs: list[list[int]] = []
    for origin in origins:
        if runs and sum(runs[-1]) == origin:
            runs[-1][1] += 1
        else:
            runs.append([origin or 0, 1])
    return runs


def match_slides(old: Sequence[Piece], new: Sequence[Piece], ends: Ends) -> list[int | None]:
    """Return for each new slide the old one that it is, by its text: the same, else one that is like it there."""
    first, before = ends.first, old[ends.first : len(old) - ends.behind]
    between = _match(before, new[first : len(new) - ends.behind])
    return [
        *range(first),
        *(None if origin is None else origin + first for origin in between),
        *range(len(old) - ends.behind, len(old)),
    ]


def _match(old: Sequence[Piece], new: Sequence[Piece]) -> list[int | None]:
    origins: list[int | None] = [
        index if index < len(old) and old[index] is piece else None for index, piece in enumerate(new)
    ]
    taken = {origin for origin in origins if origin is not None}
    left: dict[tuple[object, str], list[int]] = defaultdict(list)
    for index in range(len(old) - 1, -1, -1):
        if index not in taken:
            left[_text_of(old[index])].append(index)
    for index, piece in enumerate(new):
        if origins[index] is None and left.get(_text_of(piece)):
            origins[index] = left[_text_of(piece)].pop()
    if None in origins:
        _pair_edited(old, new, origins)
        _pair_moved(old, new, origins)
    return origins


def _pair_edited(old: Sequence[Piece], new: Sequence[Piece], origins: list[int | None]) -> None:
    """Find what slides of new texts were before: something like it, at the same place between the others."""
    taken = {origin for origin in origins if origin is not None}
    for start, end in _gaps(origins):
        first = (origins[start - 1] or 0) + 1 if start else 0
        before = []
        while first < len(old) and first not in taken:
            before.append(first)
            first += 1
        for index in range(start, end):
            best = max(before, key=lambda at: _likeness(old[at], new[index]), default=None)
            is_alone = len(before) == end - start == 1
            if best is not None and (is_alone or _likeness(old[best], new[index]) > _LIKE):
                origins[index] = best
                taken.add(best)
                before = [at for at in before if at > best]


def _pair_moved(old: Sequence[Piece], new: Sequence[Piece], origins: list[int | None]) -> None:
    """Find what was edited and moved at once, where that can be few slides alone."""
    left = sorted(set(range(len(old))) - {origin for origin in origins if origin is not None})
    fresh = [index for index, origin in enumerate(origins) if origin is None]
    if len(left) * len(fresh) > _MOST_PAIRS:
        return
    for index in fresh:
        best = max(left, key=lambda at: _likeness(old[at], new[index]), default=None)
        if best is not None and _likeness(old[best], new[index]) > _LIKE_ELSEWHERE:
            origins[index] = best
            left.remove(best)


def _gaps(origins: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for index, origin in enumerate((*origins, 0)):
        if origin is None and start is None:
            start = index
        elif origin is not None and start is not None:
            yield start, index
            start = None


def _likeness(old: Piece, new: Piece) -> float:
    before, after = (piece.slide.source.raw[:_COMPARED] for piece in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def _text_of(piece: Piece) -> tuple[object, str]:
    return piece.slide.source.file.path, piece.slide.source.raw.strip()


def _without_number(page: str) -> str:
    """Return a slide's element without what names its number, which the page keeps right by itself."""
    return page.partition(' aria-label="')[2].partition('"')[2]


def _shell_of(deck: Recompiled) -> tuple[object, ...]:
    frame = deck.frame
    layers = [
        (name, layer.html if _is_bound(layer) else "", layer.bindings) for name, layer in frame.layers.items()
    ]
    contents = (
        {token: asset.content for token, asset in frame.assets.items()}
        if any(_is_bound(layer) for layer in frame.layers.values())
        else {}
    )
    config = replace(frame.config, title="", merged=frame.config.merged.without("title"))
    return config, layers, frame.snippets, contents


def _is_bound(layer: RenderedLayer) -> bool:
    """Return whether a layer's elements are changed by expressions, which are in the page's script."""
    return layer.bindings not in {"", "[]"}


def _layers_of(deck: Recompiled) -> dict[str, str]:
    return {name: layer.html for name, layer in deck.frame.layers.items()}
