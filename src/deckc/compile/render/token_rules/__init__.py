"""Rules for the tokens of one language each: what a name is by what stands around it, which Pygments does not tell.

A rule takes Pygments' kinds with their texts and returns them with the class letter in place of the kind where it knows
better; a blank stands for text of no colour of its own.
"""

from __future__ import annotations

from collections.abc import Callable

Tokens = list[tuple[str, str]]
Rule = Callable[[Tokens], Tokens]

PLAIN = " "


def rule_of(language: str) -> Rule | None:
    """Return the rule for a language; None where Pygments' kinds have to do."""
    rule: Rule | None = None
    match language:
        case "python":
            from deckc.compile.render.token_rules.python import colour_python

            rule = colour_python
        case "rust":
            from deckc.compile.render.token_rules.rust import colour_rust

            rule = colour_rust
        case "go":
            from deckc.compile.render.token_rules.go import colour_go

            rule = colour_go
        case "java":
            from deckc.compile.render.token_rules.java import colour_java

            rule = colour_java
        case "sql" | "mysql" | "postgresql":
            from deckc.compile.render.token_rules.sql import colour_sql

            rule = colour_sql
        case "c":
            from deckc.compile.render.token_rules.c import colour_c

            rule = colour_c
        case "cpp":
            from deckc.compile.render.token_rules.c import colour_cpp

            rule = colour_cpp
        case "csharp":
            from deckc.compile.render.token_rules.csharp import colour_csharp

            rule = colour_csharp
        case _:
            pass
    return rule


def joined_marks(tokens: Tokens) -> Tokens:
    """Return the tokens with operators that stand side by side made one: `=`, `>` -> `=>`."""
    out: Tokens = []
    for kind, text in tokens:
        if kind == "Operator" and out and out[-1][0] == "Operator" and out[-1][1] + text in _MARKS:
            out[-1] = (kind, out[-1][1] + text)
        else:
            out.append((kind, text))
    return out


_MARKS = frozenset("-> => == != <> <= >= && || += -= *= /= %= .. ..= ... :: := ++ -- <- ?. ??".split())
