"""Colour the words of a script by their role: keyword, function, key, property, variable."""

from __future__ import annotations

from deckc.compile.render.lexers.script_types import walk_type
from deckc.compile.render.lexers.script_walk import LITERALS, Walk, angle_end, arrow_follows, is_function

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
    [
        "class",
        "const",
        "enum",
        "extends",
        "function",
        "implements",
        "interface",
        "let",
        "var",
        "delete",
        "in",
        "instanceof",
        "new",
        "typeof",
        "void",
        "null",
        "undefined",
    ]
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
_SUPPORTED_MEMBERS = frozenset(["constructor", "length", "prototype", "__proto__"])
_SUPPORTED_NAMES = frozenset(["Promise", "module", "exports"])


def walk_word(walk: Walk, at: int, end: int, place: str, pending: str) -> tuple[int, str]:  # noqa: C901, PLR0911 - one way for each role of a word
    """Paint a name; return where to go on, and what the statement is now."""
    word = walk.text(at)
    before, behind = walk.text(at - 1), walk.text(at + 1)
    is_member = before in {".", "?."}
    is_key = before != "?" and (behind in {":", "?:"} or (behind == "?" and walk.text(at + 2) in {":", ";"}))
    if not is_member and not (_names_member(walk, at, place, is_key=is_key)):
        if (letter := LITERALS.get(word)) is not None and not (word == "this" and behind == ":"):
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
        if word == "async" and behind == "(" and arrow_follows(walk, at + 1):
            walk.paint(at, "o")
            return at + 1, pending
        if (word == "readonly" and behind != "(") or (word == "constructor" and place == "class"):
            walk.paint(at, "o")
            return at + 1, pending
    elif word == "constructor" and place == "class" and behind == "(":
        walk.paint(at, "o")
        return at + 1, pending
    return _plain_word(walk, at, end, place, pending, is_member=is_member, is_key=is_key)


def _names_member(walk: Walk, at: int, place: str, *, is_key: bool) -> bool:
    """Return whether a word names a member of an object or a class, whatever else it may mean."""
    if not (is_key or walk.text(at + 1) == "(") or walk.text(at) == "super":
        return False
    return place == "class" or (
        place == "object" and walk.text(at - 1) in {"{", ",", "async", "get", "set", "*"}
    )


def _is_plain(walk: Walk, at: int) -> bool:
    """Return whether a word that may also be a name is one here."""
    if at == 0 or walk.text(at - 1) in {";", "(", ",", "=", "{"}:
        return True
    return walk.text(at + 1) in {";", ",", "=", ".", "(", ")", ":"}


def _control(walk: Walk, at: int, end: int, word: str, pending: str) -> tuple[int, str]:
    behind = walk.text(at + 1)
    walk.paint(at, "k")
    if word == "import" and behind == "(":
        walk.paint(at, "o")
        return at + 1, pending
    if word in {"import", "export"}:
        if (walk.text(at + 1) == "type" and walk.text(at + 2) in {"{", "*"}) or (
            word == "import"
            and walk.text(at + 1) == "type"
            and walk.is_name(at + 2)
            and walk.text(at + 2) != "from"
        ):
            walk.paint(at + 1, "k")
            return at + 2, "import"
        is_list = word == "import" or behind in {"{", "*"}
        return at + 1, "import" if is_list else pending
    if word in {"as", "satisfies"} and pending != "import":
        if behind == "const":
            walk.paint(at + 1, "o")
            return at + 2, pending
        return walk_type(walk, at + 1, end), pending
    return at + 1, "" if word == "from" else pending


def _storage(walk: Walk, at: int, end: int, word: str, pending: str) -> tuple[int, str]:
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
            stop = angle_end(walk, following, end, is_sure=True)
            following = walk_type(walk, following, stop + 1) if stop else following
        return following, word
    if word in {"extends", "implements"} and pending in {"class", "interface"}:
        return _inherited(walk, following, end), pending
    if word == "function" and walk.is_name(following):
        walk.paint(following, "f")
        return following + 1, "function"
    if word == "new" and walk.is_name(following) and walk.text(following + 1) != ".":
        is_target = walk.text(following) not in LITERALS
        walk.paint(following, "f" if is_target else LITERALS[walk.text(following)])
        return following + 1, pending
    return following, "function" if word == "function" else pending


def _inherited(walk: Walk, at: int, end: int) -> int:
    """Paint the names behind `extends` and `implements`."""
    while at < end:
        if walk.is_name(at) and walk.text(at) not in {"extends", "implements"}:
            walk.paint(at, "t" if walk.text(at + 1) == "." else "f")
        elif walk.text(at) == "<" and (stop := angle_end(walk, at, end, is_sure=True)):
            at = walk_type(walk, at, stop + 1)
            continue
        elif walk.text(at) in {",", "."}:
            walk.paint(at, "p")
        else:
            break
        at += 1
    return at


def _declared_type(walk: Walk, at: int, end: int, word: str, pending: str) -> tuple[int, str]:
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
        stop = angle_end(walk, following, end, is_sure=True)
        following = walk_type(walk, following, stop + 1) if stop else following
    if walk.text(following) == "=":
        walk.paint(following, "p")
        following = walk_type(walk, following + 1, end)
    return following, pending


def _plain_word(  # noqa: C901, PLR0911, PLR0912 - one for each role
    walk: Walk, at: int, end: int, place: str, pending: str, *, is_member: bool, is_key: bool
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
        walk.paint(at, "f" if is_function(walk, at + 2) else "r")
        return following, pending
    if (
        place == "class"
        and walk.text(at - 1) not in {"=", ".", "?."}
        and behind in {"", "=", ":", "?", "!", ";", "}"}
    ):
        walk.paint(at, "f" if behind == "=" and is_function(walk, at + 2) else "v")
        return following, pending
    if place == "params" and not is_member:
        walk.paint(at, "d" if word == "this" else "v")
        return following, pending
    if behind == "<" and walk.is_typed and (stop := angle_end(walk, following, end)):
        following = walk_type(walk, following, stop + 1)
        behind = walk.text(following)
        walk.paint(at, "f" if behind == "(" else "t")
        return following, pending
    if behind == "(" or (behind == "?." and walk.text(at + 2) == "("):
        walk.paint(at, "f")
        return following, pending
    if behind == "=" and (pending == "declare" or is_member) and is_function(walk, at + 2):
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
        return walk_type(walk, following + 1, end), pending
    return following, pending


def _starts_statement(walk: Walk, at: int) -> bool:
    return at == 0 or walk.tokens[at - 1].text in {";", "}", "{"} or walk.tokens[at].is_after_line_end
