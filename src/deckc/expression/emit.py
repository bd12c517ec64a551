"""Print terms as JavaScript in which every free name is read from the scope `$`.

    xs.map(x => x + n)     ->  $.xs.map((x) => x + $.n)
    {a}                    ->  ({a: $.a})
    a = Math.max(a, 1)     ->  $.a = Math.max($.a, 1)

The text is safe inside `<script>`: nothing in it can end the element or open a comment.
"""

from __future__ import annotations

import re
from typing import assert_never

from deckc.expression import tree as t
from deckc.expression.lower_patterns import bound_names
from deckc.expression.numbers import number_text
from deckc.expression.words import GLOBALS

_PLAIN_KEY = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_RISKY = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ufeff\ud800-\udfff\"\\]|<(?=[/!sS])|-->")
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\", "-->": "--\\x3e"}

_SEQUENCE, _ASSIGN, _CONDITIONAL, _COALESCE, _OR, _AND, _BIT_OR = range(7)
_UNARY, _POSTFIX, _CALL, _PRIMARY = 15, 16, 17, 18
_PRECEDENCES = {
    "??": _COALESCE,
    "||": _OR,
    "&&": _AND,
    "|": _BIT_OR,
    "^": 7,
    "&": 8,
    "==": 9,
    "!=": 9,
    "===": 9,
    "!==": 9,
    "<": 10,
    ">": 10,
    "<=": 10,
    ">=": 10,
    "instanceof": 10,
    "in": 10,
    "<<": 11,
    ">>": 11,
    ">>>": 11,
    "+": 12,
    "-": 12,
    "*": 13,
    "/": 13,
    "%": 13,
    "**": 14,
}


def quote(text: str) -> str:
    """Return a JavaScript string literal that is safe inside `<script>`."""
    return f'"{_RISKY.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    short = _SHORT_ESCAPES.get(found)
    if short is not None:
        return short
    return f"\\x{ord(found):02x}" if found < "\x80" else f"\\u{ord(found):04x}"


class Printer:
    """Prints one expression and keeps what it met: free names with their first place."""

    def __init__(self, local_names: tuple[str, ...] = ()) -> None:
        self.names: dict[str, int] = {}
        self._scopes: list[dict[str, str]] = [{name: name for name in local_names}]

    def body(self, term: t.Term) -> str:
        """Return a term as it may stand behind `=>` or in an array."""
        text = self.term(term, _ASSIGN)
        return f"({text})" if text.startswith("{") else text

    def term(self, term: t.Term, least: int) -> str:
        """Return a term, in parentheses where it binds looser than `least`."""
        precedence, text = self._print(term)
        return text if precedence >= least else f"({text})"

    def _print(self, term: t.Term) -> tuple[int, str]:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of term
        match term:
            case t.Name():
                return _CALL, self._name(term)
            case t.Literal(value=value):
                return self._literal(value)
            case t.BigInteger(digits=digits):
                return _POSTFIX, f"{digits}n"
            case t.Regex(pattern=pattern, flags=flags):
                # Made when needed: a pattern that the browser refuses must not break the whole script.
                return _CALL, f"new RegExp({quote(pattern)}, {quote(flags)})"
            case t.Template():
                return _PRIMARY, self._template(term)
            case t.ArrayTerm(items=items):
                return _PRIMARY, self._array(items)
            case t.ObjectTerm(members=members):
                return _PRIMARY, "{" + ", ".join(self._member_of_object(member) for member in members) + "}"
            case t.Member() | t.Index() | t.Call() | t.New() | t.Group():
                return _CALL, self._link(term)
            case t.Unary(operator=operator, operand=operand):
                text = self.term(operand, _UNARY)
                gap = " " if operator[0].isalpha() or text.startswith(operator) else ""
                return _UNARY, f"{operator}{gap}{text}"
            case t.Update(operator=operator, target=target, is_prefix=is_prefix):
                place = self.term(target, _CALL)
                return (_UNARY, f"{operator}{place}") if is_prefix else (_POSTFIX, f"{place}{operator}")
            case t.Binary():
                return self._binary(term)
            case t.Conditional(test=test, then=then, otherwise=otherwise):
                branches = f"{self.term(then, _ASSIGN)} : {self.term(otherwise, _ASSIGN)}"
                return _CONDITIONAL, f"{self.term(test, _COALESCE)} ? {branches}"
            case t.Assign(operator=operator, target=assigned, value=value):
                return _ASSIGN, f"{self._target(assigned)} {operator} {self.term(value, _ASSIGN)}"
            case t.Sequence(items=parts):
                return _SEQUENCE, ", ".join(self.term(part, _ASSIGN) for part in parts)
            case t.Await(value=awaited):
                return _UNARY, f"await {self.term(awaited, _UNARY)}"
            case t.This():
                return _PRIMARY, "this"
            case t.Function():
                return (_ASSIGN if term.is_arrow else _PRIMARY), self._function(term)
            case _:
                assert_never(term)

    def _name(self, term: t.Name) -> str:
        for scope in reversed(self._scopes):
            if term.name in scope:
                return scope[term.name]
        if term.name in GLOBALS:
            return term.name
        self.names.setdefault(term.name, term.offset)
        return f"$.{term.name}" if _PLAIN_KEY.fullmatch(term.name) else f"$[{quote(term.name)}]"

    def _literal(self, value: bool | float | str | None) -> tuple[int, str]:
        match value:
            case None:
                return _PRIMARY, "null"
            case bool():
                return _PRIMARY, "true" if value else "false"
            case str():
                return _PRIMARY, quote(value)
            case _:
                return _POSTFIX, number_text(value)  # `1.x` is no member: the target of one needs parentheses

    def _template(self, template: t.Template) -> str:
        texts = [quote(text)[1:-1].replace('\\"', '"').replace("`", "\\`") for text in template.texts]
        texts = [text.replace("${", "\\${") for text in texts]
        parts = ["${" + self.term(part, _SEQUENCE) + "}" for part in template.parts]
        return "`" + "".join(text + part for text, part in zip(texts, [*parts, ""], strict=True)) + "`"

    def _array(self, items: tuple[t.Term | t.Spread | None, ...]) -> str:
        texts = ["" if item is None else self._item(item) for item in items]
        return "[" + ", ".join(texts) + ("," if items and items[-1] is None else "") + "]"

    def _item(self, item: t.Term | t.Spread) -> str:
        if isinstance(item, t.Spread):
            return f"...{self.term(item.value, _ASSIGN)}"
        return self.term(item, _ASSIGN)

    def _member_of_object(self, member: t.Property | t.Spread) -> str:
        if isinstance(member, t.Spread):
            return self._item(member)
        return f"{self._key(member.key)}: {self.term(member.value, _ASSIGN)}"

    def _key(self, key: str | t.Term) -> str:
        if not isinstance(key, str):
            return f"[{self.term(key, _ASSIGN)}]"
        if key == "__proto__":  # as a plain key it may stand only once
            return '["__proto__"]'
        return key if _PLAIN_KEY.fullmatch(key) else quote(key)

    def _link(self, term: t.Member | t.Index | t.Call | t.New | t.Group) -> str:
        match term:
            case t.Group(inner=inner):
                return f"({self.term(inner, _SEQUENCE)})"
            case t.Member(target=target, name=name, is_optional=is_optional):
                dot = "?." if is_optional else "."
                if _PLAIN_KEY.fullmatch(name):
                    return f"{self._head(target)}{dot}{name}"
                return f"{self._head(target)}{'?.' if is_optional else ''}[{quote(name)}]"
            case t.Index(target=target, index=index, is_optional=is_optional):
                return f"{self._head(target)}{'?.' if is_optional else ''}[{self.term(index, _SEQUENCE)}]"
            case t.Call(callee=callee, arguments=arguments, is_optional=is_optional):
                listed = ", ".join(self._item(argument) for argument in arguments)
                return f"{self._head(callee)}{'?.' if is_optional else ''}({listed})"
            case t.New(callee=callee, arguments=arguments):
                listed = ", ".join(self._item(argument) for argument in arguments)
                return f"new ({self.term(callee, _SEQUENCE)})({listed})"
            case _:
                assert_never(term)

    def _head(self, term: t.Term) -> str:
        """Return what a link hangs on; `function` gets parentheses, it may not open a statement."""
        text = self.term(term, _CALL)
        return f"({text})" if isinstance(term, t.Function) and not text.startswith("(") else text

    def _binary(self, term: t.Binary) -> tuple[int, str]:
        operator = term.operator
        own = _PRECEDENCES[operator]
        left_least, right_least = own, own + 1
        if operator == "**":
            left_least, right_least = _POSTFIX, own
        elif operator == "??":  # does not mix with || and && without parentheses
            right_least = _BIT_OR
            left_least = own if isinstance(term.left, t.Binary) and term.left.operator == "??" else _BIT_OR
        text = f"{self.term(term.left, left_least)} {operator} {self.term(term.right, right_least)}"
        # `in` must not be seen by the head of a `for`.
        return (_PRIMARY, f"({text})") if operator == "in" else (own, text)

    def _function(self, function: t.Function) -> str:
        names = [name.name for pattern in function.parameters for name in bound_names(pattern)]
        own = [function.name] if function.name else []
        implied = [] if function.is_arrow else ["arguments"]
        self._enter([*own, *implied, *names])
        parameters = ", ".join(self._target(pattern) for pattern in function.parameters)
        inner = function.body
        body = self.block(inner) if isinstance(inner, t.Block) else self.body(inner)
        self._scopes.pop()
        lead = "async " if function.is_async else ""
        if function.is_arrow:
            return f"{lead}({parameters}) => {body}"
        name = f" {_local(function.name)}" if function.name else " "
        return f"{lead}function{name}({parameters}) {body}"

    def _target(self, pattern: t.Pattern) -> str:
        match pattern:
            case t.Name() | t.Member() | t.Index():
                return self.term(pattern, _CALL)
            case t.ArrayPattern(items=items):
                texts = ["" if item is None else self._target(item) for item in items]
                return "[" + ", ".join(texts) + ("," if items and items[-1] is None else "") + "]"
            case t.ObjectPattern(members=members, rest=rest):
                texts = [f"{self._key(member.key)}: {self._target(member.target)}" for member in members]
                return (
                    "{" + ", ".join([*texts, *([] if rest is None else [f"...{self._target(rest)}"])]) + "}"
                )
            case t.Default(target=target, value=value):
                return f"{self._target(target)} = {self.term(value, _ASSIGN)}"
            case t.Rest(target=target):
                return f"...{self._target(target)}"
            case _:
                assert_never(pattern)

    def block(self, block: t.Block) -> str:
        """Return a block with its braces."""
        return "{ " + self.statements(block) + "}"

    def statements(self, block: t.Block) -> str:
        """Return a block's statements without braces."""
        declared = [statement for statement in block.statements if isinstance(statement, t.Declaration)]
        self._enter([name for statement in declared for name in _declared_names(statement)])
        text = "".join(f"{self._statement(statement)} " for statement in block.statements)
        self._scopes.pop()
        return text

    def _statement(self, statement: t.Statement) -> str:  # noqa: C901, PLR0911 - one line for each kind
        match statement:
            case t.TermStatement(term=term):
                return f"{self._opening(term)};"
            case t.Declaration():
                return f"{self._declaration(statement)};"
            case t.Block():
                return self.block(statement)
            case t.If(test=test, then=then, otherwise=otherwise):
                text = f"if ({self.term(test, _SEQUENCE)}) {{ {self._statement(then)} }}"
                return text if otherwise is None else f"{text} else {{ {self._statement(otherwise)} }}"
            case t.For() | t.ForEach():
                return self._loop(statement)
            case t.While(test=test, body=body, is_test_last=True):
                return f"do {{ {self._statement(body)} }} while ({self.term(test, _SEQUENCE)});"
            case t.While(test=test, body=body):
                return f"while ({self.term(test, _SEQUENCE)}) {{ {self._statement(body)} }}"
            case t.Return(value=value):
                return "return;" if value is None else f"return {self.term(value, _SEQUENCE)};"
            case t.Throw(value=thrown):
                return f"throw {self.term(thrown, _SEQUENCE)};"
            case t.Jump(keyword=keyword):
                return f"{keyword};"
            case t.Try():
                return self._try(statement)
            case _:
                assert_never(statement)

    def _opening(self, term: t.Term) -> str:
        """Return a term that opens a statement, where `{`, `function`, a directive would be misread."""
        text = self.term(term, _SEQUENCE)
        return f"({text})" if text.startswith(("{", "function", "async ", '"', "let")) else text

    def _declaration(self, declaration: t.Declaration) -> str:
        parts = [
            self._target(pattern) + ("" if value is None else f" = {self.term(value, _ASSIGN)}")
            for pattern, value in declaration.parts
        ]
        return f"{declaration.keyword} {', '.join(parts)}"

    def _loop(self, loop: t.For | t.ForEach) -> str:
        match loop:
            case t.For(start=start, test=test, step=step, body=body):
                self._enter(_declared_names(start) if isinstance(start, t.Declaration) else [])
                first = (
                    self._declaration(start) if isinstance(start, t.Declaration) else self._optional(start)
                )
                head = f"{first}; {self._optional(test)}; {self._optional(step)}"
            case t.ForEach(keyword=keyword, target=target, operator=operator, source=source, body=body):
                listed = self.term(source, _ASSIGN)
                self._enter([name.name for name in bound_names(target)] if keyword else [])
                head = f"{keyword + ' ' if keyword else ''}{self._target(target)} {operator} {listed}"
            case _:
                assert_never(loop)
        text = f"for ({head}) {{ {self._statement(body)} }}"
        self._scopes.pop()
        return text

    def _optional(self, term: t.Term | None) -> str:
        return "" if term is None else self._opening(term)

    def _try(self, statement: t.Try) -> str:
        text = f"try {self.block(statement.body)}"
        if statement.handler is not None:
            self._enter([name.name for name in bound_names(statement.parameter)])
            parameter = "" if statement.parameter is None else f" ({self._target(statement.parameter)})"
            text += f" catch{parameter} {self.block(statement.handler)}"
            self._scopes.pop()
        return text if statement.last is None else f"{text} finally {self.block(statement.last)}"

    def _enter(self, names: list[str]) -> None:
        self._scopes.append({name: _local(name) for name in names})


def _local(name: str) -> str:
    """Return a local name as printed: `$` itself is the scope."""
    return "$dollar" if name == "$" else name


def _declared_names(declaration: t.Declaration) -> list[str]:
    return [name.name for pattern, _ in declaration.parts for name in bound_names(pattern)]
