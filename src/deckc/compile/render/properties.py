"""Attribute names that never become attributes, because the element has a property of that name.

Vue sets a property where the element has one (`key in element`), and most properties write their attribute.
Those listed here do not: they are methods, read-only, or state (measured in Chromium for every HTML element).

    <div blur animate="x">   ->   <div>
"""

from __future__ import annotations

from collections.abc import Mapping

PROPERTIES_OF_ALL = frozenset(
    [
        "after",
        "animate",
        "append",
        "attributes",
        "before",
        "blur",
        "children",
        "click",
        "closest",
        "constructor",
        "contains",
        "dataset",
        "focus",
        "innerHTML",
        "innerText",
        "matches",
        "nonce",
        "normalize",
        "outerHTML",
        "outerText",
        "prefix",
        "prepend",
        "remove",
        "scroll",
        "textContent",
    ]
)

_ADDRESS = frozenset(
    ["hash", "host", "hostname", "origin", "password", "pathname", "port", "protocol", "search", "username"]
)
_MEDIA = frozenset(
    [
        "buffered",
        "duration",
        "ended",
        "error",
        "load",
        "pause",
        "paused",
        "play",
        "played",
        "remote",
        "seekable",
        "seeking",
    ]
)
_COLUMN = frozenset(["ch"])

PROPERTIES_OF_TAG: Mapping[str, frozenset[str]] = {
    "a": _ADDRESS | {"text"},
    "area": _ADDRESS,
    "audio": _MEDIA,
    "button": frozenset(["labels", "validity"]),
    "col": _COLUMN,
    "colgroup": _COLUMN,
    "dialog": frozenset(["close", "show"]),
    "fieldset": frozenset(["elements", "validity"]),
    "form": frozenset(["elements", "encoding", "length", "reset", "submit"]),
    "img": frozenset(["complete", "decode", "x", "y"]),
    "input": frozenset(["files", "indeterminate", "labels", "select", "validity"]),
    "label": frozenset(["control"]),
    "map": frozenset(["areas"]),
    "meter": frozenset(["labels"]),
    "object": frozenset(["validity"]),
    "option": frozenset(["text"]),
    "output": frozenset(["labels", "validity"]),
    "progress": frozenset(["labels", "position"]),
    "select": frozenset(["add", "item", "labels", "length", "options", "validity"]),
    "table": frozenset(["caption", "rows"]),
    "tbody": _COLUMN | {"rows"},
    "td": _COLUMN,
    "template": frozenset(["content"]),
    "textarea": frozenset(["labels", "select", "validity"]),
    "tfoot": _COLUMN | {"rows"},
    "th": _COLUMN,
    "thead": _COLUMN | {"rows"},
    "tr": _COLUMN | {"cells"},
    "track": frozenset(["track"]),
    "video": _MEDIA,
}

TEXT_PROPERTY_TAGS = frozenset(["a", "option"])
"""Elements whose attribute `text` replaces what they hold."""
