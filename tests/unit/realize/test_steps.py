"""`<v-clicks>` as directives on what it holds: spec section 6.5."""

from __future__ import annotations

from deckc.compile.realize.clicks.at import At
from deckc.compile.realize.clicks.steps import Steps, wrap_text
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Comment, Element, Interpolation, Node, Text, walk
from deckc.template import parse_template

SPAN = Span("a.md", 1, 1)


def nodes(markup: str) -> tuple[Node, ...]:
    return parse_template(markup, lambda _offset, _length: SPAN, Report())


def steps(at: int = 1, every: float = 1, depth: float = 1, *, relative: bool = True) -> Steps:
    return Steps(At(at, relative), every, depth, "", SPAN)


def ways(made: tuple[Node, ...]) -> list[str]:
    """Show the directive of each element in document order, and the gap."""
    elements = (node for node in walk(made) if isinstance(node, Element))
    return [
        f"gap {element.get('size')}" if element.tag == "VClickGap" else element.get("v-click") or "-"
        for element in elements
    ]


def test_the_items_of_a_lone_list_are_steps() -> None:
    assert ways(steps().over(nodes("<ul><li>a</li><li>b</li></ul>"))) == ["-", "'+1'", "'+1'", "gap 0"]


def test_a_list_beside_other_content_is_one_step() -> None:
    assert ways(steps().over(nodes("<ul><li>a</li></ul><p>b</p>"))) == ["'+1'", "-", "'+1'", "gap 0"]


def test_an_outer_item_takes_back_what_its_inner_items_took() -> None:
    made = steps(depth=2).over(nodes("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"))

    assert ways(made) == ["-", "'-2'", "-", "'+2'", "'+1'", "'+3'", "gap 0"]


def test_items_deeper_than_asked_for_are_no_steps() -> None:
    assert ways(steps().over(nodes("<ul><li>a<ul><li>b</li></ul></li></ul>"))) == [
        "-",
        "'+1'",
        "-",
        "-",
        "gap 0",
    ]


def test_the_gap_fills_up_the_last_step() -> None:
    made = steps(every=2).over(nodes("<p>a</p><p>b</p><p>c</p>"))

    assert ways(made) == ["'+1'", "'+0'", "'+1'", "gap 0"]


def test_absolute_steps_are_numbered() -> None:
    assert ways(steps(3, relative=False).over(nodes("<p>a</p><p>b</p>"))) == ["3", "4", "gap 0"]


def test_only_the_body_of_a_table_is_stepped() -> None:
    made = steps().over(nodes("<table><thead><tr></tr></thead><tbody><tr></tr><tr></tr></tbody></table>"))

    assert ways(made) == ["-", "-", "-", "-", "'+1'", "'+1'", "gap 0"]


def test_text_takes_a_number_but_no_directive() -> None:
    made = steps().over(nodes("bare {{ text }}<p>a</p>"))

    assert ways(made) == ["'+1'", "gap 0"]
    assert ways(steps(3, relative=False).over(nodes("bare <p>a</p>"))) == ["4", "gap 0"]


def test_a_comment_takes_no_number() -> None:
    made = steps().over(nodes("<!-- c --><p>a</p>"))

    assert isinstance(made[0], Comment)
    assert ways(made) == ["'+1'", "gap 0"]


def test_text_and_interpolations_beside_each_other_are_wrapped_together() -> None:
    wrapped = wrap_text(nodes("a {{ b }}<i>c</i> d"))

    shapes = [node.tag if isinstance(node, Element) else type(node).__name__ for node in wrapped]
    assert shapes == ["span", "i", "span"]
    first = wrapped[0]
    assert isinstance(first, Element)
    assert [type(child) for child in first.children] == [Text, Interpolation]
