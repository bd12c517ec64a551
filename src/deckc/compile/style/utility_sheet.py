"""Put the rows of all candidates together into a style sheet.

.p-4,.pa-4{padding:1rem;}        rules of one body share it, at the place of the first
@media (min-width: 640px){...}   narrow widths first
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from deckc.compile.style.candidate import Parser, Row
from deckc.compile.style.design import Design
from deckc.compile.style.order import collation_key
from deckc.compile.style.preflights import preflight_css
from deckc.dataclass import dataclass

_LAYER_ORDER = {
    "imports": -200,
    "preflights": -100,
    "icons": -30,
    "typography": -20,
    "shortcuts": -10,
    "default": 0,
}


@dataclass(frozen=True, slots=True)
class UtilitySheet:
    """The utilities of a deck, as CSS by layer."""

    layers: Mapping[str, str]
    """CSS by layer, in the order in which the layers stand in a page."""
    matched: frozenset[str]
    """The candidates that are utilities."""
    unmatched: frozenset[str]

    def layer(self, name: str) -> str:
        """Return one layer's CSS; empty where there is none."""
        return self.layers.get(name, "")

    def css(self, *names: str) -> str:
        """Return the CSS of the named layers, or of all."""
        wanted = names or tuple(self.layers)
        return "\n".join(css for name, css in self.layers.items() if name in wanted and css)

    @property
    def rest(self) -> str:
        """The layers that come behind a deck's own styles: icons, utilities, layers of the deck's own."""
        early = {"preflights", "typography", "shortcuts"}
        return "\n".join(css for name, css in self.layers.items() if name not in early and css)


def parser_of(design: Design) -> Parser:
    """Return the parser of a design, which remembers every candidate it has seen."""
    memo = design.memo
    if memo.parser is None:
        memo.parser = Parser(design)
    return memo.parser


def parse_utility(candidate: str, design: Design) -> tuple[Row, ...] | None:
    """Return the CSS rules that a candidate stands for; None where it is no utility."""
    return parser_of(design).parse(candidate)


def compile_utilities(candidates: Iterable[str], design: Design) -> UtilitySheet:
    """Return the sheet of all candidates that are utilities, and of the design's safelist."""
    parser = parser_of(design)
    rows: list[Row] = []
    matched: set[str] = set()
    unmatched: set[str] = set()
    for candidate in {*candidates, *design.safelist}:
        parsed = parser.parse(candidate)
        if parsed is None:
            unmatched.add(candidate)
        else:
            matched.add(candidate)
            rows += parsed
    layers = {"preflights": f"/* layer: preflights */\n{preflight_css()}", **write_layers(rows)}
    return UtilitySheet(order_layers(layers), frozenset(matched), frozenset(unmatched))


def order_layers(layers: Mapping[str, str]) -> dict[str, str]:
    """Return the layers in the order in which they stand in a page."""
    return {name: layers[name] for name in sorted(layers, key=_layer_key)}


def _layer_key(name: str) -> tuple[int, tuple[str, str]]:
    return _LAYER_ORDER.get(name, 0), collation_key(name)


def write_layers(rows: Iterable[Row]) -> dict[str, str]:
    """Return CSS by layer; the layers are in no order."""
    by_layer: dict[str, dict[str, list[Row]]] = {}
    orders: dict[str, int] = {}
    for row in rows:
        by_layer.setdefault(row.layer or "default", {}).setdefault(row.parent, []).append(row)
        if row.parent_order:
            orders[row.parent] = row.parent_order
    sheets = {}
    for layer, by_parent in by_layer.items():
        parents = sorted(by_parent, key=lambda parent: (orders.get(parent, 0), collation_key(parent)))
        css = "\n".join(_write_group(parent, by_parent[parent]) for parent in parents)
        sheets[layer] = f"/* layer: {layer} */\n{css}"
    return sheets


@dataclass(slots=True)
class _Merged:
    """One rule of the sheet, with all selectors that share its body."""

    body: str
    selectors: list[tuple[int, tuple[str, str], str]] = field(default_factory=list)

    def write(self) -> str:
        if len(self.selectors) > 1:
            self.selectors.sort()
        names = ",\n".join(dict.fromkeys(name for _, _, name in self.selectors if name))
        return f"{names}{{{self.body}}}" if names else self.body


def _write_group(parent: str, rows: list[Row]) -> str:
    keyed = sorted(
        (
            row.rule_index,
            row.sort,
            collation_key(row.current) if row.current else ("", ""),
            collation_key(row.selector or ""),
            collation_key(row.body) if row.selector is None else ("", ""),
            place,
        )
        for place, row in enumerate(rows)
    )
    merged: list[_Merged] = []
    by_body: dict[str, _Merged] = {}
    for _, sort, _, selector_key, _, place in keyed:
        row = rows[place]
        rule = None if row.no_merge else by_body.get(row.body)
        if rule is None:
            rule = _Merged(row.body)
            merged.append(rule)
            if not row.no_merge:
                by_body[row.body] = rule
        rule.selectors.append((sort, selector_key, (row.selector or "").replace(" $$ ", " ")))
    # Of identical lines the last stays.
    lines = list(dict.fromkeys(rule.write() for rule in reversed(merged)))
    css = "\n".join(reversed(lines))
    if not parent:
        return css
    rules = parent.split(" $$ ")
    return "{".join(rules) + "{\n" + css + "\n" + "}" * len(rules)
