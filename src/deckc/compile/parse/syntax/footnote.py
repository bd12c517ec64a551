"""Footnotes (spec 5.3 rule 1): `[^1]` and `^[text]`, collected at the end of the slide.

Hi[^1]          <p>Hi<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>
[^1]: there     <hr class="footnotes-sep" /><section class="footnotes"><ol class="footnotes-list"> ...
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_inline

from deckc.compile.parse.link_label import end_of_label
from deckc.compile.parse.writer import Dialect, MarkupWriter


def install(dialect: Dialect) -> None:
    """Add footnotes."""
    dialect.markdown.use(footnote_plugin)
    dialect.markdown.inline.ruler.at("footnote_inline", _read_inline)
    dialect.rules.update(
        {
            "footnote_ref": _write_reference,
            "footnote_block_open": _write_block_open,
            "footnote_block_close": _write_block_close,
            "footnote_open": _write_open,
            "footnote_close": _write_close,
            "footnote_anchor": _write_back_reference,
        }
    )


def _read_inline(state: StateInline, silent: bool) -> bool:
    """Read `^[text]` where its end is soon found."""
    start = state.pos
    if not state.src.startswith("^[", start) or end_of_label(state, start + 1) < 0:
        return False
    return footnote_inline(state, silent)


def _numbers(token: Token) -> tuple[str, str]:
    """Return a footnote's number, and its number as the target of this one of its references."""
    number = str(token.meta["id"] + 1)
    repeat = token.meta.get("subId", 0)
    return number, f"{number}:{repeat}" if repeat else number


def _write_reference(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    number, target = _numbers(tokens[index])
    reference = f'<a href="#fn{number}" id="fnref{target}">[{target}]</a>'
    writer.add(f'<sup class="footnote-ref">{reference}</sup>')


def _write_block_open(writer: MarkupWriter, _tokens: Sequence[Token], _index: int) -> None:
    writer.add('<hr class="footnotes-sep" />\n<section class="footnotes">\n<ol class="footnotes-list">\n')


def _write_block_close(writer: MarkupWriter, _tokens: Sequence[Token], _index: int) -> None:
    writer.add("</ol>\n</section>\n")


def _write_open(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    writer.add(f'<li id="fn{_numbers(tokens[index])[1]}" class="footnote-item">')


def _write_close(writer: MarkupWriter, _tokens: Sequence[Token], _index: int) -> None:
    writer.add("</li>\n")


def _write_back_reference(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    # The variation selector keeps the arrow from being drawn as a picture.
    writer.add(f' <a href="#fnref{_numbers(tokens[index])[1]}" class="footnote-backref">\u21a9\ufe0e</a>')
