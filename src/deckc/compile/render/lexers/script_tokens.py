"""Cut JavaScript, TypeScript and JSX into tokens.

let a = `x${1}`   ->   name let, blank, name a, blank, mark =, blank, q `, s x, k ${, n 1, k }, q `

Names and marks are coloured later (script.py); of the rest the kind is the class letter of its colour already.
"""

from __future__ import annotations

import re

from deckc.dataclass import dataclass

NAME, MARK, BLANK = "name", "mark", ""
_DEEPEST = 60
"""Templates and JSX inside each other; deeper ones stay plain."""

_TOKEN = re.compile(
    r"""(?P<blank>\s+)
    |(?P<c>//[^\n]*|/\*.*?(?:\*/|\Z)|\A\#![^\n]*)
    |(?P<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)
    |(?P<n>0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][+-]?\d+)?|\d[\d_]*\.?(?:[eE][+-]?\d+)?n?)
    |(?P<name>\#?[^\W\d][\w$]*|\$[\w$]*)
    |(?P<mark>=>|\.\.\.|\?\.(?!\d)|[!=]==?|<=|>=(?!>)|&&=?|\|\|=?|\?\?=?|\+\+|--|\*\*=?|[-+*/%&|^]=|<<=?|.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"(\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.))", re.DOTALL)
_TEMPLATE = re.compile(r"(?:[^`$\\]|\\.|\$(?!\{))*", re.DOTALL)
_CLASS = r"\[(?:\\.|[^\]\\\n]){0,999}\]"
_REGEX = re.compile(rf"/((?:\\.|{_CLASS}|[^/\\\[\n*])(?:\\.|{_CLASS}|[^/\\\[\n]){{0,999}})/([a-z]*)")
"""Longer ones are none: a line full of slashes is not to be read to its end for each of them."""
_JSX_START = re.compile(r"<(?=[A-Za-z_$>])(?![A-Z]\w*(?:,|\s+extends\b|>\())")
_JSX_TAG = re.compile(r"[\w$][\w$.:-]*")
_JSX_TEXT = re.compile(r"[^<{&]+")
_ENTITY = re.compile(r"&[#\w]+;?|&")
_OPERATOR_WORDS = frozenset(
    [
        "return",
        "typeof",
        "case",
        "in",
        "of",
        "do",
        "else",
        "new",
        "delete",
        "void",
        "await",
        "yield",
        "throw",
        "default",
        "instanceof",
    ]
)


@dataclass(slots=True)
class Token:
    """A piece of code and its kind, or the class letter of its colour."""

    kind: str
    text: str
    is_after_line_end: bool = False
    """Whether a line ended before it."""
    is_in_template: bool = False
    """Whether it stands in `${ }`, where variables have the colour of the text around."""
    letter: str = "?"
    """The class letter of its colour, once it is known."""

    def __post_init__(self) -> None:
        if self.kind not in {NAME, MARK}:
            self.letter = self.kind


def cut_script(code: str, *, has_jsx: bool) -> list[Token]:
    """Return the tokens of a script; together they are its text."""
    cutter = _Cutter(code, has_jsx)
    cutter.cut_code("", 0)
    return cutter.tokens


class _Cutter:
    def __init__(self, code: str, has_jsx: bool) -> None:
        self.tokens: list[Token] = []
        self._code = code
        self._at = 0
        self._has_jsx = has_jsx
        self._last: Token | None = None
        self._is_line_end = False
        self._templates = 0

    def cut_code(self, closer: str, depth: int) -> None:
        """Cut up to the brace that closes what is around, or to the end."""
        code, braces = self._code, 0
        while self._at < len(code):
            character = code[self._at]
            if character == "`":
                self._cut_template(depth)
                continue
            if character == "}" and closer and not braces:
                return
            if character == "/" and not self._is_value() and (found := _REGEX.match(code, self._at)):
                self._add("q", "/")
                self._add("x", found[1])
                self._add("q", "/")
                self._add("k", found[2])
                continue
            may_be_tag = character == "<" and self._has_jsx and depth < _DEEPEST and not self._is_value()
            if may_be_tag and _JSX_START.match(code, self._at):
                self._cut_element(depth + 1)
                continue
            found = _TOKEN.match(code, self._at)
            assert found is not None  # noqa: S101 - the last choice takes anything
            braces += {"{": 1, "}": -1}.get(character, 0)
            self._add_match(found)

    def _add_match(self, found: re.Match[str]) -> None:
        kind = str(found.lastgroup)
        if kind == "string":
            self._add_string(found[0], "s")
        else:
            self._add(BLANK if kind == "blank" else kind, found[0])

    def _add(self, kind: str, text: str) -> None:
        self._at += len(text)
        if not text:
            return
        token = Token(kind, text, self._is_line_end, self._templates > 0)
        self.tokens.append(token)
        if kind in (BLANK, "c"):
            self._is_line_end = self._is_line_end or "\n" in text
        else:
            self._last = token
            self._is_line_end = False

    def _add_string(self, text: str, letter: str) -> None:
        closed = len(text) > 1 and text[-1] == text[0]
        self._add("q", text[0])
        self._add_escaped(text[1:-1] if closed else text[1:], letter)
        if closed:
            self._add("q", text[0])

    def _add_escaped(self, text: str, letter: str) -> None:
        for at, piece in enumerate(_ESCAPE.split(text)):
            self._add("d" if at % 2 else letter, piece)

    def _is_value(self) -> bool:
        """Return whether a value ends here, so that a slash divides and `<` compares."""
        last = self._last
        if last is None:
            return False
        if last.kind == NAME:
            return last.text not in _OPERATOR_WORDS
        if last.kind == MARK:
            return last.text in {")", "]", "++", "--"}
        return last.kind in {"n", "q", "x"}

    def _cut_template(self, depth: int) -> None:
        self._add("q", "`")
        while self._at < len(self._code):
            text = _TEMPLATE.match(self._code, self._at)
            self._add_escaped(text[0] if text else "", "s")
            if not self._code.startswith("${", self._at):
                self._add("q", self._code[self._at : self._at + 1])
                return
            if depth >= _DEEPEST:
                self._add("s", self._code[self._at :])
                return
            self._add("k", "${")
            self._last = None
            self._templates += 1
            self.cut_code("}", depth + 1)
            self._templates -= 1
            self._add("k", self._code[self._at : self._at + 1])

    def _cut_element(self, depth: int) -> None:
        """Cut a JSX element, its children and its end tag."""
        self._add("p", "<")
        self._cut_tag_name()
        if self._cut_attributes(depth):
            self._cut_children(depth)
        self._last = Token("q", "")  # an element is a value

    def _cut_tag_name(self) -> None:
        found = _JSX_TAG.match(self._code, self._at)
        if found:
            is_component = found[0][0].isupper() or "." in found[0]
            self._add("r" if is_component else "k", found[0])

    def _cut_attributes(self, depth: int) -> bool:
        """Cut up to the end of a start tag; return whether children follow."""
        code = self._code
        while self._at < len(code):
            if code.startswith("/>", self._at):
                self._add("p", "/>")
                return False
            if code[self._at] == ">":
                self._add("p", ">")
                return True
            if code[self._at] == "{":
                self._cut_embedded(depth)
                continue
            found = _JSX_TAG.match(code, self._at)
            if found:
                self._add("v", found[0])
                continue
            found = _TOKEN.match(code, self._at)
            assert found is not None  # noqa: S101 - the last choice takes anything
            if found.lastgroup == MARK:
                self._add("p", found[0])
            else:
                self._add_match(found)
        return False

    def _cut_embedded(self, depth: int) -> None:
        self._add("p", "{")
        self._last = None
        if depth < _DEEPEST:
            self.cut_code("}", depth + 1)
        self._add("p", self._code[self._at : self._at + 1])

    def _cut_children(self, depth: int) -> None:
        code = self._code
        while self._at < len(code):
            if code.startswith("</", self._at):
                self._add("p", "</")
                self._cut_tag_name()
                self._cut_attributes(depth)
                return
            if code[self._at] == "{":
                self._cut_embedded(depth)
            elif code[self._at] == "<" and depth < _DEEPEST:
                self._cut_element(depth + 1)
            elif found := _ENTITY.match(code, self._at):
                self._add("d", found[0])
            else:
                found = _JSX_TEXT.match(code, self._at)
                self._add("", found[0] if found else code[self._at])
