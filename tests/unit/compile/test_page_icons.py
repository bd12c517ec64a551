"""Icons of utilities that are not to be had are told, once, and their sets are fetched together."""

from __future__ import annotations

from collections.abc import Iterable

from deckc.compile.page_icons import report_icons
from deckc.diagnostics import Report
from deckc.model.services import Icon


class FakeIcons:
    """Knows the sets "carbon" (with "add") and "mdi" (which cannot be had)."""

    def __init__(self) -> None:
        self.prepared: list[str] = []

    def split(self, text: str) -> tuple[str, str] | None:
        collection, _, name = text.removeprefix("i-").replace(":", "-").partition("-")
        return (collection, name) if collection in {"carbon", "mdi"} else None

    def prepare(self, collections: Iterable[str]) -> None:
        self.prepared += sorted(collections)

    def icon(self, collection: str, name: str) -> Icon | None:
        return Icon(collection, name, "", 0, 0, 1, 1) if (collection, name) == ("carbon", "add") else None

    def problem(self, collection: str) -> str | None:
        return "run it" if collection == "mdi" else None


def told(*candidates: str) -> list[tuple[str, str | None]]:
    report = Report()
    report_icons(candidates, (), FakeIcons(), report)
    return [(diagnostic.message, diagnostic.help) for diagnostic in report.diagnostics]


def test_icon_that_is_there_is_not_told() -> None:
    assert told("i-carbon-add", "i-carbon:add", "i-carbon:add?mask", "p-4", "i-map") == []


def test_misspelt_icon_is_told() -> None:
    assert told("i-carbon-ad") == [('the icon set "carbon" has no icon "ad"', None)]


def test_piece_of_code_that_is_no_name_is_not_told() -> None:
    assert told("i-carbon:add&quot", "i-carbon-ad&quot;", "i-mdi-${name}") == []


def test_missing_set_is_told_once_with_what_to_run() -> None:
    assert told("i-mdi-home", "i-mdi-account") == [('the icon set "mdi" is not to be had', "run it")]


def test_sets_are_fetched_together() -> None:
    icons = FakeIcons()
    report_icons(["i-mdi-home", "i-carbon-add", "i-carbon-ad"], (), icons, Report())

    assert icons.prepared == ["carbon", "mdi"]
