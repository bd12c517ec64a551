"""What a PDF's fonts say of their glyphs is what was written."""

from __future__ import annotations

from deckc.export.pdf_characters import mend_table

TABLE = b"""begincmap
3 beginbfchar
<B6> <2F0A>
<BC> <5168>
<13B1> <FB00>
endbfchar
2 beginbfrange
<D7> <D8> <5176>
<01> <03> <2ED2>
endbfrange
endcmap"""


def test_radicals_and_ligatures_are_characters() -> None:
    assert mend_table(TABLE) == (
        b"begincmap\n3 beginbfchar\n<B6> <5165>\n<BC> <5168>\n<13B1> <00660066>\nendbfchar\n"
        b"4 beginbfrange\n<D7> <D8> <5176>\n<01> <01> <9578>\n<02> <02> <957F>\n<03> <03> <95E8>\nendbfrange\nendcmap"
    )


def test_signs_that_are_not_asked_about_stay() -> None:
    assert b"<B6> <2F0A>" in mend_table(TABLE, {"\u2ed3": "長"})


def test_table_without_such_signs_is_left_alone() -> None:
    table = b"1 beginbfchar\n<03> <0020>\nendbfchar"

    assert mend_table(table) == table
