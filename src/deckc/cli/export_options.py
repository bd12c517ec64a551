"""The options of `deckc export`: one for each form (deckc/export/formats.py), and how it looks.

Only what was given is set, so that a deck's `export:` can say the rest.
"""

from __future__ import annotations

import argparse

from deckc.export.formats import FORMATS

_BROWSER = "the browser to export with: a path, or a name such as chromium (default: the first that is found)"
_OUTPUT = (
    "the file, or the folder of pictures (default: ENTRY-export...); with several decks or forms, or a slash "
    "at its end, a folder for all of them"
)


def add_export_options(export: argparse.ArgumentParser) -> None:
    """Add what `deckc export` takes beyond what every command does."""
    forms = export.add_argument_group("what comes out (several at once are made by one browser)")
    for name, form in FORMATS.items():
        forms.add_argument(f"--{name}", dest="forms", action="append_const", const=name, help=form.words)
    export.add_argument("-o", "--output", metavar="PLACE", default="", help=_OUTPUT)
    export.add_argument("--browser", metavar="BROWSER", help=_BROWSER)
    export.add_argument("--offline", action="store_true", help="load nothing, not even what a deck names")
    _add_look(export.add_argument_group("how it looks"))
    _add_time(export.add_argument_group("how long it may take"))


def _add_look(look: argparse._ArgumentGroup) -> None:
    unset = argparse.SUPPRESS
    look.add_argument(
        "--range", dest="slides", metavar="SLIDES", default=unset, help='which slides, "1,4-6" (default: all)'
    )
    look.add_argument(
        "--with-clicks", action="store_true", default=unset, help="every click, not only the last"
    )
    look.add_argument("--dark", action="store_true", default=unset, help="in dark colours")
    look.add_argument("--with-toc", action="store_true", default=unset, help="PDF: an outline of the titles")
    look.add_argument("--pdf-notes", action="store_true", default=unset, help="PDF: notes as annotations")
    look.add_argument(
        "--scale",
        metavar="N",
        type=_positive,
        default=unset,
        help="pictures: pixels for each of the slide's (default: 2)",
    )
    look.add_argument(
        "--transparent", action="store_true", default=unset, help="PNG, WebP: without the slide's ground"
    )


def _add_time(time: argparse._ArgumentGroup) -> None:
    unset = argparse.SUPPRESS
    time.add_argument(
        "--timeout",
        dest="timeout_s",
        metavar="S",
        type=_seconds,
        default=unset,
        help="seconds for a slide (default: 30)",
    )
    time.add_argument(
        "--wait",
        dest="wait_s",
        metavar="S",
        type=_seconds,
        default=unset,
        help="seconds to wait once all is there",
    )


OPTIONS = (
    *("slides", "with_clicks", "dark", "with_toc", "pdf_notes", "scale", "transparent"),
    *("timeout_s", "wait_s", "offline", "keep_remote"),
)
"""Names that the command line and `ExportOptions` have in common."""


def _positive(text: str) -> float:
    number = _number(text)
    if not 0 < number <= 20:
        message = f'"{text}" is no scale; it lies between 0 and 20'
        raise argparse.ArgumentTypeError(message)
    return number


def _seconds(text: str) -> float:
    seconds = _number(text)
    if not 0 < seconds < 86400:
        message = f'"{text}" is no time in seconds'
        raise argparse.ArgumentTypeError(message)
    return seconds


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
