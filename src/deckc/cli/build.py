"""`deckc build`: compile decks and write them.

    built dist  19 slides, 65 clicks, 412 kB in 0.21 s

A deck with mistakes that still gives slides is written, with exit status 1; where there is nothing to show,
or the disk refuses, the old build stays as it was.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from deckc.cli.arguments import UsageError
from deckc.cli.compilation import chosen_fonts, compile_entry
from deckc.cli.entry import find_entry, name_entries
from deckc.compile.pipeline import Compilation
from deckc.compile.write import OccupiedError, SiteOptions, write_site

_DEFAULT_OUT = Path("dist")


def run_build(chosen: Namespace) -> int:
    """Build every deck that was named; the worst of their exit statuses comes back."""
    entries = [find_entry(named, Path.cwd()) for named in chosen.entries or [None]]
    fonts = chosen_fonts(chosen, "own" if chosen.single_file else "left")
    options = SiteOptions(chosen.single_file, _base(chosen.base), fonts=fonts, loop_s=chosen.loop)
    targets = find_targets(entries, chosen.out, single_file=chosen.single_file)
    return max(_build(entry, target, options, chosen) for entry, target in targets.items())


def find_targets(entries: list[Path], out: Path | None, *, single_file: bool) -> Mapping[Path, Path]:
    """Return where each entry is written to.

    Raises:
        UsageError: Several decks are to be written to one file.
    """
    entries = list(dict.fromkeys(entries))
    if single_file and out is not None and out.suffix.lower() in {".html", ".htm"}:
        if len(entries) > 1:
            text = f"{len(entries)} decks do not fit into the one file {out}; name a folder with -o"
            raise UsageError(text)
        return {entries[0]: out}
    names = name_entries(entries)
    if single_file:
        return {entry: (out or Path()) / f"{name}.html" for entry, name in names.items()}
    folder = out or _DEFAULT_OUT
    return (
        {entries[0]: folder} if len(entries) == 1 else {entry: folder / name for entry, name in names.items()}
    )


def _build(entry: Path, target: Path, options: SiteOptions, chosen: Namespace) -> int:
    start = time.perf_counter()
    compilation, status = compile_entry(entry, options, chosen)
    is_wanted = compilation.deck.config.seo_meta.get("ogImage") == "auto" and not options.single_file
    if is_wanted and compilation.deck.slides:
        compilation = _with_social_image(entry, compilation, options, chosen)
    if not compilation.deck.slides:
        print(f"deckc: nothing written: {entry.name} has no slides to show", file=sys.stderr)
        return 1
    try:
        write_site(compilation.site, target, single_file=options.single_file, overwrite=chosen.force)
    except OccupiedError as error:
        print(f"deckc: {error}; choose another place with -o, or write there with --force", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"deckc: cannot write {target}: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"built {target}  {_summary(compilation)} in {time.perf_counter() - start:.2f} s")
    return status


def _with_social_image(
    entry: Path, compilation: Compilation, options: SiteOptions, chosen: Namespace
) -> Compilation:
    from deckc.cli.social_image import make_social_image

    if not make_social_image(entry, compilation):
        return compilation
    with contextlib.redirect_stderr(io.StringIO()):  # the deck is the same: all that there is to say was said
        return compile_entry(entry, options, chosen)[0]


def _summary(compilation: Compilation) -> str:
    slides = compilation.deck.slides
    clicks = sum(slide.clicks_total for slide in slides)
    size = sum(len(content) for content in compilation.site.files.values())
    return f"{_count(len(slides), 'slide')}, {_count(clicks, 'click')}, {_size(size)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def _base(text: str) -> str:
    """Return the base as it is put before addresses: with a slash at its end."""
    if not text.startswith(("/", "./", "https://", "http://")):
        message = f'--base "{text}" is no path; it starts with a slash, "/talks/" for example'
        raise UsageError(message)
    return text if text.endswith("/") else f"{text}/"
