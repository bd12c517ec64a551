"""Attributes in braces behind what they belong to.

**bold**{.red}     <strong class="red">bold</strong>
some text {.red}   <p class="red">some text </p>
A *b* c {.red}     <p>A <em>b</em><span class="red"> c </span></p>
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from deckc.compile.parse.syntax.mdc.properties import add_properties, read_properties
from deckc.compile.parse.writer import Dialect, MarkupWriter, escape

_PROPERTIES = "mdc_properties"
_JOINED = "mdc_text"
_TEXTS = frozenset(["text", "mustache"])
_BLOCKS = frozenset(["heading_open", "paragraph_open", "list_item_open"])


def install(dialect: Dialect) -> None:
    """Add the inline rule, and the pass that gives what it found to the tokens before it."""
    dialect.markdown.inline.ruler.after("entity", _PROPERTIES, _read_braces)
    dialect.markdown.core.ruler.push("mdc_attributes", _give_attributes)
    dialect.rules["code_inline"] = _write_inline_code
    dialect.rules[_JOINED] = lambda writer, tokens, index: writer.write_inline(tokens[index].children or ())


def _read_braces(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    if source[start] != "{" or source[start - 1 : start] in {"{", "$"}:
        return False
    found = read_properties(source, start)
    if found is None:
        return False
    if not silent:
        token = state.push(_PROPERTIES, "", 0)
        token.meta["properties"] = found[0]
        token.content = source[start : found[1]]
    state.pos = found[1]
    return True


def _give_attributes(state: StateCore) -> None:
    tokens = state.tokens
    for index, token in enumerate(tokens):
        children = token.children
        if token.type == "inline" and children and any(child.type == _PROPERTIES for child in children):
            token.children = _joined(children)
            _give_to_block(tokens, index)
            token.children = _give_inline(token.children)
    _join_lists(tokens)


def _joined(children: Sequence[Token]) -> list[Token]:
    """Return inline tokens with text and interpolations beside each other as one token, which they are in Slidev."""
    out: list[Token] = []
    for is_text, group in groupby(children, lambda child: child.type in _TEXTS):
        run = list(group)
        if not is_text or len(run) == 1:
            out += run
        else:
            content = "".join(child.content for child in run)
            out.append(Token(_JOINED, "", 0, content=content, children=run, level=run[0].level))
    return [_as_text(child) for child in out]


def _as_text(token: Token) -> Token:
    return (
        Token(_JOINED, "", 0, content=token.content, children=[token]) if token.type == "mustache" else token
    )


def _give_to_block(tokens: Sequence[Token], index: int) -> None:
    """Give attributes to the heading, paragraph or list item whose text, without markup, they end."""
    children = tokens[index].children or []
    if len(children) != 2 or not _is_text(children[0]) or children[1].type != _PROPERTIES:
        return
    before = index - 1
    if tokens[before].hidden:  # the paragraph of a tight list's item
        before -= 1
    if before >= 0 and tokens[before].type in _BLOCKS and not tokens[before].hidden:
        add_properties(tokens[before], children.pop().meta["properties"])


def _is_text(token: Token) -> bool:
    return token.type in {"text", _JOINED}


def _give_inline(children: Sequence[Token]) -> list[Token]:
    """Return inline tokens with every pair of braces given to what stands before it.

    Text before braces gets a span. Slidev's walk then meets the same braces again, once for every token behind
    them, and each time puts another span around the text.
    """
    out = list(children)
    for index in range(len(children)):
        token = out[index]
        if token.type != _PROPERTIES:
            continue
        owner = _owner_of(out, index)
        if owner is None:
            token.type = "text"
        else:
            add_properties(owner, token.meta["properties"])
    return [token for token in out if token.type != _PROPERTIES]


def _owner_of(tokens: list[Token], index: int) -> Token | None:
    """Return the token that gets the attributes of the braces at `index`, a new span for text."""
    before = index - 1
    while before >= 0 and _is_text(tokens[before]) and not tokens[before].content.strip():
        before -= 1
    if before < 0:
        return None
    owner = tokens[before]
    if _is_text(owner):
        owner = Token("mdc_span_open", "span", 1)
        tokens.insert(index - 1, owner)
        tokens.insert(index + 2, Token("mdc_span_close", "span", -1))
    elif owner.nesting == -1:
        return next(
            (
                token
                for token in reversed(tokens[:before])
                if token.nesting == 1 and token.tag == owner.tag and token.level == owner.level
            ),
            None,
        )
    return owner


def _join_lists(tokens: Sequence[Token]) -> None:
    """Leave out a list's own tags where it alone stands in a component `::ul`."""
    for index, token in enumerate(tokens):
        if token.type != "bullet_list_open" or not index:
            continue
        around = tokens[index - 1]
        if around.type != "mdc_block_open" or around.tag != "ul":
            continue
        close = next(
            at
            for at in range(index, len(tokens))
            if tokens[at].type == "bullet_list_close" and tokens[at].level == token.level
        )
        if close + 1 < len(tokens) and (tokens[close + 1].type, tokens[close + 1].tag) == (
            "mdc_block_close",
            "ul",
        ):
            token.hidden = tokens[close].hidden = True


def _write_inline_code(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    attributes = "".join(f' {escape(key)}="{escape(str(value))}"' for key, value in token.attrs.items())
    writer.add(f"<code v-pre{attributes}>")
    writer.add_copy(token.content, writer.cursor.find(token.content))
    writer.add("</code>")
