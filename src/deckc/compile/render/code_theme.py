"""Colours of highlighted code, near vitesse-light and vitesse-dark: one short class for each kind of token.

    <span class="tk-k">const</span>      .tk-k{--shiki-light:#1e754f;--shiki-dark:#4d9375}

The base style colours a token with whichever of the two properties its colour scheme needs.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.model.config import CodeThemes

_COLOURS: Mapping[str, tuple[str, str]] = {
    "k": ("#1e754f", "#4d9375"),  # keyword, tag, true and false
    "s": ("#b56959", "#c98a7d"),  # string
    "q": ("#b5695977", "#c98a7d77"),  # quotation mark
    "c": ("#a0ada0", "#758575dd"),  # comment
    "f": ("#59873a", "#80a665"),  # function, class
    "n": ("#2f798a", "#4c9a91"),  # number
    "t": ("#2e8f82", "#5da994"),  # type
    "v": ("#b07d48", "#bd976a"),  # variable, attribute
    "p": ("#999999", "#666666"),  # punctuation
    "o": ("#ab5959", "#cb7676"),  # operator, declaration, null
    "r": ("#998418", "#b8a965"),  # property, builtin
    "d": ("#a65e2b", "#c99076"),  # constant, this
    "x": ("#ab5e3f", "#c4704f"),  # regular expression
    "a": ("#b31d28", "#fdaeb7"),  # taken away, wrong
    "i": ("#22863a", "#85e89d"),  # put in
    "h": ("#1c6b48", "#4d9375"),  # heading of Markdown
    "w": ("#1c6b48", "#4d9375"),  # code in Markdown
    "g": ("#2e808f", "#5d99a9"),  # quote in Markdown
    "u": ("#393a3490", "#dedcd590"),  # address of a link
    "l": ("#005cc5", "#79b8ff"),  # rule between parts
}
_CLEAR: tuple[Mapping[str, str], Mapping[str, str]] = (
    {
        "s": "#a65a4a",
        "q": "#a65a4a",
        "c": "#637363",
        "f": "#517a34",
        "t": "#287b70",
        "v": "#90663b",
        "p": "#6f6f6f",
        "o": "#aa5656",
        "r": "#7f6d14",
        "x": "#a55b3d",
        "i": "#207f37",
        "g": "#2b7886",
        "u": "#393a34",
    },
    {"q": "#c98a7d", "c": "#798979", "p": "#848484"},
)
"""Class -> its colour with a contrast of 4.6, where its own has less than 4.5: in the light scheme and in the dark one."""
FOREGROUND = ("#393a34", "#dbd7caee")


def code_stylesheet(themes: CodeThemes) -> str:
    """Return the CSS that colours tokens in both schemes; as in Slidev none of them is bold or slanted (measured)."""
    light, dark = _palette(themes.light, 0), _palette(themes.dark, 1)
    rules = [f".shiki{{--shiki-light:{light['']};--shiki-dark:{dark['']}}}"]
    rules += [
        f".shiki .tk-{letter}{{--shiki-light:{light[letter]};--shiki-dark:{dark[letter]}}}"
        for letter in _COLOURS
    ]
    if themes.background:  # Shiki writes it on the element itself
        rules.append(f"pre.shiki{{background-color:#{themes.background}!important}}")
    clear = _clear_rules(themes)
    rules += [f"@media (prefers-contrast:more){{{clear}}}"] if clear else []
    return "\n".join(rules) + "\n"


def _clear_rules(themes: CodeThemes) -> str:
    """Return what makes deckc's own colours legible to all; a style that was chosen stays as it is."""
    names = ("--shiki-light", "--shiki-dark")
    return "".join(
        f".shiki .tk-{letter}{{{name}:{colour}}}"
        for style, name, colours in zip((themes.light, themes.dark), names, _CLEAR, strict=True)
        for letter, colour in (() if style else colours.items())
    )


def _palette(style: str, scheme: int) -> Mapping[str, str]:
    """Return the colour of each class, and of all else as ""; `scheme` is 0 for light and 1 for dark."""
    own = {"": FOREGROUND[scheme], **{letter: colours[scheme] for letter, colours in _COLOURS.items()}}
    if not style:
        return own
    from deckc.builtin.code_themes import CLASSES, CODE_THEMES  # seldom asked for

    row = style[1:] if style.startswith("=") else CODE_THEMES[style]
    foreground, *colours = (f"#{colour}" for colour in row.split())
    return {"": foreground, **dict(zip(CLASSES, colours, strict=True))}
