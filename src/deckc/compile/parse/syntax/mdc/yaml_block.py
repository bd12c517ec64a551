"""Properties of a component as YAML: a block of code in it that is marked `[props]`, or between two `---`.

::card
```yaml [props]    <card title="A" size="2" />
title: A
size: 2
```
::
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markdown_it.rules_block import StateBlock

from deckc.compile.parse.syntax.mdc.block import innermost_component
from deckc.compile.parse.syntax.mdc.properties import Properties, add_properties
from deckc.compile.parse.writer import Dialect
from deckc.model.source import Value
from deckc.pattern import pattern

if TYPE_CHECKING:
    from yaml.nodes import Node

_CLOSERS = {
    "---": "---",
    "```yaml [props]": "```",
    "~~~yaml [props]": "~~~",
    "```yml [props]": "```",
    "~~~yml [props]": "~~~",
}
_NULL = frozenset(["", "~", "null", "Null", "NULL"])
_BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_WHOLE = pattern(r"[-+]?[0-9]+\Z")
_NUMBER = pattern(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")


def install(dialect: Dialect) -> None:
    """Add the block rule; it interrupts nothing."""
    dialect.markdown.block.ruler.after("code", "mdc_yaml", _read_block)


def _read_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    component = innermost_component(state)
    if component is None:
        return False
    indent = state.tShift[start_line]
    closer = _CLOSERS.get(state.src[state.bMarks[start_line] + indent : state.eMarks[start_line]])
    if closer is None:
        return False
    for line in range(start_line + 1, end_line):
        if state.src[state.bMarks[line] + indent : state.eMarks[line]] == closer:
            break
    else:
        return False
    if not silent:
        text = state.src[state.bMarks[start_line + 1] : state.bMarks[line]]
        add_properties(component, _read_yaml(text))
    state.line = line + 1
    return True


def _read_yaml(text: str) -> Properties:
    """Return a mapping's entries, what is no text as JSON; nothing where the YAML cannot be read."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        value = _value_of(root) if root is not None else None
    except (yaml.YAMLError, RecursionError):
        return ()
    if not isinstance(value, dict):
        return ()
    return tuple((key, _written(item)) for key, item in value.items())


def _written(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _value_of(node: Node, depth: int = 0) -> Value:
    """Return a node's value by YAML's JSON schema, in which dates and "yes" are text."""
    from yaml import nodes

    if depth > 20:
        return None
    match node:
        case nodes.MappingNode():
            return {str(_text(key)): _value_of(item, depth + 1) for key, item in node.value}
        case nodes.SequenceNode():
            return [_value_of(item, depth + 1) for item in node.value]
        case _:
            text = _text(node)
            return _scalar(text) if getattr(node, "style", None) is None else text


def _text(node: Node) -> str:
    return node.value if isinstance(node.value, str) else ""


def _scalar(text: str) -> Value:
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _WHOLE.match(text):
        return int(text) if len(text) < 16 else float(text)
    if _NUMBER.match(text):
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    return text
