"""Read what the `index.html` of a deck, an addon or a theme adds to the page's head and body (spec 13.3).

    <head><meta name="robots" content="noindex"><script src="/stats.js"></script></head>
    <body><div id="badge">beta</div></body>

    PageSnippets(head='<meta name="robots" ...><script>...</script>', body='<div id="badge">beta</div>', scripts=("...",))

Scripts stand in the page by their hash, those of files too; one of another host is left out, the page runs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from deckc.compile.realize.assets.shelf import AssetShelf, is_remote
from deckc.diagnostics import Span
from deckc.model.deck import PageSnippets

Attributes = list[tuple[str, str | None]]

_OF_HEAD = frozenset(["meta", "link", "style", "script", "noscript"])
_OF_PAGE = frozenset(["html", "head", "body"])
_NOT_TAKEN = frozenset(["title", "base"])
"""The deck has its own title, and its addresses start at the page."""
_SETTLED_METAS = frozenset(["charset", "http-equiv"])
_ADDRESSES = frozenset(["src", "href", "poster"])
_LINKS_TO_FILES = frozenset(["link", "use", "image"])
"""Elements whose `href` is a file to be shown; that of `<a>` leads elsewhere."""
_DOCTYPE = re.compile(r"\s*(?:<!--.*?-->\s*)*<!doctype", re.IGNORECASE | re.DOTALL)
_OWN_PAGE = '<meta name="generator" content="deckc">'
_IMPORT = re.compile(r"^\s*import\b|\bimport\s*\(", re.MULTILINE)
_OF_FILE = frozenset(["src", "async", "defer", "crossorigin", "integrity"])
_SCRIPT_END = re.compile(r"</(?=script)", re.IGNORECASE)


def read_page_snippets(sources: Iterable[tuple[Path, bool]], shelf: AssetShelf) -> PageSnippets | None:
    """Return what the files add together, in their order; each comes with whether it is the deck's own."""
    readers: list[_Reader] = []
    for path, is_deck in sources:
        text = shelf.places.files.read_bytes(path).decode("utf-8-sig", "replace")
        reader = _Reader(path, shelf)
        if is_deck and _DOCTYPE.match(text):
            if _OWN_PAGE not in text:
                reader.warn("it begins with a doctype, as a built page does, and is left out", "take it out")
            continue
        reader.feed(text)
        reader.close()
        readers.append(reader)
    remote = {address: span for reader in readers for address, span in reader.remote.items()}
    if remote:
        listed = ", ".join(f'"{address}"' for address in remote)
        message = f"of index.html: scripts of other hosts are left out: {listed}"
        shelf.report.warn("page-snippet", message, next(iter(remote.values())), "save them beside the deck")
    return _joined(readers) if readers else None


def _joined(readers: list[_Reader]) -> PageSnippets:
    return PageSnippets(
        head="".join(f"\n{piece}" for reader in readers for piece in reader.head),
        body="".join("".join([*reader.body, *reader.late]).strip() for reader in readers),
        scripts=tuple(script for reader in readers for script in reader.scripts),
        html_attributes={
            key: value for reader in readers for key, value in reader.attributes["html"].items()
        },
        body_attributes={
            key: value for reader in readers for key, value in reader.attributes["body"].items()
        },
        metas=frozenset(name for reader in readers for name in reader.metas),
        has_icon=any(reader.has_icon for reader in readers),
    )


class _Reader(HTMLParser):
    """Reads one file."""

    def __init__(self, path: Path, shelf: AssetShelf) -> None:
        super().__init__(convert_charrefs=False)
        self._path = path
        self._shelf = shelf
        self._in_body = False
        self._open: list[str] = []
        """Elements of the head that have an end."""
        self._script: tuple[Attributes, list[str]] | None = None
        self.head: list[str] = []
        self.body: list[str] = []
        self.late: list[str] = []
        """Scripts of the head that wait for the page."""
        self.scripts: list[str] = []
        self.remote: dict[str, Span] = {}
        self.metas: set[str] = set()
        self.has_icon = False
        self.attributes: dict[str, dict[str, str]] = {"html": {}, "body": {}}

    def warn(self, problem: str, advice: str) -> None:
        """Report something at the place that has been reached."""
        self._shelf.report.warn("page-snippet", f"of index.html: {problem}", self._span(), advice)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Take an element in, or remember that it is open."""
        if tag in _OF_PAGE:
            self._in_body = self._in_body or tag == "body"
            self.attributes.get(tag, {}).update((name, value or "") for name, value in attrs)
        elif tag == "script":
            self._script = (attrs, [])
        elif self._is_taken(tag, attrs):
            self._write(f"<{tag}{self._written(tag, attrs)}>")
            if not self._in_body and tag not in {"meta", "link"}:
                self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Take in an element that closes itself; in HTML that means nothing but in drawings."""
        if tag == "script" or tag in _OF_PAGE:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)
        elif self._is_taken(tag, attrs):
            self._write(f"<{tag}{self._written(tag, attrs)}/>")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag == "script" and self._script is not None:
            self._write(self._written_script(*self._script))
            self._script = None
        elif tag == "body":
            self._in_body = False
        elif self._in_body or tag in self._open:
            self._write(f"</{tag}>")
            self._open = [name for name in self._open if name != tag]

    def handle_data(self, data: str) -> None:
        """Take in text, or a part of a script."""
        if self._script is not None:
            self._script[1].append(data)
        elif self._in_body or self._open:
            self._write(data)

    def handle_entityref(self, name: str) -> None:
        """Take in `&name;`."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take in `&#name;`."""
        self.handle_data(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Take in a comment of the body."""
        if self._in_body:
            self._write(f"<!--{data}-->")

    def _is_taken(self, tag: str, attrs: Attributes) -> bool:
        names = dict(attrs)
        if self._in_body:
            return True
        if tag == "meta":
            name = names.get("name") or names.get("property")
            self.metas |= {name} if name else set()
            return not _SETTLED_METAS.intersection(names)
        if tag == "base":
            self.warn("<base> is left out: addresses start at the page", "write whole addresses")
        if tag == "link" and "icon" in (names.get("rel") or "").lower().split():
            self.has_icon = True
        return tag in _OF_HEAD and tag not in _NOT_TAKEN

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._in_body:
            self.body.append(text)
        elif self._open and self.head:
            self.head[-1] += text
        else:
            self.head.append(text)

    def _written(self, tag: str, attrs: Attributes) -> str:
        """Return attributes as they stand in the page: files by their tokens, no code."""
        parts = []
        for name, value in attrs:
            if name.startswith("on"):
                self.warn(
                    f'"{name}" is left out: the page runs no code in attributes', "write it in a <script>"
                )
                continue
            is_file = name in _ADDRESSES and (name != "href" or tag in _LINKS_TO_FILES)
            text = self._placed(value) if is_file and value else value
            parts.append(f" {name}" if text is None else f' {name}="{escape(text)}"')
        return "".join(parts)

    def _placed(self, address: str) -> str:
        if is_remote(address):
            return address
        return self._shelf.picture(address, self._path.parent, self._span())

    def _span(self) -> Span:
        line, column = self.getpos()
        return Span(self._shelf.places.files.show(self._path), line, column + 1)

    def _written_script(self, attrs: Attributes, text: list[str]) -> str:
        """Return a script as an inline one; empty where it cannot run."""
        address = dict(attrs).get("src")
        is_late = address is not None and any(name == "defer" for name, _ in attrs)
        code = "".join(text)
        if address:
            content = self._read_script(address)
            if content is None:
                return ""
            code = content
            attrs = [pair for pair in attrs if pair[0] not in _OF_FILE]
        if dict(attrs).get("type") == "module" and _IMPORT.search(code):
            self.warn("a script that imports modules is left out", "write one script without imports")
            return ""
        code = _SCRIPT_END.sub(r"<\\/", code)
        self.scripts.append(code)
        written = f"<script{self._written('script', attrs)}>{code}</script>"
        if is_late and not self._in_body:
            self.late.append(written)
            return ""
        return written

    def _read_script(self, address: str) -> str | None:
        if is_remote(address):
            self.remote.setdefault(address, self._span())
            return None
        found = self._shelf.assets.get(self._placed(address))
        return found.content.decode("utf-8-sig", "replace") if found else None
