"""Colour JavaScript and TypeScript as Shiki's vitesse themes do.

    const a: T = f(b.c)      const o, a v, : p, T t, = p, f f, ( p, b v, . p, c v, ) p

A name's colour hangs on its role: function, type, property, key. The roles are told by a walk over the tokens that
knows blocks, objects, classes, parameters and types from each other, but builds no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from deckc.compile.render.lexers.script_tokens import MARK, NAME, Token, cut_script
from deckc.dataclass import dataclass

_CONTROL = frozenset(
    [
        "as",
        "await",
        "break",
        "case",
        "catch",
        "continue",
        "debugger",
        "default",
        "do",
        "else",
        "export",
        "finally",
    ]
    + [
        "for",
        "from",
        "if",
        "import",
        "return",
        "satisfies",
        "switch",
        "throw",
        "try",
        "while",
        "with",
        "yield",
    ]
)
_STORAGE = frozenset(
    ["class", "const", "enum", "extends", "function", "implements", "interface", "let", "var"]
    + ["delete", "in", "instanceof", "new", "typeof", "void", "null", "undefined"]
)
_MODIFIERS = frozenset(
    [
        "abstract",
        "async",
        "declare",
        "get",
        "override",
        "private",
        "protected",
        "public",
        "readonly",
        "set",
        "static",
    ]
    + [
        "accessor",
        "type",
        "namespace",
        "module",
        "of",
        "is",
        "keyof",
        "infer",
        "asserts",
        "unique",
        "constructor",
    ]
)
_TYPE_WORDS = frozenset(
    [
        "extends",
        "keyof",
        "typeof",
        "infer",
        "is",
        "in",
        "readonly",
        "asserts",
        "unique",
        "new",
        "null",
        "undefined",
    ]
    + ["abstract", "import"]
)
_LITERALS = {
    "true": "k",
    "false": "k",
    "NaN": "k",
    "Infinity": "k",
    "this": "d",
    "super": "d",
    "arguments": "d",
}
_SUPPORTED_MEMBERS = frozenset(["constructor", "length", "prototype", "__proto__"])
_SUPPORTED_NAMES = frozenset(["Promise", "module", "exports"])
_QUIET = frozenset(
    ["=", "<", ">", "<=", ">=", "=>", "...", ".", "?.", ",", ";", ":", "(", ")", "[", "]", "{", "}", "@"]
)
_OPENERS = {"(": ")", "[": "]", "{": "}"}
_STATEMENT_MARKS = {
    "=": {"declare": "value"},
    ",": {"declare": "declare", "value": "declare", "class": "class", "interface": "interface"},
    ";": {},
}
"""What a statement is behind a mark, from what it was before."""
_BLOCK_HEADS = frozenset(["if", "for", "while", "switch", "catch", "with"])
_DOC_TAG = re.compile(r"(?<=[\s*])(@[a-z]\w*)")
_DEEPEST = 80
_LONGEST_TYPE = 300
"""Tokens of `<...>` that are tried as type arguments."""


@dataclass(slots=True)
class _Walk:
    """Gives each name and mark its class letter."""

    tokens: list[Token]
    """Without blanks and comments."""
    close: dict[int, int]
    """Index of an opening bracket -> of the closing one."""
    is_typed: bool
    depth: int = field(default=0)

    def text(self, at: int) -> str:
        return (
            self.tokens[at].text
            if 0 <= at < len(self.tokens) and self.tokens[at].kind in {NAME, MARK}
            else ""
        )

    def is_name(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == NAME

    def paint(self, at: int, letter: str) -> None:
        self.tokens[at].letter = letter

    def names_left(self, start: int, end: int, letter: str) -> None:
        """Paint what is left between two places: names in one colour, marks as operators are."""
        for at in range(start, end):
            token = self.tokens[at]
            if token.letter == "?":
                token.letter = letter if token.kind == NAME else "p" if token.text in _QUIET else "o"


def colour_script(code: str, *, is_typed: bool, has_jsx: bool) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each piece of a script."""
    tokens = cut_script(code, has_jsx=has_jsx)
    solid = [token for token in tokens if token.kind not in {"", "c"}]
    walk = _Walk(solid, _brackets(solid), is_typed)
    _walk_code(walk, 0, len(solid), "block")
    walk.names_left(0, len(solid), "v")
    for token in tokens:
        if token.letter == "c" and token.text.startswith("/**"):
            yield from _documentation(token.text)
        else:
            yield "s" if token.letter == "v" and token.is_in_template else token.letter, token.text


def _documentation(text: str) -> Iterator[tuple[str, str]]:
    """Yield a JSDoc comment with its tags apart."""
    for at, piece in enumerate(_DOC_TAG.split(text)):
        if at % 2:
            yield "p", "@"
            yield "k", piece[1:]
        else:
            yield "c", piece


def _brackets(tokens: list[Token]) -> dict[int, int]:
    close: dict[int, int] = {}
    open_at: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind != MARK:
            continue
        if token.text in _OPENERS:
            open_at.append(at)
        elif token.text in _OPENERS.values() and open_at:
            if _OPENERS[tokens[open_at[-1]].text] == token.text:
                close[open_at.pop()] = at
            elif len(open_at) > 1 and _OPENERS[tokens[open_at[-2]].text] == token.text:
                open_at.pop()
                close[open_at.pop()] = at
    return close


def _walk_code(walk: _Walk, at: int, end: int, place: str) -> None:
    """Paint statements, or what stands in an object, class, enum, pattern or list of parameters."""
    walk.depth += 1
    if walk.depth <= _DEEPEST:
        pending = ""
        questions = 0
        while at < end:
            token = walk.tokens[at]
            if token.kind == NAME:
                at, pending = _word(walk, at, end, place, pending)
                continue
            text = token.text if token.kind == MARK else ""
            if text in _OPENERS and at in walk.close:
                at = _bracket(walk, at, place, pending)
                pending = "" if text == "{" and pending != "import" else pending
                continue
            if text == "?":
                questions += walk.text(at + 1) not in {":", ",", ")"}
            elif text == ":":
                is_choice = questions > 0 and place not in {"class", "params"}
                questions -= is_choice
                if not is_choice and _starts_type(walk, at, place, pending):
                    walk.paint(at, "p")
                    at = _walk_type(walk, at + 1, end)
                    continue
                walk.paint(at, "o" if is_choice else "p")
            elif text in _STATEMENT_MARKS and pending != "import":
                pending = _STATEMENT_MARKS[text].get(pending, "")
                questions = 0 if text == ";" else questions
            if text == "<" and walk.is_typed and (stop := _angle_end(walk, at, end)):
                at = _walk_type(walk, at, stop + 1)
                continue
            if text == "*" and (pending == "import" or walk.text(at - 1) in {"function", "export"}):
                walk.paint(at, "o" if pending == "import" else "k")
            elif token.letter == "?":
                walk.paint(at, "p" if text in _QUIET else "o")
            at += 1
    walk.depth -= 1


def _starts_type(walk: _Walk, at: int, place: str, pending: str) -> bool:
    if not walk.is_typed:
        return False
    if place in {"params", "class"} or pending == "declare":
        return True
    return walk.text(at - 1) == ")" and place != "object" and walk.text(at - 2) != "case"


def _word(walk: _Walk, at: int, end: int, place: str, pending: str) -> tuple[int, str]:  # noqa: C901, PLR0911, PLR0912 - one way for each role of a word
    """Paint a name; return where to go on, and what the statement is now."""
    word = walk.text(at)
    before, behind = walk.text(at - 1), walk.text(at + 1)
    is_member = before in {".", "?."}
    is_key = before != "?" and (behind in {":", "?:"} or (behind == "?" and walk.text(at + 2) in {":", ";"}))
    if not is_member and not (_names_member(walk, at, place, is_key=is_key)):
        if (letter := _LITERALS.get(word)) is not None and not (word == "this" and behind == ":"):
            walk.paint(at, letter)
            return at + 1, pending
        if word in _CONTROL and not (word in {"as", "from", "satisfies"} and _is_plain(walk, at)):
            return _control(walk, at, end, word, "import" if place == "pattern" else pending)
        if word in _STORAGE:
            walk.paint(at, "o")
            return _storage(walk, at, end, word, pending)
        if word in _MODIFIERS and walk.is_name(at + 1) and not walk.tokens[at + 1].is_after_line_end:
            if word in {"type", "namespace", "module"}:
                return _declared_type(walk, at, end, word, "import" if place == "pattern" else pending)
            if word != "of" or before not in {"=", "("}:
                walk.paint(at, "o")
                return at + 1, pending
        if word == "module" and walk.tokens[at + 1 : at + 2] and walk.tokens[at + 1].kind == "q":
            walk.paint(at, "o")
            return at + 1, pending
        if word == "async" and behind == "(" and _arrow_follows(walk, at + 1):
            walk.paint(at, "o")
            return at + 1, pending
        if word == "readonly" or (word == "constructor" and place == "class"):
            walk.paint(at, "o")
            return at + 1, pending
    elif word == "constructor" and place == "class" and behind == "(":
        walk.paint(at, "o")
        return at + 1, pending
    return _plain_word(walk, at, end, place, pending, is_member=is_member, is_key=is_key)


def _names_member(walk: _Walk, at: int, place: str, *, is_key: bool) -> bool:
    """Return whether a word names a member of an object or a class, whatever else it may mean."""
    if not (is_key or walk.text(at + 1) == "(") or walk.text(at) == "super":
        return False
    return place == "class" or (
        place == "object" and walk.text(at - 1) in {"{", ",", "async", "get", "set", "*"}
    )


def _is_plain(walk: _Walk, at: int) -> bool:
    """Return whether a word that may also be a name is one here."""
    if at == 0 or walk.text(at - 1) in {";", "(", ",", "=", "{"}:
        return True
    return walk.text(at + 1) in {";", ",", "=", ".", "(", ")", ":"}


def _control(walk: _Walk, at: int, end: int, word: str, pending: str) -> tuple[int, str]:
    behind = walk.text(at + 1)
    walk.paint(at, "k")
    if word == "import" and behind == "(":
        walk.paint(at, "o")
        return at + 1, pending
    if word in {"import", "export"}:
        if (
            walk.text(at + 1) == "type"
            and walk.text(at + 2) in {"{", "*"}
            or (
                word == "import"
                and walk.text(at + 1) == "type"
                and walk.is_name(at + 2)
                and walk.text(at + 2) != "from"
            )
        ):
            walk.paint(at + 1, "k")
            return at + 2, "import"
        is_list = word == "import" or behind in {"{", "*"}
        return at + 1, "import" if is_list else pending
    if word in {"as", "satisfies"} and pending != "import":
        if behind == "const":
            walk.paint(at + 1, "o")
            return at + 2, pending
        return _walk_type(walk, at + 1, end), pending
    return at + 1, "" if word == "from" else pending


def _storage(walk: _Walk, at: int, end: int, word: str, pending: str) -> tuple[int, str]:
    following = at + 1
    if word == "const" and walk.text(following) == "enum":
        return following, pending
    if word == "enum":
        walk.paint(following, "t")
        return following + 1, "enum"
    if word in {"const", "let", "var"}:
        return following, "declare"
    if word in {"class", "interface"}:
        if walk.is_name(following) and walk.text(following) not in {"extends", "implements"}:
            walk.paint(following, "t")
            following += 1
        if walk.text(following) == "<":
            stop = _angle_end(walk, following, end, is_sure=True)
            following = _walk_type(walk, following, stop + 1) if stop else following
        return following, word
    if word in {"extends", "implements"} and pending in {"class", "interface"}:
        return _inherited(walk, following, end), pending
    if word == "function" and walk.is_name(following):
        walk.paint(following, "f")
        return following + 1, "function"
    if word == "new" and walk.is_name(following) and walk.text(following + 1) != ".":
        is_target = walk.text(following) not in _LITERALS
        walk.paint(following, "f" if is_target else _LITERALS[walk.text(following)])
        return following + 1, pending
    return following, "function" if word == "function" else pending


def _inherited(walk: _Walk, at: int, end: int) -> int:
    """Paint the names behind `extends` and `implements`."""
    while at < end:
        if walk.is_name(at) and walk.text(at) not in {"extends", "implements"}:
            walk.paint(at, "t" if walk.text(at + 1) == "." else "f")
        elif walk.text(at) == "<" and (stop := _angle_end(walk, at, end, is_sure=True)):
            at = _walk_type(walk, at, stop + 1)
            continue
        elif walk.text(at) in {",", "."}:
            walk.paint(at, "p")
        else:
            break
        at += 1
    return at


def _declared_type(walk: _Walk, at: int, end: int, word: str, pending: str) -> tuple[int, str]:
    """Paint `type X = ...`, `namespace X`; in an import `type` is one of its words."""
    if pending == "import":
        walk.paint(at, "k")
        return at + 1, pending
    if walk.text(at + 1) in {"in", "of", "as", "instanceof"}:
        walk.paint(at, "v")
        return at + 1, pending
    walk.paint(at, "o")
    walk.paint(at + 1, "t")
    following = at + 2
    if word != "type":
        return following, pending
    if walk.text(following) == "<":
        stop = _angle_end(walk, following, end, is_sure=True)
        following = _walk_type(walk, following, stop + 1) if stop else following
    if walk.text(following) == "=":
        walk.paint(following, "p")
        following = _walk_type(walk, following + 1, end)
    return following, pending


def _plain_word(  # noqa: PLR0911, PLR0913 - one for each role
    walk: _Walk, at: int, end: int, place: str, pending: str, *, is_member: bool, is_key: bool
) -> tuple[int, str]:
    word, behind = walk.text(at), walk.text(at + 1)
    following = at + 1
    if walk.text(at - 1) == "@":
        walk.paint(at, "f")
        return following, pending
    if place == "enum" or pending == "import" or (place == "pattern" and not is_member):
        walk.paint(at, "v")
        return following, pending
    if place == "object" and is_key:
        walk.paint(at, "f" if _is_function(walk, at + 2) else "r")
        return following, pending
    if (
        place == "class"
        and walk.text(at - 1) not in {"=", ".", "?."}
        and behind in {"", "=", ":", "?", "!", ";", "}"}
    ):
        walk.paint(at, "f" if behind == "=" and _is_function(walk, at + 2) else "v")
        return following, pending
    if place == "params" and not is_member:
        walk.paint(at, "d" if word == "this" else "v")
        return following, pending
    if behind == "<" and walk.is_typed and (stop := _angle_end(walk, following, end)):
        following = _walk_type(walk, following, stop + 1)
        behind = walk.text(following)
        walk.paint(at, "f" if behind == "(" else "t")
        return following, pending
    if behind == "(" or (behind == "?." and walk.text(at + 2) == "("):
        walk.paint(at, "f")
        return following, pending
    if behind == "=" and (pending == "declare" or is_member) and _is_function(walk, at + 2):
        walk.paint(at, "f")
    elif behind == ":" and place == "block" and not pending and _starts_statement(walk, at):
        walk.paint(at, "f")  # a label
    elif is_member and (word in _SUPPORTED_MEMBERS or (word == "exports" and walk.text(at - 2) == "module")):
        walk.paint(at, "r")
        if word == "prototype" and walk.tokens[at - 2].letter == "v":
            walk.paint(at - 2, "r")
    elif not is_member and word in _SUPPORTED_NAMES and pending != "declare":
        walk.paint(at, "r")
    elif walk.text(at - 1) == "instanceof":
        walk.paint(at, "t")
    else:
        walk.paint(at, "v")
    if pending == "declare" and behind == ":" and walk.is_typed:
        walk.paint(following, "p")
        return _walk_type(walk, following + 1, end), pending
    return following, pending


def _starts_statement(walk: _Walk, at: int) -> bool:
    return at == 0 or walk.tokens[at - 1].text in {";", "}", "{"} or walk.tokens[at].is_after_line_end


def _is_function(walk: _Walk, at: int) -> bool:
    """Return whether a function starts here: `function`, `async`, `(...) =>`, `x =>`."""
    word = walk.text(at)
    if word == "async":
        return walk.text(at + 1) == "function" or _is_function(walk, at + 1)
    if word == "function":
        return True
    if word == "(":
        return _arrow_follows(walk, at)
    if word == "<" and walk.is_typed:
        stop = _angle_end(walk, at, len(walk.tokens), is_sure=True)
        return bool(stop) and _arrow_follows(walk, stop + 1)
    return walk.is_name(at) and walk.text(at + 1) == "=>"


def _arrow_follows(walk: _Walk, at: int) -> bool:
    """Return whether parentheses that open here are an arrow function's parameters."""
    close = walk.close.get(at)
    if close is None:
        return False
    if walk.text(close + 1) == "=>":
        return True
    if walk.text(close + 1) != ":" or not walk.is_typed:
        return False
    for index in range(close + 2, min(close + 40, len(walk.tokens))):
        text = walk.text(index)
        if text == "=>":
            return True
        if text in {";", ",", ")", "=", "?"}:
            return False
    return False


def _bracket(walk: _Walk, at: int, place: str, pending: str) -> int:
    """Paint what stands in brackets; return the place behind them."""
    close = walk.close[at]
    walk.paint(at, "p")
    inner = _place_inside(walk, at, close, place, pending)
    if inner == "types":
        _walk_members(walk, at + 1, close)
    else:
        _walk_code(walk, at + 1, close, inner)
    walk.paint(close, "p")
    if inner == "params" and walk.is_typed and walk.text(close + 1) == ":":
        walk.paint(close + 1, "p")
        return _walk_type(walk, close + 2, len(walk.tokens))
    return close + 1


def _place_inside(walk: _Walk, at: int, close: int, place: str, pending: str) -> str:  # noqa: PLR0911 - one for each place
    bracket, before, behind = walk.tokens[at].text, _text_before(walk, at), walk.text(close + 1)
    if bracket == "(":
        if pending == "function" and walk.tokens[at - 1].letter in "fotkp" and before != ")":
            return "params"
        if _arrow_follows(walk, at) and before not in _BLOCK_HEADS:
            return "params"
        is_method = place in {"class", "object"} and walk.tokens[at - 1].letter in "fop"
        return "params" if is_method and (behind == "{" or (behind == ":" and place == "class")) else "list"
    if bracket == "[":
        return (
            "pattern"
            if place in {"params", "pattern"} or (pending == "declare" and before != "=")
            else "list"
        )
    if pending in {"class", "enum"}:
        return pending
    if pending == "interface":
        return "types"
    if pending == "import" or place in {"params", "pattern"} and before not in {"=", "=>"}:
        return "pattern"
    if pending == "declare" and before in {"const", "let", "var", ","}:
        return "pattern"
    if before in {
        "(",
        ",",
        "=",
        ":",
        "[",
        "?",
        "return",
        "&&",
        "||",
        "??",
        "...",
        "in",
        "of",
        "default",
        "yield",
    }:
        is_block = (
            before == ":" and place == "block" and pending != "declare" and walk.text(at - 3) in {"case"}
        )
        return "block" if is_block else "object"
    return "block"


def _text_before(walk: _Walk, at: int) -> str:
    return walk.tokens[at - 1].text if at else ""


def _angle_end(walk: _Walk, at: int, end: int, *, is_sure: bool = False) -> int:
    """Return where `<` closes as type arguments do; 0 where it is an operator."""
    depth = 0
    index = at
    while index < min(end, at + _LONGEST_TYPE):
        token = walk.tokens[index]
        text = token.text if token.kind == MARK else ""
        if text == "<":
            depth += 1
        elif text == ">":
            depth -= 1
            if depth == 0:
                behind = walk.text(index + 1)
                is_call = behind in {"(", ".", ";", ")", ",", "{", "[", "=>"} or index + 1 == len(walk.tokens)
                quote = index + 1 < len(walk.tokens) and walk.tokens[index + 1].text == "`"
                is_cast = not _is_operand(walk, at - 1)
                return index if is_sure or is_call or quote or is_cast else 0
        elif text in _OPENERS and index in walk.close:
            index = walk.close[index]
        elif (
            text in {"&&", "||", ";", "+", "*", "/", "==", "===", ")", "]", "}"}
            or token.kind == "n"
            and not is_sure
        ):
            return 0
        index += 1
    return 0


def _is_operand(walk: _Walk, at: int) -> bool:
    if at < 0:
        return False
    token = walk.tokens[at]
    return token.kind in {NAME, "n", "d", "q"} or token.text in {")", "]"}


def _walk_type(walk: _Walk, at: int, end: int) -> int:  # noqa: C901, PLR0912 - a type is many things
    """Paint a type from here to where it ends; return that place."""
    walk.depth += 1
    angles, choices = 0, 0
    is_complete = False
    while at < end and walk.depth <= _DEEPEST:
        token = walk.tokens[at]
        text = token.text if token.kind in {NAME, MARK} else ""
        if (
            is_complete
            and not angles
            and token.is_after_line_end
            and text not in {"|", "&", "?", ":", "extends", "."}
        ):
            break
        if token.kind == NAME:
            if is_complete and not angles and text not in {"extends", "is", "in"}:
                break
            _type_name(walk, at)
            is_complete = text not in _TYPE_WORDS or text in {"null", "undefined"}
        elif text in _OPENERS and at in walk.close:
            if text == "{" and is_complete and not angles:
                break
            at = _type_bracket(walk, at)
            is_complete = True
            continue
        elif text == "<":
            walk.paint(at, "p")
            angles += 1
            is_complete = False
        elif text == ">":
            if not angles:
                break
            walk.paint(at, "p")
            angles -= 1
            is_complete = True
            if not angles and at + 1 >= end:
                at += 1
                break
        elif text == "?" and is_complete:
            choices += 1
            walk.paint(at, "o")
            is_complete = False
        elif text == ":" and choices:
            choices -= 1
            walk.paint(at, "o")
            is_complete = False
        elif text in {"|", "&", "-", "+"}:
            walk.paint(at, "p" if text in {"|", "&"} else "o")
            is_complete = False
        elif (
            text == "." or (text in {",", "=", "..."} and angles) or (text == "=>" and _may_return(walk, at))
        ):
            walk.paint(at, "p")
            is_complete = False
        elif token.kind in {"q", "s", "n", "k", "d"} and not (
            is_complete and not angles and token.kind == "q" and walk.tokens[at - 1].kind not in "sq"
        ):
            is_complete = True
        else:
            break
        at += 1
    walk.depth -= 1
    return at


def _may_return(walk: _Walk, at: int) -> bool:
    """Return whether `=>` here is that of a function's type: right behind its parameters."""
    return walk.text(at - 1) == ")" and walk.tokens[at - 1].letter == "p"


def _type_name(walk: _Walk, at: int) -> None:
    word = walk.text(at)
    if word in _LITERALS:
        walk.paint(at, _LITERALS[word])
    else:
        walk.paint(at, "o" if word in _TYPE_WORDS else "t")


def _type_bracket(walk: _Walk, at: int) -> int:
    close = walk.close[at]
    text = walk.tokens[at].text
    walk.paint(at, "p")
    if text == "{":
        _walk_members(walk, at + 1, close)
    elif text == "(" and walk.text(close + 1) == "=>":
        _walk_code(walk, at + 1, close, "params")
    else:
        index = at + 1
        while index < close:
            index = max(_walk_type(walk, index, close), index)
            if index < close:
                walk.names_left(index, index + 1, "t")
                index += 1
    walk.paint(close, "p")
    return close + 1


def _walk_members(walk: _Walk, at: int, end: int) -> None:
    """Paint the members of an interface or an object type: names, then types behind colons."""
    while at < end:
        token = walk.tokens[at]
        text = token.text if token.kind == MARK else ""
        if token.kind == NAME:
            behind = walk.text(at + 1)
            if token.text in {"readonly", "get", "set", "new"} and behind not in {":", "?", "("}:
                walk.paint(at, "o")
            elif behind in {"(", "<"} or (behind == "?" and walk.text(at + 2) == "("):
                walk.paint(at, "f")
            else:
                is_function = (
                    behind == ":"
                    and walk.text(at + 2) == "("
                    and walk.text(walk.close.get(at + 2, -3) + 1) == "=>"
                )
                walk.paint(at, "f" if is_function else "v")
        elif text in {"(", "["} and at in walk.close:
            close = walk.close[at]
            walk.paint(at, "p")
            if text == "(":
                _walk_code(walk, at + 1, close, "params")
            else:
                _walk_index(walk, at + 1, close)
            walk.paint(close, "p")
            at = close
        elif text in {":", "<"}:
            walk.paint(at, "p")
            at = _walk_type(walk, at + 1, end)
            continue
        elif token.kind == MARK:
            walk.paint(at, "o" if text in {"?", "-", "+"} else "p")
        at += 1


def _walk_index(walk: _Walk, at: int, end: int) -> None:
    """Paint `[key: string]` or `[P in keyof T]`."""
    if walk.is_name(at) and walk.text(at + 1) == ":":
        walk.paint(at, "v")
        walk.paint(at + 1, "p")
        at += 2
    _walk_type(walk, at, end)
