"""Tell of each run in which language its words are: programs choose the forms of letters and the spelling by it.

languages_of(scene, "en").of("自己紹介")     "ja-JP" where the deck is in Japanese, "zh-CN" where it is in Chinese
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckc.dataclass import dataclass
from deckc.export.pptx.palette import runs_of
from deckc.export.scene.values import Scene

_ASIAN = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")
_ASIAN_LANGUAGES = ("zh", "ja", "ko")
_LEAST_KANA = 0.1
"""Of all letters in a Japanese deck; one in Chinese quotes fewer."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a deck."""

    western: str
    asian: str
    """Of words in Chinese characters alone, which do not tell it."""
    is_said: bool
    """Whether the author says that the deck is in that Asian language."""

    def of(self, text: str) -> str:
        """Return the language of a text."""
        if not _ASIAN.search(text):
            return self.western
        if self.is_said:
            return self.asian
        return "ja-JP" if _KANA.search(text) else "ko-KR" if _HANGUL.search(text) else self.asian

    def is_asian(self, text: str) -> bool:
        """Whether a text holds letters of Chinese, Japanese or Korean."""
        return _ASIAN.search(text) is not None


def languages_of(scene: Scene, said: str) -> Languages:
    """Return the languages of a deck of which the author says `said`."""
    if said.startswith(_ASIAN_LANGUAGES):
        return Languages("en-US", said, is_said=True)
    items = (item for slide in scene.slides for item in slide.states[-1].items)
    return Languages(said, _asian_of(run.text for item in items for run, _ in runs_of(item)), is_said=False)


def _asian_of(texts: Iterable[str]) -> str:
    letters = kana = hangul = 0
    for text in texts:
        letters += len(_ASIAN.findall(text))
        kana += len(_KANA.findall(text))
        hangul += len(_HANGUL.findall(text))
    if kana > letters * _LEAST_KANA:
        return "ja-JP"
    return "ko-KR" if hangul * 2 > letters else "zh-CN"
