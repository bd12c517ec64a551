"""JavaScript runs shut off, within limits, and JSON goes in and comes out."""

from __future__ import annotations

import threading

import pytest

from deckc.engine.script import Limits, ScriptContext, ScriptError


def test_function_of_a_loaded_script_is_called_with_json() -> None:
    context = ScriptContext()
    context.load("function twice(list, by) { return list.map(x => x * 2 + by.more) }")

    assert context.call("twice", [1, 2], {"more": 1}) == [3, 5]


def test_method_keeps_its_owner() -> None:
    context = ScriptContext()
    context.load("const owner = { base: 2, plus(x) { return this.base + x } }; globalThis.owner = owner")

    assert context.call("owner.plus", 3) == 5


@pytest.mark.parametrize("text", ["é中😀", "a" * 100_000, '"\\\n\u2028'])
def test_text_comes_back_as_it_went(text: str) -> None:
    context = ScriptContext()
    context.load("function joined(a) { let out = ''; for (const c of a) out += c; return out }")

    assert context.call("joined", text) == text


def test_nothing_comes_back_as_none() -> None:
    context = ScriptContext()
    context.load("function nothing() {}")

    assert context.call("nothing") is None


def test_scripts_share_a_scope_and_contexts_do_not() -> None:
    context = ScriptContext()
    context.load("function one() { return 1 }")
    context.load("function two() { return one() + 1 }")

    assert context.call("two") == 2
    with pytest.raises(ScriptError):
        ScriptContext().call("two")


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("throw new TypeError('no')", "TypeError: no"),
        ("nothing.at.all", "ReferenceError"),
        ("let = ;", "SyntaxError"),
        ("(function f() { f() })()", "call stack"),
    ],
)
def test_failure_says_what_the_engine_says(script: str, message: str) -> None:
    with pytest.raises(ScriptError, match=message):
        ScriptContext().load(script)


def test_script_without_end_is_stopped() -> None:
    with pytest.raises(ScriptError, match="interrupted"):
        ScriptContext(Limits(time_s=0.1)).load("while (true) {}")


def test_script_that_wants_all_memory_is_stopped() -> None:
    with pytest.raises(ScriptError, match="memory"):
        ScriptContext(Limits(memory_bytes=8 << 20)).load(
            "const a = []; while (true) a.push(new Array(1e5).fill(0))"
        )


@pytest.mark.parametrize("name", ["require", "process", "fetch", "std", "os", "console", "setTimeout"])
def test_nothing_leads_out(name: str) -> None:
    context = ScriptContext()
    context.load("function kind(name) { return typeof globalThis[name] }")

    assert context.call("kind", name) == "undefined"


def test_modules_cannot_be_loaded() -> None:
    with pytest.raises(ScriptError):
        ScriptContext().load("import x from '/etc/hostname'")


def test_context_belongs_to_its_thread() -> None:
    context = ScriptContext()
    failures: list[BaseException] = []

    def use() -> None:
        try:
            context.load("1")
        except RuntimeError as error:
            failures.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()

    assert len(failures) == 1
