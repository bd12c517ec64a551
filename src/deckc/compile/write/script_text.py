r"""JavaScript as text: drop what only its authors read, and make values safe to stand inside a `<script>`.

    strip_comments('go(1, a) // one\n\n  go("//2")')  ->  'go(1,a)\ngo("//2")'
    escape_json('["</script>"]')                     ->  '["<\/script>"]'

Literals are told from code by one pattern; templates inside templates are beyond it, the runtime has none.
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
# not + and -, which blanks keep apart in `a + +b`; not what may stand before a regular expression
_LITERAL_OR_SIGN = re.compile(
    rf"(?P<literal>{_LITERAL})|[ ]*(?P<sign>[{{}}()\[\],;:?=<>|&!*%]+)(?![ ]*/)[ ]*", re.VERBOSE | re.DOTALL
)


def strip_comments(script: str) -> str:
    """Return a script without comments, indentation, blank lines and blanks beside signs; literals stay."""

    def shorten(match: re.Match[str]) -> str:
        if match["literal"]:
            return match[0]
        return "\n" if "\n" in match[0] else " "

    def tighten(match: re.Match[str]) -> str:
        return match["literal"] or match["sign"]

    return _LITERAL_OR_SIGN.sub(tighten, _LITERAL_OR_BLANK.sub(shorten, script).strip())


def escape_json(text: str) -> str:
    """Return the same values as text in which HTML finds neither the script's end nor a comment."""
    return text.replace("</", "<\\/").replace("<!--", "\\u003c!--")
