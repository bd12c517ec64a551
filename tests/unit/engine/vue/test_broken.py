"""Two hundred broken components: each is told once, with a place, and a box stands for it."""

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


def test_each_of_two_hundred_is_told_once(compile_files: Compile) -> None:
    names = [f"{kind.capitalize()}{number}" for number in range(18) for kind in KINDS]
    assert len(names) == 198
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
