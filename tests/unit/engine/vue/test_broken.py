"""More than two hundred broken components: each is told once, with a place, and a box stands for it."""

from __future__ import annotations

from .conftest import Compile

KINDS = {
    "syntax": "<script setup>\nconst a = ;\n</script>\n<template><p/></template>",
    "tag": "<template>\n  <div><p></div>\n</template>",
    "expression": "<template>\n  <p>{{ a b }}</p>\n</template>",
    "throws": "<script setup>\nconst n = 1;\nthrow new Error('no ' + n)\n</script>\n<template><p/></template>",
    "undefined": "<script setup>\nconst o = {};\nconst v = o.a.b;\n</script>\n<template><p/></template>",
    "render": "<script>\nexport default {\n  render() {\n    return this.gone.x.y;\n  },\n};\n</script>",
    "package": "<script setup>\nimport x from 'there-is-no-such-package';\nconsole.log(x);\n</script>\n<template><p/></template>",
    "missing": "<script setup>\nimport B from './Gone.vue';\n</script>\n<template><B/></template>",
    "module": "<script>\nthrow new TypeError('at once');\nexport default {};\n</script>\n<template><p/></template>",
    "options": "<script>\nexport default { data() {\n  return null.x;\n} };\n</script>\n<template><p>{{ x }}</p></template>",
    "pug": '<template lang="pug">\np a\n</template>',
}
ODD = {
    "ThrowsNull.vue": "<script setup>\nthrow null\n</script><template><p/></template>",
    "ThrowsText.vue": "<script setup>\nthrow 'just text'\n</script><template><p/></template>",
    "ThrowsSymbol.vue": "<script setup>\nthrow Symbol('s')\n</script><template><p/></template>",
    "ThrowsObject.vue": "<script setup>\nthrow { toString() { throw 1 } }\n</script><template><p/></template>",
    "Rejects.vue": "<script setup>\nawait Promise.reject(new Error('no'))\n</script><template><p/></template>",
    "NeverSettles.vue": "<script setup>\nawait new Promise(() => {})\n</script><template><p/></template>",
    "LoopInSetup.vue": "<script setup>\nwhile (true);\n</script><template><p/></template>",
    "LoopInTemplate.vue": "<script setup>\nconst go = () => { for (;;) {} }\n</script><template><p>{{ go() }}</p></template>",
    "LoopInComputed.vue": "<script setup>\nimport { computed } from 'vue'\nconst c = computed(() => { for (;;) {} })\n</script><template><p>{{ c }}</p></template>",
    "LoopOfJobs.vue": "<script setup>\nconst again = () => Promise.resolve().then(again)\nawait again()\n</script><template><p/></template>",
    "LoopInRegExp.vue": "<script setup>\n/^(a+)+$/.test('a'.repeat(60) + '!')\n</script><template><p/></template>",
    "LoopAtOnce.vue": "<script>\nfor (;;) {}\n</script><template><p/></template>",
    "Grows.vue": "<script setup>\nlet s = 'x'\nfor (;;) s += s\n</script><template><p/></template>",
    "ManyRows.vue": "<template><p><i v-for='n in 1e9'>{{ n }}</i></p></template>",
    "Itself.vue": "<template><p><Itself/></p></template>",
    "ItselfByTurns.vue": "<template><p><ItselfByTurns2/></p></template>",
    "ItselfInSlot.vue": "<template><ItselfInSlot><ItselfInSlot/></ItselfInSlot></template>",
    "Functions.vue": "<script setup>\nconst f = () => f()\nf()\n</script><template><p/></template>",
    "TwoScripts.vue": "<script setup>\nlet a = 1\n</script>\n<script setup>\nlet b = 1\n</script><template><p/></template>",
    "NoTag.vue": "<template><p",
    "Props.vue": "<script setup lang='ts'>\ndefineProps<Unknown>()\n</script><template><p/></template>",
    "PropsTwice.vue": "<script setup>\ndefineProps({ a: 1 }); defineProps({ b: 1 })\n</script><template><p/></template>",
    "PropsFromScope.vue": "<script setup>\nconst a = 1\ndefineProps({ b: a })\nconst x = defineProps(y)\n</script><template><p/></template>",
    "TypesElsewhere.vue": "<script setup lang='ts'>\nimport type { T } from './gone'\ndefineProps<T>()\n</script><template><p/></template>",
    "ModelOfNothing.vue": "<template><input v-model='1 + 1'></template>",
    "ForOfNothing.vue": "<template><p v-for='x'/></template>",
    "ElseAlone.vue": "<template><p v-else/></template>",
    "SlotTwice.vue": "<template><B><template #a/><template #a/></B></template>",
    "Json.vue": "<script setup>\nimport a from './broken.json'\n</script><template><p>{{ a }}</p></template>",
    "Script.vue": "<script setup>\nimport { a } from './broken'\n</script><template><p>{{ a }}</p></template>",
    "Member.vue": "<script setup>\nimport { gone } from './whole'\nconst x = gone()\n</script><template><p>{{ x }}</p></template>",
    "Worker.vue": "<script setup>\nimport W from './whole?worker'\n</script><template><p/></template>",
    "Tsx.tsx": "export default () => <p>{</p>",
    "TsxThrows.tsx": "export default () => { throw new Error('in a function') }",
    "Language.vue": "<script lang='coffee'>\nx = 1\n</script><template><p/></template>",
}
FURTHER = {
    "components/broken.json": "{ a",
    "components/broken.ts": "export const a = ;",
    "components/whole.ts": "export const a = 1",
    "components/ItselfByTurns2.vue": "<template><p><ItselfByTurns/></p></template>",
    "components/B.vue": "<template><slot name='a'/></template>",
}


def test_odd_ones_end_and_are_told_once(compile_files: Compile) -> None:
    files = {f"components/{name}": text for name, text in ODD.items()}
    names = [name.partition(".")[0] for name in ODD]
    made = compile_files(
        "\n\n---\n\n".join(f"<{name}/> and again <{name}/>" for name in names), {**files, **FURTHER}
    )
    told: dict[str, list[str]] = {}
    lines = {}
    for each in made.report.diagnostics:
        assert each.code == "broken-component", str(each.message)
        assert each.span is not None
        told.setdefault(next(name for name in names if f"/{name}." in each.message), []).append(each.message)
        lines[each.span.path] = each.span.line
    assert {name: len(messages) for name, messages in told.items()} == dict.fromkeys(names, 1)
    assert [lines[f"components/{name}.vue"] for name in ("Member", "Worker", "Props")] == [2] * 3
    assert '"components/whole.ts" for import "gone"' in told["Member"][0]
    page = made.site.files["index.html"].decode()
    assert all(f"&lt;{name}&gt;" in page for name in names)


def test_what_is_sound_is_drawn_beside_what_imports_something_broken(compile_files: Compile) -> None:
    files = {
        "components/Bad.vue": "<script setup>\nimport { a } from './broken'\n</script><template><p>{{ a }}</p></template>",
        "components/Fine.vue": "<template><b>fine</b></template>",
        **FURTHER,
    }
    made = compile_files("<Fine/> <Bad/> <Fine/>", files)
    assert len(made.report.diagnostics) == 1
    assert made.site.files["index.html"].decode().count("<b>fine</b>") == 2


def test_each_of_two_hundred_is_told_once(compile_files: Compile) -> None:
    names = [f"{kind.capitalize()}{number}" for number in range(19) for kind in KINDS]
    assert len(names) + len(ODD) > 200
    files = {f"components/{name}.vue": KINDS[name.rstrip("0123456789").lower()] for name in names}
    made = compile_files("\n\n---\n\n".join(f"<{name}/> and again <{name}/>" for name in names), files)
    told = [each for each in made.report.diagnostics if each.code == "broken-component"]
    places = {each.span.path for each in told if each.span}
    assert places == set(files)
    assert len(told) == len(files)
    page = made.site.files["index.html"].decode()
    assert all(f"&lt;{name}&gt;" in page for name in names)


def test_the_place_is_that_of_the_mistake(compile_files: Compile) -> None:
    files = {f"components/{kind.capitalize()}.vue": text for kind, text in KINDS.items()}
    made = compile_files("\n\n".join(f"<{kind.capitalize()}/>" for kind in KINDS), files)
    lines = {each.span.path[11:-4].lower(): each.span.line for each in made.report.diagnostics if each.span}
    assert lines == {
        "syntax": 2,
        "tag": 2,
        "expression": 2,
        "throws": 3,
        "undefined": 3,
        "render": 3,
        "package": 2,
        "missing": 2,
        "module": 2,
        "options": 3,
        "pug": 1,
    }


def test_what_never_ends_ends(compile_files: Compile) -> None:
    files = {
        "components/Loop.vue": "<script setup>\nfor (;;) {}\n</script>\n<template><p/></template>",
        "components/Self.vue": "<template><p><Self/></p></template>",
        "components/Grow.vue": "<script setup>\nconst l = [];\nfor (;;) l.push(new Array(1e6).fill(1))\n</script><template><p/></template>",
        "components/Fine.vue": "<template><b>fine</b></template>",
    }
    made = compile_files("<Loop/>\n\n<Self/>\n\n<Grow/>\n\n<Fine/>", files)
    told = [str(each.message) for each in made.report.diagnostics]
    assert len(told) == 3
    assert "never comes to an end" in told[0]
    assert "stands inside itself" in told[1]
    assert "<b>fine</b>" in made.site.files["index.html"].decode()


def test_what_the_engine_cannot_interrupt_ends_and_keeps_nothing_else(compile_files: Compile) -> None:
    files = {
        "components/Endless.vue": "<script setup>\nArray.prototype.reverse.call({ length: 2 ** 53 - 1 })\n</script>\n<template><p/></template>",
        "components/Fine.vue": "<template><b>fine</b></template>",
    }
    made = compile_files("<Endless/>\n\n<Fine/>", files)
    told = [str(each.message) for each in made.report.diagnostics]
    assert len(told) == 1
    assert "never comes to an end" in told[0]
    assert "<b>fine</b>" in made.site.files["index.html"].decode()


TRICKS = {
    "Json.vue": "JSON.stringify = () => '{bad'; JSON.parse = null",
    "Prototype.vue": "Object.prototype.toJSON = () => 5",
    "Glue.vue": "globalThis.deckcRendered = () => ({}); globalThis.deckcRender = null",
    "Thrown.vue": "throw { get message() { throw 1 }, toString() { throw 2 } }",
    "Long.vue": "throw new Error('\\u001b[31m' + 'x'.repeat(1e6))",
    "Waits.vue": "async function f() { for (;;) { for (let i = 0; i < 1e6; i++); await 0 } }\nawait f()",
}


def test_what_a_component_does_to_the_engine_ends_with_a_box_or_nothing(compile_files: Compile) -> None:
    files = {
        f"components/{name}": f"<script setup>\n{text}\n</script>\n<template><i/></template>"
        for name, text in TRICKS.items()
    }
    files["components/Fine.vue"] = "<template><b>fine</b></template>"
    for name in TRICKS:
        made = compile_files(f"<{name[:-4]}/>\n\n<Fine/>", files)
        assert "<b>fine</b>" in made.site.files["index.html"].decode(), name
        for each in made.report.diagnostics:
            assert each.code == "broken-component"
            assert len(each.message) < 500
            assert each.message.isprintable()


def test_html_that_looks_like_a_place_is_html(compile_files: Compile) -> None:
    html = '<p deckc-v-click=\\"5\\">a</p><p deckc-v-click=\\"[1,2,3,4]\\">b</p><deckc-c data-p=\\"{\\"></deckc-c><deckc-slot data-p=\\"]\\"></deckc-slot>'
    files = {
        "components/A.vue": f"<script setup>\nconst x = \"{html}\"\n</script>\n<template><div v-html='x'/></template>"
    }
    made = compile_files("<A/>", files)
    assert ">a</p>" in made.site.files["index.html"].decode()


def test_a_broken_set_up_is_told_with_its_place(compile_files: Compile) -> None:
    files = {
        "components/A.vue": "<template><button @click='() => 1'>a</button></template>",
        "setup/main.ts": "const fine = 1\nexport default = ;",
    }
    for _ in range(2):  # also where everything was drawn before
        made = compile_files("<A/>", files)
        [told] = made.report.diagnostics
        assert told.span is not None
        assert (told.span.path, told.span.line) == ("setup/main.ts", 2)
        assert "what the deck sets up is left out" in told.message
        assert "<button>a</button>" in made.site.files["index.html"].decode()
