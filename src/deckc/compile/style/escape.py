r"""Write text as a CSS identifier, and a candidate as the selector it stands for.

mt-1/2            .mt-1\/2
[text~="sm"]      [text~="sm"]
[w~="1/2"]        [w~="\31 \/2"]
"""

from __future__ import annotations

import re

# Written as what may not stand there: a class up to the last code point takes 6 ms to compile.
_PLAIN = re.compile(r"[^\x00-@\[-^`{-\x7f][^\x00-,./:-@\[-^`{-\x7f]*")
_ATTRIBUTE = re.compile(r'\[(.+?)(~?=)"(.*)"\]')


def escape_identifier(text: str) -> str:
    """Return `text` with every character escaped that a CSS identifier may not hold."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(_escape(text, place, char) for place, char in enumerate(text))


def _escape(text: str, place: int, char: str) -> str:
    code = ord(char)
    if code == 0:
        return "\ufffd"
    leading_digit = char in "0123456789" and (place == 0 or (place == 1 and text[0] == "-"))
    if code <= 0x1F or code == 0x7F or leading_digit:
        return f"\\{code:x} "
    if char == "-" and len(text) == 1:
        return "\\-"
    if code >= 0x80 or char in "-_" or char.isalnum():
        return char
    return "\\" + char


def candidate_selector(candidate: str) -> str:
    """Return the selector of a class candidate or of a `[name~="value"]` pair."""
    if candidate[:1] == "[":
        match = _ATTRIBUTE.fullmatch(candidate)
        if match:
            name, operator, value = match.groups()
            return f'[{escape_identifier(name)}{operator}"{escape_identifier(value)}"]'
    return "." + escape_identifier(candidate)
