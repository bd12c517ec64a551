"""Open the author's editor at a place in a file: that of DECKC_EDITOR, VISUAL or EDITOR.

open_editor(Path("/talk/slides.md"), 14, 9)      code --goto /talk/slides.md:14:9
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"))
_COLON = frozenset(("subl", "sublime_text", "zed", "atom", "hx-gui", "lapce"))
_JETBRAINS = frozenset(("idea", "pycharm", "webstorm", "phpstorm", "goland", "clion", "rider", "rubymine"))
_PLUS = frozenset(
    ("gvim", "mvim", "gedit", "kate", "emacsclient", "vim", "nvim", "vi", "nano", "emacs", "micro", "hx")
)
_IN_TERMINAL = frozenset(("vim", "nvim", "vi", "nano", "emacs", "micro", "hx", "helix", "joe", "ne"))


def editor_command(file: Path, line: int, column: int) -> Sequence[str] | None:
    """Return the command that opens the editor; None where none is set."""
    named = next(
        (value for key in ("DECKC_EDITOR", "VISUAL", "EDITOR") if (value := os.environ.get(key))), ""
    )
    words = shlex.split(named)
    if not words:
        return None
    name = _name_of(words)
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}:{column}"]
    if name in _COLON:
        return [*words, f"{file}:{line}:{column}"]
    if name in _JETBRAINS:
        return [*words, "--line", str(line), "--column", str(column), str(file)]
    return [*words, f"+{line}", str(file)] if name in _PLUS else [*words, str(file)]


def needs_terminal(command: Sequence[str]) -> bool:
    """Return whether the editor runs in the terminal that it is started from."""
    return _name_of(command) in _IN_TERMINAL


def open_editor(file: Path, line: int = 1, column: int = 1) -> bool:
    """Open an editor that has a window of its own; return whether there is one."""
    command = editor_command(file, line, column)
    if command is None or needs_terminal(command):
        return False
    try:
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError:
        return False
    return True


def _name_of(command: Sequence[str]) -> str:
    return Path(command[0]).name.removesuffix(".exe").removesuffix(".cmd").lower()
