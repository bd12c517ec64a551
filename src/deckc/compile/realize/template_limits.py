"""Run Jinja templates of strangers: sandboxed, without files, and with an end to what they may take.

    {% for a in range(99999) %}{% for b in range(99999) %}...     TemplateLimitError: it takes too many steps
    {{ "x" * 10 ** 10 }}                                          TemplateLimitError: a text of it grows too long

Jinja's sandbox keeps a template from the machine, but not from running for ever or filling the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from math import prod
from typing import Any

from jinja2 import TemplateError, nodes
from jinja2.filters import FILTERS
from jinja2.runtime import markup_join
from jinja2.sandbox import SandboxedEnvironment

from deckc.compile.realize.plain_template import shown

_MAX_STEPS = 100_000
"""Rounds of loops and calls in one run of a template."""
_MAX_LENGTH = 2_000_000
"""Characters of a text, items of a list, and characters that a template writes."""
_MAX_BITS = 4096
"""Of a power."""
_GROWING_METHODS = frozenset(
    "ljust rjust center zfill replace join expandtabs translate format format_map".split()
)
_DIGITS = re.compile(r"\d{4,18}")


class TemplateLimitError(TemplateError):
    """A template takes more than it may."""


class LimitedEnvironment(SandboxedEnvironment):
    """Counts the steps of a run. One run at a time: `render` starts the count anew."""

    intercepted_binops = frozenset(["*", "**", "+", "%"])

    def __init__(self) -> None:
        super().__init__(autoescape=True, finalize=shown)
        self._steps = 0
        self.globals.pop("lipsum", None)
        self.filters |= {"deckc_counted": self._counted, "deckc_joined": _joined, "join": _bounded_join}
        self.filters |= {name: _bounded(FILTERS[name]) for name in ("center", "format", "indent", "replace")}

    def run(self, template: Any, context: Mapping[str, object]) -> str:
        """Return what a template of this environment writes.

        Raises:
            TemplateLimitError: It takes more than it may.
        """
        self._steps = 0
        written: list[str] = []
        length = 0
        for piece in template.generate(context):
            length += len(piece)
            _check(length)
            written.append(piece)
        return "".join(written)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something for a template, as one step."""
        self._step()
        method = getattr(obj, "__wrapped__", obj)  # the sandbox wraps `format`
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str) and getattr(method, "__name__", "") in _GROWING_METHODS:
            _check_growth([owner, *args, *kwargs.values()])
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Do arithmetic for a template."""
        if operator == "*":
            _check(_size(left) * right if isinstance(right, int) and _size(left) else 0)
            _check(_size(right) * left if isinstance(left, int) and _size(right) else 0)
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            _check(left.bit_length() * right, _MAX_BITS)
        elif operator == "+":
            _check(_size(left) + _size(right))
        elif operator == "%" and isinstance(left, str):
            _check_growth([left])
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "deckc_counted", [], [], None, None, lineno=loop.lineno)
        _replace_joins(tree)
        return tree.set_environment(self)  # type: ignore[return-value]

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._step()
            yield item

    def _step(self) -> None:
        self._steps += 1
        if self._steps > _MAX_STEPS:
            raise TemplateLimitError("it takes too many steps")


def _replace_joins(node: nodes.Node) -> None:
    """Replace every `a ~ b` below a node by a filter that looks at how long it becomes."""
    for name, value in node.iter_fields():
        if isinstance(value, list):
            value[:] = [_replaced(each) for each in value]
        elif isinstance(value, nodes.Node):
            setattr(node, name, _replaced(value))


def _replaced(value: Any) -> Any:
    if not isinstance(value, nodes.Node):
        return value
    _replace_joins(value)
    if not isinstance(value, nodes.Concat):
        return value
    parts = nodes.List(value.nodes, lineno=value.lineno)
    return nodes.Filter(parts, "deckc_joined", [], [], None, None, lineno=value.lineno)


def _joined(parts: list[Any]) -> str:
    _check(sum(map(_size, parts)))
    return markup_join(shown(part) for part in parts)


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)  # with the marks that tell Jinja what to hand over
    def bounded(*args: Any, **kwargs: Any) -> Any:
        _check_growth([*args, *kwargs.values()])
        return function(*args, **kwargs)

    return bounded


@wraps(FILTERS["join"])
def _bounded_join(context: Any, items: Iterable[Any], between: Any = "", attribute: Any = None) -> Any:
    listed = list(items)
    _check(len(listed) * (1 + _size(between)) + sum(map(_size, listed)))
    return FILTERS["join"](context, listed, between, attribute)


def _check_growth(values: Iterable[Any]) -> None:
    """Refuse what could make a text of more than it may hold: by a width, or by texts put into each other."""
    texts = [value for value in values if isinstance(value, str)]
    widths = [int(digits) for text in texts if "%" in text or "{" in text for digits in _DIGITS.findall(text)]
    _check(max([*(value for value in values if isinstance(value, int)), *widths, 0]))
    _check(prod(len(text) + 1 for text in texts))


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, list, tuple, dict)) else 0


def _check(length: int, most: int = _MAX_LENGTH) -> None:
    if length > most:
        raise TemplateLimitError("a text of it grows too long")
