"""Tell SQL's names apart: columns of a table, tables that are made, types.

SELECT u.id     u, id: constant        CREATE TABLE users     users: function
"""

from __future__ import annotations

from deckc.compile.render.token_rules import Tokens, joined_marks

_COMPARING = frozenset(["=", "<", ">", "<=", ">=", "<>", "!="])
_TYPES = frozenset(
    "TIMESTAMP TIMESTAMPTZ DATETIME UUID JSON JSONB BIGSERIAL DOUBLE TINYINT LONGTEXT DEFAULT".split()
)


def colour_sql(tokens: Tokens) -> Tokens:
    """Return the tokens with the class letters of what their surroundings tell."""
    listed = joined_marks(tokens)
    return [(_kind(listed, at), text) for at, (_, text) in enumerate(listed)]


def _kind(tokens: Tokens, at: int) -> str:
    kind, text = tokens[at]
    before = tokens[at - 1][1] if at else ""
    after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
    if kind == "Operator" and text in _COMPARING:
        return "o"
    if kind == "Name.Builtin" or text.upper() in _TYPES:
        return "o"
    if kind in {"Name", "Keyword"} and ("." in (before, after)):
        return "d"
    if kind == "Name" and at > 1 and tokens[at - 2][1].upper() in {"TABLE", "EXISTS"}:
        return "f"
    return kind
