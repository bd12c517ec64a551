"""What components leave in the page."""

from __future__ import annotations

import re
from pathlib import Path

from deckc.cli import main
from deckc.compile.pipeline import Compilation

from .conftest import Compile

HEAD = "---\nlayout: none\n---\n\n"


def html_of(compilation: Compilation) -> str:
    """Return the slides' HTML; no component may be complained of."""
    assert [str(each.message) for each in compilation.report.diagnostics] == []
    page = compilation.site.files["index.html"].decode()
    return "\n".join(re.findall(r'<div class="slidev-page.*', page))


def test_a_component_without_state_is_plain_html(compile_files: Compile) -> None:
    badge = '<template><b class="badge" :class="kind"><slot/></b></template><script>export default { props: ["kind"] }</script>'
    made = compile_files(HEAD + 'A <Badge kind="new">Beta *x*</Badge>', {"components/Badge.vue": badge})
    assert '<b class="badge new">Beta <em>x</em></b>' in html_of(made)
    assert made.deck.island_script == ""
    assert b"deckcVue" not in made.site.files["index.html"]


def test_a_component_with_state_is_an_island(compile_files: Compile) -> None:
    counter = '<script setup>import { ref } from "vue"; const n = ref(1)</script><template><button @click="n++">{{ n }}</button></template>'
    made = compile_files(HEAD + "<Counter/>", {"components/Counter.vue": counter})
    assert "<!--dc-island:i0--><button>1</button><!--dc-island-end-->" in html_of(made)
    assert "deckcVue" in made.deck.island_script


def test_a_mistake_in_a_slide_with_a_script_is_told_where_it_stands(compile_files: Compile) -> None:
    text = "# Bild\n\n<script setup>\nconst n = 1\n</script>\n\n{{ n }} <img src='./no.png'>\n"
    (told,) = compile_files(text, {}).report.diagnostics
    assert (told.code, told.span.line, told.span.column) == ("missing-asset", 7, 19)


def test_a_component_is_drawn_where_a_picture_of_it_is_missing(compile_files: Compile) -> None:
    card = "<script setup>import { ref } from 'vue'; const n = ref(1)</script><template><p @click='n++'>{{ n }}<img src='./gone.png'></p></template>"
    made = compile_files("<Card/>", {"components/Card.vue": card})
    assert [told.code for told in made.report.diagnostics] == ["missing-asset"]
    assert b"<p>1<img" in made.site.files["index.html"]


def test_motion_in_a_component_without_state(compile_files: Compile) -> None:
    card = '<script setup>const enter = { x: 0 }</script><template><p v-motion :initial="{ x: -80 }" :enter="enter" :click-1="{ y: 5 }">a</p></template>'
    made = compile_files(HEAD + "<Card/>", {"components/Card.vue": card})
    found = re.search(r'data-dc-motion="([^"]*)"', html_of(made))
    assert found is not None
    text = found[1].replace("&quot;", '"')
    assert text == '{"initial":{"x":-80},"enter":{"x":0},"clicks":[[1,null,{"y":5}]]}'
    assert made.deck.island_script == ""


def test_click_directives_in_a_component_count_in_mount_order(compile_files: Compile) -> None:
    card = "<template><section v-click><p v-click>a</p><slot/></section></template>"
    made = compile_files(HEAD + "<Card>\n\n<p v-click>b</p>\n\n</Card>", {"components/Card.vue": card})
    html = html_of(made)
    assert [made.deck.slides[0].clicks_total, html.count("data-dc-click")] == [3, 3]
    assert re.search(r'<section [^>]*data-dc-click="3"', html)


def test_a_broken_component_is_one_error_with_its_place(compile_files: Compile) -> None:
    made = compile_files(
        HEAD + "<Bad/> <Bad/>",
        {
            "components/Bad.vue": "<script setup>\nconst a = 1;\nthrow new Error(`no ${a}`)\n</script><template><p/></template>"
        },
    )
    errors = [f"{each.span}: {each.code}" for each in made.report.diagnostics]
    assert errors == ["components/Bad.vue:3:1: broken-component"]
    assert made.site.files["index.html"].decode().count("&lt;Bad&gt;") == 2


def test_scoped_styles_hold_for_the_component_alone(compile_files: Compile) -> None:
    files = {"components/A.vue": "<template><p>a</p></template><style scoped>p { color: red }</style>"}
    made = compile_files(HEAD + "<A/>\n\n<p>b</p>", files)
    mark = re.search(r"<p (data-v-\w+)>a</p>", html_of(made))
    assert mark
    css = next(content.decode() for path, content in made.site.files.items() if path.endswith(".css"))
    assert f"p[{mark[1]}]" in css.replace(" ", "")


def test_without_scripts_a_box_stands_for_it(tmp_path: Path) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "A.vue").write_text("<template><b>a</b></template>")
    (tmp_path / "slides.md").write_text("<A/>")
    assert main(["build", str(tmp_path / "slides.md"), "-o", str(tmp_path / "out"), "--no-scripts"]) == 0
    assert "&lt;A&gt;" in (tmp_path / "out" / "index.html").read_text()


def test_what_the_compiler_only_warns_of_breaks_no_component(compile_files: Compile) -> None:
    odd = "<template><p>x<hr/></p></template><script setup>const n = 1</script>"
    made = compile_files(HEAD + "<Odd/>", {"components/Odd.vue": odd})

    assert "x<hr>" in html_of(made)
