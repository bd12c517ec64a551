"""Give a page its fonts: families of Fontsource, in the weights that are asked for, with the characters that are shown.

    FontEmbedder(Path("/deck")).embed(wish)     EmbeddedFonts(faces=(EmbeddedFace("Inter", 400, ...), ...))

A text goes to the first family of its stack that has its characters, and what that lacks to the next.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.model.font_embedding import EmbeddedFace, EmbeddedFonts, FontWish
from deckc.packages.font_cut import characters_in, cut_font
from deckc.packages.fontsource import FontFamily, FontSlice, find_family
from deckc.packages.npm_store import NpmStore
from deckc.packages.problem import PackageError


@dataclass(frozen=True, slots=True)
class _Look:
    """A face of a family, before it is known which of its files are needed."""

    family: str
    weight: int
    italic: bool


class FontEmbedder:
    """Embeds fonts in the pages of decks in or below `folder`."""

    def __init__(self, folder: Path) -> None:
        self._store = NpmStore(folder)
        self._families: dict[str, FontFamily] = {}
        self._problems: dict[str, str] = {}

    def embed(self, wish: FontWish) -> EmbeddedFonts:
        """Return the faces for all texts of a page."""
        names = list(dict.fromkeys(name for text in wish.texts for name in text.families))
        self._find_all(names)
        needs: defaultdict[_Look, set[str]] = defaultdict(set)
        for look, characters in self._share(wish):
            needs[look] |= characters
        faces = [
            face
            for look, characters in sorted(needs.items(), key=_order)
            for face in self._cut(look, characters, wish)
        ]
        used = {face.family for face in faces}
        return EmbeddedFonts(
            tuple(faces),
            {name: self._families[name].credit for name in sorted(used)},
            {name: self._problems[name] for name in names if name in self._problems},
        )

    def _find_all(self, names: list[str]) -> None:
        """Find families, all at the same time: each may have to be fetched."""
        threads = [
            threading.Thread(target=self._find, args=(name,), daemon=True)
            for name in names
            if name not in self._families
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _find(self, name: str) -> None:
        try:
            self._families[name] = find_family(self._store, name)
            self._problems.pop(name, None)
        except (PackageError, OSError) as error:
            self._problems[name] = str(error)

    def _share(self, wish: FontWish) -> Iterator[tuple[_Look, set[str]]]:
        """Yield what each face has to show: characters go to the first family that has them."""
        for text in wish.texts:
            left = set(text.characters)
            for name in text.families:
                family = self._families.get(name)
                if family is None or not left:
                    continue
                look = _look_of(family, text.weight, wish, italic=text.italic)
                try:
                    had = {one for _, own in self._files(look, left) for one in own}
                except PackageError as error:
                    self._problems[name] = str(error)
                    continue
                if had:
                    yield look, had
                left -= had

    def _files(self, look: _Look, characters: Iterable[str]) -> Iterator[tuple[FontSlice, frozenset[str]]]:
        """Yield the files of a face that have some of the characters, and those that none before it had."""
        left = set(characters)
        for part in self._families[look.family].slices(look.weight, italic=look.italic):
            meant = part.choose(sorted(map(ord, left)))
            had = meant & characters_in(part) if meant else meant
            if had:
                yield part, had
                left -= had

    def _cut(self, look: _Look, characters: set[str], wish: FontWish) -> Iterator[EmbeddedFace]:
        """Yield a face for each file that a look needs."""
        parts = list(self._files(look, characters))
        for part, own in parts:
            try:
                content = cut_font(part, own, look.weight, wish.features)
            except PackageError as error:
                self._problems[look.family] = str(error)
                continue
            yield EmbeddedFace(look.family, look.weight, look.italic, own, content, is_part=len(parts) > 1)


def _look_of(family: FontFamily, weight: int, wish: FontWish, *, italic: bool) -> _Look:
    """Return the face that a browser takes for a text, among those that the deck loads."""
    loaded = {match_weight(wanted, family.weights) for wanted in wish.weights}
    return _Look(family.name, match_weight(weight, loaded), italic and wish.italic and family.has_italics)


def match_weight(wanted: int, weights: Iterable[int]) -> int:
    """Return the weight that CSS takes where the one that is wanted may be missing (CSS Fonts 4, 5.2)."""
    sorted_weights = sorted(weights)
    lighter = [weight for weight in reversed(sorted_weights) if weight < wanted]
    heavier = [weight for weight in sorted_weights if weight >= wanted]
    if wanted < 400:
        order = [*(weight for weight in heavier if weight == wanted), *lighter, *heavier]
    elif wanted <= 500:
        order = [*(weight for weight in heavier if weight <= 500), *lighter, *heavier]
    else:
        order = [*heavier, *lighter]
    return order[0] if order else wanted


def _order(need: tuple[_Look, set[str]]) -> tuple[str, int, bool]:
    look, _ = need
    return look.family, look.weight, look.italic
