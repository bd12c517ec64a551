"""The utility-CSS engine: candidates in, CSS out. It knows nothing of slides and can be used alone.

design = default_design()
sheet = compile_utilities(extract_candidates('<p class="mt-4" text="red">'), design)
sheet.css("default")      .mt-4{margin-top:1rem;} [text~="red"]{...}
"""

from __future__ import annotations

from deckc.compile.style.candidate import Row
from deckc.compile.style.design import CustomRule, Design, Shortcut, default_design
from deckc.compile.style.extract import extract_candidates
from deckc.compile.style.groups import expand_group, expand_variant_groups
from deckc.compile.style.utility_sheet import UtilitySheet, compile_utilities, parse_utility

__all__ = [
    "CustomRule",
    "Design",
    "Row",
    "Shortcut",
    "UtilitySheet",
    "compile_utilities",
    "default_design",
    "expand_group",
    "expand_variant_groups",
    "extract_candidates",
    "parse_utility",
]
