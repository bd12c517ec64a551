"""`<RenderWhen context="presenter">` -> its slot where the slide is drawn so, else `fallback` (spec 10)."""

from __future__ import annotations

from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.props import Props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import Value, text_of_value

_EXPRESSIONS = {
    "main": "($renderContext === 'slide' || $renderContext === 'presenter')",
    "print": "$nav.isPrintMode",
}
_CONTEXTS = frozenset(["slide", "overview", "presenter", "previewNext", "none"])


def build_render_when(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return both contents as branches; `visible` holds for every slide that is looked at, in a box of its own."""
    props = read_builtin("RenderWhen", element, expander.names, expander.report)
    slots = {name: expander.expand(nodes) for name, nodes in split_slots(element.children).items()}
    shown = slots.get("default", ())
    tests = _tests(element, props, expander)
    if tests is None:
        return (Element("div", props.rest, shown, element.span),)
    if not tests:
        return slots.get("fallback", ())
    span = element.span
    branches: list[Node] = [Element("template", (Attribute("v-if", tests, span),), shown, span)]
    if slots.get("fallback"):
        branches.append(Element("template", (Attribute("v-else", None, span),), slots["fallback"], span))
    return tuple(branches)


def _tests(element: Element, props: Props, expander: Expander) -> str | None:
    """Return the condition as an expression; empty where it never holds, None for a slide that is looked at."""
    bound = props.bound.get("context")
    if bound is not None:
        places = ", ".join(f"{name}: {test}" for name, test in _EXPRESSIONS.items())
        return f"[{bound.value}].flat().some(name => name === $renderContext || ({{ {places} }})[name])"
    value: Value = props.values.get("context")
    contexts = [text_of_value(each) for each in value] if isinstance(value, list) else [text_of_value(value)]
    if "visible" in contexts:
        return None
    tests = [
        _EXPRESSIONS.get(context, f"$renderContext === '{context}'")
        for context in contexts
        if context in _EXPRESSIONS or context in _CONTEXTS
    ]
    if not tests:
        message = f'"{", ".join(contexts)}" is no place where a slide is drawn'
        expander.report.warn(
            "unknown-context", message, element.span, f"one of {', '.join(sorted(_CONTEXTS))}"
        )
    return " || ".join(tests)
