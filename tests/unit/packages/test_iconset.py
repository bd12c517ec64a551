"""Icons are found in Iconify's JSON files without reading all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from deckc.packages.iconset import IconSet

BODY = '<path d="M0 0h24"/>'


def write_set(folder: Path, content: dict[str, Any], *, indent: str | None = "\t") -> IconSet:
    path = folder / "icons.json"
    path.write_text(json.dumps({"prefix": "test", **content}, indent=indent), encoding="utf-8")
    return IconSet(path)


def body_of(icons: IconSet, name: str) -> str | None:
    icon = icons.icon("test", name)
    return icon.body if icon else None


def box_of(icons: IconSet, name: str) -> tuple[float, float, float, float]:
    icon = icons.icon("test", name)
    assert icon
    return icon.left, icon.top, icon.width, icon.height


@pytest.mark.parametrize("indent", ["\t", None])
def test_every_icon_of_a_sorted_set_is_found(tmp_path: Path, indent: str | None) -> None:
    names = sorted(f"icon-{number}" for number in range(300))
    icons = write_set(tmp_path, {"icons": {name: {"body": name} for name in names}}, indent=indent)

    assert [body_of(icons, name) for name in names] == names


def test_every_icon_of_an_unsorted_set_is_found(tmp_path: Path) -> None:
    filling = "x" * 3000
    names = [f"icon-{(number * 77) % 400}" for number in range(400)]
    icons = write_set(tmp_path, {"icons": {name: {"body": f"{name} {filling}"} for name in names}})

    assert all((body_of(icons, name) or "").split()[0] == name for name in names)


def test_name_that_only_begins_like_an_icon_is_not_found(tmp_path: Path) -> None:
    icons = write_set(tmp_path, {"icons": {"add-alt": {"body": BODY}, "re-add": {"body": BODY}}})

    assert icons.icon("test", "add") is None
    assert icons.icon("test", "add-alt")


def test_key_inside_a_body_is_no_icon(tmp_path: Path) -> None:
    icons = write_set(tmp_path, {"icons": {"script": {"body": '<x v=\'{"fake": {"body": "no"}}\'/>'}}})

    assert icons.icon("test", "fake") is None


def test_objects_that_are_no_icons_are_passed_over(tmp_path: Path) -> None:
    about = {"author": {"name": "A", "url": "u"}, "license": {"title": "MIT"}}
    icons = write_set(
        tmp_path, {"info": about, "icons": {"license": {"body": BODY}}, "chars": {"e001": "license"}}
    )

    assert body_of(icons, "license") == BODY
    assert icons.icon("test", "author") is None
    assert icons.icon("test", "e001") is None


def test_box_comes_from_the_icon_then_the_set_then_16(tmp_path: Path) -> None:
    own = {"body": BODY, "width": 40, "left": -2}
    of_set = write_set(tmp_path, {"icons": {"own": own, "plain": {"body": BODY}}, "width": 24, "height": 32})

    assert box_of(of_set, "own") == (-2, 0, 40, 32)
    assert box_of(of_set, "plain") == (0, 0, 24, 32)
    assert box_of(write_set(tmp_path, {"icons": {"plain": {"body": BODY}}}), "plain") == (0, 0, 16, 16)


def test_box_before_the_icons_counts_too(tmp_path: Path) -> None:
    icons = write_set(
        tmp_path, {"width": 20, "height": 20, "icons": {"a": {"body": BODY, "width": 5}, "b": {"body": BODY}}}
    )

    assert box_of(icons, "b") == (0, 0, 20, 20)


def test_box_of_the_last_icon_is_not_the_sets(tmp_path: Path) -> None:
    icons = write_set(tmp_path, {"icons": {"a": {"body": BODY}, "z": {"body": BODY, "width": 99}}})

    assert box_of(icons, "a") == (0, 0, 16, 16)


def test_alias_shows_its_parents_body(tmp_path: Path) -> None:
    icons = write_set(
        tmp_path,
        {
            "icons": {"a": {"body": BODY}},
            "aliases": {"b": {"parent": "a"}, "c": {"parent": "b", "width": 7}},
            "width": 24,
        },
    )

    assert body_of(icons, "c") == BODY
    assert box_of(icons, "c") == (0, 0, 7, 16)


def test_circle_of_aliases_ends(tmp_path: Path) -> None:
    icons = write_set(tmp_path, {"icons": {}, "aliases": {"a": {"parent": "b"}, "b": {"parent": "a"}}})

    assert icons.icon("test", "a") is None


def test_flipped_alias_is_mirrored_about_the_middle_of_its_box(tmp_path: Path) -> None:
    icons = write_set(
        tmp_path,
        {
            "icons": {"a": {"body": BODY}},
            "aliases": {"x": {"parent": "a", "hFlip": True}},
            "width": 24,
            "height": 24,
        },
    )

    assert body_of(icons, "x") == f'<g transform="translate(24 0) scale(-1 1)">{BODY}</g>'


def test_flip_of_a_flip_is_the_icon_itself(tmp_path: Path) -> None:
    aliases = {"x": {"parent": "a", "vFlip": True}, "y": {"parent": "x", "vFlip": True}}
    icons = write_set(tmp_path, {"icons": {"a": {"body": BODY}}, "aliases": aliases})

    assert body_of(icons, "y") == BODY


def test_quarter_turn_exchanges_width_and_height(tmp_path: Path) -> None:
    aliases = {"x": {"parent": "a", "rotate": 1}}
    icons = write_set(
        tmp_path, {"icons": {"a": {"body": BODY}}, "aliases": aliases, "width": 40, "height": 20}
    )

    assert body_of(icons, "x") == f'<g transform="rotate(90 20 10)">{BODY}</g>'
    assert box_of(icons, "x") == (10, -10, 20, 40)


def test_half_turn_keeps_the_box(tmp_path: Path) -> None:
    aliases = {"x": {"parent": "a", "rotate": 2}}
    icons = write_set(
        tmp_path, {"icons": {"a": {"body": BODY}}, "aliases": aliases, "width": 40, "height": 20}
    )

    assert box_of(icons, "x") == (0, 0, 40, 20)


def test_file_that_is_cut_off_gives_no_icon(tmp_path: Path) -> None:
    path = tmp_path / "icons.json"
    path.write_text('{"icons": {"a": {"body": "<path')

    assert IconSet(path).icon("test", "a") is None
