"""Run the Jinja templates of layouts and components and read what they write as nodes.

    {# props: image, backgroundSize = "cover", class #}
    <div class="{{ class }}" style="{{ background(image, size=backgroundSize) }}"><slot/></div>

The first comment declares the props; what is given and not declared falls through to the root element. Templates
of global layers also know every slide, `slides`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize.attributes import normalize_class, normalize_style
from deckc.compile.realize.background import background
from deckc.compile.realize.plain_template import PlainTemplate, read_plain
from deckc.compile.realize.scatter import scatter
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.files import Files
from deckc.model.nodes import Node
from deckc.model.source import Value

if TYPE_CHECKING:
    from jinja2 import Template

    from deckc.compile.realize.template_limits import LimitedEnvironment

_HEADER = re.compile(r"\s*\{#-?\s*props:(.*?)-?#\}", re.DOTALL)
_PROP = re.compile(r"\s*([A-Za-z_][\w-]*)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[^,]*))?\s*(?:,|\Z)")


@dataclass(frozen=True, slots=True)
class DeclaredTemplate:
    """A template file."""

    path: Path
    span: Span
    text: str
    props: Mapping[str, Value]
    """Declared name -> default."""


@dataclass(frozen=True, slots=True)
class WrittenTemplate:
    """What a template wrote."""

    markup: str
    """As written: utilities are searched in it."""
    nodes: tuple[Node, ...]
    """The same, read; its `<slot>`s are still to be filled."""


@dataclass(slots=True)
class Templates:
    """Reads, runs and remembers the templates of one deck."""

    files: Files
    report: Report
    _declared: dict[Path, DeclaredTemplate] = field(default_factory=dict)
    _plain: dict[Path, PlainTemplate | None] = field(default_factory=dict)
    _compiled: dict[Path, Template | None] = field(default_factory=dict)
    _parsed: dict[tuple[Path, str], tuple[Node, ...]] = field(default_factory=dict)
    _environment: LimitedEnvironment | None = None

    def read(self, path: Path) -> DeclaredTemplate:
        """Return a template file with the props that it declares; an empty one where it cannot be read."""
        self.files.asked.add(path)  # by each slide that it is read for
        if path not in self._declared:
            shown = self.files.show(path)
            span = Span(shown, 1, 1)
            try:
                text = self.files.read_bytes(path).decode("utf-8", "replace").replace("\r\n", "\n")
            except OSError as problem:
                self.report.error("unreadable-file", f'"{shown}" cannot be read: {problem.strerror}', span)
                text = "<slot/>"
            self._declared[path] = DeclaredTemplate(path, span, text, declared_props(text))
        return self._declared[path]

    def run(
        self,
        path: Path,
        props: Mapping[str, Value],
        slots: frozenset[str],
        frontmatter: Mapping[str, Value],
        slides: Sequence[Mapping[str, Value]] = (),
    ) -> WrittenTemplate:
        """Return what a template writes for these props; `slides` are told to what stands around all of them."""
        template = self.read(path)
        names = {"slots": slots, "frontmatter": frontmatter, "slides": slides}
        markup = self._write(template, props, names)
        if (path, markup) not in self._parsed:
            from deckc.template import parse_template

            told = len(self.report.diagnostics)
            span = template.span
            nodes = parse_template(markup, lambda _offset, _length: span, self.report, interpolate=False)
            if len(self.report.diagnostics) > told:  # to be told of each slide that uses it
                return WrittenTemplate(markup, nodes)
            self._parsed[path, markup] = nodes
        return WrittenTemplate(markup, self._parsed[path, markup])

    def _write(
        self,
        template: DeclaredTemplate,
        props: Mapping[str, Value],
        names: Mapping[str, object],
    ) -> str:
        context = {name: props.get(name, default) for name, default in template.props.items()}
        for name, value in context.items():
            if name.lower().endswith("class") and value is not None:
                context[name] = normalize_class(value)
            elif name == "style" and value is not None:
                context[name] = normalize_style(value)
        if template.path not in self._plain:
            self._plain[template.path] = read_plain(template.text, template.props)
        if plain := self._plain[template.path]:
            return plain.write(context)
        compiled = self._compile(template)
        if compiled is None:
            return "<slot/>"
        from jinja2 import TemplateError

        from deckc.compile.realize.template_limits import TemplateLimitError

        try:
            known = {**context, "props": context, "background": background, "scatter": scatter, **names}
            return self._limited().run(compiled, known).strip()
        except (
            TemplateError,
            RecursionError,
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            AttributeError,
            MemoryError,
        ) as problem:
            self._broken(template, problem)
            if isinstance(problem, (MemoryError, TemplateLimitError)):
                self._compiled[template.path] = None  # each slide would take as much again
            return "<slot/>"

    def _compile(self, template: DeclaredTemplate) -> Template | None:
        if template.path not in self._compiled:
            from jinja2 import TemplateError

            try:
                self._compiled[template.path] = self._limited().from_string(template.text)
            except (TemplateError, RecursionError) as problem:
                self._broken(template, problem)
                return None
        return self._compiled[template.path]

    def _limited(self) -> LimitedEnvironment:
        if self._environment is None:
            from deckc.compile.realize.template_limits import LimitedEnvironment  # with Jinja, 20 ms

            self._environment = LimitedEnvironment()
        return self._environment

    def _broken(self, template: DeclaredTemplate, problem: Exception) -> None:
        line = getattr(problem, "lineno", None) or template.span.line
        span = Span(template.span.path, line, 1)
        help_text = (
            'what stands in {{ }} is Jinja; write v-text="$nav.currentPage" for what changes in the page'
            if "$" in str(problem)
            else None
        )
        self.report.error(
            "broken-template",
            f"the template does not run: {str(problem) or 'it fills the memory'}",
            span,
            help_text,
        )


def declared_props(text: str) -> dict[str, Value]:
    """Return the props that a template's first comment declares, with their defaults."""
    header = _HEADER.match(text)
    if header is None:
        return {}
    props: dict[str, Value] = {}
    for match in _PROP.finditer(header[1].strip()):
        props[match[1]] = _default(match[2])
    return props


def _default(text: str | None) -> Value:
    text = (text or "").strip()
    if text.startswith("'"):
        return text[1:-1]
    try:
        value: Value = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return text
    return value
