"""Read what is written on a component's tag as the input that Vue gives it.

<Counter :start="1 + 2" :at="$clicks" @done="$nav.next()" class="big" v-click>
props {"start": 3, "class": "big"}   dynamic {"at": $ => $.$clicks}   events {"onDone": ...}   laid over: v-click
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from deckc.compile.realize.constants import fold
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.nodes import Attribute, Directive, Element, directive_of
from deckc.model.source import Value
from deckc.pattern import pattern
from deckc.template.names import camelize

_SETTLED = frozenset(["if", "else-if", "else", "for", "slot", "once", "memo", "cloak", "pre"])
_WORD = pattern(r"-(\w)")


@dataclass(slots=True)
class TagInput:
    """A tag's attributes, taken apart."""

    props: dict[str, Value] = field(default_factory=dict)
    dynamic: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    over: list[Attribute] = field(default_factory=list)
    """Directives and scope marks, which fall to the component's root."""


def read_tag(attributes: Iterable[Attribute], names: Mapping[str, object], report: Report) -> TagInput:
    """Return the input that a tag's attributes make; `names` are known while compiling."""
    made = TagInput()
    for attribute in attributes:
        directive = directive_of(attribute)
        if directive is None:
            if attribute.name.startswith("data-v-"):
                made.over.append(attribute)
            elif attribute.name not in {"key", "ref"}:
                _set(made.props, attribute.name, attribute.value or "")
        elif directive.name == "bind":
            _bind(made, attribute, directive, names, report)
        elif directive.name == "on":
            _listen(made, attribute, directive, report)
        elif directive.name == "model":
            _model(made, attribute, directive, names, report)
        elif directive.name not in _SETTLED:
            made.over.append(attribute)
    return made


def with_drag(
    props: Mapping[str, Value], over: Iterable[Attribute], names: Mapping[str, object]
) -> Mapping[str, Value]:
    """Return the props of an island with the place of its `v-drag`: Vue draws its root again, and lays them over."""
    directive = next((attribute for attribute in over if attribute.name == "v-drag"), None)
    if directive is None:
        return props
    from deckc.compile.realize.drag import place_drag

    placed = place_drag(Element("div", (directive,), (), directive.span), names, Report())
    made = dict(props)
    for attribute in placed.attributes:
        _set(made, attribute.name, attribute.value or "")
    return made


def _bind(
    made: TagInput, attribute: Attribute, directive: Directive, names: Mapping[str, object], report: Report
) -> None:
    name = directive.argument
    if name in {"key", "ref", "is"}:
        return
    text = attribute.value or (camelize(name) if name else "")
    span = attribute.value_span or attribute.span
    folded = fold(text, span, names, report)
    if folded is not None and name is None:
        for key, value in folded.value.items() if isinstance(folded.value, dict) else ():
            _set(made.props, key, value)
    elif folded is not None and name is not None:
        _set(made.props, name, folded.value)
    elif name is None:
        message = "what is bound here is not known before the page runs"
        report.warn("dynamic-prop", message, attribute.span, 'bind each by itself, :name="..."')
    elif code := _function(text, attribute, report):
        made.dynamic[name] = code


def _listen(made: TagInput, attribute: Attribute, directive: Directive, report: Report) -> None:
    from deckc.expression import emit, parse_statements

    span = attribute.value_span or attribute.span
    statements = parse_statements(directive.expression or "", span, report)
    if statements is None or not directive.argument or directive.argument.startswith("["):
        return
    name = _WORD.sub(lambda match: match[1].upper(), directive.argument)
    made.events[f"on{name[:1].upper()}{name[1:]}"] = f"($, $event) => {{ {emit(statements)} }}"


def _model(
    made: TagInput, attribute: Attribute, directive: Directive, names: Mapping[str, object], report: Report
) -> None:
    """Hand in what `v-model` names; where it is no state of the slide's nothing can come back."""
    name = directive.argument or "modelValue"
    folded = fold(attribute.value, attribute.span, names, report)
    if folded is not None:
        made.props[name] = folded.value
    elif code := _function(attribute.value or "", attribute, report):
        made.dynamic[name] = code


def _function(text: str, attribute: Attribute, report: Report) -> str:
    from deckc.expression import emit, parse_expression

    expression = parse_expression(text, attribute.value_span or attribute.span, report)
    return "" if expression is None else f"$ => ({emit(expression)})"


def _set(props: dict[str, Value], name: str, value: Value) -> None:
    """Set a prop; classes and styles join, as where Vue merges them."""
    if name in {"class", "style"} and name in props:
        props[name] = [props[name], value]
    else:
        props[name] = value
