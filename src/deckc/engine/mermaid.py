"""Draw Mermaid's diagrams in processes of their own, as many as there are processors.

A process can be ended: a diagram that never comes to an end, or one that brings the engine down, costs only
itself. The engine takes about half a second to load, so that several diagrams share one.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from itertools import islice

from deckc.engine.svg import clean_svg
from deckc.model.services import Diagram, DrawnDiagram

_TIME_LIMIT_S = 60.0
"""For one diagram; the slowest real one, a timeline, takes a few seconds."""
_MOST_PROCESSES = 4
_BAD_LINE = re.compile(r"\b(?:on|at) line:? *(\d+)", re.IGNORECASE)
_EXPECTATION = re.compile(r"\nExpecting .*? got ('[^'\n]*')", re.DOTALL)
_LINE = re.compile(r" (?:on|at) line:? *\d+", re.IGNORECASE)
_POINTER = re.compile(r"\n[^\n]*\n-*\^")

_TOO_LONG = DrawnDiagram("", f"it takes longer than {_TIME_LIMIT_S:g} s")
_BROKEN = DrawnDiagram("", "Mermaid's engine broke off")


def draw_mermaid(diagrams: list[Diagram]) -> dict[Diagram, DrawnDiagram]:
    """Return what became of each diagram."""
    if find_spec("mermaidx") is None:
        return dict.fromkeys(diagrams, DrawnDiagram("", "mermaidx is not installed; `pip install mermaidx`"))
    groups = list(_by_source(diagrams).values())
    count = min(len(groups), os.cpu_count() or 1, _MOST_PROCESSES)
    shares = [groups[start::count] for start in range(count)]
    with ThreadPoolExecutor(count) as pool:
        results = pool.map(lambda share: list(_draw_share(share)), shares)
        return dict(pair for result in results for pair in result)


def _by_source(diagrams: list[Diagram]) -> dict[tuple[str, str], list[Diagram]]:
    """Return the diagrams in groups that differ in their theme alone, which the engine draws faster together."""
    groups: dict[tuple[str, str], list[Diagram]] = {}
    for diagram in diagrams:
        groups.setdefault((diagram.source, diagram.settings), []).append(diagram)
    return groups


def _draw_share(groups: list[list[Diagram]]) -> Iterator[tuple[Diagram, DrawnDiagram]]:
    """Yield what became of some groups; where a process ends early the rest goes into a new one."""
    while groups:
        lines, failure = _run(groups)
        answers = iter(lines)
        for group in groups.copy():
            answer = list(islice(answers, len(group)))
            if len(answer) < len(group):
                yield from ((diagram, failure) for diagram in group)
                groups = groups[1:]
                break
            yield from ((diagram, _drawn(line)) for diagram, line in zip(group, answer, strict=True))
            groups = groups[1:]


def _run(groups: list[list[Diagram]]) -> tuple[list[str], DrawnDiagram]:
    """Return a line for each diagram drawn, and what became of the next one if there are too few."""
    task = [[[d.source, d.theme, json.loads(d.settings)] for d in group] for group in groups]
    command = [sys.executable, "-P", "-m", "deckc.engine.mermaid_process"]
    limit = _TIME_LIMIT_S * sum(map(len, groups))
    try:
        done = subprocess.run(
            command,
            input=json.dumps(task).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return _whole_lines(error.stdout or b""), _TOO_LONG
    except OSError as error:
        return [], DrawnDiagram("", f"no process can be started: {error}")
    return _whole_lines(done.stdout), _BROKEN


def _whole_lines(output: bytes) -> list[str]:
    return output.decode("utf-8", "replace").split("\n")[:-1]


def _drawn(line: str) -> DrawnDiagram:
    answer = json.loads(line)
    if "svg" in answer:
        return DrawnDiagram(clean_svg(answer["svg"]))
    message = str(answer["error"])
    found = _BAD_LINE.search(message)
    return DrawnDiagram("", _shortened(message), is_mistake=True, line=int(found[1]) if found else 0)


def _shortened(message: str) -> str:
    """Return a parser's message on one line: what it met, without the text around it and all that it expected."""
    got = _EXPECTATION.search(message)
    head = _POINTER.sub("", message).partition("\n")[0].partition(": ")
    text = (head[2] if head[0].endswith("Error") else "".join(head)).strip().rstrip(":.")
    text = _LINE.sub("", text)[:200] or "unknown error"
    return f"{text[0].lower()}{text[1:]}, unexpected {got[1]}" if got else text[0].lower() + text[1:]
