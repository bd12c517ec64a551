"""What happens under a pointer: cursors, touch, selection, scrolling and snapping.

cursor-pointer        cursor:pointer
select-none           user-select:none
snap-x  scroll-mt-4   scroll-snap-type, scroll-margin-top
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.design import Design
from deckc.compile.style.rules import GLOBALS, Family, Rule, choices, keywords
from deckc.compile.style.theme_color import Declarations, colored
from deckc.compile.style.utilities.opacities import opacity_variable
from deckc.compile.style.utilities.spacing import sided
from deckc.compile.style.values import auto, cssvar, first_of, keyword, properties

_CURSORS = (
    "auto default none context-menu help pointer progress wait cell crosshair text vertical-text alias copy move "
    "no-drop not-allowed grab grabbing all-scroll col-resize row-resize n-resize e-resize s-resize w-resize "
    "ne-resize nw-resize se-resize sw-resize ew-resize ns-resize nesw-resize nwse-resize zoom-in zoom-out"
)
_TOUCH = "var(--un-pan-x) var(--un-pan-y) var(--un-pinch-zoom)"
_WILL_CHANGE = {"contents": "contents", "scroll": "scroll-position"}


def _cursor(_: Design, value: str) -> Declarations:
    return [("cursor", first_of(value, bracket, cssvar, keyword))]


def _pan_x(_: Design, _value: str, direction: str) -> Declarations:
    return [("--un-pan-x", f"pan-{direction}"), ("touch-action", _TOUCH)]


def _pan_y(_: Design, _value: str, direction: str) -> Declarations:
    return [("--un-pan-y", f"pan-{direction}"), ("touch-action", _TOUCH)]


def _snap(_: Design, _value: str, axis: str) -> Declarations:
    return [("scroll-snap-type", f"{axis} var(--un-scroll-snap-strictness)")]


def _will_change(_: Design, value: str) -> Declarations:
    return [("will-change", first_of(value, properties, auto, keyword) or _WILL_CHANGE.get(value))]


def _scroll_box(letter: str, prop: str) -> list[Rule]:
    handler = sided(prop)
    return [
        Rule(f"scroll-{letter}{{a|}}(){{-|}}*", handler),
        Rule(f"scroll-{letter}{{-|}}(x|y){{-|}}*", handler),
        Rule(f"scroll-{letter}{{-|}}(r|l|t|b){{-|}}*", handler),
        Rule(f"scroll-{letter}-(block|inline)-*", handler),
        Rule(f"scroll-{letter}{{-|}}(bs|be|is|ie){{-|}}*", handler),
    ]


POINTER_EVENTS = keywords("pointer-events", "pointer-events", f"auto none {GLOBALS}")
CURSOR: Family = [Rule("cursor-*", _cursor), *keywords("cursor", "cursor", _CURSORS)]
TOUCH: Family = [
    Rule("touch-pan-(x|left|right)", _pan_x),
    Rule("touch-pan-(y|up|down)", _pan_y),
    ("touch-pinch-zoom", f"--un-pinch-zoom:pinch-zoom;touch-action:{_TOUCH}"),
    *keywords("touch", "touch-action", f"auto manipulation none {GLOBALS}"),
]
USER_SELECT: Family = [
    *(
        (f"select-{word}", f"-webkit-user-select:{word};user-select:{word}")
        for word in ("auto", "all", "text", "none")
    ),
    *keywords("select", "user-select", GLOBALS),
]
RESIZE: Family = [
    ("resize-x", "resize:horizontal"),
    ("resize-y", "resize:vertical"),
    ("resize", "resize:both"),
    *keywords("resize", "resize", f"none {GLOBALS}"),
]
SCROLL: Family = [
    Rule("snap-(x|y)", _snap),
    Rule("snap-(both)", _snap),
    *keywords("snap", "--un-scroll-snap-strictness", "mandatory proximity"),
    ("snap-none", "scroll-snap-type:none"),
    *keywords("snap", "scroll-snap-align", "start end center"),
    ("snap-align-none", "scroll-snap-align:none"),
    *keywords("snap", "scroll-snap-stop", "normal always"),
    *_scroll_box("m", "scroll-margin"),
    *_scroll_box("p", "scroll-padding"),
]
APPEARANCE: Family = [
    (f"appearance-{word}", f"-webkit-appearance:{word};appearance:{word}") for word in ("auto", "none")
]
OVERSCROLL: Family = [
    pair
    for suffix in ("", "-x", "-y")
    for pair in keywords(
        f"overscroll{suffix}", f"overscroll-behavior{suffix}", f"auto contain none {GLOBALS}"
    )
]
SCROLL_BEHAVIOR = keywords("scroll", "scroll-behavior", f"auto smooth {GLOBALS}")
CARET: Family = [
    Rule("caret-*", colored("caret-color", "caret", "textColor")),
    Rule("caret-op{acity|}{-|}*", opacity_variable("caret", bracket)),
]
ACCENT: Family = [
    Rule("accent-*", colored("accent-color", "accent", "accentColor")),
    Rule("accent-op{acity|}{-|}*", opacity_variable("accent", bracket)),
]
WILL_CHANGE: Family = [Rule("will-change-*", _will_change)]
FIELD_SIZING = choices("field-sizing", "field-sizing", {"fixed": "fixed", "content": "content"})
