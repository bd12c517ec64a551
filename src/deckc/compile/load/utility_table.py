r"""Read a deck's own utilities from plain values, as they stand in the headmatter or in `deckc.toml`.

    unocss:
      shortcuts:
        btn: px-4 py-2 rounded
        /btn-(.+)/: btn bg-{1}-500
      rules:
        /m-(\d+)px/: { margin: "{1}px" }
      theme:
        colors: { brand: "#5d8392" }
      safelist: [btn-red]

A name between slashes is a regular expression that the whole name fits; `{1}` is what its first group found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.source import Value, text_of_value
from deckc.model.utilities import UtilityRule, UtilitySettings, UtilityShortcut

Place = Callable[[str], "Span | None"]
"""Finds the value at a dotted path, as "shortcuts.btn"."""

_KEYS = ("shortcuts", "rules", "theme", "safelist")


def read_utility_table(table: Value, place: Place, report: Report) -> UtilitySettings:
    """Return the settings that a table holds; report what is none and leave it out."""
    if table is None:
        return UtilitySettings()
    reader = _Reader(place, report)
    whole = reader.mapping(table, "")
    for key in whole:
        if key not in _KEYS:
            reader.refuse(key, "is no setting of utilities", did_you_mean(key, _KEYS) or f"write {_LISTED}")
    theme = reader.mapping(whole.get("theme"), "theme")
    return UtilitySettings(
        tuple(reader.shortcuts(reader.mapping(whole.get("shortcuts"), "shortcuts"))),
        tuple(reader.rules(reader.mapping(whole.get("rules"), "rules"))),
        {key: _plain(value) for key, value in theme.items() if value is not None},
        tuple(reader.words(whole.get("safelist"), "safelist") or ()),
    )


_LISTED = f"{', '.join(_KEYS[:-1])} or {_KEYS[-1]}"


class _Reader:
    """Reads values at their paths; says what it cannot read."""

    def __init__(self, place: Place, report: Report) -> None:
        self._place = place
        self._report = report

    def refuse(self, path: str, problem: str, way_out: str) -> None:
        self._report.warn("utility-setting", f'"{path or "unocss"}" {problem}', self._place(path), way_out)

    def mapping(self, value: Value, path: str) -> Mapping[str, Value]:
        if isinstance(value, dict):
            return value
        if value is not None:
            self.refuse(path, "is not a mapping", "write `name: value` lines below it, indented")
        return {}

    def words(self, value: Value, path: str) -> list[str] | None:
        """Return the words of a text or of a list of texts."""
        parts = value if isinstance(value, list) else [value]
        if any(isinstance(part, str) for part in parts) and not any(isinstance(part, dict) for part in parts):
            return text_of_value(" ".join(text_of_value(part) for part in parts)).split()
        if value is not None:
            self.refuse(path, "names no utilities", "write them as text: `px-4 py-2`")
        return None

    def shortcuts(self, table: Mapping[str, Value]) -> Iterator[UtilityShortcut]:
        for key, value in table.items():
            words = self.words(value, f"shortcuts.{key}")
            named = self._name(key, "shortcuts") if words else None
            if words and named:
                yield UtilityShortcut(named[0], " ".join(words), is_pattern=named[1])

    def rules(self, table: Mapping[str, Value]) -> Iterator[UtilityRule]:
        for key, value in table.items():
            path = f"rules.{key}"
            body = value if isinstance(value, dict) else {}
            declarations = [(name, text_of_value(text)) for name, text in body.items() if _is_text(text)]
            if not declarations:
                self.refuse(path, "declares nothing", "write `{ property: value }`")
                continue
            named = self._name(key, "rules")
            if named:
                yield UtilityRule(named[0], tuple(declarations), is_pattern=named[1])

    def _name(self, key: str, parent: str) -> tuple[str, bool] | None:
        """Return a name, or a pattern between slashes, and whether it is one."""
        if len(key) < 3 or key[0] != "/" or key[-1] != "/":
            return key, False
        inner = key[1:-1].removeprefix("^").removesuffix("$")
        from deckc.compile.load.uno_literals import python_pattern

        pattern = python_pattern(f"^{inner}$")
        if pattern is None:
            self.refuse(f"{parent}.{key}", "is no regular expression", "check its brackets")
            return None
        return pattern, True


def _is_text(value: Value) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _plain(value: Value) -> object:
    """Return a theme's value: lists become tuples, everything that is no mapping text or a number."""
    match value:
        case dict():
            return {key: _plain(inner) for key, inner in value.items() if inner is not None}
        case list():
            return tuple(_plain(inner) for inner in value)
        case str() | int() | float():
            return value
        case _:
            return text_of_value(value)
