"""Run Jinja templates of strangers: sandboxed, without files, and with an end to what they may take.

    {% for a in range(99999) %}{% for b in range(99999) %}...     TemplateLimitError: it takes too many steps
    {{ "x" * 10 ** 10 }}                                          TemplateLimitError: a text of it grows too long

Jinja's sandbox keeps a template from the machine, but not from running for ever or filling the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from functools import wraps
from itertools import islice
from time import thread_time
from typing import Any

from jinja2 import TemplateError, nodes
from jinja2.filters import FILTERS
from jinja2.runtime import Macro, markup_join
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

from deckc.compile.realize.plain_template import shown

_MAX_STEPS = 100_000
"""Rounds of loops and calls in one run of a template."""
_MAX_SECONDS = 5.0
"""Of the processor's time, in one run: what the other limits allow is still far from for ever."""
_MAX_LENGTH = 2_000_000
"""Characters and items of a value, however deep, and characters that a template writes."""
_MAX_BITS = 4096
"""Of a power and of a product."""
_GROWING_METHODS = frozenset(
    "ljust rjust center zfill replace join expandtabs translate format format_map".split()
)
_GROWING_FILTERS = frozenset(
    "batch center format indent replace round slice tojson truncate wordwrap".split()
)
_BY_WIDTH = frozenset(["expandtabs", "indent", "tojson"])
"""What makes each character or item as wide as its number says."""
_FORMATS = frozenset(["format", "format_map", "%"])
_HAS_WIDTH_BY_NAME = re.compile(r"\*|\{[^}]*\{")
_DIGITS = re.compile(r"\d{4,18}")
_NAMESPACE_PLACE = "_Namespace__attrs"
_BLOCKS = (nodes.Macro, nodes.CallBlock)


class TemplateLimitError(TemplateError):
    """A template takes more than it may."""


class LimitedEnvironment(SandboxedEnvironment):
    """Counts the steps of a run. One run at a time: `run` starts the count anew."""

    intercepted_binops = frozenset(["*", "**", "+", "%"])

    def __init__(self) -> None:
        super().__init__(autoescape=True, finalize=self._shown)
        self._steps = 0
        self._written = 0
        self._block_length = 0
        """Characters of text that one call of a macro may write."""
        self._ends = float("inf")
        self.globals.pop("lipsum", None)
        self.filters = {name: self._bounded(name, function) for name, function in FILTERS.items()}
        own = {"counted": self._counted, "joined": _joined, "weighed": _weighed}
        self.filters |= {f"deckc_{name}": function for name, function in own.items()}

    def run(self, template: Any, context: Mapping[str, object]) -> str:
        """Return what a template of this environment writes.

        Raises:
            TemplateLimitError: It takes more than it may.
        """
        self._steps = self._written = 0
        self._ends = thread_time() + _MAX_SECONDS
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
        if isinstance(obj, Macro):
            self._write(self._block_length)
        method = getattr(obj, "__wrapped__", obj)  # the sandbox wraps `format`
        owner = getattr(method, "__self__", None)
        name = getattr(method, "__name__", "")
        args = tuple(map(_settled, args))
        _weigh([owner, args, kwargs])
        if isinstance(owner, str) and name in _GROWING_METHODS:
            _check_growth(name, owner, [*args, *kwargs.values()])
        result = _settled(super().call(context, obj, *args, **kwargs))
        _weigh([owner, result])  # lists and mappings grow in place
        return result

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Do arithmetic for a template."""
        if operator == "*":
            if isinstance(left, int) and isinstance(right, int):
                _check(left.bit_length() + right.bit_length(), _MAX_BITS)
            else:
                _check(_times(left, right))
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            _check(left.bit_length() * right, _MAX_BITS)
        elif operator == "+":
            _weigh([left, right])
        elif operator == "%" and isinstance(left, str):
            _check_growth("%", left, [right])
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        self._block_length = max(self._block_length, sum(map(_text_length, tree.find_all(_BLOCKS))))
        for loop in tree.find_all(nodes.For):
            length = nodes.Const(_text_length(loop))
            loop.iter = nodes.Filter(loop.iter, "deckc_counted", [length], [], None, None, lineno=loop.lineno)
        _replace_growing(tree)
        return tree.set_environment(self)  # type: ignore[return-value]

    def _counted(self, items: Iterable[Any], text_length: int) -> Iterator[Any]:
        for item in items:
            self._step()
            self._write(text_length)
            yield item

    def _shown(self, value: Any) -> Any:
        self._write(_weigh(value))
        return shown(value)

    def _write(self, length: int) -> None:
        self._written += length
        _check(self._written, 5 * _MAX_LENGTH)  # what macros write is written again by who calls them

    def _step(self) -> None:
        self._steps += 1
        if self._steps > _MAX_STEPS:
            raise TemplateLimitError("it takes too many steps")
        if thread_time() > self._ends:
            raise TemplateLimitError("it takes too long")

    def _bounded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        is_told = hasattr(function, "jinja_pass_arg")  # its first argument is Jinja's own

        @wraps(function)  # with the marks that tell Jinja what to hand over
        def bounded(*args: Any, **kwargs: Any) -> Any:
            if thread_time() > self._ends:
                raise TemplateLimitError("it takes too long")
            told, values = (args[:1], args[1:]) if is_told else ((), args)
            values = tuple(map(_settled, values))
            given = [*values, *kwargs.values()]
            _weigh(given)
            if name in _GROWING_FILTERS and given:
                _check_growth(name, given[0], given[1:])
            elif name == "join":
                _check_join(*values[:2], **kwargs)
            elif name == "sum" and given and isinstance(given[0], list):
                _check(len(given[0]) * _weigh(given[1:]))
            result = _settled(function(*told, *values, **kwargs))
            _weigh(result)
            return result

        return bounded


def _text_length(node: nodes.Node) -> int:
    return sum(len(text.data) for text in node.find_all(nodes.TemplateData))


def _replace_growing(node: nodes.Node) -> None:
    """Replace every `a ~ b`, list and mapping below a node by a filter that looks at how long it becomes."""
    for name, value in node.iter_fields():
        if isinstance(value, list):
            value[:] = [_replaced(each) for each in value]
        elif isinstance(value, nodes.Node):
            setattr(node, name, _replaced(value))


def _replaced(value: Any) -> Any:
    if not isinstance(value, nodes.Node):
        return value
    _replace_growing(value)
    line = value.lineno
    if isinstance(value, nodes.Concat):
        parts = nodes.List(value.nodes, lineno=line)
        return nodes.Filter(parts, "deckc_joined", [], [], None, None, lineno=line)
    is_made = isinstance(value, (nodes.List, nodes.Dict)) or (
        isinstance(value, nodes.Tuple) and value.ctx == "load"
    )
    return nodes.Filter(value, "deckc_weighed", [], [], None, None, lineno=line) if is_made else value


def _joined(parts: list[Any]) -> str:
    _weigh(parts)
    return markup_join(shown(part) for part in parts)


def _weighed(value: Any) -> Any:
    _weigh(value)
    return value


def _settled(value: Any) -> Any:
    """Return what a filter or a template makes item by item as a list, so that it can be weighed."""
    if not isinstance(value, (Iterator, range)):
        return value
    items = list(islice(value, _MAX_LENGTH + 1))
    _check(len(items))
    return items


def _check_join(items: Any, between: Any = "", **_: Any) -> None:
    _check(_weigh(items) * (1 + _weigh(between)))


def _check_growth(name: str, first: Any, others: list[Any]) -> None:
    """Refuse what could make a text of more than it may hold: by a width, or by texts put into each other."""
    numbers = list(_numbers(others))
    if name in _FORMATS:
        text = first if isinstance(first, str) else ""
        if not _HAS_WIDTH_BY_NAME.search(text):
            numbers = []
        numbers += [int(digits) for digits in _DIGITS.findall(text)]
    width = max([*numbers, 1])
    _check(_weigh(first) * width if name in _BY_WIDTH else width)
    if name not in _BY_WIDTH:
        _check((_weigh(first) + 1) * (_weigh([each for each in others if not isinstance(each, int)]) + 1))


def _numbers(values: Any) -> Iterator[int]:
    for each in values.values() if isinstance(values, Mapping) else values:
        if isinstance(each, int):
            yield each
        elif isinstance(each, (list, tuple, Mapping)):
            yield from _numbers(each)


def _times(left: Any, right: Any) -> int:
    if isinstance(left, int):
        left, right = right, left
    return (
        (_weigh(left) - 1) * right if isinstance(right, int) and isinstance(left, (str, list, tuple)) else 0
    )


def _weigh(value: Any) -> int:
    """Return how many characters and items a value holds, however deep; what stands in it twice counts twice.

    Raises:
        TemplateLimitError: They are more than a value may hold.
    """
    weight = 0
    waiting = [value]
    while waiting:
        each = waiting.pop()
        weight += 1
        if isinstance(each, (str, bytes)):
            weight += len(each)
        elif isinstance(each, (list, tuple, set, frozenset, KeysView, ValuesView, ItemsView)):
            _check(weight + len(each))
            waiting.extend(each)
        elif isinstance(each, Mapping):
            _check(weight + len(each))
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, Namespace):
            waiting.append(object.__getattribute__(each, _NAMESPACE_PLACE))
        _check(weight)
    return weight


def _check(length: int, most: int = _MAX_LENGTH) -> None:
    if length > most:
        raise TemplateLimitError("a text of it grows too long")
