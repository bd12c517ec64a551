"""Films of a whole run, read back with ffprobe."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import Export

FFPROBE = shutil.which("ffprobe")

needs_ffmpeg = pytest.mark.skipif(FFPROBE is None, reason="ffmpeg is not installed")


def probe(path: Path) -> tuple[str, int, int, float]:
    asked = ("-show_entries", "stream=codec_name,width,height:format=duration", "-of", "json")
    ran = subprocess.run([FFPROBE or "", "-v", "error", *asked, path], capture_output=True, check=True)
    said = json.loads(ran.stdout)
    (stream,) = said["streams"]
    return stream["codec_name"], stream["width"], stream["height"], float(said["format"]["duration"])


@needs_ffmpeg
@pytest.mark.parametrize(("kind", "codec"), [("mp4", "h264"), ("webm", "vp9"), ("gif", "gif")])
def test_film_shows_every_click_for_its_time(folder: Path, export: Export, kind: str, codec: str) -> None:
    assert export("--video", kind, "--seconds", "0.5", "--scale", "0.5", "--range", "1-2") == 0
    found, width, height, seconds = probe(folder / f"talk-export.{kind}")

    assert (found, width, height) == (codec, 490, 276)
    assert seconds == pytest.approx(4 * 0.5, abs=0.25)


@needs_ffmpeg
def test_timings_of_some(folder: Path, export: Export) -> None:
    (folder / "run.txt").write_text("1 1  # each click of the first\n1.1 2\n\n")
    assert (
        export("--video", "--timings", "run.txt", "--seconds", "0.5", "--scale", "0.5", "--range", "1-2") == 0
    )
    assert probe(folder / "talk-export.mp4")[3] == pytest.approx(1 + 2 + 1 + 0.5, abs=0.25)


@needs_ffmpeg
def test_timings_that_cannot_be_read_are_told(
    folder: Path, export: Export, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "run.txt").write_text("1 1\nsoon\n")
    assert export("--video", "--timings", "run.txt") == 1
    assert 'error[export-timings]: line 2 of run.txt is no timing: "soon"' in capsys.readouterr().err


def test_no_ffmpeg_is_told(
    folder: Path, export: Export, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert export("--video") == 1
    assert "error[no-ffmpeg]" in capsys.readouterr().err
    assert not list(folder.glob("*.mp4"))
