"""How text runs: alignment, indents, wrapping, overflow, letter case, writing direction.

text-center        text-align:center
truncate           overflow:hidden;text-overflow:ellipsis;white-space:nowrap
line-clamp-3       at most three lines
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Rule, choices, keywords, switches
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import cssvar, first_of, fraction, keyword, number, number_with_unit, rem

_ALIGNMENTS = "center left right justify start end"
_VERTICAL = {
    "mid": "middle",
    "base": "baseline",
    "btm": "bottom",
    "start": "top",
    "end": "bottom",
    **{word: word for word in f"baseline top middle bottom text-top text-bottom sub super {GLOBALS}".split()},
}
_WHITE_SPACE = frozenset(f"normal nowrap pre pre-line pre-wrap break-spaces {GLOBALS}".split())
_ELLIPSIS = "overflow:hidden;text-overflow:ellipsis;white-space:nowrap"


def _line_clamp(_: Design, value: str) -> Declarations | None:
    if not (value.isascii() and value.isdigit()):
        return None
    return [
        ("overflow", "hidden"),
        ("display", "-webkit-box"),
        ("-webkit-box-orient", "vertical"),
        ("-webkit-line-clamp", value),
        ("line-clamp", value),
    ]


def _white_space(_: Design, value: str) -> Declarations | None:
    return [("white-space", value)] if value in _WHITE_SPACE else None


def _indent(design: Design, value: str) -> Declarations:
    named = design.pick("textIndent", value or "DEFAULT")
    return [("text-indent", named or first_of(value, bracket, cssvar, keyword, fraction, rem))]


def _vertical(_: Design, value: str) -> Declarations:
    return [("vertical-align", _VERTICAL.get(value) or first_of(value, bracket, cssvar, number_with_unit))]


def _tab(_: Design, value: str) -> Declarations | None:
    size = first_of(value or "4", bracket, cssvar, keyword, number)
    return [("-moz-tab-size", size), ("-o-tab-size", size), ("tab-size", size)] if size is not None else None


def _content(_: Design, value: str) -> Declarations:
    return [("content", first_of(value, bracket, cssvar))]


LINE_CLAMP: Family = [
    Rule("line-clamp-*", _line_clamp),
    *(
        (
            f"line-clamp-{word}",
            f"overflow:visible;display:block;-webkit-box-orient:horizontal;-webkit-line-clamp:{word};line-clamp:{word}",
        )
        for word in f"none {GLOBALS}".split()
    ),
]
TEXT_OVERFLOW: Family = [
    ("truncate", _ELLIPSIS),
    ("text-truncate", _ELLIPSIS),
    *keywords("text", "text-overflow", "ellipsis clip"),
]
WHITE_SPACE: Family = [Rule("{whitespace-|ws-}*", _white_space)]
BREAK: Family = [
    ("break-normal", "overflow-wrap:normal;word-break:normal"),
    ("break-words", "overflow-wrap:break-word"),
    ("break-all", "word-break:break-all"),
    ("break-keep", "word-break:keep-all"),
    ("break-anywhere", "overflow-wrap:anywhere"),
]
TEXT_ALIGN: Family = [
    *keywords("text", "text-align", _ALIGNMENTS),
    *keywords("text-align", "text-align", f"{GLOBALS} {_ALIGNMENTS}"),
]
TEXT_INDENT: Family = [Rule("indent{-*|}", _indent)]
TEXT_WRAP = keywords("text", "text-wrap", "wrap nowrap balance pretty")
VERTICAL_ALIGN: Family = [Rule("{vertical|align|v}-*", _vertical)]
TEXT_CASE: Family = [
    *choices(
        "case",
        "text-transform",
        {"upper": "uppercase", "lower": "lowercase", "capital": "capitalize", "normal": "none"},
    ),
    *keywords("case", "text-transform", GLOBALS),
    *switches(
        "text-transform",
        {
            "uppercase": "uppercase",
            "lowercase": "lowercase",
            "capitalize": "capitalize",
            "normal-case": "none",
        },
    ),
]
TAB_SIZE: Family = [Rule("tab{-*|}", _tab)]
HYPHENS: Family = [
    (f"hyphens-{word}", f"-webkit-hyphens:{word};-ms-hyphens:{word};hyphens:{word}")
    for word in f"manual auto none {GLOBALS}".split()
]
WRITING: Family = [
    *choices(
        "write",
        "writing-mode",
        {"vertical-right": "vertical-rl", "vertical-left": "vertical-lr", "normal": "horizontal-tb"},
    ),
    *keywords("write", "writing-mode", GLOBALS),
    *keywords("write-orient", "text-orientation", f"mixed sideways upright {GLOBALS}"),
]
CONTENT: Family = [
    Rule("content-*", _content),
    ("content-empty", 'content:""'),
    ("content-none", "content:none"),
]
