"""Every built-in component, each of its props, and every word of the directives stand in a spec case that says what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from deckc.compile.realize.clicks.mark import ALIASES, COLOURS, OPTIONS
from deckc.compile.realize.components.builtin import BUILTINS, KEPT
from deckc.compile.realize.constants import fold
from deckc.compile.realize.declared import TAKEN
from deckc.compile.realize.motion import STATES
from deckc.diagnostics import Report
from deckc.model.nodes import Attribute, Element, walk
from deckc.template.names import camelize, pascal
from spec_runner.cases import Case, read_cases
from spec_runner.run import Run

SPEC = Path(__file__).resolve().parents[1] / "spec" / "realize"
CSS = Path(__file__).resolve().parents[2] / "src" / "deckc" / "builtin" / "styles" / "clicks.css"
RUNTIME = Path(__file__).resolve().parents[2] / "src" / "deckc" / "runtime"
OTHER_NAMES = {"RouterLink": "Link", "Titles": "TitleRenderer"}
MADE_OTHERWISE = {"CodeGroup", "Component", "KeepAlive", "Slot", "Suspense", "Transition", "TransitionGroup"}
"""Of Vue, or without anything to take."""
MOVED = re.findall(
    r'^const PARTS = "([\w,]+)"', (RUNTIME / "motion.js").read_text(encoding="utf-8"), re.MULTILINE
)[0]
"""The parts of a transform that the runtime moves."""
PROPS = [(name, prop) for name in sorted(TAKEN) for prop in sorted(TAKEN[name])]


def shows_result(case: Case) -> bool:
    return bool({"tree", "clicks", "html", "page"} & set(case.expected))


@cache
def used() -> dict[str, list[Attribute]]:
    """Return tag in PascalCase -> attributes with which it stands in the decks of all cases that show what comes of it."""
    found: dict[str, list[Attribute]] = {}
    for path in sorted(SPEC.rglob("*.spec.md")):
        for case in filter(shows_result, read_cases(path)):
            for slide in Run(case).parsed.slides:
                for element in walk(slide.body.nodes):
                    if isinstance(element, Element):
                        found.setdefault(pascal(element.tag), []).extend(element.attributes)
    return found


def names_of(attribute: Attribute) -> Iterator[str]:
    """Yield the props that an attribute sets."""
    if attribute.name == "v-bind":
        known = fold(attribute.value, attribute.span, {}, Report())
        yield from known.value if known and isinstance(known.value, dict) else ()
    elif attribute.name == "v-model":
        yield "modelValue"
    else:
        yield camelize(attribute.name.removeprefix("v-bind").lstrip(":"))


def directives(name: str) -> list[Attribute]:
    return [a for found in used().values() for a in found if a.name.partition(".")[0] == name]


def test_every_builtin_says_what_it_takes() -> None:
    assert {OTHER_NAMES.get(name, name) for name in (*BUILTINS, *KEPT)} - MADE_OTHERWISE <= set(TAKEN)


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_every_builtin_stands_in_a_case(name: str) -> None:
    assert name in used()


@pytest.mark.parametrize(("name", "prop"), PROPS)
def test_every_prop_stands_in_a_case(name: str, prop: str) -> None:
    assert prop in {given for attribute in used()[name] for given in names_of(attribute)}


@pytest.mark.parametrize(("name", "prop"), PROPS)
def test_no_prop_is_lost_that_changes_with_the_clicks(name: str, prop: str) -> None:
    """It reaches the page, or it is told that it does not."""
    content = "" if name == "AutoFitText" else "<b v-click>a</b>"
    deck = f'---\nlayout: none\ntitle: T\n---\n\n<{name} :{prop}="$clicks + 41">{content}</{name}>\n'
    run = Run(Case(SPEC, 1, name, {"/deck/slides.md": deck.encode()}))
    html = "".join(slide.html + slide.bindings for slide in run.rendered.slides)

    assert "$clicks+41" in html.replace(" ", "") or [d.code for d in run.report.diagnostics]


@pytest.mark.parametrize("word", sorted({*ALIASES, *COLOURS, "delay", "op", "opacity"}))
def test_every_modifier_of_a_mark_stands_in_a_case(word: str) -> None:
    modifiers = {part for a in directives("v-mark") for part in a.name.split(".")[1:]}

    assert word in modifiers


@pytest.mark.parametrize("option", sorted({*OPTIONS, "at"}))
def test_every_option_of_a_mark_stands_in_a_case(option: str) -> None:
    objects = [a.value or "" for a in directives("v-mark") if (a.value or "").startswith("{")]

    assert any(re.search(rf"\b{option}:", text) for text in objects)


@pytest.mark.parametrize("state", [*STATES, "variants", "click-1", "click-3-5"])
def test_every_state_of_a_motion_stands_in_a_case(state: str) -> None:
    assert f":{state}" in {a.name for a in used()["Div"]}


@pytest.mark.parametrize("name", [*MOVED.split(","), "opacity", "transition"])
def test_every_property_of_a_motion_stands_in_a_case(name: str) -> None:
    variants = [
        a.value or "" for a in used()["Div"] if a.name.startswith((":initial", ":enter", ":click-", ":leave"))
    ]

    assert any(re.search(rf"\b{name}:", text) for text in variants)


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"slidev-vclick-anim-([\w-]+)", CSS.read_text(encoding="utf-8"))))
)
@pytest.mark.parametrize("directive", ["v-click", "v-after"])
def test_every_animation_stands_in_a_case(directive: str, name: str) -> None:
    assert any(name in a.name.split(".")[1:] for a in directives(directive))


@pytest.mark.parametrize(
    "written",
    ["v-click", "v-click.hide", "v-click-hide", "v-after", "v-after.hide", "v-mark", "v-motion", "v-drag"],
)
def test_every_directive_stands_in_a_case(written: str) -> None:
    assert any(a.name == written for found in used().values() for a in found)
