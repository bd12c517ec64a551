"""What a speaker changes in the page goes to the author's file: notes, places of v-drag (docs/sync-protocol.md)."""

from __future__ import annotations

import json

import pytest

from deckc.compile.write import SiteOptions

from .conftest import Open, Opened
from .written import rendered

DECK = """\
---
theme: none
dragPos:
  box: 100,80,200,_
  way: 500,300,200,-100
---

# One

<div v-drag="'box'" id="box">drag me</div>
<v-drag-arrow pos="way"/>

<!-- Say this. -->
"""
SERVER = """
window.asked = [];
window.WebSocket = class extends EventTarget {
  static OPEN = 1; readyState = 1;
  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("open"))); }
  send(text) {
    if (!JSON.parse(text).hello) return;
    const data = JSON.stringify({ welcome: { role: "presenter", drives: true, isLocal: IS_LOCAL }, set: {} });
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }
  close() {}
};
window.fetch = async (address, options = {}) => {
  asked.push([String(address).split("/").slice(-2).join("/"), options.method ?? "GET", JSON.parse(options.body ?? "null")]);
  const body = window.refusal ? { problem: window.refusal } : { note: "Say this.", content: "# One", digest: "d1" };
  return new Response(JSON.stringify(body), { status: window.refusal ? 409 : 200 });
};
"""


def served(open_deck: Open, address: str = "", *, is_local: bool = True) -> Opened:
    options = SiteOptions(is_served=True, connect=("'self'",))
    shown = open_deck(
        rendered(DECK),
        address,
        options=options,
        init_script=SERVER.replace("IS_LOCAL", str(is_local).lower()),
    )
    shown.page.wait_for_timeout(400)
    return shown


def asked(shown: Opened) -> list[object]:
    return json.loads(shown.page.evaluate("JSON.stringify(asked)"))


def test_a_note_is_edited_where_it_is_read(open_deck: Open) -> None:
    shown = served(open_deck, "#/presenter/1")
    shown.page.click("[aria-label='Edit the note'].deckc-btn")
    shown.page.wait_for_selector("textarea:focus")
    assert shown.page.input_value("textarea") == "Say this."

    shown.page.fill("textarea", "Say that.")
    shown.page.click("text=Save")
    shown.page.wait_for_selector("textarea", state="hidden")
    assert asked(shown)[-1] == ["slides/1", "PUT", {"note": "Say that.", "digest": "d1"}]
    assert shown.page.is_visible(".slidev-note")


def test_a_refused_note_stays_in_the_editor(open_deck: Open) -> None:
    shown = served(open_deck, "#/presenter/1")
    shown.page.click("[aria-label='Edit the note'].deckc-btn")
    shown.page.wait_for_selector("textarea:focus")
    shown.page.fill("textarea", "Say that.")
    shown.page.evaluate("window.refusal = 'the file has changed'")
    shown.page.click("text=Save")

    shown.page.wait_for_selector("text=the file has changed")
    assert shown.page.input_value("textarea") == "Say that."


def test_a_double_click_takes_an_element_in_hand(open_deck: Open) -> None:
    shown = served(open_deck)
    shown.page.dblclick("#box")
    shown.page.mouse.move(150, 90)
    shown.page.mouse.down()
    shown.page.mouse.move(200, 140, steps=3)
    shown.page.mouse.up()
    shown.page.wait_for_function("() => asked.length === 2")

    assert asked(shown)[-1] == ["slides/1", "PUT", {"dragPos": {"box": "150,130,200,_"}, "digest": "d1"}]


def test_the_arrow_keys_move_it_and_not_the_deck(open_deck: Open) -> None:
    shown = served(open_deck)
    shown.page.dblclick("#box")
    shown.page.keyboard.press("ArrowRight")
    shown.page.keyboard.press("Shift+ArrowDown")
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_function(
        "() => asked.some((each) => each[2] && each[2].dragPos.box === '101,90,200,_')"
    )

    assert not shown.page.is_visible(".deckc-drag")


def test_a_handle_changes_the_size(open_deck: Open) -> None:
    shown = served(open_deck)
    shown.page.dblclick("#box")
    handle = shown.page.locator(".deckc-drag [data-edge=e]").bounding_box()
    assert handle
    shown.page.mouse.move(handle["x"] + 6, handle["y"] + 6)
    shown.page.mouse.down()
    shown.page.mouse.move(handle["x"] + 56, handle["y"] + 6, steps=2)
    shown.page.mouse.up()
    shown.page.wait_for_function("() => asked.length === 2")

    assert asked(shown)[-1] == ["slides/1", "PUT", {"dragPos": {"box": "100,80,250,_"}, "digest": "d1"}]


def test_an_arrow_is_moved_and_pulled_by_its_ends(open_deck: Open) -> None:
    shown = served(open_deck)
    shown.page.mouse.dblclick(600, 250)
    shown.page.mouse.move(560, 220)
    shown.page.mouse.down()
    shown.page.mouse.move(570, 240, steps=2)
    shown.page.mouse.up()
    shown.page.wait_for_function("() => asked.length === 2")
    assert asked(shown)[-1] == ["slides/1", "PUT", {"dragPos": {"way": "510,320,200,-100"}, "digest": "d1"}]

    shown.page.mouse.move(710, 220)
    shown.page.mouse.down()
    shown.page.mouse.move(480, 400, steps=2)
    shown.page.mouse.up()
    shown.page.wait_for_function("() => asked.length === 4")
    assert asked(shown)[-1] == ["slides/1", "PUT", {"dragPos": {"way": "510,320,-30,80"}, "digest": "d1"}]
    assert shown.page.get_attribute("svg[data-drag-id=way] line", "x2") == "480"


@pytest.mark.parametrize("is_local", [False])
def test_from_another_machine_nothing_is_written(open_deck: Open, is_local: bool) -> None:
    shown = served(open_deck, "#/presenter/1", is_local=is_local)
    shown.page.dblclick("#box")

    assert not shown.page.is_visible(".deckc-drag")
    assert not shown.page.is_visible("[aria-label='Edit the note'].deckc-btn")
    assert asked(shown) == []


def test_a_wrong_password_is_asked_for_again(open_deck: Open) -> None:
    refusing = """
    window.WebSocket = class extends EventTarget {
      static OPEN = 1; readyState = 1; static hellos = [];
      constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("open"))); }
      send(text) {
        const { hello } = JSON.parse(text);
        window.hellos = [...(window.hellos ?? []), [hello.role, hello.password]];
        if (hello.password !== "right") setTimeout(() => this.dispatchEvent(new CloseEvent("close", { code: 4403 })));
      }
      close() {}
    };
    """
    options = SiteOptions(is_served=True, connect=("'self'",))
    shown = open_deck(rendered(DECK), "#/remote", options=options, init_script=refusing)
    shown.page.wait_for_selector(".deckc-password input:visible")
    shown.page.fill(".deckc-password input", "right")
    shown.page.keyboard.press("Enter")
    shown.page.click(".deckc-entry a[href='#/remote']")
    shown.page.wait_for_function("() => hellos.some(([role, word]) => role === 'remote' && word === 'right')")
