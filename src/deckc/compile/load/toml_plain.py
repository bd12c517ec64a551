"""Read a theme.toml, which is nearly always tables of words and truth values.

    name = "paper"          {"name": "paper", "fonts": {"sans": "Inter"}}
    [fonts]
    sans = "Inter"

What could mean anything else (escapes, dots, quotes around keys, dates, lists, a table named twice) goes to `tomllib`, so
that the two never differ (tests/property); it takes 3 ms to import, of the 250 of a build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.model.source import Value

_LINE = re.compile(
    r"""[ ]*(?: \[(?P<table>[A-Za-z_][\w-]*)\]
             | (?P<key>[A-Za-z_][\w-]*)[ ]*=[ ]*(?: "(?P<text>[^"\\]*)" | (?P<truth>true|false) )
             | \#.* )?[ ]*""",
    re.VERBOSE | re.ASCII,
)


def read_toml(text: str) -> Mapping[str, Value]:
    """Return the tables and values of a TOML file.

    Raises:
        ValueError: It is no TOML.
        RecursionError: It is too deep.
    """
    found = _read_plain(text)
    if found is not None:
        return found
    import tomllib

    return tomllib.loads(text)


def _read_plain(text: str) -> dict[str, Value] | None:
    """Return what the lines say; None where only the library can tell."""
    if not text.replace("\n", "").isprintable():
        return None
    root: dict[str, Value] = {}
    table = root
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        name = found["table"] or found["key"]
        if name is None:
            continue
        if name in (root if found["table"] else table):
            return None
        if found["table"]:
            root[name] = table = {}
        else:
            table[name] = found["truth"] == "true" if found["truth"] else found["text"]
    return root
