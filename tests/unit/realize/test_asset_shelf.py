"""Files behind addresses: where they are looked for, and what is done where they are not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from deckc.compile.realize.assets.css import rewrite_urls
from deckc.compile.realize.assets.places import Places
from deckc.compile.realize.assets.sheets import SheetReader
from deckc.compile.realize.assets.shelf import AssetShelf
from deckc.diagnostics import Report, Span
from deckc.model.files import MemoryFiles
from deckc.model.services import Fetched, ServedDecks, Services
from spec_runner.run import DrawnIcons

SPAN = Span("slides.md", 1, 1)
DECK = Path("/deck")


class Web:
    """Remembers what was asked for; has one picture."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def fetch(self, addresses: Iterable[str]) -> Mapping[str, Fetched | str]:
        wanted = list(addresses)
        self.asked.append(wanted)
        return {a: Fetched(b"P", "image/png") if a.endswith("there") else "not found" for a in wanted}


def make_shelf(files: dict[str, str], web: Web | None = None, *, keep_remote: bool = False) -> AssetShelf:
    memory = MemoryFiles(files)
    places = Places(memory, DECK, (DECK / "public",), DECK)
    return AssetShelf(places, Services(DrawnIcons(), web or Web(), keep_remote), Report())


def test_the_same_file_has_one_token() -> None:
    shelf = make_shelf({"/deck/public/a.png": "A"})

    first = shelf.picture("/a.png", DECK, SPAN)
    second = shelf.picture("../public/a.png?x=1", DECK / "pages", SPAN)

    assert first == second
    assert [(asset.name, asset.content, asset.media_type) for asset in shelf.assets.values()] == [
        ("a.png", b"A", "image/png")
    ]


def test_escapes_in_an_address_are_read() -> None:
    shelf = make_shelf({"/deck/my pic.png": "A"})

    assert shelf.picture("./my%20pic.png", DECK, SPAN).startswith("deckc-asset:")


def test_what_is_no_file_stays() -> None:
    shelf = make_shelf({})

    for address in ("data:image/png;base64,AA", "#part", "blob:x", "deckc-asset:0123456789abcdef", ""):
        assert shelf.picture(address, DECK, SPAN) == address
    assert shelf.report.diagnostics == []


def test_a_missing_file_is_guessed() -> None:
    shelf = make_shelf({"/deck/public/logo.png": "A"})

    assert shelf.picture("/lgoo.png", DECK, SPAN).startswith("data:image/svg+xml,")
    assert [(d.code, d.help) for d in shelf.report.diagnostics] == [
        ("missing-asset", 'did you mean "logo.png"?')
    ]


def test_nothing_stands_behind_a_slide_for_a_picture_that_is_missing() -> None:
    shelf = make_shelf({})

    assert shelf.ground("/no.png", DECK, SPAN) == "data:,"
    assert [d.code for d in shelf.report.diagnostics] == ["missing-asset"]


def test_remote_pictures_are_fetched_once_and_together() -> None:
    web = Web()
    shelf = make_shelf({}, web)
    for address in ("https://a.org/there", "//b.org/x", "https://a.org/there"):
        assert shelf.picture(address, DECK, SPAN) == address

    shelf.fetch_remote()

    assert web.asked == [["https://a.org/there", "https://b.org/x"]]
    assert shelf.picture("https://a.org/there", DECK, SPAN).startswith("deckc-asset:")
    assert shelf.picture("//b.org/x", DECK, SPAN) == "//b.org/x"
    assert [d.code for d in shelf.report.diagnostics] == ["remote-asset"]


def test_kept_remote_pictures_are_not_fetched() -> None:
    web = Web()
    shelf = make_shelf({}, web, keep_remote=True)
    shelf.picture("https://a.org/there", DECK, SPAN)

    shelf.fetch_remote()

    assert web.asked == []
    assert [d.code for d in shelf.report.diagnostics] == ["remote-asset"]


def test_urls_in_css_are_rewritten_but_not_in_comments() -> None:
    css = "/* url(a) */ .x{background:url( a.png ),url('b\\'c')} .y{src:URL(\"d\")}"

    rewritten = rewrite_urls(css, lambda address, _offset: f"<{address}>")

    assert rewritten == ('/* url(a) */ .x{background:url("<a.png>"),url("<b\'c>")} .y{src:url("<d>")}')


def test_imports_are_put_in_their_place_with_their_own_folder() -> None:
    shelf = make_shelf(
        {
            "/deck/style.css": "@charset \"utf-8\";\n@import './sub/a.css' print;\n.b{}",
            "/deck/sub/a.css": ".a{background:url(dot.png)}",
            "/deck/sub/dot.png": "D",
        }
    )

    sheet = SheetReader(shelf).read(DECK / "style.css")

    (token,) = shelf.assets
    assert sheet.css.split() == f'@media print {{ .a{{background:url("{token}")}} }} .b{{}}'.split()
    assert shelf.report.diagnostics == []


def test_a_sheet_that_imports_itself_ends() -> None:
    shelf = make_shelf({"/deck/style.css": "@import 'style.css';\n.b{}"})

    sheet = SheetReader(shelf).read(DECK / "style.css")

    assert sheet.css.strip() == ".b{}"
    assert [(d.code, str(d.span)) for d in shelf.report.diagnostics] == [("circular-style", "style.css:1:1")]


def test_sheets_of_other_hosts_and_from_outside_are_left_out() -> None:
    shelf = make_shelf(
        {"/deck/style.css": "@import url(https://a.org/x.css);\n@import '../x.css';\n.b{}", "/x.css": ".x{}"}
    )

    sheet = SheetReader(shelf).read(DECK / "style.css")

    assert sheet.css.strip() == ".b{}"
    assert [d.code for d in shelf.report.diagnostics] == ["remote-style", "asset-outside"]


def test_a_block_of_css_says_where_its_missing_file_is_named() -> None:
    shelf = make_shelf({})
    reader = SheetReader(shelf)

    reader.block("\n.a{\n  background: url(no.png)\n}", DECK, Span("slides.md", 10, 8))

    assert [str(d.span) for d in shelf.report.diagnostics] == ["slides.md:12:15"]


def test_an_address_of_a_served_deck_leads_to_its_page() -> None:
    pages = {
        Path("/decks/b/slides.md"): "/b/",
        Path("/decks/my talk.md"): "/my%20talk/",
        Path("/x.md"): "/x/",
    }
    places = Places(
        MemoryFiles({}), Path("/decks/a"), (), Path("/decks/a"), decks=ServedDecks(Path("/decks"), pages.get)
    )

    assert places.find_deck("../b/slides.md?print#/3", Path("/decks/a")) == "/b/?print#/3"
    assert places.find_deck("../my%20talk.md", Path("/decks/a")) == "/my%20talk/"
    assert places.find_deck("../../x.md", Path("/decks/a")) is None
    assert places.find_deck("../b/notes.md", Path("/decks/a")) is None
    assert make_shelf({"/deck/b.md": ""}).places.find_deck("./b.md", DECK) is None
