"""`deckc browser` names the browser that exports use, and installs one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckc.cli import browser, main
from deckc.export import install


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH of its own, on a system without Playwright's browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DECKC_BROWSER", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(browser, "own_browser", lambda: tmp_path / "own" / "chrome")
    return tmp_path


def add_program(folder: Path, name: str, script: str = "") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_which_lists_the_used_one_first(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_program(programs, "google-chrome")
    add_program(programs, "chromium")

    assert main(["browser", "which", "chromium"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{programs / 'chromium'}  (used for exports)",
        str(programs / "google-chrome"),
    ]


def test_which_without_any_is_exit_status_1(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert programs.is_dir()
    assert main(["browser", "which"]) == 1
    assert capsys.readouterr().err == "deckc: no browser was found; deckc browser install gets one\n"


def test_install_goes_on_to_the_package_manager(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chromium = programs / "chromium"
    add_program(programs, "python", "exit 1")
    add_program(
        programs,
        "apt-get",
        f'[ "$*" = "install --yes chromium" ] && : > {chromium} && /bin/chmod +x {chromium}',
    )
    monkeypatch.setattr(sys, "executable", str(programs / "python"))
    monkeypatch.setattr("os.geteuid", lambda: 0)

    assert main(["browser", "install"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{chromium}  (used for exports)"


def test_what_needs_an_administrator_is_only_told(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_program(programs, "python", "exit 1")
    add_program(programs, "dnf", f"touch {programs / 'ran'}")
    monkeypatch.setattr(sys, "executable", str(programs / "python"))
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    assert main(["browser", "install"]) == 1
    assert f"this needs an administrator: sudo {programs / 'dnf'} install" in capsys.readouterr().out
    assert not (programs / "ran").exists()


def test_playwrights_installer_is_tried_first() -> None:
    assert list(next(install.installers()))[1:] == ["-P", "-m", "playwright", "install", "chromium"]
