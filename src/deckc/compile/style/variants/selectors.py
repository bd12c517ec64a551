"""Variants that write the selector: descendants and siblings, free selectors, ancestors.

children:x  next:x  all-[p]:x  *:x      .x>*  .x+*  .x p  .x > *
[&_p]:x  selector-[.a]:x  scope-[.a]:x  .x p  .a  .a .x
dark:x  rtl:x  forward:x                .dark .x  [dir="rtl"] .x  .slidev-nav-go-forward .x
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.brackets import leading_group
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.variants.draft import (
    SEPARATORS,
    Draft,
    Step,
    Taken,
    Variant,
    named,
    prefixed,
    take_bracket,
)

_PART = LazyPattern(r"(part-\[(.+)\]:)(.+)")
_PROSE_ELEMENT = LazyPattern(r"prose-(\w+)[:-].+")
_NOT_PROSE = ':not(:where([class~="not-prose"],[class~="not-prose"] *))'
_PROSE_ELEMENTS = {
    "headings": "h1,h2,h3,h4,h5,h6,th",
    **{
        name: name
        for name in (
            "h1 h2 h3 h4 h5 h6 p a blockquote figure figcaption strong em kbd code pre ol ul li table thead tr th td "
            "img video hr"
        ).split()
    },
}


def _append(text: str) -> Step:
    def step(draft: Draft) -> None:
        draft.selector += text

    return step


def _combined(name: str, combinator: str) -> Variant:
    def match(text: str, _: Design) -> Taken | None:
        if not text.startswith(name):
            return None
        group = take_bracket(f"{name}-", text)
        if group:
            return Taken(group[1], _append(combinator + (bracket(group[0]) or "*")))
        if text[len(name) : len(name) + 1] in SEPARATORS:
            return Taken(text[len(name) + 1 :], _append(f"{combinator}*"))
        return None

    return Variant((name,), match)


def _match_selector(text: str, _: Design) -> Taken | None:
    group = take_bracket("selector-", text)
    selector = bracket(group[0]) if group else None
    if group is None or not selector:
        return None

    def step(draft: Draft) -> None:
        draft.selector = selector

    return Taken(group[1], step)


def _match_scope(text: str, _: Design) -> Taken | None:
    group = take_bracket("scope-", text)
    scope = bracket(group[0]) if group else None
    if group is None or not scope:
        return None

    def step(draft: Draft) -> None:
        draft.selector = f"{scope} $$ {draft.selector}"

    return Taken(group[1], step)


def _match_free(text: str, _: Design) -> Taken | None:
    """Match `[&_p]:x` and `[@media_print]:x`."""
    if text[:1] != "[":
        return None
    group = leading_group(text, "[", "]")
    if group is None or group[1][:1] not in SEPARATORS:
        return None
    free = bracket(group[0]) or ""
    rest = group[1][1:]
    if free.startswith("@"):
        return Taken(rest, lambda draft: draft.nest(free))
    if "&" not in free:
        return None

    def step(draft: Draft) -> None:
        # UnoCSS replaces with JavaScript, where `$$` in what is put in reads as one `$`.
        draft.selector = free.replace("&", draft.selector.replace("$$", "$"))

    return Taken(rest, step)


def _match_part(text: str, _: Design) -> Taken | None:
    match = _PART.search(text)
    return Taken(text[len(match[1]) :], _append(f"::part({match[2]})")) if match else None


def _match_prose_element(text: str, _: Design) -> Taken | None:
    match = _PROSE_ELEMENT.fullmatch(text) if text.startswith("prose-") else None
    elements = _PROSE_ELEMENTS.get(match[1]) if match else None
    if match is None or elements is None:
        return None
    rest = text[len("prose-") + len(match[1]) + 1 :]
    return Taken(rest, _append(f" :is(:where({elements}){_NOT_PROSE})"))


def _hover_where_it_hovers(draft: Draft) -> None:
    draft.nest("@media (hover: hover) and (pointer: fine)")
    draft.selector += ":hover"


SELECTOR = Variant(("selector",), _match_selector, is_repeatable=False)
COMBINED = (
    _combined("all", " "),
    _combined("children", ">"),
    _combined("next", "+"),
    _combined("sibling", "+"),
    _combined("siblings", "~"),
)
PART = Variant((), _match_part, marks=("part-[",))
SCHEMES = (prefixed("dark", ".dark $$ "), prefixed("light", ".light $$ "))
DIRECTIONS = (prefixed("rtl", '[dir="rtl"] $$ '), prefixed("ltr", '[dir="ltr"] $$ '))
SCOPE = Variant(("scope",), _match_scope, is_repeatable=False)
CHILDREN = named("*", _append(" > *"), is_early=True)
FREE = Variant((), _match_free, marks=("&", "@"))
SVG = named("svg", _append(" svg"))
SCHEME_CLASSES = (prefixed(".dark", ".dark $$ "), prefixed(".light", ".light $$ "))
STICKY_HOVER = named("@hover", _hover_where_it_hovers)
PROSE_ELEMENT = Variant(("prose",), _match_prose_element, is_repeatable=False)
NAVIGATION = (
    prefixed("forward", ".slidev-nav-go-forward "),
    prefixed("backward", ".slidev-nav-go-backward "),
)
