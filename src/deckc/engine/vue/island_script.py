"""Write the module that puts a deck's islands together: which component, with which input.

i0: { c: m0, p: { start: 3 }, d: { at: $ => $.$clicks }, e: {}, s: ["default"] }
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from deckc.dataclass import dataclass
from deckc.model.services import IconLookup
from deckc.model.source import Value


@dataclass(frozen=True, slots=True)
class Island:
    """A live use of a component."""

    module: str
    props: Mapping[str, Value]
    dynamic: Mapping[str, str]
    events: Mapping[str, str]
    slots: tuple[str, ...]


def write_entry(
    islands: Mapping[str, Island],
    registry: Mapping[str, Mapping[str, str]],
    icons: IconLookup,
    setups: Iterable[str],
    stubs: Iterable[str],
) -> str:
    """Return the entry module of the page's script; `stubs` are icons and deckc's own components that modules import."""
    modules = dict.fromkeys(island.module for island in islands.values())
    modules.update(dict.fromkeys(known["id"] for known in registry.values() if known["kind"] == "module"))
    lines = ['import { createIslands, stub } from "deckc-islands";']
    lines += [f'import * as {name} from "./{name}";' for name in modules]
    lines += [f'import setup_{name} from "./{name}";' for name in setups]
    components = [f"{json.dumps(name)}: {_component(known)}" for name, known in registry.items()]
    uses = [f"{name}: {_use(island)}" for name, island in islands.items()]
    drawn = {name: icon for name in _icon_names(registry, stubs) if (icon := _icon(name, icons))}
    lines.append(f"const components = {{{', '.join(components)}}};")
    lines.append(f"const uses = {{{', '.join(uses)}}};")
    lines.append(f"const setups = [{', '.join(f'setup_{name}' for name in setups)}];")
    lines.append(
        f"globalThis.deckcVue = createIslands({{components, uses, setups, icons: {json.dumps(drawn)}}});"
    )
    return "\n".join(lines)


def _component(known: Mapping[str, str]) -> str:
    return _default(known["id"]) if known["kind"] == "module" else f"stub({json.dumps(known['id'])})"


def _default(name: str) -> str:
    return f"{name}.default ?? {name}"


def _use(island: Island) -> str:
    dynamic = ", ".join(f"{json.dumps(name)}: {code}" for name, code in island.dynamic.items())
    events = ", ".join(f"{json.dumps(name)}: {code}" for name, code in island.events.items())
    props = json.dumps(dict(island.props), ensure_ascii=False)
    slots = json.dumps(island.slots)
    return f"{{c: {_default(island.module)}, p: {props}, d: {{{dynamic}}}, e: {{{events}}}, s: {slots}}}"


def _icon_names(registry: Mapping[str, Mapping[str, str]], stubs: Iterable[str]) -> list[str]:
    named = (known["id"] for known in registry.values() if known["kind"] == "stub")
    return list(dict.fromkeys([*named, *stubs]))


def _icon(name: str, icons: IconLookup) -> dict[str, str] | None:
    """Return an icon; None where the name is none."""
    parts = icons.split(name) if re.fullmatch(r"[\w-]+", name) else None
    icon = icons.icon(*parts) if parts else None
    if icon is None:
        return None
    box = f"{icon.left:g} {icon.top:g} {icon.width:g} {icon.height:g}"
    return {"viewBox": box, "body": icon.body}
