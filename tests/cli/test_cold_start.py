"""What a command does not need it does not load: a cold build is a matter of tenths of a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = {
    "playwright",
    "watchdog",
    "http.client",
    "ssl",
    "asyncio",
    "importlib.metadata",
    "xml.dom",
    "unittest",
}


def test_build_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "slides.md").write_text("# One\n\n<carbon-add/>\n")
    program = f"import sys; from deckc.cli import main; main(['build']); print(*sorted({HEAVY!r} & set(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"PATH": "", "DECKC_OFFLINE": "1", "DECKC_CACHE": str(tmp_path / ".cache")},
    )

    assert ran.stdout.splitlines()[-1].strip() == ""
