"""What is wrong with `setup/main.ts` is told there, in every build, and components are drawn without it."""

from __future__ import annotations

import pytest

from .conftest import Compile

LIVE = "<script setup>import { ref } from 'vue'; const n = ref(1)</script><template><p @click='n++'>{{ n }}</p></template>"
STILL = "<template><p>1</p></template>"
ENDLESS = "export default () => { for (;;) {} }"
LEFT_OUT = "what the deck sets up is left out: "


@pytest.mark.parametrize("component", [LIVE, STILL])
@pytest.mark.parametrize(
    ("setup", "problem", "place"),
    [
        (ENDLESS, "it never comes to an end", "setup/main.ts:1:1"),
        ("while (true);\nexport default 1", "it never comes to an end", "setup/main.ts:1:1"),
        ("import './gone'\nexport default 1", 'it imports "./gone", which is not there', "setup/main.ts:1:9"),
    ],
)
def test_the_setup_is_blamed(
    setup: str, problem: str, place: str, component: str, compile_files: Compile
) -> None:
    for _ in range(2):
        made = compile_files("<A/>", {"setup/main.ts": setup, "components/A.vue": component})
        [told] = made.report.diagnostics
        assert (told.message, str(told.span)) == (LEFT_OUT + problem, place)
        assert b"<p>1</p>" in made.site.files["index.html"]


def test_an_endless_component_is_not_blamed_on_the_setup(compile_files: Compile) -> None:
    files = {
        "setup/main.ts": "export default () => {}",
        "components/A.vue": "<script setup>\nfor (;;);\n</script><template><p/></template>",
    }
    [told] = compile_files("<A/>", files).report.diagnostics
    assert told.message.startswith('the component "components/A.vue"')
