"""What the page of a served deck can export, and how: `deckc export` in a process of its own.

So the server's threads stay free, and an export that is cancelled leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import deckc
from deckc.export.formats import FORMATS
from deckc.serve import Choice, Exported, Exporter, ExportRun, Failed, Progress, Step

_END_S = 4.0
_TITLES = {
    "pdf": ("PDF", "PDF", "PDF"),
    "pdf-clicks": ("PDF, every click", "PDF（每个步骤一页）", "PDF（クリックごと）"),
    "pptx": ("PowerPoint, to be edited", "PowerPoint（可编辑）", "PowerPoint（編集可能）"),
    "pptx-images": ("PowerPoint, pictures", "PowerPoint（图片）", "PowerPoint（画像）"),
    "handout-2": ("Handout, 2 on a page", "讲义（每页 2 张）", "配布資料（1 ページ 2 枚）"),
    "handout-3": (
        "Handout, 3 on a page, lines",
        "讲义（每页 3 张，带横线）",
        "配布資料（1 ページ 3 枚、罫線付き）",
    ),
    "handout-4": ("Handout, 4 on a page", "讲义（每页 4 张）", "配布資料（1 ページ 4 枚）"),
    "handout-6": ("Handout, 6 on a page", "讲义（每页 6 张）", "配布資料（1 ページ 6 枚）"),
    "notes": ("Slides with notes (PDF)", "幻灯片与备注 (PDF)", "スライドとノート (PDF)"),
    "notes-only": ("Notes alone (PDF)", "仅备注 (PDF)", "ノートのみ (PDF)"),
    "png": ("PNG pictures", "PNG 图片", "PNG 画像"),
    "png-clicks": ("PNG, every click", "PNG（每个步骤）", "PNG（クリックごと）"),
    "jpeg": ("JPEG pictures", "JPEG 图片", "JPEG 画像"),
    "webp": ("WebP pictures", "WebP 图片", "WebP 画像"),
    "thumbnails": ("Small pictures", "缩略图", "サムネイル"),
    "md": ("Markdown with pictures", "Markdown（含图片）", "Markdown（画像付き）"),
    "text": ("Titles and notes as text", "标题与备注（纯文本）", "題名とノート（テキスト）"),
    "mp4": ("Film (MP4)", "视频 (MP4)", "動画 (MP4)"),
    "webm": ("Film (WebM)", "视频 (WebM)", "動画 (WebM)"),
    "gif": ("Film (GIF)", "动画 (GIF)", "アニメーション (GIF)"),
}
_CLICKS = "-clicks"
_PASSED_ON = ("theme", "keep_remote", "no_scripts", "yes")
"""Options of `serve` that say how a deck is compiled."""


def served_exporter(chosen: Namespace) -> Exporter:
    """Return what exports for `deckc serve`, with what its command line says of compiling."""
    passed_on = _passed_on(chosen)

    def begin(entry: Path, choice: str, folder: Path) -> ExportRun:
        return _Process([str(entry), *arguments_of(choice), *passed_on], folder)

    return Exporter(offered_choices(), begin)


def offered_choices() -> Sequence[Choice]:
    """Return every form there is, those with titles first."""
    plain = {name: (form.words,) * 3 for name, form in FORMATS.items() if name != "handout"}
    titles = {**_TITLES, **{name: words for name, words in plain.items() if name not in _TITLES}}
    return [Choice(name, dict(zip(("en", "zh", "ja"), of, strict=True))) for name, of in titles.items()]


def arguments_of(choice: str) -> list[str]:
    """Return what the command line of a choice says of its form: `handout-3` is `--handout 3`."""
    name, _, count = choice.rpartition("-")
    if name == "handout":
        return ["--handout", count]
    if choice in {"mp4", "webm", "gif"}:
        return ["--video", choice]
    if choice.endswith(_CLICKS):
        return [f"--{choice.removesuffix(_CLICKS)}", "--with-clicks"]
    return [f"--{choice}"]


def _passed_on(chosen: Namespace) -> list[str]:
    given: list[str] = []
    for name in _PASSED_ON:
        value = getattr(chosen, name, None)
        option = f"--{name.replace('_', '-')}"
        given += [option] if value is True else [f"{option}={value}"] if value else []
    return given


class _Process:
    """`deckc export` at work. It runs in the folder that it writes to."""

    def __init__(self, arguments: Sequence[str], folder: Path) -> None:
        self.folder = folder
        with _said(folder).open("wb") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "deckc", "export", "--json", *arguments],
                cwd=folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C in the terminal ends the server, and the server ends this
            )

    def steps(self) -> Iterator[Step]:
        """Yield what it prints."""
        end: Step | None = None
        with self.process:
            for line in self.process.stdout or ():
                step = _read_step(line, self.folder)
                if isinstance(step, Progress):
                    yield step
                else:
                    end = step or end
        said = _said(self.folder)
        words = said.read_text("utf-8", "replace")
        said.unlink()
        yield end or Failed(_last_word(words))

    def cancel(self) -> None:
        """Let it close its browser, and end it where that takes too long."""
        try:
            self.process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
            self.process.wait(_END_S)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(OSError):
                if os.name == "nt":
                    self.process.kill()
                else:
                    os.killpg(self.process.pid, signal.SIGTERM)


def _said(folder: Path) -> Path:
    return folder / ".deckc-said.txt"


def _last_word(said: str) -> str:
    """Return what a process that ended without a result has said of it."""
    lines = said.strip().splitlines() or ["the export ended without a result"]
    own = [line for line in lines if line.startswith("deckc: ")]
    return (own or lines)[-1][:500]


def _environment() -> Mapping[str, str]:
    """Return this process's environment, in which the same deckc is found from any folder."""
    paths = [str(Path(deckc.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONIOENCODING": "utf-8"}


def _read_step(line: str, folder: Path) -> Step | None:
    try:
        told: dict[str, Any] = json.loads(line)
    except ValueError:
        return None  # something else that was printed
    match told:
        case {"done": int(done), "total": int(total)}:
            return Progress(done, total)
        case {"output": str(output)}:
            return Exported(folder / output)
        case {"problem": str(problem)}:
            return Failed(problem, str(told.get("help", "")))
        case _:
            return None
