"""A second build finds everything that was compiled and drawn, and loads no engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = "import sys; from deckc.cli import main; main(['build', {entry!r}, '-o', {out!r}]); print('modules', *sys.modules)"


def modules_of_a_build(folder: Path) -> set[str]:
    script = SCRIPT.format(entry=str(folder / "slides.md"), out=str(folder / "out"))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "built" in done.stdout, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_a_second_build_loads_no_engine(tmp_path: Path, runner: object) -> None:  # noqa: ARG001 - where Vue is to be had
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "A.vue").write_text("<template><b>{{ $page }}</b></template>")
    (tmp_path / "slides.md").write_text("# A\n\n<A/>\n\n---\n\n# B\n\n<A/>")
    assert "quickjs" in modules_of_a_build(tmp_path)
    assert "quickjs" not in modules_of_a_build(tmp_path)
    (tmp_path / "components" / "A.vue").write_text("<template><i>{{ $page }}</i></template>")
    assert "quickjs" in modules_of_a_build(tmp_path)
