"""The command line is understood, or what is wrong with it is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.cli import main
from deckc.cli.arguments import UsageError, parse_arguments


def test_build_takes_several_decks() -> None:
    chosen = parse_arguments(["build", "a.md", "b.md", "-o", "out", "--single-file"])

    assert (chosen.command, chosen.entries, chosen.out, chosen.single_file) == (
        "build",
        ["a.md", "b.md"],
        Path("out"),
        True,
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "a command is missing"),
        (["buld"], "invalid choice: 'buld'"),
        (["slides.md"], 'did you mean "deckc build slides.md"?'),
        (["build", "--nope"], "unrecognized arguments: --nope"),
        (["build", "--single"], "unrecognized arguments: --single"),
        (["serve", "--port", "0"], '"0" is no port'),
        (["serve", "--port", "http"], '"http" is no port'),
        (["export", "--timeout", "soon"], '"soon" is no time in seconds'),
        (["export", "--timeout", "-1"], '"-1" is no time in seconds'),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], complaint: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_arguments(arguments)
    assert complaint in str(error.value)


def test_wrong_usage_is_exit_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--nope"]) == 2
    assert capsys.readouterr().err.startswith("deckc: unrecognized arguments: --nope")


@pytest.mark.parametrize("command", [[], ["build"], ["serve"], ["export"], ["browser"]])
def test_help_is_printed(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "usage: deckc" in capsys.readouterr().out


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("deckc ")
