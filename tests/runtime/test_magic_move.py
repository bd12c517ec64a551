"""Magic move: every settled state is the compiled one, what lies between lies between, and nothing outlives a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .written import rendered

if TYPE_CHECKING:
    from .conftest import Open, Opened

DECK = """---
theme: none
---

````md magic-move {lines: true, duration: 400}
```js {1|2}
const gone = 1
const stays = 2
```
```js
const first = 0

const stays = 2
```
```js {all|none}{lines: false}
stays
```
````

---

after
"""
FIRST = "1  const gone = 1\n2  const stays = 2\n"
SECOND = "1  const first = 0\n2  \n3  const stays = 2\n"
THIRD = "stays\n"

TEXT = """() => [...document.querySelector('.slidev-page-1 pre').childNodes]
  .map((node) => node.nodeName === 'BR' ? '\\n' : node.textContent).join('')"""
WORD = """() => { const [word] = [...document.querySelectorAll('.slidev-page-1 pre span')]
  .filter((span) => span.textContent === 'stays'); const { x, y } = word.getBoundingClientRect(); return [x, y]; }"""
DIMMED = """() => [...document.querySelectorAll('.slidev-page-1 pre .slidev-code-dishonored')]
  .map((span) => span.textContent.trim()).join(' ')"""
SEEK = "(time) => document.getAnimations().forEach((a) => { a.pause(); a.currentTime = time })"
START = "() => { void deckc.nav.next(); }"


def text(deck: Opened) -> str:
    return deck.page.evaluate(TEXT)


def test_the_page_holds_the_first_state_before_any_script_runs() -> None:
    html = rendered(DECK).slides[0].html

    assert html.count("<pre") == 1
    assert '<span class="tk-v slidev-code-highlighted highlighted">gone</span>' in html
    assert '<span class="tk-v slidev-code-dishonored dishonored">stays</span>' in html


def test_every_settled_state_is_the_compiled_one(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK))
    seen = [text(deck)]
    for _ in range(4):
        deck.nav("next()")
        seen.append(text(deck))

    assert seen == [FIRST, FIRST, SECOND, THIRD, THIRD]
    assert deck.page.evaluate(DIMMED) == "stays"


def test_going_back_ends_where_going_on_began(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=3")
    seen = [text(deck)]
    for _ in range(3):
        deck.nav("prev()")
        seen.append(text(deck))

    assert seen == [THIRD, SECOND, FIRST, FIRST]
    assert deck.page.evaluate(DIMMED) == "2   const stays = 2".replace("   ", " ")


def test_a_token_that_stays_is_between_its_places_in_the_middle(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=1")
    before = deck.page.evaluate(WORD)
    deck.page.evaluate(START)
    deck.page.evaluate(SEEK, 0)
    start = deck.page.evaluate(WORD)
    deck.page.evaluate(SEEK, 0.3 * 400 + 150)
    middle = deck.page.evaluate(WORD)
    deck.page.evaluate("() => document.getAnimations().forEach((a) => a.finish())")
    deck.page.wait_for_function("() => !document.getAnimations().length")
    after = deck.page.evaluate(WORD)

    assert start == [round(at, 6) for at in before] or start == before
    assert before[1] < middle[1] < after[1]
    assert text(deck) == SECOND


def test_tokens_fade_in_and_out_without_a_trace(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=1")
    deck.page.evaluate(START)
    deck.page.evaluate(SEEK, 100)
    opacity = """(word) => Number(getComputedStyle([...document.querySelectorAll('.slidev-page-1 pre span')]
      .find((span) => span.textContent === word)).opacity)"""

    assert 0 < deck.page.evaluate(opacity, "gone") < 0.3, "dimmed before it leaves"
    assert deck.page.evaluate(opacity, "first") == 0
    deck.page.evaluate("() => document.getAnimations().forEach((a) => a.finish())")
    deck.page.wait_for_function("() => !document.querySelector('pre [aria-hidden]')")
    assert deck.page.evaluate(opacity, "first") == 1


def test_the_block_grows_with_its_code(open_deck: Open) -> None:
    height = "() => document.querySelector('.slidev-page-1 pre').getBoundingClientRect().height"
    deck = open_deck(rendered(DECK), "#/1?clicks=1")
    before = deck.page.evaluate(height)
    deck.page.evaluate(START)
    deck.page.evaluate(SEEK, 0)
    start = deck.page.evaluate(height)
    deck.page.evaluate(SEEK, 0.4 * 400 + 150)
    middle = deck.page.evaluate(height)
    deck.nav("go(1, 2)")
    deck.page.evaluate("() => document.getAnimations().forEach((a) => a.finish())")
    deck.page.wait_for_function("() => !document.getAnimations().length")

    assert start == before < middle < deck.page.evaluate(height)


def test_a_second_step_before_the_first_is_over_ends_right(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=1")
    deck.page.evaluate(START)
    deck.page.evaluate(SEEK, 200)
    halfway = deck.page.evaluate(WORD)
    deck.page.evaluate(START)
    deck.page.evaluate(SEEK, 0)
    assert [round(at) for at in deck.page.evaluate(WORD)] == [round(at) for at in halfway], "no jump"
    deck.page.evaluate("() => { void deckc.nav.prev(); void deckc.nav.next(); }")
    deck.page.evaluate("() => document.getAnimations().forEach((a) => a.finish())")
    deck.page.wait_for_function("() => !document.getAnimations().length")

    assert text(deck) == THIRD


def test_nothing_moves_where_motion_is_not_wanted(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=1", reduced_motion="reduce")
    deck.page.evaluate(START)

    assert text(deck) == SECOND
    assert deck.page.evaluate("() => document.getAnimations().length") == 0


def test_paper_shows_the_end_and_each_click_its_state(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/print?print=clicks")
    sheet = "(id) => document.getElementById(id).querySelector('pre').textContent"

    assert deck.page.evaluate("() => document.querySelectorAll('.print-slide-container').length") == 6
    assert deck.page.evaluate(sheet, "001-01") == FIRST.replace("\n", "")
    assert deck.page.evaluate(sheet, "001-03") == SECOND.replace("\n", "")
    assert deck.page.evaluate(sheet, "001-04") == THIRD.replace("\n", "")


def test_printing_in_the_middle_of_a_move_shows_the_end(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=1")
    deck.page.evaluate(START)
    deck.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")

    assert deck.page.evaluate("() => document.getAnimations().length") == 0
    assert deck.page.evaluate("() => document.querySelector('#print-container pre').textContent") == "stays"


def test_the_copy_button_copies_the_step_that_is_shown(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK), "#/1?clicks=2")
    deck.page.evaluate(
        "() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } }) }"
    )
    deck.page.locator(".slidev-code-copy").first.click(force=True)

    assert deck.page.evaluate("() => window.copied.trim()") == "const first = 0\n\nconst stays = 2"


def test_a_button_for_the_last_step_only_comes_with_it(open_deck: Open) -> None:
    deck = open_deck(rendered(DECK.replace("theme: none", "theme: none\nmagicMoveCopy: final")))
    hidden = "() => document.querySelector('.slidev-code-copy').hidden"

    assert deck.page.evaluate(hidden)
    deck.nav("go(1, 3)")
    assert not deck.page.evaluate(hidden)
