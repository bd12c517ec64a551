"""Cut text at brackets and at separators that stand outside of brackets.

leading_group("[a[b]]:c", "[", "]")           ("[a[b]]", ":c")
split_once("rgb(1 2 3)/50", "(", ")", "/")    ("rgb(1 2 3)", "50")
"""

from __future__ import annotations


def leading_group(text: str, opening: str, closing: str) -> tuple[str, str] | None:
    """Return the first balanced group of `text`, and what follows it; None if it never closes."""
    end = text.find(closing)
    if end > 0 and text[0] == opening and opening not in text[1:end]:
        return text[: end + 1], text[end + 1 :]
    depth = 0
    start = 0
    for place, char in enumerate(text):
        if char == opening:
            if depth == 0:
                start = place
            depth += 1
        elif char == closing:
            depth -= 1
            if depth < 0:
                return None
            if depth == 0:
                return text[start : place + 1], text[place + 1 :]
    return None


def split_once(text: str, opening: str, closing: str, separators: str) -> tuple[str, str] | None:
    """Cut `text` at its first separator outside of brackets.

    Returns `(text, "")` where there is no separator, None where the brackets do not match or a part would be
    empty. `separators` holds one character each.
    """
    if not text:
        return None
    if opening not in text and closing not in text:
        return _split_plain(text, separators)
    depth = 0
    last = len(text) - 1
    for place, char in enumerate(text):
        if char == opening:
            depth += 1
        elif char == closing:
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0 and char in separators:
            if place in {0, last}:
                return None
            return text[:place], text[place + 1 :]
    return text, ""


def _split_plain(text: str, separators: str) -> tuple[str, str] | None:
    first = len(text)
    for separator in separators:
        place = text.find(separator, 0, first)
        if place >= 0:
            first = place
    if first in {0, len(text) - 1}:
        return None
    return text[:first], text[first + 1 :]


def split_all(text: str, separator: str, limit: int = 10) -> list[str] | None:
    """Cut `text` at every separator outside of parentheses; None beyond `limit` parts or on bad nesting."""
    parts: list[str] = []
    while text:
        if len(parts) == limit:
            return None
        pair = split_once(text, "(", ")", separator)
        if pair is None:
            return None
        part, text = pair
        parts.append(part)
    return parts or None
