"""Draw PlantUML's diagrams: with `plantuml` or the jar in PLANTUML_JAR, else on the deck's server.

The program runs without access to files and network. A server is told what the diagrams say, so that none is
asked where DECKC_OFFLINE or CI is set.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterable

from deckc.model.services import Diagram, DrawnDiagram, Fetched, RemoteFetch

_TIME_LIMIT_S = 60.0
_DELIMITER = "deckc-next-diagram"
_ALPHABET = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_",
)
"""PlantUML's own order of the sixty-four digits."""
_HELP = "install `plantuml`, or set PLANTUML_JAR"


def draw_plantuml(diagrams: list[Diagram], remote: RemoteFetch) -> dict[Diagram, DrawnDiagram]:
    """Return what became of each diagram."""
    command = _find_program()
    if command is not None:
        return _draw_here(command, diagrams)
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        problem = f"no server is asked where CI is set; {_HELP}"
        return dict.fromkeys(diagrams, DrawnDiagram("", problem))
    return _draw_there(diagrams, remote)


def address_of(diagram: Diagram) -> str:
    """Return the address at which a server shows the diagram as SVG."""
    packed = zlib.compress(diagram.source.strip().encode(), 9)[2:-4]  # without zlib's frame
    packed += b"\0" * (-len(packed) % 3)
    return f"{diagram.server.rstrip('/')}/svg/{base64.b64encode(packed).translate(_ALPHABET).decode()}"


def _find_program() -> list[str] | None:
    jar = os.environ.get("PLANTUML_JAR", "")
    if jar and os.path.isfile(jar) and (java := shutil.which("java")):  # noqa: PTH113 - a path of the environment
        return [java, "-Djava.awt.headless=true", "-jar", jar]
    program = shutil.which("plantuml")
    return [program] if program else None


def _draw_here(command: list[str], diagrams: list[Diagram]) -> dict[Diagram, DrawnDiagram]:
    """Draw all diagrams in one run, which takes a second to start."""
    sources = "\n".join(_framed(diagram.source.strip()) for diagram in diagrams)
    arguments = ["-tsvg", "-pipe", "-pipedelimitor", _DELIMITER, "-charset", "UTF-8", "-nometadata"]
    try:
        done = subprocess.run(
            [*command, *arguments],
            input=sources.encode(),
            capture_output=True,
            timeout=_TIME_LIMIT_S,
            check=False,
            env={**os.environ, "PLANTUML_SECURITY_PROFILE": "SANDBOX"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return dict.fromkeys(diagrams, DrawnDiagram("", f"{command[0]} failed: {error}"))
    pictures = [part for part in done.stdout.decode("utf-8", "replace").split(_DELIMITER) if "<svg" in part]
    if len(pictures) != len(diagrams):
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0][:200]
        return dict.fromkeys(diagrams, DrawnDiagram("", f"{command[0]} failed: {said or 'no picture came'}"))
    return {diagram: DrawnDiagram(_picture(text)) for diagram, text in zip(diagrams, pictures, strict=True)}


def _framed(source: str) -> str:
    return source if source.startswith("@start") else f"@startuml\n{source}\n@enduml"


def _draw_there(diagrams: Iterable[Diagram], remote: RemoteFetch) -> dict[Diagram, DrawnDiagram]:
    addresses = {diagram: address_of(diagram) for diagram in diagrams}
    answers = remote.fetch(addresses.values())
    return {diagram: _answered(answers[address]) for diagram, address in addresses.items()}


def _answered(answer: Fetched | str) -> DrawnDiagram:
    if isinstance(answer, str):
        return DrawnDiagram("", f"the PlantUML server does not answer: {answer}; {_HELP}")
    text = answer.content.decode("utf-8", "replace")
    if "<svg" not in text:
        return DrawnDiagram("", f"the PlantUML server sent no picture; {_HELP}")
    return DrawnDiagram(_picture(text))


def _picture(text: str) -> str:
    """Return the `<svg>` of an SVG file."""
    start, end = text.find("<svg"), text.rfind("</svg>")
    return text[start : end + len("</svg>")] if end > start else ""
