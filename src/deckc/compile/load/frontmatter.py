"""Take a slide's frontmatter off its text.

    ---                         {"layout": "center"}, each key and value with its place,
    layout: center              and the offset behind the closing `---`
    ---

Two forms (spec 2.2): between `---` lines, and a fence of yaml that is the slide's first thing.
Errors in the YAML are reported and never stop the build.
"""

from __future__ import annotations

from deckc.compile.load.text import JS_SPACE
from deckc.compile.load.yaml_events import Place, Reading, RefusedYamlError, read_yaml
from deckc.compile.load.yaml_plain import read_plain
from deckc.diagnostics import Report, Span
from deckc.model.source import Frontmatter, SourceText
from deckc.pattern import pattern

_FENCE_OPENER = pattern(r"```ya?ml")
_YAML_1_1_BREAKS = pattern("[\x85\u2028\u2029]")
_MOST_PROBLEMS = 3
"""Of one block: one mistake makes many, and only the first few help."""
_UNCLOSED = pattern(r"---[ \t]*\n([A-Za-z][\w-]*):(?=\s)")
_COMMENTED_KEY = pattern(r"#\s*[\w-]+\s*:")


def read_frontmatter(file: SourceText, offset: int, raw: str, report: Report) -> tuple[Frontmatter, int]:
    """Return the frontmatter of the slide text at `offset` of a file, and where in `raw` its body starts."""
    block = _find_block(raw)
    if block is None:
        if raw.startswith("---") and (opened := _UNCLOSED.match(raw)):
            _report_unclosed(file.span(offset + opened.start(1), len(opened[1])), report)
        return Frontmatter(), 0
    start, end, body = block
    if raw[end - 1] not in "\n`-" and raw.startswith("---"):
        _report_cut(file.span(offset + end, 3), report)
    text = raw[start:end]
    if not text.strip(JS_SPACE):
        return Frontmatter(), body
    reading = _read_block(file, offset + start, text, report)
    first = (start, raw.find("\n", start, end) if "\n" in text else end)
    if not isinstance(reading.value, dict):
        _report_lost_text(reading, text, file.span(offset + first[0], first[1] - first[0]), report)
        return Frontmatter(), body
    to_span = _Placer(file, offset + start)
    for key, place in reading.repeated[:_MOST_PROBLEMS]:
        report.warn(
            "frontmatter-repeated-key",
            f'"{key}" stands here twice; the last one counts',
            to_span(place),
            "remove one",
        )
    return (
        Frontmatter(
            reading.value,
            {path: to_span(place) for path, place in reading.places.items()},
            {path: to_span(place) for path, place in reading.key_places.items()},
        ),
        body,
    )


def _report_unclosed(span: Span, report: Report) -> None:
    message = "this is no frontmatter, and is shown: the line --- that ends it is missing"
    report.warn("unclosed-frontmatter", message, span, "write the line --- behind the last key")


def _report_cut(span: Span, report: Report) -> None:
    """Warn of dashes in a value: the block ends at the first three, wherever they stand (spec 2.6, trap 4)."""
    message = "the frontmatter ends here: three dashes end it, also inside of a line"
    report.warn("frontmatter-cut", message, span, "write two dashes, or a dash as one character")


def _find_block(raw: str) -> tuple[int, int, int] | None:
    """Return where the block's YAML starts and ends, and where the body starts."""
    if raw.startswith("---"):
        start = raw.find("\n") + 1
        end = raw.find("---", start) if start else -1
        if end >= 0:
            return start, end, end + 3
    lead = len(raw) - len(raw.lstrip(JS_SPACE))
    opener = _FENCE_OPENER.match(raw, lead)
    end = raw.find("```", opener.end()) if opener else -1
    return (opener.end(), end, end + 3) if opener and end >= 0 else None


def _read_block(file: SourceText, offset: int, text: str, report: Report) -> Reading:
    if reading := read_plain(text):
        return reading
    if not _YAML_1_1_BREAKS.search(text):  # libyaml would end lines there, YAML 1.2 does not
        try:
            return read_yaml(text)
        except RefusedYamlError:
            pass
    from deckc.compile.load.yaml_tolerant import read_tolerantly  # few blocks need it

    tolerant = read_tolerantly(text)
    if not isinstance(tolerant.reading.value, dict):
        return tolerant.reading  # it is text that was never meant for YAML, and told as such
    to_span = _Placer(file, offset)
    lines = text.split("\n")
    for problem in tolerant.problems[:_MOST_PROBLEMS]:
        line = lines[problem.line] if problem.line < len(lines) else ""
        if line.lstrip().startswith("<!--"):
            message = "this is not YAML: a comment starts with # here"
            span = to_span(Place(problem.line, line.find("<!--"), len(line.strip())))
            report.warn("frontmatter-yaml", message, span, "write # in front of it, without <!-- and -->")
            continue
        tell = report.warn if problem.is_harmless else report.error
        span = to_span(Place(problem.line, problem.column, problem.length))
        tell("frontmatter-yaml", f"this is not YAML: {problem.message}", span, problem.help)
    return tolerant.reading


def _report_lost_text(reading: Reading, text: str, span: Span, report: Report) -> None:
    """Warn that text right under a separator was read as frontmatter (spec 2.6, trap 1)."""
    if reading.value is None and all(
        not line.strip() or _COMMENTED_KEY.match(line.strip()) for line in text.split("\n")
    ):
        return
    report.warn(
        "frontmatter-not-mapping",
        "this is read as frontmatter, which holds `key: value` lines, and is not shown",
        span,
        'leave a blank line behind the separator "---"',
    )


class _Placer:
    """Turns places in a block into spans of its file."""

    def __init__(self, file: SourceText, offset: int) -> None:
        start = file.span(offset)
        self._file = file
        self._first_line = start.line
        self._first_column = start.column

    def __call__(self, place: Place) -> Span:
        column = place.column + (self._first_column if place.line == 0 else 1)
        return Span(self._file.shown_path, self._first_line + place.line, column, max(1, place.length))
