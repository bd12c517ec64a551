"""The pages for authors show every option of `deckc export`, and the command line hands on every one that exports know."""

from __future__ import annotations

import argparse
import re
from dataclasses import fields
from pathlib import Path

import pytest

from deckc.cli.export_options import OPTIONS, add_export_options
from deckc.export.options import ExportOptions

_DOCS = Path(__file__).parents[2] / "docs"
_TEXT = "".join((_DOCS / name).read_text(encoding="utf-8") for name in ("export.md", "command-line.md"))


def _options() -> list[list[str]]:
    parser = argparse.ArgumentParser(add_help=False)
    add_export_options(parser)
    return [list(action.option_strings) for action in parser._actions if action.option_strings]


@pytest.mark.parametrize("names", _options(), ids=" ".join)
def test_option_is_shown(names: list[str]) -> None:
    assert any(re.search(rf"{name}(?![\w-])", _TEXT) for name in names)


def test_command_line_knows_every_option() -> None:
    assert set(OPTIONS) == {field.name for field in fields(ExportOptions)}
