"""Split an element's attributes into what stands in the page and what the runtime keeps up to date.

<div class="a" :class="$clicks && 'b'" :title="1 + 1">
attributes  class="a", title="2"        entries  [0,"class","",$ => $.$clicks && "b"]
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from deckc.compile.render.expressions import Outcome, place_cell, quote
from deckc.compile.render.markup import escape_text
from deckc.compile.render.values import (
    attribute_text,
    class_names,
    declarations,
    display_text,
    style_markup,
)
from deckc.dataclass import dataclass
from deckc.expression import NotConstantError, emit, parse_statements
from deckc.model.nodes import Attribute, Directive, Element, directive_of
from deckc.template.names import camelize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckc.compile.render.nodes import Renderer

_CONTENT_PROPERTIES = {"innerHTML": "html", "textContent": "content", "innerText": "content"}
_MOUSE_EVENTS = {"right": "contextmenu", "middle": "mouseup"}


@dataclass(slots=True)
class Opening:
    """An element's start tag in the making."""

    attributes: dict[str, str] = field(default_factory=dict)
    """In the order in which they were first named."""
    classes: list[str] = field(default_factory=list)
    style: dict[str, str] = field(default_factory=dict)
    """What bound values lay over the static style."""
    entries: list[str] = field(default_factory=list)
    """Bindings without their key."""
    content: str | None = None
    """HTML that stands in for the element's children."""

    def set(self, name: str, value: str | None) -> None:
        """Set an attribute, or take it away."""
        if value is None:
            self.attributes.pop(name, None)
        else:
            self.attributes[name] = value

    def finish(self, state_classes: list[str]) -> Mapping[str, str]:
        """Return every attribute; the element's click state comes behind its static classes."""
        if state_classes or self.classes:
            static = self.attributes.get("class", "").split()
            self.attributes["class"] = " ".join(dict.fromkeys([*static, *state_classes, *self.classes]))
        if self.style:
            merged = {**declarations(self.attributes.get("style", "")), **self.style}
            self.attributes["style"] = style_markup(merged)
        return self.attributes


def open_element(element: Element, renderer: Renderer) -> Opening:
    """Return the start tag of an element whose attributes are in part bound."""
    opening = Opening({a.name: a.value or "" for a in element.attributes if not a.is_dynamic})
    for attribute in sorted(element.attributes, key=_is_show):  # it has the last word on the style's display
        if not attribute.is_dynamic:
            continue
        directive = directive_of(attribute)
        bind = None if directive is None else _DIRECTIVES.get(directive.name)
        if directive is None:
            opening.set(attribute.name, attribute.value or "")
        elif bind is not None:
            bind(opening, attribute, directive, renderer)
        elif directive.name in {"else", "else-if"}:  # one that follows a "v-if" is read with it
            message = f'"v-{directive.name}" follows no "v-if"'
            renderer.report.warn(
                "stray-else", message, attribute.span, "put it right behind the other branch"
            )
        elif directive.name not in _SILENT:
            message = f'"v-{directive.name}" is not a directive'
            renderer.report.warn("unknown-directive", message, attribute.span, _nearest(directive.name))
    return opening


def _nearest(name: str) -> str:
    """Return the way out of a directive that there is not."""
    from deckc.diagnostics.suggest import did_you_mean

    elsewhere = (
        "if",
        "else",
        "else-if",
        "for",
        "slot",
        "click",
        "click-hide",
        "after",
        "mark",
        "motion",
        "drag",
    )
    known = (f"v-{name}" for name in (*_DIRECTIVES, *_SILENT, *elsewhere))
    return did_you_mean(f"v-{name}", known) or "take it away"


def _is_show(attribute: Attribute) -> bool:
    return attribute.name == "v-show"


def _read(attribute: Attribute, directive: Directive, renderer: Renderer) -> Outcome | None:
    text, span = directive.expression, attribute.value_span or attribute.span
    if text is None and directive.name == "bind" and directive.argument:  # `:id` stands for `:id="id"`
        text = camelize(directive.argument)
    if text is None or not text.strip():
        renderer.report.error("expression-syntax", "an expression is missing", attribute.span)
        return None
    return renderer.evaluator.read(text, span)


def _bind(opening: Opening, attribute: Attribute, directive: Directive, renderer: Renderer) -> None:
    name = directive.argument
    if name in {"key", "ref", "is"}:
        return
    outcome = _read(attribute, directive, renderer)
    if outcome is None:
        return
    if name is None:
        _bind_object(opening, outcome)
    elif name.startswith("["):
        _bind_computed(opening, attribute, name, outcome, renderer)
    elif name == "class":
        _bind_class(opening, outcome)
    elif name == "style":
        _bind_style(opening, outcome)
    elif name in _CONTENT_PROPERTIES:
        _bind_content(opening, _CONTENT_PROPERTIES[name], outcome)
    else:
        full_name = camelize(name) if "camel" in directive.modifiers else name
        opening.set(full_name, attribute_text(full_name, outcome.value))
        if not outcome.is_settled:
            opening.entries.append(f'"attr",{quote(full_name)},{outcome.function}')


def _bind_class(opening: Opening, outcome: Outcome) -> None:
    static = opening.attributes.get("class", "").split()
    painted = [name for name in class_names(outcome.value) if name not in static]
    opening.attributes.setdefault("class", "")
    opening.classes.extend(painted)
    if not outcome.is_settled:
        opening.entries.append(f'"class",{quote(" ".join(painted))},{outcome.function}')


def _bind_style(opening: Opening, outcome: Outcome) -> None:
    static = opening.attributes.setdefault("style", "")
    opening.style.update(declarations(outcome.value))
    if not outcome.is_settled:
        opening.entries.append(f'"style",{quote(static)},{outcome.function}')


def _bind_object(opening: Opening, outcome: Outcome) -> None:
    """Spread `v-bind="object"`; class and style are merged, as where they are bound alone."""
    members = outcome.value if isinstance(outcome.value, dict) else {}
    for name, value in members.items():
        if name == "class":
            if outcome.is_settled:  # else the runtime lays it over what it finds, and takes it away again
                opening.attributes.setdefault("class", "")
                opening.classes.extend(class_names(value))
        elif name == "style":
            if outcome.is_settled:
                opening.attributes.setdefault("style", "")
                opening.style.update(declarations(value))
        elif name not in {"key", "ref"}:
            opening.set(name, attribute_text(name, value))
    if not outcome.is_settled:
        opening.entries.append(f'"attrs",{outcome.function}')


def _bind_computed(
    opening: Opening, attribute: Attribute, name: str, outcome: Outcome, renderer: Renderer
) -> None:
    """Bind `:[name]="value"`: an object of one member."""
    key = renderer.evaluator.read(name[1:-1], attribute.span)
    if key is None:
        return
    if key.is_settled and outcome.is_settled:
        text = display_text(key.value)
        opening.set(text, attribute_text(text, outcome.value))
    else:
        code = f"{{[{emit(key.expression)}]: {emit(outcome.expression)}}}"
        opening.entries.append(f'"attrs",$ => ({code}),{quote(str(attribute.span))}')


def _bind_content(opening: Opening, kind: str, outcome: Outcome) -> None:
    """Put a value in place of the element's children: `v-html` as it is, `v-text` as text."""
    try:
        text = display_text(outcome.value)
    except NotConstantError:
        text = ""
    opening.content = text if kind == "html" else escape_text(text)
    if not outcome.is_settled:
        opening.entries.append(f'"{kind}",{outcome.function}')


def _html(opening: Opening, attribute: Attribute, directive: Directive, renderer: Renderer) -> None:
    outcome = _read(attribute, directive, renderer)
    if outcome is not None:
        _bind_content(opening, "html" if directive.name == "html" else "content", outcome)


def _show(opening: Opening, attribute: Attribute, directive: Directive, renderer: Renderer) -> None:
    outcome = _read(attribute, directive, renderer)
    if outcome is None:
        return
    from deckc.expression.values import is_truthy

    own = ""
    if outcome.has_value and not is_truthy(outcome.value):
        static = opening.attributes.setdefault("style", "")
        own = opening.style.get("display") or declarations(static).get("display", "")
        opening.style["display"] = "none"
    if not outcome.is_settled:
        opening.entries.append(f'"show",{quote(own) + "," if own else ""}{outcome.function}')


def _on(opening: Opening, attribute: Attribute, directive: Directive, renderer: Renderer) -> None:
    event, modifiers = directive.argument, directive.modifiers
    if event is None or event.startswith(("[", "vue:", "vnode")):
        if event is None or event.startswith("["):
            renderer.report.warn(
                "unknown-directive",
                "only an event of one name can be bound",
                attribute.span,
                'write one "@" for each event',
            )
        return
    span = attribute.value_span or attribute.span
    statements = parse_statements(directive.expression or "", span, renderer.report)
    if statements is None:
        return
    renderer.evaluator.check_names(statements, "$event")
    if event == "click":
        event = next((_MOUSE_EVENTS[m] for m in modifiers if m in _MOUSE_EVENTS), event)
        modifiers = tuple(m for m in modifiers if m != "right")
    listed = ",".join(quote(modifier) for modifier in modifiers)
    code = emit(statements)
    cell = place_cell(code, span)
    opening.entries.append(f'"on",{quote(event)},[{listed}],($, $event) => {{ {code} }}{cell}')


_DIRECTIVES: Mapping[str, Callable[[Opening, Attribute, Directive, Renderer], None]] = {
    "bind": _bind,
    "html": _html,
    "text": _html,
    "show": _show,
    "on": _on,
}
_SILENT = frozenset(["if", "else-if", "else", "for", "slot", "cloak", "once", "memo", "pre"])
"""Directives that are settled elsewhere, or say nothing about the start tag."""
