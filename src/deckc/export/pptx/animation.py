"""Write a slide's click steps as PowerPoint's animations.

[[Effect(4, None, appears=True)], [Effect(5, 2, appears=False)]]     <p:timing>: two clicks
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Literal

from deckc.dataclass import dataclass
from deckc.export.pptx.markup import P_NAMESPACE

_FADE_MS = 250
_FADE, _APPEAR = 10, 1
"""PowerPoint's numbers for its effects."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A shape, or one of its paragraphs, that comes or goes."""

    shape: int
    """The shape's id."""
    paragraph: int | None
    appears: bool
    is_instant: bool = False
    kind: Literal["text", "box", "other"] = "text"
    """Of the shape: the format lists what is done to texts and to boxes once more."""


class _Passes:
    """Numbers what is done to each text and box: first it comes, as pass 0, then it goes, as pass 1."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, int | None]] = Counter()
        self._builds: dict[tuple[int, int], str] = {}

    def group_of(self, effect: Effect) -> str:
        """Return the attribute that names an effect's pass."""
        if effect.kind == "other":
            return ""
        key = (effect.shape, effect.paragraph)
        number = self._counts[key]
        self._counts[key] += 1
        look = ' animBg="1"' if effect.kind == "box" else "" if effect.paragraph is None else ' build="p"'
        self._builds[effect.shape, number] = look
        return f' grpId="{number}"'

    def builds(self) -> str:
        """Return the list of all passes."""
        entries = "".join(
            f'<p:bldP spid="{shape}" grpId="{number}"{look}/>'
            for (shape, number), look in sorted(self._builds.items())
        )
        return f"<p:bldLst>{entries}</p:bldLst>" if entries else ""


def timing_of(clicks: Sequence[Sequence[Effect]]) -> str:
    """Return `<p:timing>` for the effects of each click; empty where nothing moves."""
    if not any(clicks):
        return ""
    numbers = count(3)
    passes = _Passes()
    steps = "".join(_click(effects, numbers, passes) for effects in clicks if effects)
    return (
        f'<p:timing {P_NAMESPACE}><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
        '<p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq">'
        f"<p:childTnLst>{steps}</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
        f"</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>{passes.builds()}</p:timing>"
    )


def _click(effects: Sequence[Effect], numbers: Iterator[int], passes: _Passes) -> str:
    outer, inner = next(numbers), next(numbers)
    written = "".join(
        _effect(effect, numbers, passes.group_of(effect), is_first=at == 0)
        for at, effect in enumerate(effects)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
        f'<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f"<p:childTnLst>{written}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _effect(effect: Effect, numbers: Iterator[int], group: str, *, is_first: bool) -> str:
    number = next(numbers)
    preset = _APPEAR if effect.is_instant else _FADE
    kind = "entr" if effect.appears else "exit"
    node = "clickEffect" if is_first else "withEffect"
    target = _target(effect)
    switch_ms = 0 if effect.appears or effect.is_instant else _FADE_MS - 1
    switch = (
        f'<p:set><p:cBhvr><p:cTn id="{next(numbers)}" dur="1" fill="hold">'
        f'<p:stCondLst><p:cond delay="{switch_ms}"/></p:stCondLst></p:cTn>{target}'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        f'<p:to><p:strVal val="{"visible" if effect.appears else "hidden"}"/></p:to></p:set>'
    )
    fade = ""
    if not effect.is_instant:
        direction = "in" if effect.appears else "out"
        fade = (
            f'<p:animEffect transition="{direction}" filter="fade"><p:cBhvr>'
            f'<p:cTn id="{next(numbers)}" dur="{_FADE_MS}"/>{target}</p:cBhvr></p:animEffect>'
        )
    behaviours = switch + fade if effect.appears else fade + switch
    return (
        f'<p:par><p:cTn id="{number}" presetID="{preset}" presetClass="{kind}" presetSubtype="0" fill="hold"{group}'
        f' nodeType="{node}"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f"<p:childTnLst>{behaviours}</p:childTnLst></p:cTn></p:par>"
    )


def _target(effect: Effect) -> str:
    if effect.paragraph is None:
        return f'<p:tgtEl><p:spTgt spid="{effect.shape}"/></p:tgtEl>'
    at = effect.paragraph
    return f'<p:tgtEl><p:spTgt spid="{effect.shape}"><p:txEl><p:pRg st="{at}" end="{at}"/></p:txEl></p:spTgt></p:tgtEl>'
