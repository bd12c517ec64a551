"""Tokens become addresses; only what is used is written."""

from __future__ import annotations

import hashlib

import pytest

from deckc.compile.write.assets import hashed_name, place_assets, reads_files
from deckc.compile.write.digests import Digests
from deckc.model.deck import Asset

LOGO = Asset("deckc-asset:0000000000000001", "logo.png", b"logo", "image/png")
PHOTO = Asset("deckc-asset:0000000000000002", "photo.jpg", b"photo", "image/jpeg")
DIGEST_OF_LOGO = hashlib.sha256(b"logo").hexdigest()
ASSETS = {asset.token: asset for asset in (LOGO, PHOTO)}


def test_page_names_the_folder_and_the_sheet_in_it_does_not() -> None:
    texts = {
        "index.html": f'<img src="{LOGO.token}">',
        "assets/style.css": f"a{{background:url({LOGO.token})}}",
    }
    placed = place_assets(texts, ASSETS, single_file=False)
    name = hashed_name("logo.png", DIGEST_OF_LOGO)

    assert placed.texts["index.html"] == f'<img src="./assets/{name}">'
    assert placed.texts["assets/style.css"] == f"a{{background:url({name})}}"
    assert placed.files == {f"assets/{name}": b"logo"}


def test_an_address_that_the_sheet_takes_from_the_page_is_one_of_the_sheet() -> None:
    text = f'<i style="--x: url({LOGO.token}~)">'
    name = hashed_name("logo.png", DIGEST_OF_LOGO)

    def shown(base: str, *, single_file: bool) -> str:
        return place_assets({"index.html": text}, ASSETS, single_file=single_file, base=base).texts[
            "index.html"
        ]

    assert shown("./", single_file=False) == f'<i style="--x: url({name})">'
    assert shown("/talks/", single_file=False) == f'<i style="--x: url(/talks/assets/{name})">'
    assert shown("./", single_file=True) == '<i style="--x: url(data:image/png;base64,bG9nbw==)">'


def test_a_file_that_a_script_reads_stands_in_it_with_its_content() -> None:
    texts = {"islands": f'fetch("{LOGO.token}!")', "index.html": PHOTO.token}
    placed = place_assets(texts, ASSETS, single_file=False)

    assert placed.texts["islands"] == 'fetch("data:image/png;base64,bG9nbw==")'
    assert [path.partition("-")[0] for path in placed.files] == ["assets/photo"]
    assert reads_files(texts["islands"])
    assert not reads_files(texts["index.html"])


def test_base_stands_before_the_folder() -> None:
    placed = place_assets({"index.html": LOGO.token}, ASSETS, single_file=False, base="/talks/")

    assert placed.texts["index.html"] == f"/talks/assets/{hashed_name('logo.png', DIGEST_OF_LOGO)}"


def test_single_file_carries_its_assets() -> None:
    placed = place_assets({"index.html": f"{LOGO.token}#part"}, ASSETS, single_file=True)

    assert placed.texts["index.html"] == "data:image/png;base64,bG9nbw==#part"
    assert placed.files == {}


def test_token_without_asset_stays() -> None:
    unknown = "deckc-asset:ffffffffffffffff"

    assert place_assets({"index.html": unknown}, ASSETS, single_file=False).texts == {"index.html": unknown}


def test_same_content_under_one_name_is_written_once() -> None:
    twin = Asset("deckc-asset:0000000000000003", "logo.png", b"logo", "image/png")
    texts = {"index.html": LOGO.token + twin.token}

    assert len(place_assets(texts, {**ASSETS, twin.token: twin}, single_file=False).files) == 1


def test_names_that_differ_in_case_alone_do_not_clash() -> None:
    upper = Asset("deckc-asset:0000000000000004", "LOGO.PNG", b"other", "image/png")
    texts = {"index.html": LOGO.token + upper.token}
    files = place_assets(texts, {**ASSETS, upper.token: upper}, single_file=False).files

    assert len({path.lower() for path in files}) == 2


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("My Logo (1).PNG", "my-logo-1-", ".png"),
        ("图.png", "file-", ".png"),
        ("a.tar.gz", "a-tar-", ".gz"),
        ("noext", "noext-", ""),
        (".hidden", "hidden-", ""),
        ('x".p"n', "x-", ".pn"),
        ("y" * 300 + ".svg", "y" * 48 + "-", ".svg"),
    ],
)
def test_hashed_name(name: str, start: str, end: str) -> None:
    got = hashed_name(name, DIGEST_OF_LOGO)

    assert got.startswith(start)
    assert got.endswith(end)
    assert got.isascii()
    assert len(got) == len(start) + 8 + len(end)


def test_other_content_has_another_name() -> None:
    names = {hashed_name("a.png", Digests().of(content)) for content in (b"1", b"2")}

    assert len(names) == 2


def test_digests_are_the_same_however_they_are_come_by() -> None:
    small, large, late = b"small", b"large" * 100_000, b"late" * 100_000
    digests = Digests([small, large])

    for content in (large, small, late, large):
        assert digests.of(content) == hashlib.sha256(content).hexdigest()
