"""What a deck's index.html adds to its page."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.compile.write import SiteOptions
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork


def build(snippet: str, files: dict[str, str] | None = None, deck: str = "# A\n") -> tuple[str, list[str]]:
    """Return the page and its diagnostics."""
    report = Report()
    written = {"/deck/slides.md": deck, "/deck/index.html": snippet, **(files or {})}
    services = Services(DrawnIcons(), NoNetwork(), keep_remote=True)
    options = SiteOptions(single_file=True)
    site = compile_deck(Path("/deck/slides.md"), MemoryFiles(written), services, options, report).site
    return site.files["index.html"].decode(), [f"{each.code} {each.message}" for each in report.diagnostics]


@pytest.mark.parametrize(
    "snippet",
    [
        '<meta name="robots" content="noindex">',
        '<link rel="preconnect" href="https://example.org">',
        "<style>.a{--x:1}</style>",
        "<noscript><style>.b{--y:1}</style></noscript>",
        '<script type="application/ld+json">{"a": "$b"}</script>',
        "<script>go()</script>",
    ],
)
def test_the_head_is_merged(snippet: str) -> None:
    page, told = build(f"<html><head>{snippet}</head></html>")

    assert snippet in page.partition("</head>")[0]
    assert told == []


@pytest.mark.parametrize(
    "snippet",
    [
        '<div id="badge" data-a="1">beta &amp; <b>more</b> &#8212;</div>',
        "<!-- a comment --><br>",
        "<script>go()</script>",
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    ],
)
def test_the_body_is_put_behind_the_slides(snippet: str) -> None:
    page, told = build(f"<body>\n{snippet}\n</body>")

    assert snippet.replace("viewBox", "viewbox") in page.partition('aria-live="polite"')[2].replace(
        "viewBox", "viewbox"
    )
    assert told == []


@pytest.mark.parametrize(
    "snippet", ["<title>Other</title>", '<meta charset="latin1">', "loose words", "</div>"]
)
def test_what_the_page_has_already_is_left_out(snippet: str) -> None:
    page, told = build(f"<head>{snippet}</head>")

    assert snippet not in page.replace("</div>\n", "").partition("<body")[0]
    assert told == []


def test_scripts_run_by_their_hash() -> None:
    page, _ = build(
        '<head><script src="/a.js"></script></head>', {"/deck/public/a.js": "let a = '</script>'"}
    )

    code = "let a = '<\\/script>'"
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert f"<script>{code}</script>" in page
    assert f"'sha256-{digest}'" in page


def test_a_script_that_waits_stands_behind_the_slides() -> None:
    page, _ = build('<head><script defer src="/a.js"></script></head>', {"/deck/public/a.js": "late()"})

    assert "late()" not in page.partition("</head>")[0]
    assert "<script>late()</script>" in page


@pytest.mark.parametrize(
    ("snippet", "message"),
    [
        (
            '<script src="https://a.example/x.js"></script>',
            'scripts of other hosts are left out: "https://a.example/x.js"',
        ),
        ('<base href="/x/">', "<base> is left out: addresses start at the page"),
        ('<script type="module">import "./x.js"</script>', "a script that imports modules is left out"),
        (
            '<body><p onclick="press_it()">x</p></body>',
            '"onclick" is left out: the page runs no code in attributes',
        ),
        ("<!DOCTYPE html><head></head>", "it begins with a doctype, as a built page does, and is left out"),
    ],
)
def test_what_cannot_be_merged_is_a_warning(snippet: str, message: str) -> None:
    page, told = build(snippet)

    assert told == [f"page-snippet of index.html: {message}"]
    assert "a.example" not in page
    assert "press_it" not in page


def test_scripts_of_other_hosts_are_one_warning() -> None:
    _, told = build("".join(f'<script src="//a.example/{at}.js"></script>' for at in range(3)))

    assert len(told) == 1


def test_deckcs_own_page_is_no_snippet() -> None:
    page, _ = build("")

    assert build(page)[1] == []


def test_files_are_found_and_a_missing_one_is_told() -> None:
    page, told = build(
        '<link rel="icon" href="/i.svg"><body><img src="/no.png"></body>', {"/deck/public/i.svg": "<svg/>"}
    )

    assert page.count('rel="icon"') == 1
    assert 'href="data:image/svg+xml' in page
    assert told == ['missing-asset there is no file "/no.png"']


def test_metadata_of_the_snippet_stands_in_for_the_decks() -> None:
    page, _ = build('<meta name="description" content="Mine">', deck="---\ninfo: Theirs\n---\n# A\n")

    assert 'content="Mine"' in page
    assert '<meta name="description" content="Theirs">' not in page


def test_attributes_of_the_page_are_laid_under_the_decks() -> None:
    page, _ = build(
        '<html dir="rtl" data-x="1" class="fancy"><body class="mine" style="--k:1"></body></html>',
        deck="---\nhtmlAttrs: { dir: ltr }\nthemeConfig: { primary: red }\n---\n# A\n",
    )

    assert '<html lang="en" dir="ltr" data-x="1" class="fancy light"' in page
    assert '<body class="mine" style="--slidev-theme-primary: red; --k:1">' in page
