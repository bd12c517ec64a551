from __future__ import annotations

import json
import re

import pytest

from deckc.compile.write.script_text import escape_json, strip_comments


@pytest.mark.parametrize(
    ("script", "stripped"),
    [
        ("a; // one\nb;", "a\nb;"),
        ("a;\n(b);\n`c`;\n[d];\n-e;", "a;\n(b);\n`c`;\n[d];\n-e;"),
        ("{\n  a;\n}\nfor (;;)\n  b;", "{\na\n}\nfor(;;)\nb;"),
        ("f(\n  a,\n  [\n    b,\n  ],\n);", "f(a,[b,]);"),
        ("const a = {\n  b,\n  c,\n};\nd;", "const a={\nb,c}\nd;"),
        ("const a = 1;\nconst { b } = a;\nlet c;", "const a=1,{b}=a\nlet c;"),
        ("const a = () => {\n  b;\n};\nconst c = 1;", "const a=()=>{\nb\n}\nconst c=1;"),
        ("a /* one */ b", "a b"),
        ('"a" /* one */ in b', '"a" in b'),
        ("a /* one\n two */ b", "a\nb"),
        ("  a;\n\n\n    b;\n", "a\nb;"),
        ("/** it's */\nconst a = /** @type {any} */ (b);", "const a=(b);"),
        ("// don't\n// \"x\na", "a"),
        ("if (a) { b ? c : d } else if (!e) f(g, h)", "if(a){b?c:d}else if(!e)f(g,h)"),
        ("a + +b - -c / d", "a + +b - -c / d"),
        ("a + b - c++ + d; e += 1", "a+b-c+++d;e+=1"),
        ("(a) =>\n  b", "(a)=>\nb"),
        ("x ? /a , b/ : y", "x?/a , b/:y"),
        ("return /a b/.test(c) ? /x y/ : [ / z/ ]", "return /a b/.test(c)?/x y/:[/ z/]"),
    ],
)
def test_comments_and_blanks_go(script: str, stripped: str) -> None:
    assert strip_comments(script) == stripped


@pytest.mark.parametrize(
    "script",
    [
        'a(«"http://x  y"»)',
        "a(«'/* no */'»)",
        "a(«`x // ${b} /* \n\n  kept`»)",
        r"a = «/[/*]\/\/'\" , /g»;",
        r"x.replace(«/^#\/?/», «'//'»)",
        r"return «/\/* , x/».test(a)",
        "«a / b / c»",
        r'«"\"// not , "»',
    ],
)
def test_what_literals_hold_stays(script: str) -> None:
    literals = re.findall("«(.*?)»", script, re.DOTALL)
    stripped = strip_comments(script.replace("«", "").replace("»", ""))

    assert [literal for literal in literals if literal not in stripped] == []


def test_json_cannot_end_its_script() -> None:
    value = {"a": "</script><!--<script>", "b": "<b>"}
    text = escape_json(json.dumps(value))

    assert json.loads(text) == value
    assert "</" not in text
    assert "<!--" not in text
