"""Classes, styles, attributes and text of bound values, as Vue makes them."""

import pytest

from deckc.compile.render.values import (
    attribute_text,
    class_names,
    declarations,
    display_text,
    style_markup,
)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("a  b", ["a", "b"]),
        (["a", ["b c"], None, False, "a"], ["a", "b", "c"]),
        ({"a": True, "b c": 1, "d": 0, "e": "", "f": []}, ["a", "b", "c", "f"]),
        ([{"a": True}, "b"], ["a", "b"]),
        (3, []),
        (None, []),
    ],
)
def test_class_values(value: object, names: list[str]) -> None:
    assert class_names(value) == names


@pytest.mark.parametrize(
    ("value", "css"),
    [
        ("color: red;; background: url(a;b) /* x:y */", "color:red;background:url(a;b)"),
        (
            {"fontSize": "2px", "--aB": 1, "WebkitMask": "none", "top": None, "left": True},
            "font-size:2px;--aB:1;-webkit-mask:none",
        ),
        ([{"top": 0}, "top: 1px", {"left": "2px"}], "top:1px;left:2px"),
        (7, ""),
    ],
)
def test_style_values(value: object, css: str) -> None:
    assert style_markup(declarations(value)) == css


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", "x", "x"),
        ("title", 0, "0"),
        ("title", None, None),
        ("hidden", True, ""),
        ("hidden", False, None),
        ("aria-hidden", False, "false"),
        ("data-x", True, "true"),
        ("title", [1, 2], "1,2"),
    ],
)
def test_attribute_values(name: str, value: object, text: str | None) -> None:
    assert attribute_text(name, value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("a", "a"),
        (1.5, "1.5"),
        (True, "true"),
        ([], "[]"),
        ({"a": [1]}, '{\n  "a": [\n    1\n  ]\n}'),
    ],
)
def test_shown_values(value: object, text: str) -> None:
    assert display_text(value) == text
