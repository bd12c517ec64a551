"""The page's Content-Security-Policy: scripts by their hash alone, nothing that turns text into code.

    content_policy(["go()"], connect=())
    "default-src 'none'; script-src 'sha256-...'; style-src 'self' 'unsafe-inline' ..."

What a deck shows may come from its own folder, from inside the page and, where the author asked for a remote
address, from the network; `file:` stands for the folder when the page was opened from the disk.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

_SHOWN = "'self' data: blob: file: http: https:"


def content_policy(
    scripts: Iterable[str], *, connect: tuple[str, ...], has_workers: bool = False, nonce: str = ""
) -> str:
    """Return the policy for a page that holds these inline scripts and may reach `connect`.

    Code that a reader runs becomes a worker in a sandboxed frame, which takes over the page's policy: the frame's
    script is among `scripts`, and workers, which see neither page nor network, may be made from text.
    """
    sources = dict.fromkeys(_source_of(script) for script in scripts)
    if nonce:
        sources[f"'nonce-{nonce}'"] = None
    hashes = " ".join(sources)
    directives = [
        "default-src 'none'",
        f"script-src {hashes}",
        "style-src 'self' 'unsafe-inline' data: file: https:",
        "font-src 'self' data: file: https:",
        f"img-src {_SHOWN}",
        f"media-src {_SHOWN}",
        f"frame-src {_SHOWN}",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if has_workers:
        directives.append("worker-src blob:")
    if connect:
        directives.append(f"connect-src {' '.join(connect)}")
    return "; ".join(directives)


def _source_of(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8", "replace")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
