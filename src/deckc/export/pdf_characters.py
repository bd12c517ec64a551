"""Let the text of a PDF be found and copied as it was written.

A font has one glyph for a character and for the radical that looks like it, and a browser notes the radical for it: a
search for the first would find nothing. The same goes for the letters of a ligature.

    <B6> <2F0A>      radical "enter", U+2F0A     ->    <B6> <5165>          the character
    <13B1> <FB00>    ligature "ff"               ->    <13B1> <00660066>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from pikepdf import Pdf

# The CJK radicals supplement (U+2E80) and, below it, what Unicode's EquivalentUnifiedIdeograph says of each
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻"
    "⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_CHARACTERS = (
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿"
    "肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_KANGXI = "".join(map(chr, range(0x2F00, 0x2FD6)))
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))
_WRITTEN = dict(zip(_RADICALS, _CHARACTERS, strict=True)) | {
    sign: normalize("NFKC", sign) for sign in _KANGXI + _LIGATURES
}
"""What is meant by a sign that only fonts know."""

_BLOCK = re.compile(rb"\d+ beginbf(char|range)\n(.*?)endbf(?:char|range)", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-F]+)> (?:<([0-9A-F]+)> )?<([0-9A-F]+)>")


def mend_characters(pdf: Pdf, page: str) -> None:
    """Change what the PDF's fonts say of their glyphs; signs that stand in the page's own text are meant."""
    from pikepdf import Dictionary

    written = {sign: text for sign, text in _WRITTEN.items() if sign not in page}
    for item in pdf.objects:
        if isinstance(item, Dictionary) and "/ToUnicode" in item:
            old = item.ToUnicode.read_bytes()
            new = mend_table(old, written)
            if new != old:
                item.ToUnicode.write(new)


def mend_table(table: bytes, written: dict[str, str] = _WRITTEN) -> bytes:
    """Return a ToUnicode table in which `written` stands for its signs."""

    def mend_block(block: re.Match[bytes]) -> bytes:
        kind = block[1]
        entries = [line for entry in _ENTRY.finditer(block[2]) for line in _mend_entry(entry, written)]
        return b"%d beginbf%b\n%b\nendbf%b" % (len(entries), kind, b"\n".join(entries), kind)

    return _BLOCK.sub(mend_block, table)


def _mend_entry(entry: re.Match[bytes], written: dict[str, str]) -> list[bytes]:
    """Return an entry, or those of its glyphs one by one where it runs over a sign."""
    first, last, target = entry.groups()
    start = int(target, 16)
    count = 1 if last is None else int(last, 16) - int(first, 16) + 1
    if len(target) != 4 or not any(chr(start + at) in written for at in range(count)):
        return [entry[0]]
    lines: list[bytes] = []
    for at in range(count):
        glyph = b"<%0*X>" % (len(first), int(first, 16) + at)
        sign = chr(start + at)
        text = written.get(sign, sign).encode("utf-16-be").hex().upper().encode()
        lines.append(b" ".join([glyph] * (1 if last is None else 2) + [b"<%b>" % text]))
    return lines
