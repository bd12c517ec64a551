"""Write a text as a text box: paragraphs with exact line spacing, runs with their look, bullets and numbers.

Line spacing is exact, so that lines stand where the browser set them whatever typeface a machine has: all of a
line's height that letters do not take is above them, here and in LibreOffice.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from deckc.export.pptx.languages import Languages
from deckc.export.pptx.markup import emu, fill_of, hundredths, words
from deckc.export.pptx.measure import Setting, pitch_of
from deckc.export.pptx.palette import Palette
from deckc.export.scene.values import Line, Marker, Paragraph, Rect, Run, TextLook

_ALIGN = {"left": "l", "center": "ctr", "right": "r", "justify": "just"}
_UNDERLINES = {"": "none", "solid": "sng", "dashed": "dash", "dotted": "dotted"}
_MOST_SPACING = 400000
_WIDE_GAP_PX = 12.0
_LARGEST_STEP = 1.9
"""From line to line of code, in heights of a line; where all are further apart, there are empty lines between."""
_KEEP_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""A link keeps the colour of its run, where PowerPoint would take the theme's."""

Linked = Callable[[str, str], str]
"""Writes a link of the slide: its address, and what stands inside the element; empty for one that leads nowhere."""


class TextWriter:
    """Writes paragraphs with the theme and the links of a slide."""

    def __init__(self, palette: Palette, linked: Linked, languages: Languages) -> None:
        self._palette = palette
        self._linked = linked
        self._languages = languages

    def paragraphs(self, paragraphs: Sequence[Paragraph], setting: Setting) -> str:
        """Return `<a:p>` for each paragraph."""
        written: list[str] = []
        starts = _numberings(paragraphs)
        bottom: float | None = None
        step = _step_of(paragraphs) if setting.keeps_empty_lines else 0.0
        for at, paragraph in enumerate(paragraphs):
            pitch = pitch_of(paragraph.lines)
            top = paragraph.lines[0].rect.bottom - pitch
            before = 0.0 if bottom is None else top - bottom
            if before < 0:  # lines of two sizes that come closer than their heights
                pitch, before = max(pitch + before, pitch * 0.6), 0.0
            empty = round((before + pitch) / step) - 1 if step and bottom is not None else 0
            if empty > 0:
                before = max(0.0, (before + pitch) / (empty + 1) - pitch)
                written += [f"<a:p>{self._layout(paragraph, setting, pitch, before, None)}</a:p>"] * empty
            look = self._layout(paragraph, setting, pitch, before, starts[at])
            runs = "".join(self._lines(paragraph.lines, is_broken=setting.broken[at]))
            end = self._properties("a:endParaRPr", paragraph.lines[-1].runs[-1].look, "", "")
            written.append(f"<a:p>{look}{runs}{end}</a:p>")
            bottom = paragraph.lines[-1].rect.bottom
        return "".join(written)

    def _layout(
        self, paragraph: Paragraph, setting: Setting, pitch: float, before: float, start: int | None
    ) -> str:
        first = paragraph.lines[0].rect
        left, indent = 0.0, 0.0
        if paragraph.align == "left":
            left = max(0.0, min(line.rect.x for line in paragraph.lines) - setting.rect.x)
            indent = (paragraph.marker.x if paragraph.marker else first.x) - setting.rect.x - left
        elif paragraph.marker:
            left, indent = first.x - setting.rect.x, paragraph.marker.x - first.x
        level = f' lvl="{min(8, paragraph.level)}"' if paragraph.level else ""
        spacing = f'<a:lnSpc><a:spcPts val="{_points(pitch)}"/></a:lnSpc>'
        spacing += f'<a:spcBef><a:spcPts val="{_points(before)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        return (
            f'<a:pPr marL="{emu(left)}" indent="{emu(indent)}"{level} algn="{_ALIGN[paragraph.align]}" '
            f'hangingPunct="0">{spacing}{self._bullet(paragraph.marker, start)}</a:pPr>'
        )

    def _bullet(self, marker: Marker | None, start: int | None) -> str:
        if marker is None:
            return "<a:buNone/>"
        color = marker.look.color
        ink = f"<a:buClr>{self._palette.colored(color)}</a:buClr>" if not hasattr(color, "stops") else ""
        if start:
            font = f'<a:buFont typeface="{words(self._palette.latin(marker.look))}"/>'
            first = f' startAt="{start}"' if start != 1 else ""
            return f'{ink}<a:buSzPct val="100000"/>{font}<a:buAutoNum type="arabicPeriod"{first}/>'
        return f'{ink}<a:buSzPct val="100000"/><a:buFont typeface="Arial"/><a:buChar char="{words(marker.text or "•")}"/>'

    def _lines(self, lines: Sequence[Line], *, is_broken: bool) -> Iterator[str]:
        for at, line in enumerate(lines):
            is_last = at == len(lines) - 1
            breaks = not is_last and (is_broken or line.is_forced)
            runs = _trimmed(line.runs) if breaks or is_last else line.runs
            for run in runs:
                yield from self._run(run)
            if breaks:
                yield f"<a:br>{self._properties('a:rPr', line.runs[-1].look, '', '')}</a:br>"

    def _run(self, run: Run) -> Iterator[str]:
        """Yield a run; the room behind it is spacing of its last letter.

        Not so that of a link, unless there is much: LibreOffice sets all its letters with the spacing behind it.
        """
        text, last, link = run.text, "", run.link
        if run.gap_px and not run.link:
            text, last = run.text[:-1], run.text[-1:]
        elif run.gap_px > _WIDE_GAP_PX:
            text, last, link = run.text.rstrip(), " ", ""
        for piece, gap, target in ((text, 0.0, run.link), (last, run.gap_px, link)):
            if piece:
                look = self._properties("a:rPr", run.look, piece, target, run.look.spacing_px + gap)
                yield f"<a:r>{look}<a:t>{words(piece)}</a:t></a:r>"

    def _properties(
        self, name: str, look: TextLook, text: str, link: str, spacing_px: float | None = None
    ) -> str:
        spacing = look.spacing_px if spacing_px is None else spacing_px
        given = (
            self._language(text) + f' sz="{min(400000, max(100, hundredths(look.size_px * _raised(look))))}"'
        )
        given += f' b="{int(look.is_bold)}" i="{int(look.is_italic)}"'
        given += f' u="{_UNDERLINES[look.underline]}"' if look.underline or link else ""
        given += ' strike="sngStrike"' if look.is_struck else ""
        given += {"super": ' baseline="30000"', "sub": ' baseline="-25000"', "": ""}[look.shift]
        if abs(spacing) > 0.01:
            given += f' spc="{max(-_MOST_SPACING, min(_MOST_SPACING, hundredths(spacing)))}"'
        latin, asian = words(self._palette.latin(look)), words(self._palette.asian(look))
        pitch = ' pitchFamily="49"' if look.is_mono else ""
        fonts = f'<a:latin typeface="{latin}"{pitch}/><a:ea typeface="{asian}"/><a:cs typeface="{latin}"/>'
        target = self._linked(link, _KEEP_COLOR) if link else ""
        return (
            f'<{name}{given} dirty="0">{fill_of(look.color, self._palette.colored)}{fonts}{target}</{name}>'
        )

    def _language(self, text: str) -> str:
        own = f' lang="{words(self._languages.of(text))}"'
        return f'{own} altLang="en-US"' if self._languages.is_asian(text) else own


def _step_of(paragraphs: Sequence[Paragraph]) -> float:
    """Return how far lines of code are apart where none is empty; 0 for a single one."""
    bottoms = [line.rect.bottom for paragraph in paragraphs for line in paragraph.lines]
    steps = [below - above for above, below in pairwise(bottoms) if below > above]
    height = paragraphs[0].lines[0].rect.height
    least = min(steps, default=0.0)
    return least / max(1, math.ceil(least / (height * _LARGEST_STEP))) if height else 0.0


def _points(length_px: float) -> int:
    """Return a spacing, as far as the format goes."""
    return max(0, min(158400, hundredths(length_px)))


def _raised(look: TextLook) -> float:
    """Return by how much a raised letter's size is given larger: programs set it at two thirds."""
    return 1.5 if look.shift else 1.0


def _trimmed(runs: Sequence[Run]) -> Sequence[Run]:
    last = runs[-1]
    text = last.text.rstrip(" ")
    if not text:
        return runs[:-1] or runs
    return [*runs[:-1], Run(text, last.look, last.link, 0.0)]


def _numberings(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """Return the first number of the row that each numbered paragraph is part of."""
    rows: dict[int, tuple[int, int]] = {}
    starts: list[int | None] = []
    for paragraph in paragraphs:
        level, number = paragraph.level, paragraph.marker.number if paragraph.marker else None
        for deeper in [known for known in rows if known > level or (known == level and number is None)]:
            del rows[deeper]
        if number is None:
            starts.append(None)
            continue
        start, last = rows.get(level, (number, number - 1))
        if number != last + 1:
            start = number
        rows[level] = (start, number)
        starts.append(start)
    return starts


def box_top(paragraph: Paragraph, rect: Rect) -> Rect:
    """Return the box with its top where the first line's spacing begins."""
    top = paragraph.lines[0].rect.bottom - pitch_of(paragraph.lines)
    return Rect(rect.x, top, rect.width, max(1.0, rect.bottom - top))
