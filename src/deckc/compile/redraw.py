"""Keep a deck's Vue components from one compilation to the next, and tell which slides' drawings hold.

keeper.begin(scope, files)         opens them once more, where the last compilation had any
keeper.take(scope, 3)              what slide 3 has taken of them
keeper.holds(shown, 3)             whether that is what the slide would take now
keeper.end(scope, shown)           what all slides have taken, for what stands around them

Components consist of files, and read of slide and deck what is noted while they are drawn: where both are the same, so is
what they show.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize import DeckScope, NumberedSlide, TakenComponents
from deckc.dataclass import dataclass
from deckc.model.shared_ends import shared_ends
from deckc.model.source import Value
from deckc.model.traced_files import Stamp, TracedFiles

if TYPE_CHECKING:
    from deckc.model.vue_runner import ComponentDeck

_OF_NOTHING = frozenset(("provides", "slots", "frontmatter"))
"""Reads that stay the same for a slide of the same text."""
_OF_NUMBER = frozenset(("page", "slide"))
_OF_COUNT = "total"
_OF_NEIGHBOURS = "nav"


@dataclass(frozen=True, slots=True)
class ShownComponents:
    """What a slide shows of components."""

    taken: TakenComponents
    seen: Hashable
    """What they saw of the deck."""


class ComponentKeeper:
    """Keeps the components of one deck."""

    def __init__(self) -> None:
        self._deck: ComponentDeck | None = None
        self._finished: ComponentDeck | None = None
        """Those of the last compilation that came to its end."""
        self._looked_at: dict[Path, Stamp] = {}
        """The files that they are made from."""
        self._files: TracedFiles | None = None
        self._is_same = True
        """Whether they are made from the same as in the last compilation."""
        self._slides: tuple[NumberedSlide, ...] = ()
        """Those of this compilation."""
        self._routes: tuple[Hashable, ...] = ()
        self._values: Mapping[str, Value] | None = None
        self._values_key: object = None

    @property
    def asked(self) -> set[Path]:
        """Every file or folder that components asked for in this compilation."""
        return set() if self._files is None else self._files.asked

    @property
    def has_any(self) -> bool:
        """Whether the last compilation had components."""
        return self._deck is not None

    def begin(self, scope: DeckScope, files: TracedFiles) -> None:
        """Open the components that the last compilation had."""
        self._look_around(scope.outline.slides)
        opened = scope.vue
        opened.files = self._files = files.apart()
        if self._deck is None:
            return
        from deckc.compile.realize.vue.workshop import deck_values, open_components

        if self._values is None or self._values_key != (scope.config, self._routes):
            self._values, self._values_key = deck_values(scope), (scope.config, self._routes)
        opened.values = self._values
        opened.before, opened.is_unchanged = self._deck, not files.changed(self._looked_at)
        self._deck = open_components(scope, None)
        self._is_same = self._deck is self._finished

    def take(self, scope: DeckScope, number: int) -> ShownComponents | None:
        """Return what a slide (from 1) has taken since the last call; None where that is nothing."""
        taken, scope.vue.taken = scope.vue.taken, TakenComponents()
        if not taken.drawn and not taken.is_open:
            return None
        return ShownComponents(taken, self._seen(taken.reads, number))

    def holds(self, shown: ShownComponents, number: int) -> bool:
        """Return whether a slide would show the same components as it did, at the number that it has now."""
        taken, deck = shown.taken, self._deck
        if deck is None or taken.is_open or shown.seen != self._seen(taken.reads, number):
            return False
        return self._is_same or all(deck.consists_of(use, modules) for use, modules in taken.drawn)

    def end(self, scope: DeckScope, shown: Iterable[ShownComponents]) -> Hashable:
        """Have just that taken which the slides show; return what stands for it."""
        taken = [each.taken for each in shown]
        scope.vue.taken = TakenComponents(files=set().union(*(each.files for each in taken)))
        deck = self._deck = scope.vue.deck
        if deck is None:
            return None
        islands = {name: use for each in taken for name, use in each.islands.items()}
        deck.retake(chain.from_iterable(each.drawn for each in taken), islands)
        return deck.state(), frozenset(scope.vue.taken.files)

    def finish(self) -> None:
        """Remember which files components are made from, and have kept what was drawn: the compilation is done."""
        if self._deck is not None:
            self._deck.keep()
        if self._files is not None:
            stamps = self._files.seen.stamps
            self._looked_at = {**self._looked_at, **stamps} if self._is_same else dict(stamps)
        self._finished = self._deck

    def _seen(self, reads: Collection[str], number: int) -> Hashable:
        """Return what those who read this of slide `number` and the deck see, apart from the slide's own text."""
        left = set(reads) - _OF_NOTHING
        if not left:
            return None
        if not left - _OF_NUMBER:
            return number
        count = len(self._slides)
        if left == {_OF_COUNT}:
            return None, count
        if left <= {_OF_COUNT, *_OF_NUMBER}:
            return number, count
        if left <= {_OF_COUNT, _OF_NEIGHBOURS, *_OF_NUMBER}:
            return number, count, self._routes[max(0, number - 2) : number + 1]
        return number, self._routes

    def _look_around(self, slides: tuple[NumberedSlide, ...]) -> None:
        """Note what components can read of slides other than their own, as values to compare."""
        ends = shared_ends(self._slides, slides)
        routes = ends.carried(self._routes, len(slides))
        for at in range(ends.first, len(slides) - ends.behind):
            slide = slides[at]  # its settings as text: 1, 1.0 and true are equal as values
            routes[at] = (slide.title, slide.level, slide.path, repr(slide.frontmatter.values_by_key))
        self._slides, seen = slides, tuple(routes)
        self._routes = self._routes if seen == self._routes else seen  # the same object compares at once
