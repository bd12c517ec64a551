"""The parts of a JavaScript expression that a deck may use, as a closed union.

    $clicks < 3 ? 'a' : b

    Conditional(Binary("<", Name("$clicks"), Literal(3)), Literal("a"), Name("b"))

What is not in the union (classes, generators, `import`, JSX, labels, `var`) cannot be said in a deck. Since a
page prints expressions from this tree and never from the author's text, what it prints is always well formed.

Two terms are the same only if they are one.
"""

from __future__ import annotations

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A variable, free or local."""

    name: str
    offset: int = 0
    """Where it stands in the expression's text, in characters."""


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A string, number, truth value or null."""

    value: bool | int | float | str | None


@dataclass(frozen=True, slots=True, eq=False)
class BigInteger:
    """`12n`, without the `n`."""

    digits: str


@dataclass(frozen=True, slots=True, eq=False)
class Regex:
    """`/pattern/flags`."""

    pattern: str
    flags: str


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template string: n + 1 texts around n parts."""

    texts: tuple[str, ...]
    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """`...value` in an array, an object or a call."""

    value: Term


@dataclass(frozen=True, slots=True, eq=False)
class ArrayTerm:
    """`[a, , ...b]`; None is a hole."""

    items: tuple[Term | Spread | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Property:
    """`key: value`; shorthands and methods are spelt out."""

    key: str | Term
    """A text, or the term of a computed key."""
    value: Term


@dataclass(frozen=True, slots=True, eq=False)
class ObjectTerm:
    """`{a: 1, ...b}`."""

    members: tuple[Property | Spread, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """`target.name`, `target?.name`."""

    target: Term
    name: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """`target[index]`, `target?.[index]`."""

    target: Term
    index: Term
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """`callee(arguments)`, `callee?.(arguments)`."""

    callee: Term
    arguments: tuple[Term | Spread, ...]
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class New:
    """`new callee(arguments)`."""

    callee: Term
    arguments: tuple[Term | Spread, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Parentheses that end an optional chain: `(a?.b).c`."""

    inner: Term


@dataclass(frozen=True, slots=True, eq=False)
class Unary:
    """`!x`, `-x`, `typeof x`, `void x`, `delete x.y`."""

    operator: str
    operand: Term


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """`x++`, `--x`."""

    operator: str
    target: Name | Member | Index
    is_prefix: bool


@dataclass(frozen=True, slots=True, eq=False)
class Binary:
    """Two operands, the logical operators included."""

    operator: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True, eq=False)
class Conditional:
    """`test ? then : otherwise`."""

    test: Term
    then: Term
    otherwise: Term


@dataclass(frozen=True, slots=True, eq=False)
class Assign:
    """`target = value`, `target += value`."""

    operator: str
    target: Pattern
    value: Term


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """`a, b`."""

    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Await:
    """`await value`, in an async function only."""

    value: Term


@dataclass(frozen=True, slots=True, eq=False)
class This:
    """`this`."""


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """An arrow function, a function expression or an object's method."""

    parameters: tuple[Pattern, ...]
    body: Term | Block
    is_arrow: bool
    is_async: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ArrayPattern:
    """`[a, , ...b]` where names are bound."""

    items: tuple[Pattern | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PatternProperty:
    """`key: target` in an object pattern."""

    key: str | Term
    target: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class ObjectPattern:
    """`{a, b: c = 1, ...rest}` where names are bound."""

    members: tuple[PatternProperty, ...]
    rest: Pattern | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Default:
    """`target = value` in a pattern."""

    target: Pattern
    value: Term


@dataclass(frozen=True, slots=True, eq=False)
class Rest:
    """`...target` in an array pattern or a parameter list."""

    target: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class TermStatement:
    """An expression as a statement."""

    term: Term


@dataclass(frozen=True, slots=True, eq=False)
class Declaration:
    """`let a = 1, b`; `const {a} = x`."""

    keyword: str
    parts: tuple[tuple[Pattern, Term | None], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """`{ statements }`."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class If:
    """`if (test) then else otherwise`."""

    test: Term
    then: Statement
    otherwise: Statement | None


@dataclass(frozen=True, slots=True, eq=False)
class For:
    """`for (start; test; step) body`."""

    start: Declaration | Term | None
    test: Term | None
    step: Term | None
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class ForEach:
    """`for (const target of source) body`; also with `in`, and without a keyword."""

    keyword: str | None
    target: Pattern
    operator: str
    source: Term
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class While:
    """`while (test) body`, or `do body while (test)`."""

    test: Term
    body: Statement
    is_test_last: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Return:
    """`return value`."""

    value: Term | None


@dataclass(frozen=True, slots=True, eq=False)
class Throw:
    """`throw value`."""

    value: Term


@dataclass(frozen=True, slots=True, eq=False)
class Jump:
    """`break` or `continue`."""

    keyword: str


@dataclass(frozen=True, slots=True, eq=False)
class Try:
    """`try body catch (parameter) handler finally last`."""

    body: Block
    parameter: Pattern | None
    handler: Block | None
    last: Block | None


Term = (
    Name
    | Literal
    | BigInteger
    | Regex
    | Template
    | ArrayTerm
    | ObjectTerm
    | Member
    | Index
    | Call
    | New
    | Group
    | Unary
    | Update
    | Binary
    | Conditional
    | Assign
    | Sequence
    | Await
    | This
    | Function
)
Pattern = Name | Member | Index | ArrayPattern | ObjectPattern | Default | Rest
Statement = TermStatement | Declaration | Block | If | For | ForEach | While | Return | Throw | Jump | Try
