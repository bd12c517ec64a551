"""Whatever a file holds, loading loses nothing, never fails, and gives places that exist."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from deckc.compile.load import load_deck, load_theme
from deckc.compile.load.resplit import resplit
from deckc.compile.load.split import RawSlide, join_slides, split_slides
from deckc.compile.load.text import give_form, take_form
from deckc.compile.load.yaml_tolerant import read_tolerantly
from deckc.compile.realize.config import read_config
from deckc.diagnostics import Report, Span
from deckc.model.files import MemoryFiles
from deckc.model.source import SourceText

ENTRY = Path("/deck/slides.md")
LINES = st.sampled_from(
    [
        *[
            "---",
            "--- ",
            "----",
            "--- x",
            " ---",
            "",
            "",
            "# A",
            "## B *c*",
            "text",
            "a: 1",
            "title: x: y",
            "src: ./slides.md#1",
        ],
        *[
            "src: ./b.md",
            "hide: true",
            "level: 2",
            "```",
            "````",
            "  ```",
            "```yaml",
            "<!--",
            "-->",
            "<!-- n -->",
            "x <!-- y",
        ],
        *[
            "\ta: 1",
            "  b: 2",
            "- c",
            "a: [1",
            'a: "x',
            "a: |",
            "a: &x 1",
            "b: *x",
            "\u2028",
            "\u00a0",
            "标题：x",
            "\x00",
            "fonts: 1",
        ],
    ]
)
DECKS = st.lists(LINES | st.text(max_size=20), max_size=25).map("\n".join)


@given(st.text() | DECKS, st.booleans(), st.booleans())
def test_a_file_is_rebuilt_from_its_pieces(text: str, with_returns: bool, with_mark: bool) -> None:
    stored = ("\ufeff" if with_mark else "") + (text.replace("\n", "\r\n") if with_returns else text)
    plain, form = take_form(stored)

    assert give_form(join_slides(split_slides(plain)), form) == stored


@given(DECKS)
@settings(max_examples=300, deadline=None)
def test_content_and_note_are_pieces_of_the_file(text: str) -> None:
    files = MemoryFiles({"/deck/slides.md": text, "/deck/b.md": "# B\n\n---\n\n# C"})

    for slide in load_deck(ENTRY, files, Report()).slides:
        source = slide.file.text
        assert source[slide.content_offset :].startswith(slide.content)
        assert slide.raw in source
        if slide.note is not None:
            assert source[slide.note_offset :].startswith(slide.note)


@given(DECKS)
@settings(max_examples=300, deadline=None)
def test_every_place_is_in_its_file(text: str) -> None:
    files = MemoryFiles({"/deck/slides.md": text, "/deck/b.md": "# B"})
    report = Report()
    source = load_deck(ENTRY, files, report)
    lines = {slide.file.shown_path: slide.file.text.split("\n") for slide in source.slides}
    spans = [diagnostic.span for diagnostic in report.diagnostics if diagnostic.span]
    spans += [span for slide in source.slides for span in slide.frontmatter.spans.values()]
    spans += [span for slide in source.slides for span in slide.frontmatter.key_spans.values()]

    for span in spans:
        assert span.length >= 1
        if span.path in lines:
            assert 1 <= span.line <= len(lines[span.path])
            assert 1 <= span.column <= len(lines[span.path][span.line - 1]) + 1


@given(st.binary() | DECKS.map(str.encode))
@settings(max_examples=300, deadline=None)
def test_loading_and_configuring_never_fail(content: bytes) -> None:
    files = MemoryFiles({"/deck/slides.md": content, "/deck/b.md": content})
    report = Report()
    source = load_deck(ENTRY, files, report)

    read_config(source, load_theme(source, files, report), report)


@given(st.text(alphabet="ab:-[]{}\"'|>#&*!%@`,\n \t\\?.~0", max_size=60))
@settings(max_examples=500, deadline=None)
def test_any_text_can_be_read_as_yaml_of_sorts(text: str) -> None:
    read_tolerantly(text)


@given(
    st.lists(st.text(max_size=9) | st.just("words " * 400), max_size=9).map("\n".join),
    st.integers(-2, 12_000),
)
def test_a_place_is_told_by_its_line_and_column(text: str, offset: int) -> None:
    source = SourceText(Path("/a.md"), "a.md", text)
    before = text[: max(0, offset)]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    assert source.span(offset) == Span("a.md", line, column)
    assert source.line_start(line) == before.rfind("\n") + 1
    assert source.line_start(text.count("\n") + 2) == len(text)


EDITED = st.lists(LINES, max_size=30).map("\n".join)


@given(
    EDITED,
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 30), EDITED | st.text(max_size=8)), max_size=6),
)
@settings(max_examples=1000, deadline=None)
def test_cutting_an_edited_text_again_gives_what_cutting_it_whole_gives(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    split = split_slides(text)
    for at, taken, put in edits:
        place = at % (len(text) + 1)
        edited = text[:place] + put + text[place + taken :]
        again = resplit(text, split, edited)
        old, new = split.slides, again.split.slides
        shift = len(edited) - len(text)
        moved = [
            RawSlide(raw.raw, raw.offset + shift, raw.start_line + again.lines, raw.end_line + again.lines)
            for raw in old[len(old) - again.behind :]
        ]

        assert again.split == split_slides(edited)
        assert new[: again.before] == old[: again.before]
        assert list(new[len(new) - again.behind :]) == moved
        assert [again.split.slide(index, edited) for index in range(len(new))] == list(new)
        text, split = edited, again.split
