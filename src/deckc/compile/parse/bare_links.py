"""Find the links that are written out in a text (spec 5.1): linkify-it's rules, without its patterns where it can be.

    see https://sli.dev/guide   ->  https://sli.dev/guide is a link
    sli.dev                     ->  is none: a scheme is missing

Its patterns list all of Unicode's punctuation many times over: 5 ms to compile for the first text of a deck and 28
for the first link, of the 250 of a build. Most texts cannot hold a link, and most links are plain to see.
"""

from __future__ import annotations

from linkify_it import LinkifyIt
from linkify_it.main import Match

from deckc.pattern import pattern

_MAY_BE_EMAIL = pattern(r"\S@\S")
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
# up to a blank, and no sign in it that may end a link before
_PLAIN_LINK = pattern(
    rf"(https?:|ftp:)//(?:{_LABEL}\.)+[A-Za-z]{{2,24}}(?:/(?:[A-Za-z0-9/_&=%+~#:]|[.?-](?=[A-Za-z0-9]))*)?(?=\s|\Z)"
)


class BareLinks(LinkifyIt):  # type: ignore[misc]
    """What markdown-it asks for links; schemes are needed, but for e-mail."""

    def __init__(self) -> None:
        super().__init__(options={"fuzzy_link": False})

    def pretest(self, text: str) -> bool:
        """Return whether there may be a link: each has `//` or an `@` inside."""
        return "//" in text or _MAY_BE_EMAIL.search(text) is not None

    def test(self, text: str) -> bool:
        """Return whether there is a link."""
        return self.pretest(text) and super().test(text)

    def match_at_start(self, text: str) -> Match | None:
        """Return the link that a text starts with."""
        plain = _PLAIN_LINK.match(text)
        return Match(text, plain[1], 0, plain.end()) if plain else super().match_at_start(text)
