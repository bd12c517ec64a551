"""JavaScript as text: drop what only its authors read, and make it safe to stand inside a `<script>`.

    strip_comments('go(1) // one\\n\\n  go("//2")')     ->  'go(1)\\ngo("//2")'
    escape_script('say("</script>"); a<!--b')          ->  'say("<\\\\/script>"); a< !--b'

Literals are told from code by one pattern; templates inside templates are beyond it, and the runtime has none.
"""

from __future__ import annotations

import re

_BLANK = r"(?:\s|//[^\n]*|/\*.*?\*/)*"
_LITERAL = r"""
      "(?:[^"\\\n]|\\.)*"
    | '(?:[^'\\\n]|\\.)*'
    | `(?:[^`\\]|\\.)*`
    # a regular expression stands where a value may: behind an operator, an opening bracket or `return`
    | (?:[=(,:?!&|;{}\[>]|\breturn)\s*/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*
"""
_LITERAL_OR_BLANK = re.compile(
    rf"(?P<literal>{_LITERAL})|[ \t]*(?:\n|//[^\n]*|/\*.*?\*/){_BLANK}", re.VERBOSE | re.DOTALL
)
_LITERAL_OR_OPENING = re.compile(rf"(?P<literal>{_LITERAL})|<!--", re.VERBOSE | re.DOTALL)
_END_TAG = re.compile(r"</(?=script)", re.IGNORECASE)


def strip_comments(script: str) -> str:
    """Return a script without comments, indentation and blank lines; what literals hold stays as it is."""

    def shorten(match: re.Match[str]) -> str:
        if match["literal"]:
            return match[0]
        return "\n" if "\n" in match[0] else " "

    return _LITERAL_OR_BLANK.sub(shorten, script).strip()


def escape_script(script: str) -> str:
    """Return a script of the same meaning in which HTML finds neither its end nor a comment."""
    if "<!--" in script:
        script = _LITERAL_OR_OPENING.sub(_part_opening, script)
    return _END_TAG.sub(r"<\\/", script)


def _part_opening(match: re.Match[str]) -> str:
    if match["literal"]:
        return match[0].replace("<!--", "\\x3c!--")
    return "< !--"
