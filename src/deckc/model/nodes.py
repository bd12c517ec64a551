"""A slide's body as a tree: what Vue's template compiler would see after Markdown became HTML.

    <p v-click>Hi {{ $page }}</p>

    Element("p", (Attribute("v-click", None),), (Text("Hi "), Interpolation("$page")))

Trees are never changed in place; `dataclasses.replace` or the `with_...` methods make new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace

from deckc.dataclass import dataclass
from deckc.diagnostics import Span

VOID_TAGS = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as written: `class`, `:class`, `v-click.hide`, `@click.stop`, `#right`."""

    name: str
    value: str | None
    """Character references decoded; None when the attribute has no `=`."""
    span: Span
    """Of the name."""
    value_span: Span | None = None
    """Of the value, inside its quotes."""

    @property
    def is_dynamic(self) -> bool:
        """Whether the name makes Vue read the value: `:x`, `@x`, `#x`, `.x`, `v-x`."""
        return self.name[:1] in ":@#." or self.name.startswith("v-")


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to show, references decoded, white space condensed."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Interpolation:
    """`{{ expression }}`."""

    expression: str
    span: Span
    """Of the expression."""


@dataclass(frozen=True, slots=True)
class Comment:
    """`<!-- value -->`."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML that deckc itself made and trusts (highlighted code, an icon's SVG body); never author text."""

    html: str
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced or indented block of code, not yet highlighted."""

    code: str
    """With its final line end."""
    language: str
    """As written, lower case; empty where none is given."""
    title: str | None
    ranges: tuple[str, ...]
    """Stages of `{1|2-3|all}`, raw: ("1", "2-3", "all"); empty where there are none."""
    options: str | None
    """JavaScript object text of `{...}` behind the ranges, braces included."""
    words: str
    """What else the info string says ("twoslash", ...)."""
    span: Span
    attributes: tuple[Attribute, ...] = ()
    """Of the wrapper: click attributes; a `data-v-...` among them stands on the elements inside as well."""
    first_click: int | None = None
    """The click that shows the second stage; None where nothing changes."""
    output_clicks: str | None = None
    """When the output of code that runs is shown, as `data-dc-switch` says it; None: from the start."""
    fence: str = "```"
    """As written; four backticks make a magic move (spec 5.7)."""
    info: str = ""
    """The info string as written, for languages that read it their own way."""
    icon: RawHtml | None = None
    """Drawn before the title; an empty one keeps its place."""
    tab: bool | None = None
    """In a code group: whether its tab is shown first; None where it stands by itself."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in LaTeX, not yet set."""

    source: str
    is_displayed: bool
    """Set as large as on a line of its own."""
    is_block: bool
    """Stands alone, in a wrapper of its own (spec 5.8 rule 3)."""
    lines: tuple[Span, ...]
    """The places of the source's lines; fewer where they are not known."""
    ranges: tuple[str, ...] = ()
    """Stages of `$$ {1|3|all}`, raw; empty where there are none."""
    options: str | None = None
    """JavaScript object text of `{...}` behind the ranges, braces included."""
    attributes: tuple[Attribute, ...] = ()
    """Of the root element: click attributes; a `data-v-...` among them stands on all elements."""
    first_click: int | None = None
    """The click that shows the second stage; None where nothing changes."""

    @property
    def span(self) -> Span:
        """Where the formula starts."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Element:
    """A tag, a component (`Toc`, `carbon-add`) or `<template>`."""

    tag: str
    """As written; case matters for components and SVG."""
    attributes: tuple[Attribute, ...]
    children: tuple[Node, ...]
    span: Span
    """Of the start tag's name."""
    is_plain: bool = False
    """Whether it is never a component, whatever its name: Vue wrote it."""

    def attribute(self, *names: str) -> Attribute | None:
        """Return the first attribute that has one of these names."""
        for attribute in self.attributes:
            if attribute.name in names:
                return attribute
        return None

    def get(self, name: str) -> str | None:
        """Return a static attribute's value; "" where it has none, None where it is absent."""
        attribute = self.attribute(name)
        return None if attribute is None else attribute.value or ""

    def with_children(self, children: tuple[Node, ...]) -> Element:
        """Return the element around other children."""
        return replace(self, children=children)

    def without(self, *names: str) -> Element:
        """Return the element without the attributes of these names."""
        return replace(self, attributes=tuple(a for a in self.attributes if a.name not in names))

    def with_attribute(self, name: str, value: str | None) -> Element:
        """Return the element with a static attribute set (its place kept where it was there)."""
        if self.attribute(name) is None:
            return replace(self, attributes=(*self.attributes, Attribute(name, value, self.span)))
        return replace(
            self, attributes=tuple(replace(a, value=value) if a.name == name else a for a in self.attributes)
        )

    def with_class(self, *classes: str) -> Element:
        """Return the element with words added to its static `class`."""
        words = [*(self.get("class") or "").split(), *classes]
        return self.with_attribute("class", " ".join(dict.fromkeys(words))) if words else self


Node = Text | Interpolation | Comment | RawHtml | CodeBlock | Formula | Element


@dataclass(frozen=True, slots=True)
class StyleBlock:
    """A `<style>` of a slide, layout or component."""

    css: str
    language: str
    """"css", "scss", "less", "postcss"."""
    span: Span
    """Of the first character of the CSS."""
    scoped: bool = True


@dataclass(frozen=True, slots=True)
class Directive:
    """A dynamic attribute taken apart.

    v-bind:href.camel="x"  ->  name "bind", argument "href", modifiers ("camel",)
    :href="x"              ->  the same without the modifier
    @click.stop="go(2)"    ->  name "on", argument "click", modifiers ("stop",)
    #right="props"         ->  name "slot", argument "right"
    """

    name: str
    argument: str | None
    modifiers: tuple[str, ...]
    expression: str | None


_SHORTHANDS = {":": "bind", ".": "bind", "@": "on", "#": "slot"}


def directive_of(attribute: Attribute) -> Directive | None:
    """Return what a dynamic attribute says; None for a static one."""
    name = attribute.name
    if name[:1] in _SHORTHANDS and (len(name) > 1 or attribute.value):  # `:="object"` is `v-bind="object"`
        kind, rest = _SHORTHANDS[name[0]], name[1:]
    elif name.startswith("v-"):
        head = name[2:]
        cut = min((at for at in (head.find(":"), head.find(".")) if at >= 0), default=len(head))
        kind, rest = head[:cut], head[cut:]
        if rest.startswith(":"):
            rest = rest[1:]
        elif rest:
            return Directive(kind, None, tuple(rest[1:].split(".")), attribute.value)
    else:
        return None
    if kind == "slot":  # a slot's name may hold dots
        return Directive(kind, rest or None, (), attribute.value)
    if rest.startswith("["):  # so may a computed argument
        computed, bracket, rest = rest.partition("]")
        return Directive(
            kind, computed + bracket, tuple(rest[1:].split(".")) if rest else (), attribute.value
        )
    argument, *modifiers = rest.split(".")
    return Directive(kind, argument or None, tuple(modifiers), attribute.value)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield every node in document order, parents before children."""
    for node in nodes:
        yield node
        if isinstance(node, Element):
            yield from walk(node.children)


def rewrite(nodes: tuple[Node, ...], change: Callable[[Element], tuple[Node, ...]]) -> tuple[Node, ...]:
    """Return the tree with every element replaced by what `change` makes of it, innermost first."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            out.extend(change(replace(node, children=rewrite(node.children, change))))
        else:
            out.append(node)
    return tuple(out)


def text_of(nodes: tuple[Node, ...]) -> str:
    """Return the characters of a tree, interpolations as written."""
    parts: list[str] = []
    for node in walk(nodes):
        match node:
            case Text(value=value):
                parts.append(value)
            case Interpolation(expression=expression):
                parts.append("{{ " + expression + " }}")
            case CodeBlock(code=code):
                parts.append(code)
            case Formula(source=source):
                parts.append(source)
            case _:
                pass
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class SlideBody:
    """A slide's Markdown, read."""

    nodes: tuple[Node, ...]
    """Top level; slots stand as `<template v-slot:name>` elements."""
    markup: str
    """The HTML that the Markdown became, before it was read as a template: what utilities are searched in."""
    styles: tuple[StyleBlock, ...] = ()
    script: str | None = None
    """Body of `<script setup>`."""
    script_span: Span | None = field(default=None)
    script_language: str = "js"
    """"js", "ts", "jsx" or "tsx"."""
