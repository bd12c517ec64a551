from __future__ import annotations

import json

import pytest

from deckc.compile.write.script_text import escape_json, strip_comments


@pytest.mark.parametrize(
    ("script", "stripped"),
    [
        ("a; // one\nb;", "a;\nb;"),
        ("a /* one */ b", "a b"),
        ("a /* one\n two */ b", "a\nb"),
        ("  a;\n\n\n    b;\n", "a;\nb;"),
        ("/** it's */\nconst a = /** @type {any} */ (b);", "const a = (b);"),
        ("// don't\n// \"x\na", "a"),
    ],
)
def test_comments_and_blanks_go(script: str, stripped: str) -> None:
    assert strip_comments(script) == stripped


@pytest.mark.parametrize(
    "script",
    [
        'a("http://x  y")',
        "a('/* no */')",
        "a(`x // ${b} /* \n\n  kept`)",
        r"a = /[/*]\/\/'\"/g;",
        r"x.replace(/^#\/?/, '//')",
        "return /\\/* x/.test(a)",
        "a / b / c",
        r'"\"// not"',
    ],
)
def test_what_literals_hold_stays(script: str) -> None:
    assert strip_comments(script) == script


def test_json_cannot_end_its_script() -> None:
    value = {"a": "</script><!--<script>", "b": "<b>"}
    text = escape_json(json.dumps(value))

    assert json.loads(text) == value
    assert "</" not in text
    assert "<!--" not in text
