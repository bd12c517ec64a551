r"""Conditions on aria-* and data-* attributes, of the element itself and of relatives.

aria-checked:x  data-[state=open]:x          .x[aria-checked="true"]  .x[data-state=open]
group-data-[a]/name:x  peer-aria-busy:x      .group\/name[data-a] .x  .peer[aria-busy="true"]~.x
has-data-[a]:x                               .x:has([data-a])
"""

from __future__ import annotations

import re

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.escape import escape_identifier
from deckc.compile.style.variants.draft import Draft, Taken, Variant, take_parameter


def _condition(kind: str, parameter: str, design: Design) -> str:
    value = bracket(parameter)
    if value is None:
        value = design.pick(kind, parameter) or ""
    return f"[{kind}-{value}]" if value else ""


def _own(kind: str) -> Variant:
    def match(text: str, design: Design) -> Taken | None:
        taken = take_parameter(f"{kind}-", text)
        condition = _condition(kind, taken[0], design) if taken else ""
        if taken is None or not condition:
            return None

        def step(draft: Draft) -> None:
            draft.selector += condition

        return Taken(taken[1], step)

    return Variant((kind,), match)


def _tagged(tag: str, kind: str, combinator: str) -> Variant:
    def match(text: str, design: Design) -> Taken | None:
        taken = take_parameter(f"{tag}-{kind}-", text)
        condition = _condition(kind, taken[0], design) if taken else ""
        if taken is None or not condition:
            return None
        relative = f".{tag}"
        label = escape_identifier(f"/{taken[2]}") if taken[2] else ""
        present = re.compile(rf"{re.escape(relative + label)}(?:\[.+?\])+")

        def step(draft: Draft) -> None:
            found = present.search(draft.prefix)
            if found:
                place = found.start() + len(relative) + len(label)
                draft.prefix = draft.prefix[:place] + condition + draft.prefix[place:]
            else:
                place = max(draft.prefix.find(relative), 0)
                before, after = draft.prefix[:place], draft.prefix[place:]
                draft.prefix = f"{before}{relative}{label}{condition}{combinator}{after}"

        return Taken(taken[1], step)

    return Variant((tag,), match)


def _inside(kind: str) -> Variant:
    def match(text: str, design: Design) -> Taken | None:
        taken = take_parameter(f"has-{kind}-", text)
        condition = _condition(kind, taken[0], design) if taken else ""
        if taken is None or not condition:
            return None

        def step(draft: Draft) -> None:
            draft.pseudo += f":has({condition})"

        return Taken(taken[1], step)

    return Variant(("has",), match)


def _relatives(kind: str) -> tuple[Variant, ...]:
    return (
        _tagged("group", kind, " "),
        _tagged("peer", kind, "~"),
        _tagged("parent", kind, ">"),
        _tagged("previous", kind, "+"),
        _inside(kind),
    )


ARIA = _own("aria")
DATA = _own("data")
RELATIVE_DATA = _relatives("data")
RELATIVE_ARIA = _relatives("aria")
