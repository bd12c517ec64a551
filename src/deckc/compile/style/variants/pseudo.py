r"""Pseudo classes and elements, of the element itself and of a group, peer, parent or previous sibling.

hover:x  first-letter:x  nth-[2n+1]:x  not-first:x       .x:hover  .x::first-letter ...
group-hover:x  peer-checked/name:x  group-[.open]:x      .group:hover .x  .peer\/name:checked~.x ...
"""

from __future__ import annotations

import re

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.escape import escape_identifier
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.variants.draft import Draft, Step, Taken, Variant, lead_of, take_bracket

_ORDER = (
    "first-letter first-line any-link link visited target open default checked indeterminate placeholder-shown "
    "autofill optional required valid invalid user-valid user-invalid in-range out-of-range read-only read-write "
    "empty focus-within hover focus focus-visible active enabled disabled popover-open root even-of-type even "
    "odd-of-type odd nth nth-last nth-last-of-type nth-of-type first-of-type first last-of-type last only-child "
    "only-of-type backdrop-element placeholder before after file details-content"
).split()
"""The order of their rules in the sheet."""

PSEUDO_NAMES = frozenset(word for name in _ORDER for word in name.split("-"))
"""The words of their names."""

_HOLE = "__pseudo_placeholder__"

_SPELLED = {
    "first-letter": "::first-letter",
    "first-line": "::first-line",
    "open": "[open]",
    "even-of-type": ":nth-of-type(even)",
    "even": ":nth-child(even)",
    "odd-of-type": ":nth-of-type(odd)",
    "odd": ":nth-child(odd)",
    "nth": f":nth-child({_HOLE})",
    "nth-last": f":nth-last-child({_HOLE})",
    "nth-last-of-type": f":nth-last-of-type({_HOLE})",
    "nth-of-type": f":nth-of-type({_HOLE})",
    "first": ":first-child",
    "last": ":last-child",
    "backdrop-element": "::backdrop",
    "placeholder": "::placeholder",
    "before": "::before",
    "after": "::after",
    "file": "::file-selector-button",
    "details-content": "::details-content",
}

_PSEUDO = {name: _SPELLED.get(name, f":{name}") for name in _ORDER}
_SORT = {name: place for place, name in enumerate(_ORDER)}
_LONGEST_FIRST = sorted(_ORDER, key=len, reverse=True)
_CLASSES = [name for name in _LONGEST_FIRST if not _PSEUDO[name].startswith("::")]
_FUNCTIONS = ("not", "is", "where", "has")

_OWN_SELECTOR = frozenset(("::file-selector-button",))
"""Pseudo elements that are written right behind the selector, before other pseudo classes."""

_ARGUMENT = LazyPattern(r"(?:-(\d+|\[(?:\w|[+-.])+\]))?[:-]")
_LABEL = LazyPattern(r"(/[\w-]+)?[:-]")


def _by_lead(names: list[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for name in names:
        table.setdefault(lead_of(name), []).append(name)
    return table


_BY_LEAD = _by_lead(_LONGEST_FIRST)
_CLASSES_BY_LEAD = _by_lead(_CLASSES)


def _match_own(text: str, _: Design) -> Taken | None:
    for name in _BY_LEAD.get(lead_of(text), ()):
        if not text.startswith(name):
            continue
        if text[len(name) : len(name) + 1] == ":":
            return Taken(text[len(name) + 1 :], _STEPS[name])
        match = _ARGUMENT.match(text, len(name))
        if match:
            return Taken(text[match.end() :], _own_step(_PSEUDO[name], match[1], _SORT[name]))
    if text.startswith("backdrop:"):
        return Taken(text[9:], _own_step("::backdrop", None, 0))
    return None


def _own_step(pseudo: str, argument: str | None, sort: int) -> Step:
    if argument:
        pseudo = pseudo.replace(_HOLE, (bracket(argument) if argument[0] == "[" else argument) or _HOLE)
    is_element = "::" in pseudo and pseudo not in _OWN_SELECTOR

    def step(draft: Draft) -> None:
        if is_element:
            draft.pseudo += pseudo
        else:
            draft.selector += pseudo
        draft.sort = sort
        draft.no_merge = True

    return step


_STEPS = {name: _own_step(_PSEUDO[name], None, _SORT[name]) for name in _ORDER}


def _match_both(text: str, _: Design) -> tuple[Taken, ...] | None:
    for name in ("selection", "marker"):
        if text.startswith((f"{name}:", f"{name}-")):
            rest = text[len(name) + 1 :]
            return tuple(Taken(rest, _append_pseudo(pseudo)) for pseudo in (f"::{name}", f" *::{name}"))
    return None


def _append_pseudo(pseudo: str) -> Step:
    def step(draft: Draft) -> None:
        draft.pseudo += pseudo

    return step


def _match_function(text: str, _: Design) -> Taken | None:
    function, dash, argument = text.partition("-")
    if not dash or function not in _FUNCTIONS:
        return None
    for name in _CLASSES_BY_LEAD.get(lead_of(argument), ()):
        if argument.startswith((f"{name}:", f"{name}-")):
            return Taken(argument[len(name) + 1 :], _append_selector(f":{function}({_PSEUDO[name]})"))
    end = argument.rfind("]:")
    if argument[:1] == "[" and end > 1:
        # Two brackets read as one are no selector; the rule is kept, and does nothing, as in UnoCSS.
        selector = bracket(argument[: end + 1]) or "undefined"
        return Taken(argument[end + 2 :], _append_selector(f":{function}({selector})"))
    return None


def _append_selector(text: str) -> Step:
    def step(draft: Draft) -> None:
        draft.selector += text

    return step


def _tagged(tag: str, combinator: str) -> Variant:
    """Return the variant that looks at a relative with the class `tag`."""
    parent = f".{tag}"
    repeated = re.compile(rf"^({re.escape(parent)}:)(\S+){re.escape(combinator)}\1")

    def match(text: str, _: Design) -> Taken | None:
        found = _tagged_bracket(tag, text) or _tagged_class(tag, text) or _tagged_function(tag, text)
        if found is None:
            return None
        rest, condition, sort = found

        def step(draft: Draft) -> None:
            draft.prefix = repeated.sub(r"\1\2:", f"{condition}{combinator}{draft.prefix}")
            draft.sort = sort

        return Taken(rest, step)

    return Variant((tag,), match)


def _tagged_bracket(tag: str, text: str) -> tuple[str, str, int] | None:
    if not text.startswith(f"{tag}-["):
        return None
    group = take_bracket(f"{tag}-", text)
    value = bracket(group[0]) if group else None
    if group is None or value is None:
        return None
    after = group[2] + group[1]
    label = re.split("[:-]", after, maxsplit=1)[0]
    prefix = f".{tag}{escape_identifier(label)}"
    condition = value.replace("&", prefix) if "&" in value else prefix + value
    return after[len(label) + 1 :], condition, -1


def _tagged_class(tag: str, text: str) -> tuple[str, str, int] | None:
    if not text.startswith(f"{tag}-"):
        return None
    start = len(tag) + 1
    head, dash, _ = text[start:].partition("-")
    functions = (head, "") if dash and head in _FUNCTIONS else ("",)
    for function in functions:
        at = start + len(function) + 1 if function else start
        for name in _CLASSES_BY_LEAD.get(lead_of(text[at:]), ()):
            match = _LABEL.match(text, at + len(name)) if text.startswith(name, at) else None
            if match:
                pseudo = f":{function}({_PSEUDO[name]})" if function else _PSEUDO[name]
                condition = f".{tag}{escape_identifier(match[1] or '')}{pseudo}"
                return text[match.end() :], condition, _SORT[name]
    return None


def _tagged_function(tag: str, text: str) -> tuple[str, str, int] | None:
    if "-[" not in text:
        return None
    match = re.match(rf"{tag}-({'|'.join(_FUNCTIONS)})-\[(.+)\](/[\w-]+)?:", text, re.ASCII)
    if match is None:
        return None
    condition = f".{tag}{escape_identifier(match[3] or '')}:{match[1]}({match[2]})"
    return text[match.end() :], condition, -1


OWN = Variant((*_BY_LEAD, "backdrop"), _match_own)
BOTH = Variant(("selection", "marker"), _match_both, is_repeatable=False)
FUNCTION = Variant(_FUNCTIONS, _match_function)
TAGGED = (_tagged("group", " "), _tagged("peer", "~"), _tagged("parent", ">"), _tagged("previous", "+"))
