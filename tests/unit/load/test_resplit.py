"""Only what an edit touches is cut and read anew."""

from pathlib import Path

import pytest

from deckc.compile.load import KeptSlides, load_deck
from deckc.compile.load.resplit import resplit
from deckc.compile.load.split import split_slides
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.source import SlideSource

SLIDES = [f"# Slide {number}\n\nText {number}" for number in range(100)]
TEXT = "\n\n---\n\n".join(SLIDES)


@pytest.mark.parametrize(
    ("old", "new", "before", "behind"),
    [
        ("Text 50", "Other text", 50, 49),
        ("# Slide 50", "# Other title", 50, 49),
        ("Text 50", "Text\n\n---\n\n# New", 50, 49),
        ("# Slide 50", "# New\n\n---\n\n# Slide 50", 50, 49),
        ("\n\n---\n\n# Slide 50", "", 49, 49),
        ("Text 50", "```py\nText\n\n---\n\n```", 50, 49),
        ("Text 50", "<!--\n\n---\n\n-->", 50, 49),
        ("# Slide 0\n", "---\ntitle: a\n---\n", 0, 99),
        ("Text 99", "Text\n\n---\n", 99, 0),
        ("Text 50", "```py", 50, 0),
    ],
)
def test_slides_around_an_edit_stay(old: str, new: str, before: int, behind: int) -> None:
    edited = TEXT.replace(old, new, 1)

    again = resplit(TEXT, split_slides(TEXT), edited)

    assert again.split == split_slides(edited)
    assert (again.before, again.behind) == (before, behind)


def test_a_fence_that_a_later_line_closes_takes_in_what_lies_between() -> None:
    text = TEXT.replace("Text 10", "```py")
    edited = text.replace("Text 50", "```")

    again = resplit(text, split_slides(text), edited)

    assert again.split == split_slides(edited)
    assert (again.before, again.behind) == (10, 49)


def loaded(kept: KeptSlides, text: str, more: str = "# More\n\n---\n\n# And more") -> tuple[SlideSource, ...]:
    kept.begin()
    files = MemoryFiles({"/deck/slides.md": text, "/deck/more.md": more})
    return load_deck(Path("/deck/slides.md"), files, Report(), kept).slides


def test_slides_that_are_not_edited_are_the_same_objects() -> None:
    kept = KeptSlides()
    before = loaded(kept, TEXT)
    after = loaded(kept, TEXT.replace("Text 50", "Other text"))

    assert [old is new for old, new in zip(before, after, strict=True)] == [at != 50 for at in range(100)]


def test_imported_slides_that_are_not_edited_are_the_same_objects() -> None:
    kept = KeptSlides()
    text = "# First\n\n---\nsrc: ./more.md\nclass: dark\n---\n\n---\n\n# Last"
    before = loaded(kept, text)
    after = loaded(kept, text.replace("Last", "Last one"), "# More\n\n---\n\n# And other things")

    assert [slide.title for slide in after] == ["First", "More", "And other things", "Last one"]
    assert [old is new for old, new in zip(before, after, strict=True)] == [True, True, False, False]
    assert after[2].frontmatter["class"] == "dark"


def test_slides_that_moved_name_their_new_places() -> None:
    kept = KeptSlides()
    loaded(kept, TEXT)
    loaded(kept, TEXT.replace("Text 3", "Text 3 and more", 1))
    edited = TEXT.replace("Text 3", "Text 3\n\nand more", 1)

    def places(slides: tuple[SlideSource, ...]) -> list[object]:
        return [(slide.span(0), slide.start_line, slide.end_line, slide.content) for slide in slides]

    assert places(loaded(kept, edited)) == places(loaded(KeptSlides(), edited))
