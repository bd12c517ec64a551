"""Values as attributes, and attributes laid over a root's: spec sections 4.1 and 4.4."""

from __future__ import annotations

import pytest

from deckc.compile.realize.attributes import attribute_of, laid_over, normalize_class, normalize_style
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Attribute, Element
from deckc.model.source import Value
from deckc.template import parse_template

SPAN = Span("a.md", 1, 1)


def attributes(markup: str) -> tuple[Attribute, ...]:
    (element,) = parse_template(f"<p {markup}></p>", lambda _offset, _length: SPAN, Report())
    assert isinstance(element, Element)
    return element.attributes


def over(base: str, extra: str) -> list[str]:
    merged = laid_over(attributes(base), attributes(extra))
    return [each.name if each.value is None else f"{each.name}={each.value}" for each in merged]


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("dataX", 3, "datax=3"),
        ("twoslash", False, "twoslash=false"),
        ("on", True, "on=true"),
        ("list", [1, None, "a"], "list=1,,a"),
        ("map", {"a": 1}, "map=[object Object]"),
        ("ratio", 1.0, "ratio=1"),
        ("class", ["a", {"b": True, "c": 0}, None], "class=a b"),
        ("style", {"fontSize": "2px", "--x": 1}, "style=font-size:2px;--x:1"),
    ],
)
def test_a_value_is_written_as_vue_writes_it(name: str, value: Value, written: str) -> None:
    attribute = attribute_of(name, value, SPAN)

    assert attribute is not None
    assert f"{attribute.name}={attribute.value}" == written


@pytest.mark.parametrize(
    ("name", "value"), [("empty", None), ("key", "k"), ("a b", "x"), ("hidden", False), ('"', "x")]
)
def test_some_values_are_no_attribute(name: str, value: Value) -> None:
    assert attribute_of(name, value, SPAN) is None


def test_classes_and_styles_join() -> None:
    assert over('class="a" style="x:1;"', 'class="b" style="y:2"') == ["class=a b", "style=x:1;y:2"]


def test_bound_classes_stand_beside_static_ones_and_join_each_other() -> None:
    assert over('class="a" :class="b"', ':class="c"') == ["class=a", ":class=[b, c]"]


def test_another_attribute_replaces_the_roots_own() -> None:
    assert over('id="a" title="t"', 'id="b"') == ["id=b", "title=t"]
    assert over('id="a"', ':id="b"') == [":id=b"]
    assert over(':id="a"', 'id="b"') == ["id=b"]


def test_directives_and_listeners_add_up() -> None:
    assert over('@click="a" v-click', '@click="b" v-click') == ["@click=a", "v-click", "@click=b", "v-click"]


def test_class_and_style_values_of_every_kind() -> None:
    assert normalize_class(None) == ""
    assert normalize_class(" a  b ") == "a  b"
    assert normalize_style(["a:1;", {"b": None, "c": True, "d": 0}]) == "a:1;d:0"
