"""The options of `deckc export`: one for each form (deckc/export/formats.py), and how it looks.

Only what was given is set, so that a deck's `export:` can say the rest.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from deckc.export.formats import FORMATS

_BROWSER = "the browser to export with: a path, or a name such as chromium (default: the first that is found)"
_OUTPUT = (
    "the file, or the folder of pictures (default: ENTRY-export...); with several decks or forms, or a slash "
    "at its end, a folder for all of them"
)
_JSON = "print progress and results as a JSON object a line, for programs"
_UNSET = argparse.SUPPRESS
_VIDEOS = ("mp4", "webm", "gif")

OPTIONS = (
    *("slides", "with_clicks", "dark", "with_toc", "full_pictures", "pdf_notes", "scale", "transparent"),
    *("paper", "per_page", "beside", "width_px", "seconds", "timings"),
    *("timeout_s", "wait_s", "offline", "keep_remote"),
)
"""Names that the command line and `ExportOptions` have in common."""


def add_export_options(export: argparse.ArgumentParser) -> None:
    """Add what `deckc export` takes beyond what every command does."""
    _add_forms(export.add_argument_group("what comes out (several at once are made by one browser)"))
    export.add_argument("-o", "--output", metavar="PLACE", default="", help=_OUTPUT)
    export.add_argument("--browser", metavar="BROWSER", help=_BROWSER)
    export.add_argument("--offline", action="store_true", help="load nothing, not even what a deck names")
    export.add_argument("--json", action="store_true", help=_JSON)
    _add_look(export.add_argument_group("how it looks"))
    _add_handout(export.add_argument_group("handouts and films"))
    _add_time(export.add_argument_group("how long it may take"))


def add_browser_options(command: argparse.ArgumentParser) -> None:
    """Add what says which browser is used, and how long it may take."""
    command.add_argument("--browser", metavar="BROWSER", help=_BROWSER)
    words = "seconds for a slide (default: 30)"
    command.add_argument("--timeout", dest="timeout_s", metavar="S", type=_seconds, default=30.0, help=words)


class _FormWithValue(argparse.Action):
    """An option that asks for a form and says something about it: `--handout 3`."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        _option: str | None = None,
    ) -> None:
        is_video = self.dest == "video"
        namespace.forms = [*(namespace.forms or []), str(values) if is_video else str(self.metavar).lower()]
        if not is_video:
            setattr(namespace, self.dest, values)


def _add_forms(forms: argparse._ArgumentGroup) -> None:
    for name, form in FORMATS.items():
        match name:
            case "handout":
                _add_valued(forms, name, "per_page", form.words, type=int, choices=(2, 3, 4, 6))
            case "thumbnails":
                _add_valued(forms, name, "width_px", form.words, type=_width, nargs="?", const=320)
            case "mp4" | "webm" | "gif":
                continue
            case _:
                forms.add_argument(
                    f"--{name}", dest="forms", action="append_const", const=name, help=form.words
                )
    words = "a film of the whole run: mp4 (the default), webm or gif; needs ffmpeg"
    _add_valued(forms, "video", "video", words, choices=_VIDEOS, nargs="?", const="mp4")


def _add_valued(forms: argparse._ArgumentGroup, name: str, dest: str, words: str, **given: Any) -> None:
    forms.add_argument(
        f"--{name}",
        dest=dest,
        metavar=name.upper(),
        action=_FormWithValue,
        default=_UNSET,
        help=words,
        **given,
    )


def _add_look(look: argparse._ArgumentGroup) -> None:
    _add_flag(look, "with-clicks", "every click, not only the last")
    look.add_argument(
        "--range",
        dest="slides",
        metavar="SLIDES",
        default=_UNSET,
        help='which slides, "1,4-6" (default: all)',
    )
    _add_flag(look, "dark", "in dark colours")
    _add_flag(look, "with-toc", "PDF: an outline of the titles")
    _add_flag(look, "pdf-notes", "PDF: notes as annotations")
    full = "PDF: pictures keep all pixels (default: 3 for each of the slide's, photos as JPEG)"
    _add_flag(look, "full-pictures", full)
    look.add_argument(
        "--scale",
        metavar="N",
        type=_scale,
        default=_UNSET,
        help="pictures: pixels for each of the slide's (default: 2)",
    )
    _add_flag(look, "transparent", "PNG, WebP: without the slide's ground")


def _add_handout(handout: argparse._ArgumentGroup) -> None:
    handout.add_argument(
        "--paper", choices=("a4", "letter"), default=_UNSET, help="of handouts (default: a4)"
    )
    handout.add_argument(
        "--beside",
        choices=("lines", "notes", "nothing"),
        default=_UNSET,
        help="what stands beside the slides of a handout (default: lines beside three, else nothing)",
    )
    handout.add_argument(
        "--seconds",
        metavar="S",
        type=_seconds,
        default=_UNSET,
        help="film: how long a click is shown (default: 3)",
    )
    handout.add_argument(
        "--timings",
        metavar="FILE",
        default=_UNSET,
        help='film: a file with lines such as "3 8": slide 3, 8 seconds',
    )


def _add_time(time: argparse._ArgumentGroup) -> None:
    words = "seconds for a slide (default: 30)"
    time.add_argument("--timeout", dest="timeout_s", metavar="S", type=_seconds, default=_UNSET, help=words)
    words = "seconds to wait once all is there"
    time.add_argument("--wait", dest="wait_s", metavar="S", type=_seconds, default=_UNSET, help=words)


def _add_flag(group: argparse._ArgumentGroup, name: str, words: str) -> None:
    group.add_argument(f"--{name}", action="store_true", default=_UNSET, help=words)


def _width(text: str) -> int:
    if not text.isdecimal() or not 16 <= int(text) <= 4000:
        message = f'"{text}" is no width; it lies between 16 and 4000 pixels'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _scale(text: str) -> float:
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
