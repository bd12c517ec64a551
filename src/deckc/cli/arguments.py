"""Read the command line.

parse_arguments(["build", "slides.md", "-o", "out"])    Namespace(command="build", entries=["slides.md"], ...)
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

_INTRODUCTION = """\
deckc turns slides written in Markdown (the dialect of Slidev) into a web page that opens anywhere.

  deckc build slides.md                  write the presentation to dist/
  deckc build slides.md --single-file    write it to one file, slides.html
  deckc serve slides.md                  show it while you write; it refreshes as you save
  deckc export slides.md --pdf           print it to slides-export.pdf
  deckc check slides.md                  say what is wrong with it, and which slides overflow
  deckc theme list                       show the themes; see also "theme eject" and "theme new"

"deckc COMMAND --help" tells more about each.
"""
_BUILD = """\
Write a deck as a static site: a folder that works under any path, or one HTML file with everything inside.
Both open from the disk and need no network. A build that fails leaves the old one as it was.
"""
_SERVE = """\
Show a deck in the browser while you write it. Saving a file of the deck changes the slides on screen, at the same
slide and click; mistakes are shown over them and here. q or Ctrl-C ends it.
"""
_EXPORT = """\
Export decks with a Chromium browser: to PDF, in which text stays text, to pictures, and more.

  deckc export slides.md                           slides-export.pdf, a page for each slide at its end state
  deckc export slides.md --with-clicks --with-toc  a page for each click, and an outline
  deckc export decks/*.md --pdf --png -o out/      many decks, with one browser
"""
_CHECK = """\
Say what is wrong with decks and write nothing: all that a build complains about, class names that are slips of
a utility, and, where there is a Chromium browser, what does not fit on its slide.
"""
_PACKAGES = """\
Install npm packages that a deck's components import. They go into deckc's cache; deckc-packages.lock beside the deck says
which, so that other machines install the same. No script of a package is run.
"""
_THEME = """\
List the themes, copy one into a folder to change it, or start one of your own.
A deck names its theme in the headmatter: "theme: NAME", or "theme: ./FOLDER".
"""
_FINDS = """\
Exports need a Chromium browser. Taken is --browser, else DECKC_BROWSER, else Playwright's own, else Chrome,
Chromium, Edge or Brave where this system keeps them.
"""
_ENTRY = "the deck, a Markdown file; without it slides.md is taken, else the one deck in decks/"
_OUT = (
    "where to write: a folder (default: dist, with several decks dist/NAME), or with --single-file "
    "a file that ends with .html (default: NAME.html)"
)
_FONTS = "put the deck's fonts into the page (default: those under `fonts:`, where the page is one file)"


class UsageError(Exception):
    """The command line was not understood; exit status 2."""


class _Parser(argparse.ArgumentParser):
    """Raises where argparse would leave the process.

    argparse makes a formatter for every option to see whether its help can be shown, and each asks for the width of
    the terminal through `shutil`, which loads what compresses files: so those get a width, and help the terminal's.
    """

    def __init__(self, **options: Any) -> None:
        narrow = partial(argparse.RawDescriptionHelpFormatter, width=80)
        super().__init__(formatter_class=narrow, allow_abbrev=False, **options)

    def format_help(self) -> str:
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        text = f'{message}\nRun "{self.prog} --help" to see what it takes.'
        raise UsageError(text)


class _ShowVersion(argparse.Action):
    """Prints the version; looking it up takes 45 ms, which no other command should pay."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"deckc {version('deckc')}")
        parser.exit()


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command and its options.

    Raises:
        UsageError: The arguments are not of any command.
        SystemExit: Help or the version was asked for, and has been printed.
    """
    first = arguments[0] if arguments else ""
    parser = _Parser(prog="deckc", description=_INTRODUCTION)
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (summary, description, add_options) in _COMMANDS.items():
        if name == first:  # the others' options are for those alone who want them
            add_options(commands.add_parser(name, help=summary, description=description))
        elif first not in _COMMANDS:
            commands.add_parser(name, help=summary)
    if first not in _COMMANDS and Path(first).suffix == ".md":
        text = f'"{first}" is no command; did you mean "deckc build {first}"?'
        raise UsageError(text)
    chosen = parser.parse_args(arguments)
    if chosen.command is None:
        text = f"a command is missing\n\n{parser.format_help()}"
        raise UsageError(text)
    return chosen


def _add_build(build: argparse.ArgumentParser) -> None:
    build.add_argument("entries", metavar="ENTRY", nargs="*", help=_ENTRY)
    build.add_argument("-o", "--out", metavar="OUT", type=Path, help=_OUT)
    build.add_argument("--single-file", action="store_true", help="one HTML file with everything inside")
    build.add_argument("--base", metavar="PATH", default="./", help=_BASE)
    build.add_argument("--force", action="store_true", help="write even over what deckc did not write")
    build.add_argument("--loop", metavar="SECONDS", type=_seconds, default=0.0, help=_LOOP)
    _add_font_option(build)
    _add_compile_options(build)


_LOOP = "play by itself, as in a hall: a step every so many seconds, from the end to the beginning"
_BASE = "the path under which the site will be, /talks/ for example (default: works under any path)"


_SERVED = f"{_ENTRY}; of a folder with several decks an index is shown"
_REMOTE = "let other machines watch, and with this password drive; without one it is made up and shown"
_ALLOW_HOST = "a further name under which the server is reached, of a balancer for example"
_BACKPLANE = "redis://HOST:PORT/N: serve one audience from several processes (pip install 'deckc[redis]')"


def _add_serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("entry", metavar="ENTRY | FOLDER", nargs="?", help=_SERVED)
    serve.add_argument("-p", "--port", type=_port, help="the port (default: the first free one from 3030)")
    serve.add_argument("--host", help="the address to listen at (default: 127.0.0.1, with --remote all)")
    serve.add_argument("--open", action="store_true", help="open it in the browser")
    serve.add_argument("--remote", metavar="PASSWORD", nargs="?", const="", help=_REMOTE)
    serve.add_argument("--allow-host", metavar="NAME", action="append", default=[], help=_ALLOW_HOST)
    serve.add_argument("--backplane", metavar="ADDRESS", default="", help=_BACKPLANE)
    _add_compile_options(serve)


def _add_export(export: argparse.ArgumentParser) -> None:
    from deckc.cli.export_options import add_export_options

    export.add_argument("entries", metavar="ENTRY", nargs="*", help=_ENTRY)
    add_export_options(export)
    _add_font_option(export)
    _add_compile_options(export)


def _add_browser(browser: argparse.ArgumentParser) -> None:
    actions = browser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    which = actions.add_parser("which", help="show the browser that exports use, and the others")
    which.add_argument("browser", metavar="BROWSER", nargs="?", help="a path or a name to look for")
    actions.add_parser("install", help="get one: Playwright's, else by the system's package manager")


def _add_check(check: argparse.ArgumentParser) -> None:
    from deckc.cli.export_options import add_browser_options

    check.add_argument("entries", metavar="ENTRY", nargs="*", help=_ENTRY)
    check.add_argument(
        "--no-overflow", dest="overflow", action="store_false", help="leave out what needs a browser"
    )
    add_browser_options(check)
    _add_compile_options(check)


def _add_theme(theme: argparse.ArgumentParser) -> None:
    actions = theme.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    actions.add_parser("list", help="show the built-in and installed themes")
    eject = actions.add_parser("eject", help="copy a theme into a folder, to change it there")
    eject.add_argument("name", metavar="NAME", help="the theme's name")
    eject.add_argument(
        "-o", "--out", metavar="FOLDER", type=Path, default=Path("theme"), help="where to (default: theme)"
    )
    new = actions.add_parser("new", help="start a theme of your own")
    new.add_argument("name", metavar="NAME", help="its name: lower-case letters, digits and dashes")
    new.add_argument("-o", "--out", metavar="FOLDER", type=Path, help="where to (default: NAME)")


def _add_packages(packages: argparse.ArgumentParser) -> None:
    actions = packages.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    add = actions.add_parser("add", help="install packages and note them in the lock file")
    add.add_argument("names", metavar="NAME", nargs="+", help='a package, "chart.js" or "three@0.170"')
    add.add_argument(
        "--deck", metavar="FOLDER", type=Path, default=Path(), help="the deck's folder (default: this one)"
    )


def _add_font_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--embed-fonts", action=argparse.BooleanOptionalAction, help=_FONTS)


def _add_compile_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--theme", metavar="THEME", help="use this theme instead of the deck's")
    command.add_argument(
        "--keep-remote", action="store_true", help="leave pictures of other hosts on those hosts"
    )
    command.add_argument("--strict", action="store_true", help="take warnings for errors")
    command.add_argument(
        "--yes",
        action="store_true",
        help="install missing npm packages that components import, without asking",
    )
    command.add_argument("--no-scripts", action="store_true", help="run no component that is written in Vue")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return seconds


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        message = f'"{text}" is no port; ports are numbers from 1 to 65535'
        raise argparse.ArgumentTypeError(message)
    return int(text)


_COMMANDS: Mapping[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("write a deck as a static site", _BUILD, _add_build),
    "serve": ("show a deck while you write it", _SERVE, _add_serve),
    "export": ("export decks to PDF, pictures and more", _EXPORT, _add_export),
    "check": ("say what is wrong with decks", _CHECK, _add_check),
    "browser": ("find or install the browser that exports", _FINDS, _add_browser),
    "theme": ("list, copy or start themes", _THEME, _add_theme),
    "packages": ("install npm packages for components", _PACKAGES, _add_packages),
}
"""Name -> what it does in a line, what it does, and what adds its options."""
