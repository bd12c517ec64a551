"""HTML as Vue's template compiler reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.diagnostics import Report
from deckc.model.nodes import Attribute, Comment, Element, Interpolation, Node, Text
from deckc.model.source import SourceText
from deckc.template import parse_template
from deckc.template.tree import MAX_DEPTH


def parse(markup: str, *, interpolate: bool = True, report: Report | None = None) -> tuple[Node, ...]:
    file = SourceText(Path("/t.html"), "t.html", markup)
    return parse_template(markup, file.span, report or Report(), interpolate=interpolate)


def codes(markup: str) -> list[str]:
    report = Report()
    parse(markup, report=report)
    return [diagnostic.code for diagnostic in report.diagnostics]


def shape(nodes: tuple[Node, ...]) -> list[object]:
    """Show elements as [tag, children...], texts as text."""
    out: list[object] = []
    for node in nodes:
        match node:
            case Element():
                out.append([node.tag, *shape(node.children)])
            case Text(value=value):
                out.append(value)
            case Interpolation(expression=expression):
                out.append("{{" + expression + "}}")
            case Comment(value=value):
                out.append(f"<!--{value}-->")
    return out


def only(nodes: tuple[Node, ...]) -> Element:
    [node] = nodes
    assert isinstance(node, Element)
    return node


class TestWhiteSpace:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<b>a</b>\n<i>b</i>", [["b", "a"], ["i", "b"]]),
            ("<b>a</b> <i>b</i>", [["b", "a"], " ", ["i", "b"]]),
            ("<b>a</b> \t <i>b</i>", [["b", "a"], " ", ["i", "b"]]),
            ("<b>a</b>\r<i>b</i>", [["b", "a"], ["i", "b"]]),
            ("<b>a</b>\nb", [["b", "a"], " b"]),
            ("a\n<b>b</b>", ["a ", ["b", "b"]]),
            (" <b>a</b> ", [["b", "a"]]),
            ("<p> </p>", [["p"]]),
            ("<p> a\n\n b </p>", [["p", " a b "]]),
            ("<b>a</b> <!--c--> <i>b</i>", [["b", "a"], "<!--c-->", ["i", "b"]]),
            ("<!--a--> <!--b-->", ["<!--a-->", "<!--b-->"]),
            ("<!--a--> {{ b }}", ["<!--a-->", " ", "{{b}}"]),
            ("{{ a }}\n{{ b }}", ["{{a}}", " ", "{{b}}"]),
            ("{{ a }}\n<b>b</b>", ["{{a}}", " ", ["b", "b"]]),
            ("<b>a</b>\xa0<i>b</i>", [["b", "a"], "\xa0", ["i", "b"]]),
            ("<b>a</b>&#10;<i>b</i>", [["b", "a"], ["i", "b"]]),
        ],
    )
    def test_white_space_condenses_as_in_vue(self, markup: str, expected: list[object]) -> None:
        assert shape(parse(markup)) == expected

    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<pre>\n a\n  b\n</pre>", [["pre", " a\n  b\n"]]),
            ("<pre>\n\n a</pre>", [["pre", "\n a"]]),
            ("<pre> <b> a </b>\n<i>b</i> </pre>", [["pre", " ", ["b", " a "], "\n", ["i", "b"], " "]]),
            ("<pre>\n</pre>", [["pre"]]),
            ("<textarea>\n a  b</textarea>", [["textarea", " a  b"]]),
            ("<pre> </pre> <b>a</b>", [["pre", " "], " ", ["b", "a"]]),
        ],
    )
    def test_preformatted_text_keeps_its_white_space(self, markup: str, expected: list[object]) -> None:
        assert shape(parse(markup)) == expected

    def test_a_class_is_condensed_and_other_values_are_not(self) -> None:
        element = only(parse('<b class=" a\n  b " title=" a  b "/>'))

        assert (element.get("class"), element.get("title")) == ("a b", " a  b ")


class TestAttributes:
    @pytest.mark.parametrize(
        ("tag", "expected"),
        [
            ("<b a>", [("a", None)]),
            ("<b a=''>", [("a", "")]),
            ("<b a=>", [("a", "")]),
            ("<b a=b/c>", [("a", "b/c")]),
            ("<b a = 'b' c>", [("a", "b"), ("c", None)]),
            ("<b\n\ta='b'c=d>", [("a", "b"), ("c", "d")]),
            (
                "<b :a @b.c #d .e v-f:[g].h='i'>",
                [(":a", None), ("@b.c", None), ("#d", None), (".e", None), ("v-f:[g].h", "i")],
            ),
            ("<b grid='~ cols-2' [x]='1' 中='2'>", [("grid", "~ cols-2"), ("[x]", "1"), ("中", "2")]),
            ("<b a='&quot;&amp;&copy;'>", [("a", '"&©')]),
            ("<b a='?x=1&copy=2&amp=3&copyx&copy'>", [("a", "?x=1&copy=2&amp=3&copyx©")]),
            ("<b a='&#x41;&#66;&nosuch;&'>", [("a", "AB&nosuch;&")]),
        ],
    )
    def test_attributes_read_as_in_vue(self, tag: str, expected: list[tuple[str, str | None]]) -> None:
        element = only(parse(tag + "</b>"))

        assert [(attribute.name, attribute.value) for attribute in element.attributes] == expected

    def test_an_attribute_knows_the_place_of_its_name_and_value(self) -> None:
        [first, second, third] = only(parse("<b ab='cde'\n  f=gh i/>")).attributes

        assert [str(first.span), str(first.value_span), str(second.span), str(second.value_span)] == [
            "t.html:1:4",
            "t.html:1:8",
            "t.html:2:3",
            "t.html:2:5",
        ]
        assert (first.span.length, third.value_span) == (2, None)
        assert first.value_span is not None
        assert first.value_span.length == 3

    def test_attributes_of_v_pre_are_static(self) -> None:
        element = only(parse("<b v-pre :a='b' c='d'><i @e='f' g/></b>"))

        assert [attribute.name for attribute in element.attributes] == ["v-pre", "c"]
        assert only(element.children).attributes == (
            Attribute("g", None, only(element.children).attributes[0].span),
        )


class TestTags:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<div/>a", [["div"], "a"]),
            ("<div / >a", [["div"], "a"]),
            ("<br>a<img b>c", [["br"], "a", ["img"], "c"]),
            ("<BR>a", [["br"], "a"]),
            ("<Link>a</Link>", [["Link", "a"]]),
            ("<p>a<p>b</p></p>", [["p", "a", ["p", "b"]]]),
            ("<ul><li>a</li></ul>", [["ul", ["li", "a"]]]),
            ("<b>a</B>", [["b", "a"]]),
            ("<b>a</b  c>d", [["b", "a"], "d"]),
            ("a</br>b", ["ab"]),
            ("<div <b>a</b></div>", [["div", ["b", "a"]]]),
            ("<!doctype html>a", ["a"]),
            ("1 < 2 <3 <", ["1 < 2 <3 <"]),
            ("</3>a", ["<!--3-->", "a"]),
            ("<script>1 < 2 {{ a }}</b></script>", [["script", "1 < 2 {{ a }}</b>"]]),
            ("<style>a > b</style >c", [["style", "a > b"], "c"]),
            ("<Style><b/></Style>", [["Style", ["b"]]]),
            ("<title>a<b>{{ c }}</title>", [["title", "a<b>", "{{c}}"]]),
            (
                "<svg><style><b/></style></svg><style><b/></style>",
                [["svg", ["style", ["b"]]], ["style", "<b/>"]],
            ),
            (
                "<svg><foreignObject><pre> a </pre></foreignObject></svg>",
                [["svg", ["foreignObject", ["pre", " a "]]]],
            ),
            (
                "<math><mi>a<b><![CDATA[c]]></b></mi><![CDATA[<d]]></math>",
                [["math", ["mi", "a", ["b"]], "<d"]],
            ),
            ("<!--a-->b", ["<!--a-->", "b"]),
            ("<!-->a", ["<!---->", "a"]),
            ("<!-- a > b", ["<!-- a > b-->"]),
        ],
    )
    def test_tags_read_as_in_vue(self, markup: str, expected: list[object]) -> None:
        assert shape(parse(markup)) == expected


class TestInterpolations:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("a{{ b }}c", ["a", "{{b}}", "c"]),
            ("{{\n a &amp;&amp; b\n}}", ["{{a && b}}"]),
            ("{{ a </p> b }}", ["{{a </p> b}}"]),
            ("{{ {a: {}} }}", ["{{{a: {}}", " }}"]),
            ("{{}}", ["{{''}}"]),
            ("{ { a } }", ["{ { a } }"]),
            ("<p v-pre>{{ a }}</p>{{ b }}", [["p", "{{ a }}"], "{{b}}"]),
            ("<p v-pre><b v-pre>{{ a }}</b>{{ b }}</p>", [["p", ["b", "{{ a }}"], "{{ b }}"]]),
        ],
    )
    def test_interpolations_read_as_in_vue(self, markup: str, expected: list[object]) -> None:
        assert shape(parse(markup)) == expected

    def test_without_interpolation_braces_are_text(self) -> None:
        assert shape(parse("<p>{{ a }}</p>", interpolate=False)) == [["p", "{{ a }}"]]

    def test_an_interpolation_knows_the_place_of_its_expression(self) -> None:
        [_, node] = parse("a {{\n  bc }}")

        assert str(node.span) == "t.html:2:3"
        assert node.span.length == 2


class TestMistakes:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<b>a", [["b", "a"]]),
            ("<b>a<i>b</b>c", [["b", "a", ["i", "b"]], "c"]),
            ("a</b>c", ["ac"]),
            ("<b a='c", [["b"]]),
            ("<b a='c>d</b>", [["b", "d"]]),
            ("<b", [["b"]]),
            ("<b>a</b", [["b", "a"]]),
            ("a {{ b", ["a {{ b"]),
        ],
    )
    def test_broken_markup_is_mended(self, markup: str, expected: list[object]) -> None:
        assert shape(parse(markup)) == expected

    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<b>a", ["unclosed-tag"]),
            ("<b", ["unclosed-tag"]),
            ("a</b>", ["stray-end-tag"]),
            ("<b a a/>", ["duplicate-attribute"]),
            ("<b a='c/>", ["unclosed-attribute"]),
            ("<b a'/>", ["attribute-name"]),
            ("<b =a/>", ["attribute-name"]),
            ("<b w-1/2 />", ["slash-in-attribute"]),
            ("<b a='c'/d />", ["stray-slash"]),
            ("{{ a", ["unclosed-interpolation"]),
            ("<?a?>", ["unknown-markup"]),
            ("<![CDATA[a]]>", ["unknown-markup"]),
            ("<p><br>a</p><!--b-->&c;<!doctype html>", []),
        ],
    )
    def test_a_mistake_is_reported_once(self, markup: str, expected: list[str]) -> None:
        assert codes(markup) == expected

    def test_a_report_names_the_start_tag(self) -> None:
        report = Report()
        parse("<p>\n  <bold>a</p>", report=report)

        [diagnostic] = report.diagnostics
        assert str(diagnostic.span) == "t.html:2:4"
        assert diagnostic.message == '"<bold>" is not closed before "</p>"'

    def test_a_template_reports_no_more_than_fifty_mistakes(self) -> None:
        assert len(codes("\n".join("</b>" for _ in range(200)))) == 50


class TestSize:
    def test_deep_nesting_is_cut_and_its_text_kept(self) -> None:
        report = Report()
        nodes = parse("<b>" * 5000 + "a" + "</b>" * 5000, report=report)

        depth = 0
        while isinstance(nodes[0], Element):
            nodes, depth = nodes[0].children, depth + 1
        assert (depth, shape(nodes)) == (MAX_DEPTH, ["a"])
        assert [diagnostic.code for diagnostic in report.diagnostics] == ["nesting-too-deep"]

    @pytest.mark.parametrize(
        "piece",
        [
            "<b>",
            "</b>",
            "<b a='",
            '<b a="',
            "{{",
            "<!--",
            "<",
            "<?",
            "<![CDATA[",
            "<b x",
            "</",
            "&amp",
            "<svg>",
            "<pre>a",
            "<i></b>",
        ],
    )
    def test_a_repeated_piece_is_read_in_one_pass(self, piece: str) -> None:
        places = 0

        def place(offset: int, length: int) -> object:
            nonlocal places
            places += 1
            return SourceText(Path("/t"), "t", "").span(offset, length)

        parse_template(piece * 3000, place, Report())  # type: ignore[arg-type]

        assert places <= 3 * 3000 + 60
