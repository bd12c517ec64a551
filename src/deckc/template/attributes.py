"""Attributes of a start tag, with Vue's names: `:a`, `@click.stop`, `#slot`, `v-x:[y].z`, `grid="~ cols-2"`.

grid gap-4 :class="{ a: b }" />   -> Attribute("grid", None) ... and that the tag closes itself
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckc.dataclass import dataclass
from deckc.diagnostics.span import Locate
from deckc.model.nodes import Attribute
from deckc.template.references import decode_attribute
from deckc.template.whitespace import BLANKS, condense_text

# A slash inside a name is kept when a name character follows (`w-1/2`); before `>` it closes the tag.
_PART = re.compile(
    r"""[ \t\n\r\f]*+(?:
      (?P<end> /[ \t\n\r\f]*+> | > | (?=<[a-zA-Z/]) )
    | (?P<slash> / )
    | (?P<name> [^ \t\n\r\f/>][^ \t\n\r\f/>=]*+ (?:/[^ \t\n\r\f/>=]++)*+ )
      (?: [ \t\n\r\f]*+ = [ \t\n\r\f]*+
        (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^ \t\n\r\f>]*+) )
      )?
    )""",
    re.VERBOSE,
)
_NOT_IN_NAMES = re.compile(r"[\"'<]")
_LINE_OR_TAG_END = re.compile(r"\n|/?>")

Warn = Callable[[str, str, int, int, str], None]
"""Code, message, offset, length, help."""


@dataclass(slots=True)
class StartTag:
    """What stands between a tag's name and its `>`."""

    attributes: list[Attribute]
    end: int
    """Offset behind the `>`."""
    closes_itself: bool
    is_complete: bool
    """False where the text ends before the `>`."""


def read_attributes(markup: str, at: int, locate: Locate, warn: Warn) -> StartTag:
    """Return the attributes from offset `at`, just behind the tag's name."""
    attributes: list[Attribute] = []
    seen: set[str] = set()
    read = _PART.match
    while True:
        part = read(markup, at)
        if part is None:
            return StartTag(attributes, len(markup), closes_itself=True, is_complete=False)
        at = part.end()
        name = part["name"]
        if name is None:
            end = part["end"]
            if end is not None:
                is_complete = end != "" or markup[at + 1] == "/"  # Vue ends a tag before `</`
                return StartTag(attributes, at, closes_itself=end[:1] == "/", is_complete=is_complete)
            warn("stray-slash", 'stray "/" in a tag', at - 1, 1, "remove it, or put a blank before it")
            continue
        bare = part["bare"]
        if bare is not None and bare.startswith(('"', "'")):
            at = _end_of_unclosed_value(markup, part.start("bare"))
            warn(
                "unclosed-attribute",
                f'attribute "{name}" has no closing quote',
                part.start("name"),
                len(name),
                f"add {bare[0]} behind its value",
            )
        if name in seen:
            _warn_duplicate(name, part.start("name"), warn)
        elif _is_usable(name, part.start("name"), warn):
            seen.add(name)
            attributes.append(_attribute(markup, part, at, locate))


def _attribute(markup: str, part: re.Match[str], end: int, locate: Locate) -> Attribute:
    name = part["name"]
    span = locate(part.start("name"), len(name))
    group = part.lastgroup
    if group == "name":
        return Attribute(name, None, span)
    assert group is not None  # noqa: S101 - one of the three value groups took part
    start, stop = part.span(group)
    if group == "bare" and markup.startswith(('"', "'"), start):
        start, stop = start + 1, end
    raw = markup[start:stop]
    value = decode_attribute(raw)
    if name == "class":
        value = condense_text(value).strip(BLANKS)
    return Attribute(name, value, span, locate(start, len(raw)))


def _end_of_unclosed_value(markup: str, at: int) -> int:
    """Return where a value without its closing quote is best cut: at the end of the line or of the tag."""
    found = _LINE_OR_TAG_END.search(markup, at)
    return found.start() if found else len(markup)


def _warn_duplicate(name: str, at: int, warn: Warn) -> None:
    warn(
        "duplicate-attribute",
        f'attribute "{name}" is given twice',
        at,
        len(name),
        "the first one counts; remove this",
    )


def _is_usable(name: str, at: int, warn: Warn) -> bool:
    """Return whether an attribute of this name can be kept, and warn of names that Vue refuses."""
    if name[0] in ":@#." or name.startswith("v-"):
        return True
    if name[0] == "=" or _NOT_IN_NAMES.search(name):
        warn("attribute-name", f"{name!r} is no attribute name", at, len(name), "check the quotes before it")
        return False
    if "/" in name:
        value = f'class="{name}"'
        warn(
            "slash-in-attribute",
            f'attribute name "{name}" holds a slash',
            at,
            len(name),
            f"write it as {value}",
        )
    return True
