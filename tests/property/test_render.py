"""Whatever a deck holds, it renders, and what it renders is one well-formed piece of the page."""

from html.parser import HTMLParser
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckc.compile.load import load_deck, load_theme
from deckc.compile.parse import parse_deck
from deckc.compile.realize import realize_deck
from deckc.compile.render import render_deck
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.nodes import VOID_TAGS
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork

PIECES = st.sampled_from(
    [
        *[
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<a>",
            "<table>",
            "<tr>",
            "<td>",
            "<li>",
            "<svg>",
            "</svg>",
            "<br/>",
        ],
        *["<h1>", "<button>", "<textarea>", "<style>", "<script>", "<plaintext>", "<template>", "<b v-pre>"],
        *['<i v-if="$clicks">', '<i v-else-if="x">', "<u v-else>", '<b v-for="(a, i) in 2">', "</b>", "</i>"],
        *[
            '<em v-for="a in $clicks + 2" :class="a">',
            '<p :style="{a: $clicks}">',
            '<p v-show="$clicks" v-text="1">',
        ],
        *[
            '<p v-bind="$frontmatter">',
            '<p :[x]="1" @click="a++">',
            '<p :a="b c">',
            "{{ $clicks }}",
            "{{ 1 +",
            "}}",
        ],
        *[
            "<!--",
            "-->",
            "<!--dc:0-->",
            "\n\n",
            "\n",
            " ",
            "text",
            "&lt;",
            "<v-click>",
            "</v-click>",
            "- a\n- b\n",
        ],
        *[
            "```ts {1|2}\na\n```\n",
            "# T",
            "::right::",
            "---\n\n",
            "| a |\n|---|\n| b |\n",
            '"',
            "'",
            "</script>",
        ],
    ]
)


class Tags(HTMLParser):
    """Checks that every tag that opens closes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - its name
        assert tag != "script"  # in a comment the word may stand
        if tag not in VOID_TAGS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("<div><!--<script>")
def test_any_deck_renders_to_balanced_html(text: str) -> None:
    files, report = MemoryFiles({"/deck/slides.md": text}), Report()
    source = load_deck(Path("/deck/slides.md"), files, report)
    theme = load_theme(source, files, report)
    parsed = parse_deck(source, files, report)
    deck = realize_deck(parsed, theme, files, Services(DrawnIcons(), NoNetwork()), report)
    rendered = render_deck(deck, report)

    for slide in rendered.slides:
        tags = Tags()
        tags.feed(slide.html)
        tags.close()

        assert tags.open == []
        assert "</script" not in slide.bindings
