"""Compilations of one process share what they know of utilities, as long as it stays true."""

from __future__ import annotations

from dataclasses import replace

from deckc.compile.page_design import page_design
from deckc.compile.style import Design, parse_utility
from deckc.model.config import Fonts
from deckc.model.services import Icon
from deckc.model.utilities import UtilitySettings, UtilityShortcut

FONTS = Fonts("sans", "serif", "mono")


class FakeIcons:
    """Has the icons that it was given."""

    def __init__(self, *names: str) -> None:
        self.names = set(names)

    def split(self, text: str) -> tuple[str, str] | None:
        collection, _, name = text.partition(":")
        return collection, name

    def prepare(self, collections: object) -> None:
        pass

    def icon(self, collection: str, name: str) -> Icon | None:
        return Icon(collection, name, "<path/>", 0, 0, 1, 1) if name in self.names else None

    def problem(self, _collection: str) -> str | None:
        return None


def design_of(icons: FakeIcons, settings: UtilitySettings | None = None, *collections: str) -> Design:
    return page_design(FONTS, settings or UtilitySettings(), icons, frozenset(collections))


def test_equal_settings_share_a_design() -> None:
    icons = FakeIcons()
    first = UtilitySettings(theme={"colors": {"brand": "#123456"}})
    same = UtilitySettings(theme={"colors": {"brand": "#123456"}})

    assert design_of(icons, first) is design_of(icons, same)


def test_other_settings_have_a_design_of_their_own() -> None:
    icons = FakeIcons()
    plain = design_of(icons)

    assert design_of(icons, UtilitySettings(theme={"colors": {"brand": "#123456"}})) is not plain
    assert design_of(icons, UtilitySettings((UtilityShortcut("btn", "p-4"),))) is not plain
    assert design_of(FakeIcons()) is not plain
    assert page_design(replace(FONTS, mono="Fira Code"), UtilitySettings(), icons, frozenset()) is not plain


def test_icon_that_has_come_is_found() -> None:
    icons = FakeIcons()
    assert parse_utility("i-carbon:add", design_of(icons)) is None
    assert parse_utility("i-carbon:add", design_of(icons)) is None

    icons.names.add("add")

    assert parse_utility("i-carbon:add", design_of(icons)) is not None


def test_set_beside_the_deck_is_known_by_its_use() -> None:
    icons = FakeIcons("logo")

    assert parse_utility("i-my-firm-logo", design_of(icons)) is None
    assert parse_utility("i-my-firm-logo", design_of(icons, None, "my-firm")) is not None
