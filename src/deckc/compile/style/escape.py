r"""Write text as a CSS identifier, and a candidate as the selector it stands for.

mt-1/2            .mt-1\/2
[text~="sm"]      [text~="sm"]
[w~="1/2"]        [w~="\31 \/2"]
"""

from __future__ import annotations

import re

# Written as what may not stand there: a class up to the last code point takes 6 ms to compile.
_PLAIN = re.compile(r"[^\x00-@\[-^`{-\x7f][^\x00-,./:-@\[-^`{-\x7f]*")
_DIGITS = frozenset("0123456789")
_ESCAPES: dict[int, str] = {
    code: f"\\{chr(code)}" for code in range(0x20, 0x7F) if not (chr(code).isalnum() or chr(code) in "-_")
}
_ESCAPES |= {code: f"\\{code:x} " for code in (*range(0x20), 0x7F)}
_ESCAPES[0] = "\ufffd"


def escape_identifier(text: str) -> str:
    """Return `text` with every character escaped that a CSS identifier may not hold."""
    if text[:1].isalpha():
        return text if text.replace("-", "").isalnum() else text.translate(_ESCAPES)
    if _PLAIN.fullmatch(text):
        return text
    if text == "-":
        return "\\-"
    digit = 1 if text[:1] == "-" else 0
    if text[digit : digit + 1] in _DIGITS:
        return f"{text[:digit]}\\{ord(text[digit]):x} {text[digit + 1 :].translate(_ESCAPES)}"
    return text.translate(_ESCAPES)


def candidate_selector(candidate: str) -> str:
    """Return the selector of a class candidate or of a `[name~="value"]` pair."""
    attribute = split_attribute(candidate) if candidate[:1] == "[" else None
    if attribute is None:
        return "." + escape_identifier(candidate)
    name, operator, value = attribute
    return f'[{escape_identifier(name)}{operator}"{escape_identifier(value)}"]'


def split_attribute(candidate: str) -> tuple[str, str, str] | None:
    """Cut `[name~="value"]` and `[name=""]` into name, operator and value; None for what has not this form."""
    if candidate[:1] != "[" or candidate[-2:] != '"]':
        return None
    equals = candidate.find('="', 2)
    if equals < 0 or equals + 2 > len(candidate) - 2:
        return None
    value = candidate[equals + 2 : -2]
    if candidate[equals - 1] == "~" and equals > 2:
        return candidate[1 : equals - 1], "~=", value
    return candidate[1:equals], "=", value
