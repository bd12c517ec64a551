"""Make a film of a whole run: each click is shown for a while, as MP4, WebM or GIF.

    await write_mp4(job, session)    talk-export.mp4, 84 clicks in 4:12

`--seconds` says how long a click stands, `--timings FILE` how long some of them do: a slide, or a click of it, and
its seconds on each line ("3 8" or "3.1 2.5").
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from deckc.compile.write import replace_file
from deckc.export.job import ExportJob, Written
from deckc.export.pictures import PNG, take_pictures
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession
from deckc.export.states import State

_FRAMES = "fps=10,tpad=stop_mode=clone:stop_duration={longest:.3f},trim=end={length:.3f}"
"""Enough for pictures that stand. The last one would be shown for a moment only: it is held, and then cut off."""
_EVEN = "scale=trunc(iw/2)*2:trunc(ih/2)*2,format=yuv420p"
"""What players can show: sides of even length, colours as television has them."""
_ENCODINGS = {
    ".mp4": (
        *("-vf", f"{_FRAMES},{_EVEN}", "-c:v", "libx264", "-tune", "stillimage"),
        *("-crf", "18", "-movflags", "+faststart"),
    ),
    ".webm": (
        *("-vf", f"{_FRAMES},{_EVEN}", "-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0"),
        *("-deadline", "good", "-cpu-used", "5"),
    ),
    ".gif": (
        "-lavfi",
        f"{_FRAMES},split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer",
    ),
}


async def write_video(job: ExportJob, session: BrowserSession) -> Written:
    """Write the film whose suffix the output has.

    Raises:
        ExportError: There is no ffmpeg, it failed, or the timings cannot be read.
    """
    program = shutil.which("ffmpeg")
    if program is None:
        raise ExportError(
            "no-ffmpeg",
            "a film is made by ffmpeg, which is not there",
            "install it: apt, dnf, brew or winget install ffmpeg",
        )
    seconds = _seconds(job, await asyncio.to_thread(_read_timings, job.options.timings))
    with tempfile.TemporaryDirectory(prefix="deckc-export-") as folder:
        place = Path(folder)
        names = await take_pictures(job, session, PNG, job.options.scale, place)
        (place / "run.txt").write_text(_run_sheet(names, seconds), encoding="utf-8")
        await _encode(program, place, job.output.suffix, seconds)
        job.output.parent.mkdir(parents=True, exist_ok=True)
        replace_file(job.output, (place / f"run{job.output.suffix}").read_bytes())
    whole = round(sum(seconds))
    return Written(job.output, f"{len(names)} clicks in {whole // 60}:{whole % 60:02}")


def _read_timings(file: str) -> Mapping[str, float]:
    """Return seconds by "3" or "3.1"; what stands behind a # is a remark."""
    if not file:
        return {}
    timings: dict[str, float] = {}
    for number, line in enumerate(Path(file).read_text(encoding="utf-8").splitlines(), 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        try:
            name, value = words
            timings[name] = float(value)
        except ValueError:
            timings[""] = 0
        if not all(0 < value < 3600 for value in timings.values()):
            raise ExportError(
                "export-timings",
                f'line {number} of {file} is no timing: "{line.strip()}"',
                'write a slide, or a click of it, and its seconds: "3 8" or "3.1 2.5"',
            )
    return timings


def _seconds(job: ExportJob, timings: Mapping[str, float]) -> list[float]:
    """Return how long each state is shown; the time of a slide is for each of its clicks."""

    def of(state: State) -> float:
        named = timings.get(f"{state.number}.{state.clicks}", timings.get(str(state.number)))
        return job.options.seconds if named is None else named

    return [of(state) for state in job.states]


def _run_sheet(names: Sequence[str], seconds: Sequence[float]) -> str:
    """Return the list that ffmpeg reads."""
    lines = [f"file '{name}'\nduration {time:g}" for name, time in zip(names, seconds, strict=True)]
    return "ffconcat version 1.0\n" + "\n".join(lines) + "\n"


async def _encode(program: str, folder: Path, suffix: str, seconds: Sequence[float]) -> None:
    film = f"run{suffix}"
    encoding = [part.format(longest=seconds[-1], length=sum(seconds)) for part in _ENCODINGS[suffix]]
    made = await asyncio.create_subprocess_exec(
        *(program, "-v", "error", "-y", "-f", "concat", "-i", "run.txt"),
        *encoding,
        *("-fflags", "+bitexact", "-flags", "+bitexact", "-an", film),
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, said = await made.communicate()
    except asyncio.CancelledError:
        made.kill()
        raise
    if made.returncode:
        words = said.decode("utf-8", "replace").strip().splitlines()
        raise ExportError(
            "ffmpeg-failed",
            f"ffmpeg failed: {words[-1][:200] if words else made.returncode}",
            f"see that it can write {suffix.removeprefix('.')} files: ffmpeg -encoders",
        )
