"""Find class names that were meant to be utilities, and the utilities that were meant.

    text-redd-500  itmes-center  hvoer:mt-4      text-red-500  items-center  hover:mt-4
    my-class  grid-item  col-1                   nothing: ordinary names

A name is taken for a slip only where one wrong word, put right, makes it a utility. Words that utilities know are never
wrong, so that `col-1` is not taken for `cols-1`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from deckc.compile.style.design import Design
from deckc.compile.style.design.keyframes import KEYFRAMES
from deckc.compile.style.rules import Rule, expand_pattern
from deckc.compile.style.utilities import FAMILIES, own, prose
from deckc.compile.style.utility_sheet import parse_utility
from deckc.compile.style.variants.pseudo import PSEUDO_NAMES
from deckc.diagnostics.suggest import count_slips

_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_PART = re.compile(r"[^:-]+")
_SHORTEST = 4
"""Letters of the shortest word that may be a slip; shorter words are near to too many."""
_SHORTEST_ALONE = 6
"""The same for a name of one word."""
_VARIANTS = frozenset(
    (
        "dark light print important group peer parent previous not has is where all children next sibling siblings "
        "aria data supports media rtl ltr landscape portrait motion contrast starting forward backward max min"
    ).split()
)


def unknown_utilities(classes: Iterable[str], design: Design) -> dict[str, str]:
    """Return the class names that are a slip of a utility, each with the utility that is nearest."""
    words = dict.fromkeys(sorted(_known_words() | _theme_words(design)))
    found: dict[str, str] = {}
    for name in dict.fromkeys(classes):
        if parse_utility(name, design) is None:
            meant = _meant(name, words, design)
            if meant is not None:
                found[name] = meant
    return found


def _meant(name: str, words: Collection[str], design: Design) -> str | None:
    if "[" in name or "$" in name:
        return None
    parts = list(_PART.finditer(name))
    wrong = [part for part in parts if _is_wrong(part[0], words)]
    if len(wrong) != 1 or len(wrong[0][0]) < (_SHORTEST if len(parts) > 1 else _SHORTEST_ALONE):
        return None
    for word in _near(wrong[0][0], words, is_alone=len(parts) == 1):
        repaired = name[: wrong[0].start()] + word + name[wrong[0].end() :]
        if parse_utility(repaired, design) is not None:
            return repaired
    return None


def _is_wrong(part: str, words: Collection[str]) -> bool:
    return _WORD.fullmatch(part) is not None and part not in words


def _near(wrong: str, words: Collection[str], *, is_alone: bool) -> Iterator[str]:
    """Return the known words that are one slip away; hands seldom miss the first letter.

    Alone, a word with another ending or another letter is a name of its own: `blocks`, `contained`, `bolder`.
    """
    for word in words:
        if abs(len(word) - len(wrong)) > 1 or word[0] != wrong[0] or word in _TAKE_ANYTHING:
            continue
        if is_alone and (wrong[:-1] in {word, word[:-1]} or _is_other_letter(wrong, word)):
            continue
        if count_slips(wrong, word) == 1:
            yield word


def _is_other_letter(wrong: str, word: str) -> bool:
    """Tell whether a letter was replaced, not left out, doubled or swapped."""
    return len(wrong) == len(word) and sorted(wrong) != sorted(word)


@cache
def _known_words() -> frozenset[str]:
    """Return the words of all utilities and variants."""
    names = [*PSEUDO_NAMES, *_VARIANTS, *KEYFRAMES]
    for family in (*FAMILIES, prose.PROSE, own.OWN):
        for rule in family:
            if isinstance(rule, Rule):
                names += [literal for literal, _, _ in expand_pattern(rule.pattern)]
            else:
                names.append(rule[0])
    return frozenset(word for name in names for word in _WORD.findall(name))


_TAKE_ANYTHING = frozenset(("grow", "shrink"))
"""Words that are utilities whatever follows."""


def _theme_words(design: Design) -> frozenset[str]:
    keys = [str(key) for scale in design.theme.values() if isinstance(scale, dict) for key in scale] + [
        shortcut.matcher for shortcut in design.shortcuts if not shortcut.is_pattern
    ]
    return frozenset(word for key in keys for word in _WORD.findall(key))
