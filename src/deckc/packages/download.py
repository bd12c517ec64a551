"""Get one remote picture, video or font over HTTP.

    download("https://example.com/logo.svg", deadline)    Fetched(b"<svg ...", "image/svg+xml")

Limited in time and size, to media types that a slide can show, and to public hosts, redirects too.
"""

from __future__ import annotations

import http.client
import mimetypes
import time
import urllib.error
import urllib.parse
import urllib.request
from functools import lru_cache
from typing import Any

from deckc.model.services import Fetched
from deckc.packages import public_hosts

LARGEST_BYTES = 64 << 20
_CHUNK = 1 << 16
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; deckc)",
    "Accept": "image/*,video/*,audio/*,font/*,*/*;q=0.1",
}
_SHOWN = ("image/", "video/", "audio/", "font/", "application/font-", "application/x-font-")
_UNTOLD = {"", "application/octet-stream", "binary/octet-stream", "text/plain"}


class DownloadError(Exception):
    """The address could not be fetched; the text says why."""


def download(address: str, deadline: float) -> Fetched:
    """Return the file at an address; `deadline` is a time of `time.monotonic`.

    Raises:
        DownloadError: Whatever went wrong, in words.
    """
    try:
        request = urllib.request.Request(_ascii(address), headers=_HEADERS)  # noqa: S310 - see _opener
        with _opener().open(request, timeout=_left(deadline)) as response:
            media_type = _media_type(response.headers.get_content_type(), response.geturl())
            content = _read(response, deadline)
    except DownloadError:
        raise
    except urllib.error.HTTPError as error:
        message = f"the server answers {error.code} {error.reason}"
        raise DownloadError(message) from error
    except urllib.error.URLError as error:
        raise DownloadError(_reason(error.reason)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise DownloadError(_reason(error)) from error
    return Fetched(content, media_type)


class _Connection(http.client.HTTPConnection):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._create_connection = public_hosts.connect


class _SecureConnection(http.client.HTTPSConnection):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._create_connection = public_hosts.connect


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Connection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_SecureConnection, req)


@lru_cache(maxsize=1)
def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https, and nothing of files, FTP or data.

    Behind a proxy the proxy resolves names and decides what is reached; the connection to it is not guarded.
    """
    opener = urllib.request.OpenerDirector()
    proxies = urllib.request.getproxies()
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ]
    if proxies.keys() & {"http", "https"}:
        handlers += [
            urllib.request.ProxyHandler(proxies),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
        ]
    else:
        handlers += [_Http(), _Https()]
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """Read a response piece by piece, so that a slow server cannot outlast the deadline."""
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_CHUNK):
        _left(deadline)
        size += len(piece)
        if size > LARGEST_BYTES:
            message = f"it is larger than {LARGEST_BYTES >> 20} MB"
            raise DownloadError(message)
        pieces.append(piece)
    if response.length:
        message = "the connection broke off"
        raise DownloadError(message)
    return b"".join(pieces)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        message = "it took too long"
        raise DownloadError(message)
    return left


def _media_type(told: str, address: str) -> str:
    """Return the media type; by the file name's ending where the server tells nothing of use."""
    if told.startswith(_SHOWN):
        return told
    if told in _UNTOLD:
        guessed, _ = mimetypes.guess_type(urllib.parse.urlsplit(address).path)
        if guessed and guessed.startswith(_SHOWN):
            return guessed
    message = f"it is {told or 'of no known type'}, not a picture, video or font"
    raise DownloadError(message)


def _ascii(address: str) -> str:
    """Return the address as it is sent: what is not ASCII percent-encoded, the host in its ASCII form."""
    parts = urllib.parse.urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme, host, path, query, ""))


def _reason(error: object) -> str:
    if isinstance(error, public_hosts.ForbiddenHostError):
        return str(error)
    if isinstance(error, TimeoutError):
        return "it took too long"
    if type(error).__name__ == "gaierror":
        return "its host was not found; is this machine online?"
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"the connection failed ({text})"
