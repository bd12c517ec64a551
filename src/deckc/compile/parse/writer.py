"""Write Markdown tokens as HTML text that remembers where it came from.

    Hi *you*  ->  <p>Hi <em>you</em></p>, and offset 3 (Hi) is offset 0 of the Markdown

Line breaks between tags are markdown-it's: they decide what Vue makes of the white space (spec 5.10 rule 3).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from deckc.compile.parse.cursor import SourceCursor
from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.nodes import CodeBlock, Formula

CODE_BLOCK_TAG = "deckc-code-block"
"""Stands in the template where a fenced block of code was; its text never meets the template parser."""

FORMULA_TAG = "deckc-formula"
"""The same for a formula."""

_ADDRESSES = frozenset(["href", "src", "to"])

Place = Callable[[int, int], Span]
"""Offset and length in the Markdown -> place in the file."""

Rule = Callable[["MarkupWriter", Sequence[Token], int], None]
"""Writes the token at an index."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """A Markdown parser and how its tokens are written."""

    markdown: MarkdownIt
    rules: dict[str, Rule]
    """By token type; a type without a rule is written as a tag."""


def escape(text: str) -> str:
    """Return text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class MarkupWriter:
    """Writes the tokens of one Markdown text; `place` says where in the file an offset of that text is."""

    def __init__(self, content: str, place: Place, rules: Mapping[str, Rule]) -> None:
        self.cursor = SourceCursor(content)
        self.place = place
        self.code_blocks: list[CodeBlock] = []
        self.formulas: list[Formula] = []
        self._rules = rules
        self._parts: list[str] = []
        self._code_parts: dict[int, str] = {}
        self._size = 0
        # Pieces of HTML whose place in the source is known: start in the HTML, start in the content, length.
        self._starts = [0]
        self._origins = [0]
        self._lengths = [0]

    @property
    def template(self) -> str:
        """Return the HTML with a placeholder for each block of code."""
        return "".join(self._parts)

    @property
    def markup(self) -> str:
        """Return the HTML with the code in it, in which utilities are searched."""
        parts = self._parts.copy()
        for index, code in self._code_parts.items():
            parts[index] = code
        return "".join(parts)

    def locate(self, offset: int, length: int) -> Span:
        """Return the place in the source of a place in the template."""
        piece = bisect_right(self._starts, offset) - 1
        inside = min(offset - self._starts[piece], self._lengths[piece])
        return self.place(self._origins[piece] + inside, length)

    def write(self, tokens: Sequence[Token]) -> None:
        """Write block tokens."""
        rules = self._rules
        for index, token in enumerate(tokens):
            if token.map is not None and token.nesting >= 0:
                self.anchor(self.cursor.enter(token.map[0], token.map[1]))
            if token.type == "inline":
                self.write_inline(token.children or ())
            elif token.type in rules:
                rules[token.type](self, tokens, index)
            else:
                self.write_tag(tokens, index)

    def write_inline(self, tokens: Sequence[Token]) -> None:
        """Write inline tokens."""
        rules = self._rules
        for index, token in enumerate(tokens):
            if token.type in rules:
                rules[token.type](self, tokens, index)
            else:
                self.write_tag(tokens, index)

    def write_tag(self, tokens: Sequence[Token], index: int) -> None:
        """Write a token as a start, end or empty tag."""
        token = tokens[index]
        if token.hidden:
            return
        if token.block and token.nesting != -1 and index and tokens[index - 1].hidden:
            self.add("\n")  # between a tight list's text and the block behind it
        self.add(("</" if token.nesting == -1 else "<") + token.tag)
        for key, value in token.attrs.items():
            self.add(f' {escape(key)}="')
            if key in _ADDRESSES:
                self.add_copy(str(value), self.cursor.peek(str(value)))
            else:
                self.add(escape(str(value)))
            self.add('"')
        self.add(" />" if token.nesting == 0 else ">")
        if token.block and not _keeps_line(tokens, index):
            self.add("\n")

    def add(self, html: str) -> None:
        """Add HTML that is not from the source."""
        self._parts.append(html)
        self._size += len(html)

    def add_copy(self, text: str, origin: int) -> None:
        """Add text that stands in the source at offset `origin` of the content; negative where unknown."""
        if origin >= 0:
            self.anchor(origin, len(text))
        self.add(escape(text))

    def add_html_copy(self, html: str, origin: int) -> None:
        """Add HTML that stands in the source at offset `origin` of the content; negative where unknown."""
        if origin >= 0:
            self.anchor(origin, len(html))
        self.add(html)

    def add_code_block(self, block: CodeBlock) -> None:
        """Add a block of code."""
        placeholder = f'<{CODE_BLOCK_TAG} data-index="{len(self.code_blocks)}"></{CODE_BLOCK_TAG}>'
        self.code_blocks.append(block)
        self._code_parts[len(self._parts)] = f"<pre><code>{escape(block.code)}</code></pre>"
        self.add(placeholder)
        self.add("\n")

    def add_formula(self, formula: Formula) -> None:
        """Add a formula."""
        self.add(f'<{FORMULA_TAG} data-index="{len(self.formulas)}"></{FORMULA_TAG}>')
        self.formulas.append(formula)

    def anchor(self, origin: int, length: int = 0) -> None:
        """Say that the HTML from here on, for `length` characters, stands in the content at `origin`."""
        if self._starts[-1] == self._size:
            self._origins[-1], self._lengths[-1] = origin, length
            return
        self._starts.append(self._size)
        self._origins.append(origin)
        self._lengths.append(length)


def _keeps_line(tokens: Sequence[Token], index: int) -> bool:
    """Return whether no line break follows a block's tag: before inline content, and in an empty element."""
    token = tokens[index]
    if token.nesting != 1 or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if following.type == "inline" or following.hidden:
        return True
    return following.nesting == -1 and following.tag == token.tag


def default_rules() -> dict[str, Rule]:
    """Return how markdown-it's own tokens are written, where a tag alone does not do."""
    return {
        "text": _write_text,
        "softbreak": _write_softbreak,
        "hardbreak": _write_hardbreak,
        "html_block": _write_html_block,
        "html_inline": _write_html_inline,
        "code_inline": _write_inline_code,
        "code_block": _write_indented_code,
        "fence": _write_fence,
        "image": _write_image,
    }


def _write_text(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    text = tokens[index].content
    if text:
        writer.add_copy(text, writer.cursor.find_text(text))


def _write_softbreak(writer: MarkupWriter, _tokens: Sequence[Token], _index: int) -> None:
    writer.add("\n")


def _write_hardbreak(writer: MarkupWriter, _tokens: Sequence[Token], _index: int) -> None:
    writer.add("<br />\n")


def _write_html_block(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    if token.map is None:
        writer.add(token.content)
        return
    for line, origin in writer.cursor.lines_of(token.content, token.map[0]):
        writer.add_html_copy(line, origin)


def _write_html_inline(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    html = tokens[index].content
    writer.add_html_copy(html, writer.cursor.find(html))


def _write_inline_code(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    text = tokens[index].content
    writer.add("<code>")
    writer.add_copy(text, writer.cursor.find(text))
    writer.add("</code>")


def _write_indented_code(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    writer.add(f"<pre><code>{escape(tokens[index].content)}</code></pre>\n")


def _write_fence(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    language = token.info.strip().split(" ")[0]
    attribute = f' class="language-{escape(language)}"' if language else ""
    writer.add(f"<pre><code{attribute}>{escape(token.content)}</code></pre>\n")


def _write_image(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    token.attrs["alt"] = _plain_text(token.children or ())
    origin = writer.cursor.find("![")
    if origin >= 0:
        writer.anchor(origin)
    writer.write_tag(tokens, index)


def _plain_text(tokens: Sequence[Token]) -> str:
    """Return what an image's alternative text says, without markup."""
    parts = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type == "image":
            parts.append(_plain_text(token.children or ()))
        else:
            parts.append(token.content)
    return "".join(parts)
