"""What a deck sets up beside its slides: macros of formulas, utilities of its own, themes of code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from deckc.dataclass import dataclass
from deckc.model.config import CodeThemes
from deckc.model.utilities import UtilitySettings


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Settings from files that are read for the deck as a whole."""

    macros: Mapping[str, str] = field(default_factory=dict)
    """Of formulas."""
    utilities: UtilitySettings = field(default_factory=UtilitySettings)
    code_themes: CodeThemes = field(default_factory=CodeThemes)
