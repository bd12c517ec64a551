"""Read the style sheets of the roots, with what they import put in their place.

styles/index.css:  @import './code.css'; .x { background: url(/dot.png) }
StyleSheet.css:    (what code.css says)  .x { background: url("deckc-asset:...") }
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from deckc.compile.realize.assets.css import COMMENT, rewrite_urls, unescape
from deckc.compile.realize.assets.shelf import AssetShelf, is_remote
from deckc.compile.realize.assets.unclosed import close_sheet
from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.deck import StyleSheet
from deckc.model.files import Files
from deckc.model.source import SourceText
from deckc.pattern import pattern

_IMPORT = pattern(
    COMMENT + r"""|@import\s+(?:url\(\s*)?"""
    r"""(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([^\s;"')]+))\s*\)?([^;]*);?""",
    re.DOTALL | re.IGNORECASE,
)
_COMPILED = (".scss", ".sass", ".less")
_CHARSET = pattern(r'@charset\s+"[^"]*"\s*;', re.IGNORECASE)
_LAYER = pattern(r"layer(?:\(([^)]*)\))?\s*", re.IGNORECASE)
_SUPPORTS = pattern(r"supports\(((?:[^()]|\([^()]*\))*)\)\s*", re.IGNORECASE)

Place = Callable[[int, int], Span]
"""Offset and length in CSS -> place in the source."""


@dataclass(frozen=True, slots=True)
class SheetReader:
    """Reads sheets for one deck."""

    shelf: AssetShelf

    @property
    def _files(self) -> Files:
        return self.shelf.places.files

    def read_all(self, paths: Iterable[Path]) -> tuple[StyleSheet, ...]:
        """Return the sheets of these files, in order."""
        return tuple(self.read(path) for path in dict.fromkeys(paths))

    def read(self, path: Path) -> StyleSheet:
        """Return a sheet; an empty one where it cannot be read."""
        text = self._text(path, Span(self._files.show(path), 1, 1))
        if text is None:
            return StyleSheet(path, "", Span(self._files.show(path), 1, 1))
        return StyleSheet(path, self._joined(text, (path,)), text.span(0))

    def block(self, css: str, base: Path, span: Span, language: str = "css") -> str:
        """Return the CSS of a `<style>` in a file of the folder `base`."""
        source = SourceText(base / "style", span.path, css)

        def place(offset: int, length: int) -> Span:
            found = source.span(offset, length)
            column = found.column + (span.column - 1 if found.line == 1 else 0)
            return Span(span.path, span.line + found.line - 1, column, found.length)

        return self._rewritten(self._closed(css, place, language), base, place, ())

    def _joined(self, text: SourceText, chain: tuple[Path, ...]) -> str:
        css = self._closed(_CHARSET.sub(blank, text.text), text.span)
        return self._rewritten(css, text.path.parent, text.span, chain)

    def _closed(self, css: str, place: Place, language: str = "css") -> str:
        """Return a sheet that ends what it begins, so that it does not reach into the sheets behind it."""
        closed, slips = close_sheet(css, language)
        for slip in slips:
            self.shelf.report.warn("css-syntax", slip.message, place(slip.offset, slip.length), slip.help)
        return closed

    def _rewritten(self, css: str, base: Path, place: Place, chain: tuple[Path, ...]) -> str:
        imported: list[str] = []

        def import_replaced(match: re.Match[str]) -> str:
            if match[0].startswith("/*"):
                return match[0]
            address = unescape(next((group for group in match.groups()[:3] if group is not None), ""))
            imported.append(
                self._import(address, match[4].strip(), base, place(match.start(), len(match[0])), chain)
            )
            return blank(match)

        if "@import" in css:
            css = _IMPORT.sub(import_replaced, css)
        own = rewrite_urls(css, lambda address, offset: self._url(address, base, place(offset, 5)))
        return "\n".join([*imported, own]) if imported else own

    def _url(self, address: str, base: Path, span: Span) -> str:
        return self.shelf.ground(address, base, span)

    def _import(self, address: str, condition: str, base: Path, span: Span, chain: tuple[Path, ...]) -> str:
        if is_remote(address):
            message = f'the style sheet "{address}" is not loaded: a deck asks no other host for anything'
            self.shelf.report.warn(
                "remote-style", message, span, "save it beside the deck and import that file"
            )
            return ""
        path = Path(os.path.normpath(base / address.partition("?")[0]))
        if path in chain:
            self.shelf.report.warn(
                "circular-style", f'"{address}" imports itself', span, "remove the @import"
            )
            return ""
        packaged = self._packaged(address, path, chain[-1] if chain else base)
        if packaged is not None:
            text = self._text(packaged, span) if self._files.is_file(packaged) else None
            return "" if text is None else _under(condition, self._joined(text, (*chain, packaged)))
        if not self.shelf.places.is_allowed(path, base):
            self.shelf.report_outside(address, span)
            return ""
        text = self._text(path, span)
        return "" if text is None else _under(condition, self._joined(text, (*chain, path)))

    def _packaged(self, address: str, path: Path, importer: Path) -> Path | None:
        """Return where a sheet of an npm package is that a sheet imports; None for any other address.

        What a theme's sheet imports from a package that is not installed is left out: it is none of the author's.
        """
        find = self.shelf.services.packages
        address = address.removeprefix("~")
        if find is None or address[:1] in "./" or self._files.is_file(path):
            return None
        parts = address.split("/")
        name = "/".join(parts[: 2 if address[:1] == "@" else 1])
        found = find((name,), False, importer)
        if not isinstance(found, Path):
            return path if any(path.is_relative_to(root) for root in self.shelf.places.roots) else None
        self._files.admit(found)
        from deckc.packages.npm_exports import exported_file

        return exported_file(found, "/".join(parts[name.count("/") + 1 :]))

    def _text(self, path: Path, span: Span) -> SourceText | None:
        try:
            content = self._files.read_bytes(path).decode("utf-8", "replace")
        except OSError:
            names = [found.name for found in self._files.list_folder(path.parent)]
            message = f'there is no style sheet "{self._files.show(path)}"'
            self.shelf.report.warn("missing-asset", message, span, did_you_mean(path.name, names))
            return None
        content = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        if path.suffix in _COMPILED:
            content = self._compiled(content, path)
        return SourceText(path, self._files.show(path), content)

    def _compiled(self, content: str, path: Path) -> str:
        """Return a sheet in another language than CSS as CSS."""
        from deckc.engine.preprocess import plain_css

        css, problem = plain_css(content, path.suffix[1:], path.parent, self._files)
        if problem:
            message = f'"{self._files.show(path)}" is left out: {problem}'
            self.shelf.report.warn("style-language", message, Span(self._files.show(path), 1, 1))
        return css


def blank(match: re.Match[str]) -> str:
    """Return blanks as long as what was found, so that everything behind it keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])


def _under(condition: str, css: str) -> str:
    """Return imported CSS under the layer, feature and media conditions of its `@import`."""
    opened: list[str] = []
    if (layer := _LAYER.match(condition)) is not None:
        opened.append(f"@layer {layer[1] or ''}")
        condition = condition[layer.end() :]
    if (supports := _SUPPORTS.match(condition)) is not None:
        opened.append(f"@supports ({supports[1]})")
        condition = condition[supports.end() :]
    if condition:
        opened.append(f"@media {condition}")
    for rule in reversed(opened):
        css = f"{rule.strip()} {{\n{css}\n}}"
    return css
