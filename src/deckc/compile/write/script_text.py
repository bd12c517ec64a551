r"""JavaScript as text: drop what only its authors read, and make values safe to stand inside a `<script>`.

    strip_comments('go(1, a) // one\n\n  go("//2")')  ->  'go(1,a)\ngo("//2")'
    escape_json('["</script>"]')                     ->  '["<\/script>"]'

Literals are told from code by one pattern; templates inside templates are beyond it, the runtime has none.
"""

from __future__ import annotations

import re
from itertools import chain, zip_longest

_STAND_IN = "\0"
# Each starts with its own character, for which the text is searched at the speed of C. A regular expression stands
# where a value may: behind an operator, an opening bracket or `return`.
_LITERAL_OR_COMMENT = re.compile(
    r"""(
      "(?:[^"\\\n]|\\.)*+"
    | '(?:[^'\\\n]|\\.)*+'
    | `(?:[^`\\]|\\.)*+`
    | //[^\n]*+
    | /\*.*?\*/
    | /(?: (?<=[=(,:?!&|;{}\[>]/) | (?<=[=(,:?!&|;{}\[>][ ]/) | (?<=\breturn/) | (?<=\breturn[ ]/) )
       (?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/[a-z]*
    )""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT_STARTS = ("//", "/*")
_INDENTATION = re.compile(r"\n\s+")
_SIGNS = r"{}()\[\],;:?=<>|&!*%"
# with the blank that keeps `a + +b` from `a ++b`
_BLANKS_AROUND_SUM = re.compile(r" ([-+]=?) (?![-+])")
_BLANK_BESIDE_SIGN = re.compile(rf"[ ](?:(?=[{_SIGNS}])|(?<=[{_SIGNS}][ ]))")
# a declaration that ends on its line, before another one: one `const` is enough for both
_CONST_BEFORE_CONST = re.compile(r"^(const[ \[{][^\n]*);\n(?=const[ \[{])", re.MULTILINE)
# where the next line cannot go on with the statement, its end says as much
_SEMICOLON_OF_LINE = re.compile(r";(?=\n[\w$}])")


def strip_comments(script: str) -> str:
    """Return a script without comments, indentation, and the blanks, line ends, commas and semicolons that say nothing.

    Literals stay. A semicolon stays too where the next line could go on with its statement.
    """
    pieces = _LITERAL_OR_COMMENT.split(script)
    literals = [piece for piece in pieces[1::2] if not piece.startswith(_COMMENT_STARTS)]
    stand_ins = (
        _of_comment(piece) if piece.startswith(_COMMENT_STARTS) else _STAND_IN for piece in pieces[1::2]
    )
    code = "".join(chain.from_iterable(zip_longest(pieces[::2], stand_ins, fillvalue="")))
    for blanks, short in (("   ", " "), ("  ", " "), (" \n", "\n")):  # around a comment
        code = code.replace(blanks, short)
    code = _INDENTATION.sub("\n", code)
    code = _BLANK_BESIDE_SIGN.sub("", _BLANKS_AROUND_SUM.sub(r"\1", code))
    code = _CONST_BEFORE_CONST.sub(r"\1,\n", code).replace(",\nconst ", ",").replace(",\nconst", ",")
    for bracket in ",([":
        code = code.replace(f"{bracket}\n", bracket)
    code = _SEMICOLON_OF_LINE.sub("", code.replace(",}", "}").replace(",)", ")"))
    return "".join(chain.from_iterable(zip_longest(code.strip().split(_STAND_IN), literals, fillvalue="")))


def _of_comment(comment: str) -> str:
    """Return what ends a statement where the comment does, which may hold a line's end."""
    return "\n" if "\n" in comment else " "


def strip_lines(script: str) -> str:
    """Return a script without indentation, blank lines and comments that have lines of their own.

    A fifth of the time of `strip_comments`, and more text: for scripts that most readers never run. No line of a
    literal, nor of code, may start with what a line of a comment starts with: `//`, `/*` or `*`.
    """
    lines = map(str.lstrip, script.split("\n"))
    return "\n".join([line for line in lines if line and not (line[0] in "/*" and _is_comment(line))])


def _is_comment(line: str) -> bool:
    """Return whether a line is (a piece of) a comment; `/** @type {Deck} */ (deck).go()` is more than one."""
    if line.startswith("/*"):
        return "*/" not in line[:-2]
    return line.startswith(("//", "*"))


def escape_json(text: str) -> str:
    """Return the same values as text in which HTML finds neither the script's end nor a comment."""
    return text.replace("</", "<\\/").replace("<!--", "\\u003c!--")
