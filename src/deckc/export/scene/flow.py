"""Turn the inline content of a block into texts: its paragraph, and apart from it what has a click of its own.

<p>Always <span v-click>later</span></p>     Text("Always "), Text("later")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckc.dataclass import dataclass
from deckc.export.scene.lines import Row, line_of, rows_of
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings
from deckc.export.scene.tokens import Gap, Piece, Typefaces, tokens_of
from deckc.export.scene.values import Align, Line, Paragraph, Rect, Text

_ALIGN: dict[str, Align] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "-webkit-center": "center",
    "right": "right",
    "end": "right",
    "justify": "justify",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A text, and where it comes in the painting of its slide."""

    text: Text
    order: int
    index: int


def texts_of(
    block: Laid, inline: Sequence[Laid], around: Surroundings, typefaces: Typefaces
) -> Iterator[Placed]:
    """Yield the texts of some neighbours that stand on lines together. `around` is what the block gives."""
    tokens = [token for laid in inline for token in tokens_of(laid, around, typefaces)]
    rows = rows_of(tokens)
    apart = _click_roots_apart(rows, around.click_root)
    main: list[tuple[Row, bool]] = []
    for row, is_forced in rows:
        kept = [token for token in row if not (isinstance(token, Piece) and token.click_root in apart)]
        main.append((kept, is_forced))
        for root in sorted(apart):
            own: Row = [token for token in row if isinstance(token, Piece) and token.click_root == root]
            yield from _placed([(own, True)], block, around, is_apart=True)
    yield from _placed(main, block, around, is_apart=bool(apart))


def _click_roots_apart(rows: Sequence[tuple[Row, bool]], outer: int) -> set[int]:
    """Return the click elements inside the paragraph that stand on one line each."""
    lines: dict[int, set[int]] = {}
    for at, (row, _) in enumerate(rows):
        for token in row:
            if isinstance(token, Piece) and token.click_root != outer:
                lines.setdefault(token.click_root, set()).add(at)
    whole = all(isinstance(token, Gap) or token.click_root in lines for row, _ in rows for token in row)
    if whole and len(lines) == 1:
        return set()
    return {root for root, at in lines.items() if len(at) == 1}


def _placed(
    rows: Sequence[tuple[Row, bool]], block: Laid, around: Surroundings, *, is_apart: bool
) -> Iterator[Placed]:
    pieces = [token for row, _ in rows for token in row if isinstance(token, Piece)]
    seen = [piece for piece in pieces if piece.fragment.text.strip()]
    if not seen:
        return
    lines = _lines(rows, around)
    if not lines:
        return
    shown = any(piece.shown for piece in seen)
    is_pre = "preserve" in block["white-space-collapse"]
    align = "left" if is_apart else _align(block)
    measure = _measure(block, around, lines, align)
    wraps = not is_apart and not is_pre and block["text-wrap-mode"] != "nowrap"
    text = Text(
        rect=measure if wraps else _bounds(lines),
        paragraphs=tuple(_paragraphs(lines, align, splits=is_pre, shown=shown)),
        role="code" if is_pre and any(piece.look.is_mono for piece in seen) else "text",
        wraps=wraps,
        turns=around.turns,
    )
    last = max(seen, key=lambda piece: (piece.order, piece.index))
    yield Placed(text, last.order, last.index)


def _lines(rows: Sequence[tuple[Row, bool]], around: Surroundings) -> list[Line]:
    """Return the lines with words, those that are clipped away left out."""
    clip = around.clip
    lines: list[Line] = []
    for at, (row, is_forced) in enumerate(rows):
        following = rows[at + 1][0] if at + 1 < len(rows) else None
        line = line_of(row, following, is_forced=is_forced)
        if line is None:
            continue
        middle = line.rect.y + line.rect.height / 2
        if around.turns or (
            clip.y <= middle <= clip.bottom and line.rect.right > clip.x and line.rect.x < clip.right
        ):
            lines.append(line)
    return lines


def _align(block: Laid) -> Align:
    text = block["text-align"]
    if block["direction"] == "rtl" and text in {"start", "end"}:
        return "right" if text == "start" else "left"
    return _ALIGN.get(text, "left")


def _measure(block: Laid, around: Surroundings, lines: Sequence[Line], align: Align) -> Rect:
    """Return the content box of the block, at least as large as the lines."""
    scale, rect = around.scale, block.rect
    left = rect.x + (block.px("padding-left") + block.px("border-left-width")) * scale
    right = rect.right - (block.px("padding-right") + block.px("border-right-width")) * scale
    inked = _bounds(lines)
    if (
        block["display"] in {"inline", "contents"}
        or right <= left
        or block["display"].endswith(("flex", "grid"))
    ):
        left, right = inked.x, inked.right
    if inked.x < left - 1 or inked.right > right + 1:
        left, right = inked.x, inked.right
    if align == "left":
        left = min(line.rect.x for line in lines) if len(lines) == 1 else left
    return Rect(left, inked.y, right - left, inked.height)


def _bounds(lines: Iterable[Line]) -> Rect:
    rects = [line.rect for line in lines]
    x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(x, y, max(rect.right for rect in rects) - x, max(rect.bottom for rect in rects) - y)


def _paragraphs(lines: Sequence[Line], align: Align, *, splits: bool, shown: bool) -> Iterator[Paragraph]:
    if not splits:
        yield Paragraph(tuple(lines), align, shown=shown)
        return
    group: list[Line] = []
    for line in lines:
        group.append(line)
        if line.is_forced:
            yield Paragraph(tuple(group), align, shown=shown)
            group = []
    if group:
        yield Paragraph(tuple(group), align, shown=shown)
