"""Put tokens for the files that components name.

<img src="deckc-file:/deck/a%20b.png:">   ->   <img src="deckc-asset:0123456789abcdef">
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from deckc.compile.realize.assets.places import OutsideError
from deckc.compile.realize.assets.shelf import is_remote, token_of
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.scope import DeckScope
from deckc.diagnostics import Span
from deckc.model.deck import AS_CONTENT
from deckc.model.source import Value
from deckc.pattern import pattern

_FILE_NAME = pattern(r"[^\s'\"`<>]*[^\s'\"`<>/]\.[A-Za-z0-9]{1,5}(?:[?#][^\s'\"`]*)?\Z")
_FILE = pattern(r"deckc-file:([^:\s]+):")
_LITERAL = pattern(r"""(["'`])(/[^"'`\\\s$]*[^"'`\\\s$/]\.[A-Za-z0-9]{1,8})\1""")
_READ = frozenset(["csv", "geojson", "json", "md", "topojson", "tsv", "txt", "xml", "yaml", "yml"])
"""Endings of files that a script reads, where it only shows others."""


def files_placed(props: Mapping[str, Value], slide: NumberedSlide, deck: DeckScope) -> dict[str, Value]:
    """Return the input of an island with tokens for files: the page's script has no other way to their addresses."""
    base = slide.parsed.source.file.path.parent

    def placed(value: Value) -> Value:
        match value:
            case str() if _FILE_NAME.match(value) and not is_remote(value):
                return _token_for(value, base, deck) or value
            case list():
                return [placed(item) for item in value]
            case dict():
                return {name: placed(item) for name, item in value.items()}
            case _:
                return value

    return {name: placed(value) for name, value in props.items()}


def named_files(values: Value, base: Path, deck: DeckScope) -> dict[str, str]:
    """Return the addresses of files in settings, with tokens for them: an island shows what the settings name."""
    found: dict[str, str] = {}
    waiting = [values]
    while waiting:
        match waiting.pop():
            case str() as text if _FILE_NAME.match(text) and not is_remote(text):
                if token := _token_for(text, base, deck):
                    found[text] = token
            case list() as items:
                waiting += items
            case dict() as table:
                waiting += table.values()
            case _:
                continue
    return found


def with_public_files(script: str, deck: DeckScope) -> str:
    """Return a script with tokens for the files of `public/` that its texts name: a built page has no `/logo.png`.

    What is data comes with its content, for nothing can be fetched.
    """

    def placed(match: re.Match[str]) -> str:
        quote, address = match.groups()
        token = _token_for(address, deck.places.folder, deck)
        mark = AS_CONTENT if address.rpartition(".")[2].lower() in _READ else ""
        return f"{quote}{token}{mark}{quote}" if token else match[0]

    return _LITERAL.sub(placed, script)


def _token_for(address: str, base: Path, deck: DeckScope) -> str | None:
    try:
        path = deck.places.find(address, base)
    except OutsideError:
        return None
    if path is None:
        return None
    deck.vue.taken.files.add(path)
    return token_of(str(path))


def with_tokens(text: str, deck: DeckScope, span: Span | None = None) -> str:
    """Return a text with tokens for the files that it names; `span` is where it comes from."""
    if "deckc-file:" not in text:
        return text

    def token(match: re.Match[str]) -> str:
        path = Path(unquote(match[1]))
        if deck.files.is_outside(path):  # no import leads there: the text itself says so
            return _refused(deck.files.show(path), deck, span)
        deck.vue.taken.files.add(path)
        return token_of(str(path))

    return _FILE.sub(token, text)


def _refused(shown: str, deck: DeckScope, span: Span | None) -> str:
    """Return what stands for a file that the deck may not show, which is told once."""
    deck.vue.taken.is_open = True  # so that `deckc serve` tells it as long as it is there
    if shown not in deck.vue.reported:
        deck.vue.reported.add(shown)
        message = f'"{shown}" leads out of the project, and is not read'
        deck.report.warn("asset-outside", message, span, "move the file into the project")
    return "data:,"
