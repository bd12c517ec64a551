"""Code that can be edited and run: in a frame without an origin, under the page's own policy, from the disk as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .written import rendered

if TYPE_CHECKING:
    from .conftest import Open, Opened

RUN = """---
theme: none
---

```js {monaco-run} %s
%s
```

<p v-click>click</p>

---

next
"""
OUTPUT = "() => document.querySelector('.slidev-runner').innerText"


def run(code: str, options: str = "") -> str:
    return RUN % (options, code)


def printed(deck: Opened, ending: str) -> str:
    deck.page.wait_for_function(
        "(ending) => document.querySelector('.slidev-runner-output')?.innerText.includes(ending)", arg=ending
    )
    return deck.page.evaluate(
        "() => [...document.querySelectorAll('.slidev-runner-output > div')].map((line) => line.textContent).join('|')"
    )


@pytest.mark.parametrize("single_file", [False, True])
@pytest.mark.parametrize("over_http", [False, True])
def test_code_runs_when_its_slide_is_shown(open_deck: Open, *, single_file: bool, over_http: bool) -> None:
    deck = open_deck(
        rendered(run("console.log('a', 1, [2, 'b'])\nconsole.error(new Map([[1, 2]]))\nconsole.log('end')")),
        single_file=single_file,
        over_http=over_http,
    )

    assert printed(deck, "end") == 'a,1,[2, "b"]|Map (1) {1 => 2}|end'


def test_code_has_neither_page_nor_origin_nor_network_nor_text_as_code(open_deck: Open) -> None:
    code = """const tries = [() => document, () => parent, () => eval('1'), () => new Function('1'), () => localStorage];
for (const attempt of tries) { try { attempt(); console.log('reached') } catch (e) { console.log(e.name) } }
try { await fetch('https://example.com/') } catch (e) { console.log(e.name) }
console.log(self.origin)"""
    deck = open_deck(rendered(run(code)))
    found = printed(deck, "null")
    deck.messages.clear()  # the browser tells of each refusal

    assert "reached" not in found
    assert found.split("|")[2:4] == ["EvalError", "EvalError"]
    assert found.split("|")[-2:] == ["TypeError", "null"]


def test_a_page_that_runs_nothing_may_make_no_workers(open_deck: Open) -> None:
    policy = "() => document.querySelector('meta[http-equiv]').content"

    assert "worker-src" not in open_deck(rendered("# Text")).page.evaluate(policy)
    running = open_deck(rendered(run("1"))).page.evaluate(policy)
    assert "worker-src blob:" in running
    assert "unsafe" not in running.split("script-src")[1].split(";")[0]


def test_a_mistake_is_shown_and_an_endless_loop_is_stopped(open_deck: Open) -> None:
    deck = open_deck(rendered(run("throw new Error('no')") + "\n\n---\n\n```js {monaco-run}\nfor(;;){}\n```"))
    assert printed(deck, "Error: no") == "Error: no"
    deck.nav("go(3)")
    deck.page.wait_for_function(
        "() => document.querySelectorAll('.slidev-runner')[1].innerText.includes('stopped')", timeout=9000
    )


def test_code_that_waits_to_be_asked_runs_when_asked_and_again_after_a_change(open_deck: Open) -> None:
    deck = open_deck(rendered(run("console.log('one')", "{autorun: false}")))
    assert deck.page.evaluate(OUTPUT) == "Click the play button to run the code"
    deck.page.locator(".slidev-run").click()
    assert printed(deck, "one") == "one"
    deck.page.locator(".slidev-monaco code").fill("console.log('two')")
    deck.page.locator(".slidev-run").click()

    assert printed(deck, "two") == "two"


def test_typing_does_not_leave_the_slide_and_escape_ends_it(open_deck: Open) -> None:
    deck = open_deck(rendered("---\ntheme: none\n---\n\n```js {monaco}\nlet a\n```\n\n---\n\nnext"))
    code = deck.page.locator(".slidev-monaco code")
    code.click()
    deck.page.keyboard.press("End")
    deck.page.keyboard.type(" = 1 d f g")
    deck.page.keyboard.press("Tab")
    assert deck.place == (1, 0)
    assert code.inner_text() == "let a = 1 d f g  "
    deck.page.keyboard.press("Escape")
    deck.page.keyboard.press("Space")

    assert deck.place == (2, 0)
