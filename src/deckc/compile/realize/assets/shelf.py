"""Collect the files that a deck shows and hand out tokens for their addresses.

shelf.picture("./logo.png", base, span)             "deckc-asset:0123456789abcdef"
shelf.picture("./no.png", base, span)               "data:image/svg+xml,..." and a warning
shelf.picture("https://x.org/a.png", base, span)    as it is, until `fetch_remote` was called
"""

from __future__ import annotations

import re
from dataclasses import field
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from deckc.compile.realize.assets.media_types import ending_of, media_type_of
from deckc.compile.realize.assets.placeholder import placeholder_address
from deckc.compile.realize.assets.places import OutsideError, Places
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.deck import Asset
from deckc.model.services import Services

_REMOTE = re.compile(r"(?:https?:)?//[^/\s]", re.IGNORECASE)
_NOTHING = "data:,"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


@dataclass(slots=True)
class AssetShelf:
    """The files of one deck."""

    places: Places
    services: Services
    report: Report
    assets: dict[str, Asset] = field(default_factory=dict)
    wanted: dict[str, Span] = field(default_factory=dict)
    """Remote address -> where it was first met."""
    remote_uses: int = 0
    """How often a remote address was met."""
    _tokens: dict[Path, str] = field(default_factory=dict)
    _remote_tokens: dict[str, str] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def picture(self, address: str, base: Path, span: Span) -> str:
        """Return what stands for the address of something to be shown; a missing file is reported."""
        made = self._shown(address, base, span)
        return placeholder_address(address.strip()) if made is None else made

    def ground(self, address: str, base: Path, span: Span) -> str:
        """Return what stands for a picture behind others: a missing one is reported, and nothing is in the way."""
        made = self._shown(address, base, span)
        return _NOTHING if made is None else made

    def _shown(self, address: str, base: Path, span: Span) -> str | None:
        text = address.strip()
        if is_remote(text):
            return self._remote(text, span)
        if not text or text[0] == "#" or _SCHEME.match(text):
            return address
        try:
            token = self._token(text, base, span)
        except OutsideError:
            self.report_outside(address, span)
            return _NOTHING
        if token is None:
            self._report_missing(text, base, span)
        return token

    def file(self, address: str, base: Path, span: Span) -> str | None:
        """Return the token of a file that may be linked to; None where the address names no file."""
        text = address.strip()
        if not text or text[0] == "#" or is_remote(text) or _SCHEME.match(text):
            return None
        try:
            return self._token(text, base, span)
        except OutsideError:
            return None

    def keep_file(self, path: Path) -> None:
        """Keep a file whose token, that of its path, stands somewhere already."""
        files = self.places.files
        shown = files.show(path)
        try:
            self._keep(str(path), path.name, files.read_bytes(path), media_type_of(path.name))
        except OSError as problem:
            # a place would be shown with its line: none of a file that is not the deck's
            span = None if files.is_outside(path) else Span(shown, 1, 1)
            self._warn("missing-asset", f'"{shown}" cannot be read: {problem.strerror}', span)

    def report_outside(self, address: str, span: Span) -> None:
        """Report a local file that no deck of this project may show."""
        message = f'"{address}" leads out of the project, and is not read'
        self._warn("asset-outside", message, span, "move the file into the project")

    def _warn(self, code: str, message: str, span: Span | None, advice: str | None = None) -> None:
        """Report a file that is not to be had; for a file of an npm package, which is none of the author's, once."""
        if span is not None and "/node_modules/" in span.path:
            if (code, span.path) in self._told:
                return
            self._told.add((code, span.path))
        self.report.warn(code, message, span, advice)

    def fetch_remote(self) -> None:
        """Fetch every remote picture met so far, all at once."""
        addresses = [address for address in self.wanted if address not in self._remote_tokens]
        if not addresses:
            return
        fetched = {} if self.services.keep_remote else self.services.remote.fetch(map(_absolute, addresses))
        for address in addresses:
            got = fetched.get(_absolute(address), "the page loads it when it is shown")
            if isinstance(got, str):
                message = f'"{address}" stays remote: {got}'
                help_text = "save the picture beside the deck and name that file"
                self._warn("remote-asset", message, self.wanted[address], help_text)
            else:
                name = _remote_name(address, got.media_type)
                self._remote_tokens[address] = self._keep(address, name, got.content, got.media_type)

    def _remote(self, address: str, span: Span) -> str:
        self.wanted.setdefault(address, span)
        self.remote_uses += 1
        return self._remote_tokens.get(address, address)

    def _token(self, address: str, base: Path, span: Span) -> str | None:
        """Return the token of a local file, its fragment kept (`sprite.svg#icon`)."""
        path = self.places.find(address, base)
        if path is None:
            return None
        if path not in self._tokens:
            try:
                content = self.places.files.read_bytes(path)
            except OSError as problem:
                shown = self.places.files.show(path)
                self._warn("missing-asset", f'"{shown}" cannot be read: {problem.strerror}', span)
                return None
            self._tokens[path] = self._keep(str(path), path.name, content, media_type_of(path.name))
        return self._tokens[path] + "".join(address.partition("#")[1:])

    def _keep(self, origin: str, name: str, content: bytes, media_type: str) -> str:
        token = token_of(origin)
        self.assets[token] = Asset(token, name, content, media_type)
        return token

    def _report_missing(self, address: str, base: Path, span: Span) -> None:
        name = PurePosixPath(address.partition("?")[0]).name
        guess = did_you_mean(name, self.places.near(address, base))
        self._warn("missing-asset", f'there is no file "{address}"', span, guess)


def token_of(origin: str) -> str:
    """Return what stands for the address of a file until the site is assembled.

    By where it comes from: hashing the pictures of a deck takes longer than all else here.
    """
    return f"deckc-asset:{blake2b(origin.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def is_remote(address: str) -> bool:
    """Whether an address leads to another host."""
    return _REMOTE.match(address) is not None


def _absolute(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _remote_name(address: str, media_type: str) -> str:
    """Return a file name for a remote picture, its ending by what was sent."""
    try:
        stem = PurePosixPath(urlsplit(address).path).stem
    except ValueError:
        stem = ""
    return f"{stem or 'remote'}.{ending_of(media_type)}"
