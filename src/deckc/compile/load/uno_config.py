r"""Read a deck's UnoCSS configuration without running it.

    export default defineConfig({
      shortcuts: { btn: 'px-4 py-2' },
      rules: [[/^m-(\d+)$/, ([, d]) => ({ margin: `${d}px` })]],
      theme: { colors: { brand: '#5d8392' } },
    })

What would have to run is left out with a warning that names the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckc.compile.load.uno_fonts import web_fonts
from deckc.compile.load.uno_literals import (
    Entry,
    Function,
    Pattern,
    constants,
    default_export,
    parse_module,
    python_pattern,
    read_config,
    read_literal,
    text_of,
)
from deckc.diagnostics import Report
from deckc.model.source import SourceText
from deckc.model.utilities import UtilityRule, UtilitySettings, UtilityShortcut

if TYPE_CHECKING:
    from tree_sitter import Node

_KNOWN_PRESETS = frozenset(
    "presetUno presetWind presetWind3 presetMini presetAttributify presetIcons presetTypography".split()
)
_WITHOUT_EFFECT = frozenset(
    ("transformers", "content", "extractors", "layers", "autocomplete", "details", "cli", "inspector")
)
"""Keys that change nothing here, or that deckc does anyway."""
_HELP = "write it as a shortcut, a rule with a literal body, or as CSS in style.css"


def read_uno_config(source: SourceText, report: Report) -> UtilitySettings:
    """Return the settings of one configuration file."""
    return _Reader(source, report).read()


class _Reader:
    """Reads one file; says what it cannot read."""

    def __init__(self, source: SourceText, report: Report) -> None:
        self._source = source
        self._report = report
        self._module = parse_module(source.text)
        self._names = constants(self._module)

    def read(self) -> UtilitySettings:
        config = self._config()
        if config is None:
            return UtilitySettings()
        shortcuts: list[UtilityShortcut] = []
        rules: list[UtilityRule] = []
        theme: object = {}
        safelist: list[str] = []
        families: dict[str, str] = {}
        for key, entry in config.items():
            match key:
                case "shortcuts":
                    shortcuts += self._shortcuts(entry)
                case "rules":
                    rules += self._rules(entry)
                case "theme":
                    theme = self._plain(entry)
                case "safelist":
                    safelist += self._texts(entry)
                case "presets":
                    families = self._presets(entry)
                case _ if key not in _WITHOUT_EFFECT and entry.value != []:
                    self._refuse(entry.node, f'"{key}"')
        plain = theme if isinstance(theme, dict) else {}
        own = UtilitySettings(tuple(shortcuts), tuple(rules), plain, tuple(safelist))
        return own.over(UtilitySettings(theme={"fontFamily": families})) if families else own

    def _refuse(self, node: Node, what: str) -> None:
        place = self._source.line_start(node.start_point[0] + 1) + node.start_point[1]
        message = f"{what} of the UnoCSS configuration cannot be read without running it"
        length = (
            max(1, node.end_point[1] - node.start_point[1]) if node.start_point[0] == node.end_point[0] else 1
        )
        self._report.warn("uno-config", message, self._source.span(place, length), _HELP)

    def _config(self) -> dict[str, Entry] | None:
        exported = default_export(self._module)
        if exported is None:
            if self._module.named_children:
                self._refuse(
                    self._module.named_children[-1], "what stands in the place of the default export"
                )
            return None
        found = read_config(exported, self._names)
        if isinstance(found.value, dict):
            return found.value
        self._refuse(exported, "the default export")
        return None

    def _shortcuts(self, entry: Entry) -> Iterator[UtilityShortcut]:
        if isinstance(entry.value, dict):
            for name, body in entry.value.items():
                yield from self._shortcut(name, body)
        elif isinstance(entry.value, list):
            for item in entry.value:
                match item.value:
                    case dict():
                        yield from self._shortcuts(item)
                    case [Entry(value=str() as name), body, *options]:
                        yield from self._shortcut(name, body, _layer(options))
                    case [Entry(value=Pattern(source=source)), Entry(value=Function() as function), *options]:
                        yield from self._pattern_shortcut(source, function, _layer(options))
                    case _:
                        self._refuse(item.node, "a shortcut")
        else:
            self._refuse(entry.node, '"shortcuts"')

    def _shortcut(self, name: str, body: Entry, layer: str = "") -> Iterator[UtilityShortcut]:
        if isinstance(body.value, str):
            yield UtilityShortcut(name, body.value, layer=layer)
        elif isinstance(body.value, list) and all(isinstance(part.value, str) for part in body.value):
            yield UtilityShortcut(name, " ".join(str(part.value) for part in body.value), layer=layer)
        else:
            self._refuse(body.node, f'the shortcut "{name}"')

    def _pattern_shortcut(self, source: str, function: Function, layer: str) -> Iterator[UtilityShortcut]:
        text = _template(_unwrapped(function.body), _group_names(function.parameters))
        pattern = python_pattern(source)
        if text is not None and pattern is not None:
            yield UtilityShortcut(pattern, text, is_pattern=True, layer=layer)
        else:
            self._refuse(function.body, f'the shortcut "/{source}/"')

    def _rules(self, entry: Entry) -> Iterator[UtilityRule]:
        for item in entry.value if isinstance(entry.value, list) else ():
            rule = self._rule(item)
            if rule is None:
                self._refuse(item.node, "a rule")
            else:
                yield rule
        if not isinstance(entry.value, list):
            self._refuse(entry.node, '"rules"')

    def _rule(self, entry: Entry) -> UtilityRule | None:
        match entry.value:
            case [Entry(value=str() as name), Entry(value=dict() as body), *options]:
                pairs = [(prop, _written(value.value)) for prop, value in body.items()]
                known = tuple((prop, text) for prop, text in pairs if text is not None)
                return UtilityRule(name, known, layer=_layer(options)) if len(known) == len(pairs) else None
            case [Entry(value=str() as name), Entry(value=list() as body), *options]:
                return self._listed_rule(name, body, _layer(options))
            case [Entry(value=Pattern(source=source)), Entry(value=Function() as function), *options]:
                return self._pattern_rule(source, function, _layer(options))
            case _:
                return None

    def _listed_rule(self, name: str, body: list[Entry], layer: str) -> UtilityRule | None:
        """Return the rule of `[['color', 'red'], ['color', 'blue']]`, which may name a property twice."""
        pairs = []
        for part in body:
            match part.value:
                case [Entry(value=str() as prop), Entry(value=value)] if (
                    text := _written(value)
                ) is not None:
                    pairs.append((prop, text))
                case _:
                    return None
        return UtilityRule(name, tuple(pairs), layer=layer)

    def _pattern_rule(self, source: str, function: Function, layer: str) -> UtilityRule | None:
        body = _unwrapped(function.body)
        groups = _group_names(function.parameters)
        declarations = []
        for pair in body.named_children if body.type == "object" else ():
            value = pair.child_by_field_name("value")
            text = _template(value, groups) if value is not None else None
            if text is None:
                return None
            key = read_literal(key_node, {}).value if (key_node := pair.child_by_field_name("key")) else None
            declarations.append(
                (key if isinstance(key, str) else text_of(pair.child_by_field_name("key")), text)
            )
        pattern = python_pattern(source)
        if not declarations or pattern is None:
            return None
        return UtilityRule(pattern, tuple(declarations), is_pattern=True, layer=layer)

    def _plain(self, entry: Entry) -> object:
        """Return a theme's table as plain values, without what cannot be read."""
        match entry.value:
            case dict() as table:
                plain = {key: self._plain(value) for key, value in table.items()}
                return {key: value for key, value in plain.items() if value is not None}
            case list() as items:
                return tuple(self._plain(item) for item in items)
            case str() | int() | float() as value:
                return value
            case None:
                return None
            case _:
                self._refuse(entry.node, "a value of the theme")
                return None

    def _texts(self, entry: Entry) -> Iterator[str]:
        for item in entry.value if isinstance(entry.value, list) else [entry]:
            if isinstance(item.value, str):
                yield from item.value.split()
            else:
                self._refuse(item.node, "a part of the safelist")

    def _presets(self, entry: Entry) -> dict[str, str]:
        """Return the font families that presets name."""
        families: dict[str, str] = {}
        for item in entry.value if isinstance(entry.value, list) else ():
            name = text_of(item.node.child_by_field_name("function"))
            named = web_fonts(item.node, self._names) if name == "presetWebFonts" else None
            if named is not None:
                families |= named
            elif name not in _KNOWN_PRESETS:
                self._refuse(item.node, f'the preset "{name or text_of(item.node)}"')
        return families


def _layer(options: list[Entry]) -> str:
    """Return the layer that `{ layer: 'mine' }` names; the other options change nothing here."""
    table = options[0].value if options else None
    layer = table.get("layer") if isinstance(table, dict) else None
    return layer.value if layer and isinstance(layer.value, str) else ""


def _unwrapped(body: Node) -> Node:
    while body.type in {"parenthesized_expression", "as_expression"} and body.named_children:
        body = body.named_children[0]
    return body


def _written(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value)


def _group_names(parameters: Node | None) -> dict[str, int]:
    """Return the group numbers of `([, d])`, of `([, a, b], context)`, of `match`, which is used as `match[1]`."""
    pattern = next((node for node in _walk(parameters) if node.type == "array_pattern"), None)
    if pattern is None:
        whole = next((node for node in _walk(parameters) if node.type == "identifier"), None)
        return {f"{text_of(whole)}[{group}]": group for group in range(10)} if whole else {}
    names: dict[str, int] = {}
    place = 0
    for child in pattern.children:
        if child.type == ",":
            place += 1
        elif child.type == "identifier":
            names[text_of(child)] = place
    return names


def _walk(node: Node | None) -> Iterator[Node]:
    if node is not None:
        yield node
        for child in node.named_children:
            yield from _walk(child)


_QUARTER = re.compile(r"(?:Number|parseInt|parseFloat)?\(?\s*\+?(\w+(?:\[\d\])?)\s*\)?\s*/\s*(\d+)")
_PLUS = re.compile(r"\+?(\w+(?:\[\d\])?)")


def _template(node: Node, groups: dict[str, int]) -> str | None:
    """Return a value's text with `{n}` for groups; None where more than a group is worked out."""
    if node.type == "template_string":
        parts = []
        for child in node.named_children:
            if child.type == "template_substitution":
                parts.append(_hole(text_of(child)[2:-1].strip(), groups))
            else:
                parts.append(text_of(child))
        return None if None in parts else "".join(part for part in parts if part)
    if node.type == "binary_expression" and text_of(node.child_by_field_name("operator")) == "+":
        sides = [_template(child, groups) for child in node.named_children]
        return None if None in sides else "".join(side for side in sides if side)
    if node.type in {"string", "number"}:
        return _written(read_literal(node, {}).value)
    return _hole(text_of(node), groups)


def _hole(text: str, groups: dict[str, int]) -> str | None:
    match = _QUARTER.fullmatch(text)
    if match and match[1] in groups:
        return f"{{{groups[match[1]]}/{match[2]}}}"
    match = _PLUS.fullmatch(text)
    return f"{{{groups[match[1]]}}}" if match and match[1] in groups else None
