from __future__ import annotations

import re
from dataclasses import replace

import pytest

from deckc.compile.write import SiteOptions, assemble_site
from deckc.compile.write.shell import page_title
from runtime.sample import CONFIG, PICTURE, deck, slide


def page_of(options: SiteOptions | None = None, css: str = "a{}", **changes: object) -> str:
    site = assemble_site(deck(slide(1, "<h1>x</h1>"), slide(2, ""), **changes), css, options or SiteOptions())
    return site.files["index.html"].decode()


@pytest.mark.parametrize(
    ("title", "template", "shown"),
    [
        ("Deck", "%s - Slidev", "Deck - Slidev"),
        ("Slidev", "%s - Slidev", "Slidev"),
        ("Deck", "%s | %s", "Deck | %s"),
        ("Deck", "Fixed", "Fixed"),
    ],
)
def test_the_title_stands_in_its_template(title: str, template: str, shown: str) -> None:
    assert page_title(replace(CONFIG, title=title, title_template=template)) == shown


def test_html_carries_language_scheme_and_the_decks_attributes() -> None:
    page = page_of(
        lang="zh", color_schema="dark", html_attributes={"class": "mine", "dir": "rtl", "a b": "x"}
    )

    assert '<html lang="zh" dir="rtl" class="mine dark" data-dc-schema="dark">' in page


def test_the_head_describes_the_deck() -> None:
    page = page_of(
        info='A "talk"\n',
        author="Ann",
        keywords=("a", "b"),
        seo_meta={"ogTitle": "T", "twitterCard": "summary", "ogImage": "auto"},
    )

    metas = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page)
    assert metas == [
        ("viewport", "width=device-width, initial-scale=1"),
        ("generator", "deckc"),
        ("description", "A &quot;talk&quot;"),
        ("author", "Ann"),
        ("keywords", "a, b"),
        ("og:title", "T"),
        ("og:description", "A &quot;talk&quot;"),
        ("twitter:card", "summary"),
    ]


def test_theme_values_are_properties_of_the_body() -> None:
    page = page_of(theme_config={"primary": "#5d8392", "n": 2, "no": None, "bad": "red; x: y", "b>d": "1"})

    assert '<body style="--slidev-theme-primary: #5d8392; --slidev-theme-n: 2">' in page


def test_the_canvas_has_the_decks_size() -> None:
    page = page_of(canvas_width_px=800, canvas_height_px=600)

    assert 'id="slide-content" class="slidev-slide-content" style="width:800px;height:600px"' in page
    assert "@page{size:800px 600px;margin:0}" in page


@pytest.mark.parametrize(("selectable", "style"), [(False, ' style="user-select:none"'), (True, "")])
def test_slides_are_selectable_when_the_deck_says_so(selectable: bool, style: str) -> None:
    page = page_of(selectable=selectable)

    assert f'aria-label="1 / 2"{style}><h1>x</h1></div>' in page
    assert f'aria-label="2 / 2"{style} hidden></div>' in page


def test_the_style_sheet_is_a_file_named_by_its_content() -> None:
    site = assemble_site(
        deck(slide(1, "")), f"a{{background:url({PICTURE.token})}}", SiteOptions(base="/talk/")
    )
    (sheet,) = [path for path in site.files if path.endswith(".css")]
    (picture,) = [path for path in site.files if path.endswith(".png")]

    assert f'<link rel="stylesheet" href="/talk/{sheet}">' in site.files["index.html"].decode()
    assert site.files[sheet].decode() == f"a{{background:url({picture.removeprefix('assets/')})}}"


def test_a_single_file_holds_its_style() -> None:
    site = assemble_site(deck(slide(1, "")), 'a{content:"</style>"}', SiteOptions(single_file=True))

    assert list(site.files) == ["index.html"]
    assert '<style>a{content:"<\\/style>"}</style>' in site.files["index.html"].decode()


def test_a_favicon_of_the_deck_is_placed() -> None:
    page = page_of(favicon=PICTURE.token)

    assert re.search(r'<link rel="icon" href="\./assets/pixel-\w{8}\.png">', page)


def test_the_same_deck_gives_the_same_page() -> None:
    assert page_of() == page_of()
