"""The classes of a click element when its slide is entered (spec 6.8); later on the runtime sets them.

data-dc-click="2"                       at click 0   slidev-vclick-hidden
data-dc-click="0"                       at click 0   slidev-vclick-current
data-dc-click="1-3" data-dc-hide        at click 2   slidev-vclick-hidden, -hidden-explicitly, -prior
data-dc-switch="1-2"                    at click 0   slidev-vclick-display-none
                                        at click 2   slidev-vclick-display-none, -prior
"""

from __future__ import annotations

import re

from deckc.model.nodes import Attribute

_RANGE = re.compile(r"(-?[\d.]+)(?:-(-?[\d.]+)?)?")


def click_classes(attributes: tuple[Attribute, ...], clicks: float) -> list[str]:
    """Return the classes of an element with these attributes at a click; none for any other element."""
    values = {attribute.name: attribute.value or "" for attribute in attributes}
    if "data-dc-switch" in values:
        is_active, is_current = _phase(values["data-dc-switch"], clicks)
        if is_active:
            return ["slidev-vclick-current"] if is_current else []
        is_over = not _is_ahead(values["data-dc-switch"], clicks)
        return ["slidev-vclick-display-none", *(["slidev-vclick-prior"] if is_over else [])]
    if "data-dc-click" not in values:
        return []
    is_active, is_current = _phase(values["data-dc-click"], clicks)
    classes = []
    if ("data-dc-hide" in values) == is_active:
        classes.append("slidev-vclick-hidden")
    if is_active:
        if "data-dc-hide" in values:
            classes.append("slidev-vclick-hidden-explicitly")
        classes.append("slidev-vclick-current" if is_current else "slidev-vclick-prior")
    return classes


def _phase(span: str, clicks: float) -> tuple[bool, bool]:
    """Return whether a range is active at a click, and whether it has just become so."""
    match = _RANGE.fullmatch(span)
    if match is None:
        return False, False
    start, end = float(match[1]), match[2]
    return clicks >= start and (end is None or clicks < float(end)), clicks == start


def _is_ahead(span: str, clicks: float) -> bool:
    """Return whether a range starts later."""
    match = _RANGE.fullmatch(span)
    return match is not None and clicks < float(match[1])
