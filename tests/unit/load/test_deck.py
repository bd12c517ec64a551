"""Loading an entry."""

from pathlib import Path

import pytest

from deckc.compile.load import load_deck
from deckc.diagnostics import Report, Severity, Span
from deckc.model.files import DiskFiles, MemoryFiles
from deckc.model.source import DeckSource


def load(text: str | bytes, *, entry: str = "/deck/slides.md", **others: str) -> tuple[DeckSource, Report]:
    report = Report()
    files = MemoryFiles({"/deck/slides.md": text, **others})
    return load_deck(Path(entry), files, report), report


def test_the_ending_of_the_entry_may_be_left_out() -> None:
    source, report = load("# A", entry="/deck/slides")

    assert source.entry.path == Path("/deck/slides.md")
    assert not report.diagnostics


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        ("/deck/slide.md", 'there is no deck "slide.md"', 'did you mean "slides.md"?'),
        ("/deck/talk.md", 'there is no deck "talk.md"', "name the deck's Markdown file"),
        ("/deck", '"." is a folder', "name the deck's Markdown file"),
    ],
)
def test_an_entry_that_is_not_there_is_an_error(entry: str, message: str, hint: str) -> None:
    source, report = load("# A", entry=entry)

    assert source.slides == ()
    assert [(d.code, d.severity, d.message, d.help) for d in report.diagnostics] == [
        ("entry-not-found", Severity.ERROR, message, hint)
    ]


def test_an_entry_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = tmp_path / "slides.md"
    entry.write_text("# A")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    report = Report()

    assert load_deck(entry, DiskFiles(tmp_path), report).slides == ()
    assert [d.message for d in report.diagnostics] == ['"slides.md" cannot be read: Permission denied']


def test_bytes_that_are_not_utf8_are_an_error_with_their_place() -> None:
    source, report = load("# Ä\n\ncafé ".encode() + b"\xe9!")

    assert report.diagnostics[0].code == "not-utf8"
    assert report.diagnostics[0].span == Span("slides.md", 3, 6)
    assert source.slides[0].content == "# Ä\n\ncafé \ufffd!"


def test_every_value_knows_its_place() -> None:
    source, _ = load(
        "---\ntitle: 标题 x\nfonts:\n  sans: Inter\n  weights: [1, 22]\ninfo: |\n  a\n---\n# A\n"
    )
    front = source.slides[0].frontmatter

    assert front.span("title") == Span("slides.md", 2, 8, 4)
    assert front.key_spans["title"] == Span("slides.md", 2, 1, 5)
    assert front.span("fonts.sans") == Span("slides.md", 4, 9, 5)
    assert front.span("fonts.weights.1") == Span("slides.md", 5, 16, 2)
    assert front.span("info") == Span("slides.md", 6, 7, 1)


def test_a_fence_of_frontmatter_gives_places_too() -> None:
    source, _ = load("# A\n\n---\n\n```yaml\nlayout: center\n```\n# B\n")

    assert source.slides[1].frontmatter.span("layout") == Span("slides.md", 6, 9, 6)


def test_an_importers_value_keeps_the_importers_place() -> None:
    source, _ = load(
        "---\nsrc: ./a.md\nlayout: x\n---\n", **{"/deck/a.md": "---\nlayout: y\nclass: z\n---\n# A\n"}
    )
    front = source.slides[0].frontmatter

    assert front.span("layout") == Span("slides.md", 3, 9, 1)
    assert front.span("class") == Span("a.md", 3, 8, 1)


def test_a_place_in_the_content_is_a_place_in_the_file() -> None:
    source, _ = load("---\na: 1\n---\n\n# A\n\ntext\n")

    assert source.slides[0].span(5, 4) == Span("slides.md", 7, 1, 4)


def test_a_slide_knows_its_lines() -> None:
    source, _ = load("# A\n\n---\nlayout: x\n---\n\n# B\n\n---\n\n# C\n")

    assert [(slide.start_line, slide.end_line) for slide in source.slides] == [(1, 2), (3, 8), (10, 12)]


def test_every_file_that_is_asked_for_is_watched() -> None:
    files = MemoryFiles(
        {"/deck/slides.md": "---\nsrc: ./a.md\n---\n\n---\nsrc: ./gone.md\n---\n", "/deck/a.md": "# A"}
    )
    load_deck(Path("/deck/slides.md"), files, Report())

    assert {Path("/deck/a.md"), Path("/deck/gone.md")} <= files.asked


def test_aliases_of_aliases_do_not_fill_the_memory() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    _, report = load("---\n" + "\n".join(lines) + "\n---\n# A\n")

    assert {diagnostic.code for diagnostic in report.diagnostics} == {"frontmatter-yaml"}


def test_a_deck_that_imports_itself_in_many_ways_ends() -> None:
    many = "---\nsrc: ./b.md\n---\n" * 30
    files = {f"/deck/{name}.md": many.replace("b.md", f"{chr(ord(name) + 1)}.md") for name in "bcd"}
    source, report = load(many, **files, **{"/deck/e.md": "# E\n"})

    assert len(source.slides) == 10_000
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["too-many-slides"]
