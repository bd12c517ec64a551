"""A page gets the faces that its texts need, with their characters and no others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from deckc.model.font_embedding import FontText, FontWish
from deckc.packages import font_cut, npm
from deckc.packages.font_embedding import FontEmbedder, match_weight
from deckc.packages.problem import PackageError
from font_packages import characters_of, make_font, write_family

LATIN = "abcdefghijklmnopqrstuvwxyz 0123456789"


@pytest.fixture(autouse=True)
def _offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")


def text(characters: str, *families: str, weight: int = 400, italic: bool = False) -> FontText:
    return FontText(families, weight, italic, frozenset(characters))


def wish(*texts: FontText, weights: tuple[int, ...] = (200, 400, 600), italic: bool = False) -> FontWish:
    return FontWish(texts, weights, italic)


def test_only_slices_that_hold_a_character_are_cut(tmp_path: Path) -> None:
    write_family(tmp_path / "node_modules", "Noto Sans SC", ["标题", "字体明月", LATIN])

    got = FontEmbedder(tmp_path).embed(wish(text("标月 a", "Noto Sans SC")))

    assert [characters_of(face.content) for face in got.faces] == [{"标"}, {"月"}, {" ", "a"}]
    assert all(face.is_part for face in got.faces)
    assert got.credits == {"Noto Sans SC": "Copyright The Makers, OFL-1.1, https://example.org/ofl"}


def test_a_variable_font_is_cut_to_the_weights_in_use(tmp_path: Path) -> None:
    write_family(tmp_path / "node_modules", "Inter", [LATIN])

    got = FontEmbedder(tmp_path).embed(wish(text("ab", "Inter"), text("c", "Inter", weight=700)))

    assert [(face.weight, face.characters) for face in got.faces] == [(400, {"a", "b"}), (600, {"c"})]
    assert not any("fvar" in TTFont(io.BytesIO(face.content)) for face in got.faces)


def test_a_weight_that_the_family_lacks_is_its_nearest(tmp_path: Path) -> None:
    write_family(tmp_path / "node_modules", "PT Serif", [LATIN], weights=(400, 700), is_variable=False)

    got = FontEmbedder(tmp_path).embed(wish(text("a", "PT Serif"), text("b", "PT Serif", weight=600)))

    assert [(face.weight, face.characters) for face in got.faces] == [(400, {"a"}), (700, {"b"})]


@pytest.mark.parametrize(
    ("wanted", "weights", "found"),
    [
        (400, (200, 400, 600), 400),
        (300, (200, 400, 600), 200),
        (500, (400, 600), 400),
        (450, (400, 500), 500),
        (400, (500, 700), 500),
        (400, (300, 600), 300),
        (700, (200, 400, 600), 600),
        (100, (300, 400), 300),
        (600, (400, 700, 900), 700),
    ],
)
def test_weights_match_as_in_css(wanted: int, weights: tuple[int, ...], found: int) -> None:
    assert match_weight(wanted, weights) == found


def test_characters_go_to_the_first_family_that_has_them(tmp_path: Path) -> None:
    write_family(tmp_path / "node_modules", "Inter", [LATIN])
    write_family(tmp_path / "node_modules", "Noto Sans SC", ["标题", LATIN])

    got = FontEmbedder(tmp_path).embed(wish(text("a标", "Inter", "Noto Sans SC")))

    assert {face.family: face.characters for face in got.faces} == {"Inter": {"a"}, "Noto Sans SC": {"标"}}


@pytest.mark.parametrize(
    ("italic", "has_italics", "found"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_italics_are_taken_where_asked_for_and_there(
    tmp_path: Path, *, italic: bool, has_italics: bool, found: bool
) -> None:
    write_family(tmp_path / "node_modules", "Inter", [LATIN], has_italics=has_italics)

    got = FontEmbedder(tmp_path).embed(wish(text("a", "Inter", italic=True), italic=italic))

    assert [face.italic for face in got.faces] == [found]


def test_a_family_is_found_in_the_cache(tmp_path: Path) -> None:
    write_family(tmp_path / "cache" / "npm", "Inter", [LATIN], suffix="@5")

    assert FontEmbedder(tmp_path).embed(wish(text("a", "Inter"))).faces


def test_a_second_build_reads_no_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_family(tmp_path / "node_modules", "Inter", [LATIN])
    first = FontEmbedder(tmp_path).embed(wish(text("ab", "Inter")))
    font_cut.characters_in.cache_clear()
    monkeypatch.setattr(font_cut, "_cut", None)
    monkeypatch.setattr(font_cut, "_read_codes", None)

    assert FontEmbedder(tmp_path).embed(wish(text("ab", "Inter"))) == first


def test_a_family_that_is_not_to_be_had_is_a_problem(tmp_path: Path) -> None:
    write_family(tmp_path / "node_modules", "Inter", [LATIN])

    got = FontEmbedder(tmp_path).embed(wish(text("a", "Nope Sans", "Inter"), text("b", "../../etc")))

    assert "DECKC_OFFLINE" in got.problems["Nope Sans"]
    assert (
        "DECKC_OFFLINE" in got.problems["../../etc"]
    )  # asked for as "etc": no name leads out of the packages
    assert [face.family for face in got.faces] == ["Inter"]


def test_npm_is_asked_once_for_a_name_that_nobody_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def pack(spec: str, name: str) -> bytes:
        asked.append(spec)
        raise PackageError(f"npm says: 404 Not Found - {name}")

    monkeypatch.delenv("DECKC_OFFLINE")
    monkeypatch.setattr(npm, "npm_command", lambda: ["npm"])
    monkeypatch.setattr(npm, "pack", pack)
    for _ in range(2):
        got = FontEmbedder(tmp_path).embed(wish(text("a", "Robot Slab")))
        assert got.problems == {"Robot Slab": 'Fontsource has no family of the name "Robot Slab"'}

    assert asked == ["@fontsource-variable/robot-slab@5", "@fontsource/robot-slab@5"]


def test_a_broken_file_is_a_problem(tmp_path: Path) -> None:
    folder = write_family(tmp_path / "node_modules", "Inter", [LATIN])
    next((folder / "files").iterdir()).write_bytes(b"wOF2 no font")

    got = FontEmbedder(tmp_path).embed(wish(text("a", "Inter")))

    assert not got.faces
    assert "cannot be read" in got.problems["Inter"]


def test_ligatures_of_kept_characters_are_kept(tmp_path: Path) -> None:
    folder = write_family(tmp_path / "node_modules", "Fira Code", ["=>!a"])
    font = next((folder / "files").iterdir())
    font.write_bytes(make_font("=>!a", (300, 700), ligatures={"=>": "arrow", "!=": "unequal"}))

    (face,) = FontEmbedder(tmp_path).embed(wish(text("=>a", "Fira Code"))).faces

    table = TTFont(io.BytesIO(face.content))["GSUB"].table
    ligatures = table.LookupList.Lookup[0].SubTable[0].ligatures
    assert sum(map(len, ligatures.values())) == 1
