"""Keep the slides that were read of a deck's files, so that the next compilation reads only what was edited.

kept.begin(); file = kept.open(source)      its slides as they were read in the compilation before, None where they differ
kept.read(file, index, report)              a slide, read if need be
"""

from __future__ import annotations

from dataclasses import replace
from operator import sub
from pathlib import Path

from deckc.compile.load.slide import read_slide
from deckc.compile.load.split import RawSlide, Split, split_slides
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.source import Frontmatter, SlideSource, SourceText, is_truthy

STEERING = ("disabled", "hide", "src")
"""What a slide says that does not just stand for itself."""
_FEW = 16
"""Slides whose places are found one by one, each in 0.03 ms of a file of 1,000 slides: those of all take 1 ms."""


@dataclass(slots=True)
class KeptFile:
    """A file in slides, counted from 0, and those of them that were read so far."""

    source: SourceText
    split: Split
    slides: list[SlideSource | None]
    """None for those not read, and for those with mistakes: they are told each time."""
    offsets: list[int]
    """Where in the text each began when it was read: one that stays on its lines keeps the file it was read from."""
    open: list[int]
    """Which of them are to be looked at one by one; the others stand for themselves."""
    places: tuple[RawSlide, ...] = ()
    """Where all stand, if that was asked for."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A slide under what those that import it say."""

    above: Frontmatter
    slide: SlideSource
    both: SlideSource


class KeptSlides:
    """The files of a deck; whatever places in a file its slides name are right as they are."""

    def __init__(self) -> None:
        self._files: dict[Path, KeptFile] = {}
        self._before: dict[tuple[int, int], _Laid] = {}
        self._now: dict[tuple[int, int], _Laid] = {}

    def begin(self) -> None:
        """Begin a compilation; what the last one did not lay over another is forgotten."""
        self._before, self._now = self._now, {}

    def open(self, source: SourceText) -> KeptFile:
        """Return a file in slides."""
        before = self._files.get(source.path)
        if before is None:
            split = split_slides(source.text)
            count = len(split.raws)
            file = KeptFile(source, split, [None] * count, [0] * count, list(range(count)))
        else:
            file = _opened_again(before, source)
        self._files[source.path] = file
        return file

    def read(self, file: KeptFile, index: int, report: Report) -> SlideSource:
        """Return a slide, read anew if need be; one with mistakes is read, and they are told, each time."""
        slide = file.slides[index]
        if slide is None:
            told = len(report.diagnostics)
            raw = _raw_slide(file, index)
            slide = read_slide(file.source, raw, report)
            if len(report.diagnostics) == told:
                file.slides[index], file.offsets[index] = slide, raw.offset
        return slide

    def under(self, above: Frontmatter, slide: SlideSource) -> SlideSource:
        """Return a slide with a frontmatter laid over its own: the same object for the same two.

        One that imports others has no `src` then: its frontmatter is what lies over theirs.
        """
        key = (id(above), id(slide))
        known = self._before.get(key)  # which holds both, so that nothing else can have their ids
        if known is None:
            frontmatter = above.over(slide.frontmatter)
            if is_truthy(slide.frontmatter.get("src")):
                frontmatter = frontmatter.without("src")
            known = _Laid(above, slide, replace(slide, frontmatter=frontmatter))
        self._now[key] = known
        return known.both


def _raw_slide(file: KeptFile, index: int) -> RawSlide:
    """Return a slide as it stands in its file."""
    if not file.places and len(file.open) > _FEW:
        file.places = file.split.slides
    return file.places[index] if file.places else file.split.slide(index, file.source.text)


def _opened_again(before: KeptFile, source: SourceText) -> KeptFile:
    from deckc.compile.load.resplit import resplit  # not for a deck that is compiled once

    again = resplit(before.source.text, before.split, source.text)
    old, count = len(before.slides), len(again.split.raws)
    first, behind = again.before, count - again.behind
    new = behind - first
    kept = slice(old - again.behind, old)
    slides = [*before.slides[:first], *[None] * new, *before.slides[kept]]
    offsets = [*before.offsets[:first], *[0] * new, *before.offsets[kept]]
    still = [at for at in before.open if not _stands_for_itself(before.slides[at])]
    opened = [at for at in still if at < first]
    opened += range(first, behind)
    opened += [at + count - old for at in still if at >= kept.start]
    file = KeptFile(source, again.split, slides, offsets, opened)
    if again.lines:
        _move(file, behind, again.lines)
    return file


def _move(file: KeptFile, first: int, lines: int) -> None:
    """Place the slides from `first` on in their file as it now is."""
    split, slides, offsets = file.split, file.slides, file.offsets
    opened = set(file.open)
    starts = map(sub, split.ends[first:], map(len, split.raws[first:]))
    for at, (slide, start) in enumerate(zip(slides[first:], starts, strict=True), first):
        slides[at] = slide and _moved(slide, file.source, start - offsets[at], lines)
        offsets[at] = start
        if slides[at] is None:
            opened.add(at)
    file.open = sorted(opened)


def _moved(slide: SlideSource, source: SourceText, shift: int, lines: int) -> SlideSource | None:
    """Return a slide that now stands elsewhere; None where it names more places than its own."""
    if slide.frontmatter.spans or slide.frontmatter.key_spans:
        return None
    return SlideSource(
        file=source,
        start_line=slide.start_line + lines,
        end_line=slide.end_line + lines,
        raw=slide.raw,
        frontmatter=slide.frontmatter,
        content=slide.content,
        content_offset=slide.content_offset + shift,
        note=slide.note,
        note_offset=slide.note_offset + shift if slide.note is not None else 0,
        title=slide.title,
        level=slide.level,
    )


def _stands_for_itself(slide: SlideSource | None) -> bool:
    return slide is not None and not any(is_truthy(slide.frontmatter.get(key)) for key in STEERING)
