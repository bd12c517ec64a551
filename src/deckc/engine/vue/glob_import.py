"""Write out `import.meta.glob(...)` as the imports that it stands for.

const parts = import.meta.glob("./parts/*.vue", { eager: true })
import * as deckc_glob_0_0 from "./parts/A.vue"; const parts = {"./parts/A.vue": deckc_glob_0_0}

What is no literal stays as it is, and fails where it is run.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.pattern import pattern

_CALL = pattern(r"\bimport\.meta\.glob\s*(?:<[^()]*?>)?\s*\(")
_SCRIPT = pattern(r"<script\b[^>]*>")
_WHOLE = pattern(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`[^`]*`|[()]")
_PART = pattern(r"\*\*/?|\*|\?|\{([^{}]*)\}|[^*?{]+|\{")
_DEEPEST = 8
_MOST = 2000


@dataclass(frozen=True, slots=True)
class _Glob:
    """A call with its arguments."""

    patterns: tuple[str, ...]
    is_eager: bool
    member: str
    query: str


def with_globs(source: str, path: Path, root: Path, list_folder: Callable[[Path], tuple[Path, ...]]) -> str:
    """Return a module with its globs written out; `root` is what patterns from `/` and `@/` are relative to."""
    out: list[str] = []
    ahead: list[tuple[int, str]] = []
    at = 0
    for number, call in enumerate(_CALL.finditer(source)):
        end = _end_of(source, call.end())
        glob = _read(source[call.end() : end - 1]) if end else None
        if glob is None:
            continue
        imports, text = _written(glob, number, sorted(_matches(glob, path.parent, root, list_folder)))
        out += [source[at : call.start()], text]
        at = end
        ahead.append((_start_of(source, call.start(), path), imports))
    text = "".join([*out, source[at:]])
    for place, imports in reversed(ahead):  # a script's start lies ahead of all that was replaced in it
        text = text[:place] + imports + text[place:] if place <= len(text) else text
    return text


def _start_of(source: str, at: int, path: Path) -> int:
    """Return where imports may stand: at the start of the script around a place."""
    if path.suffix != ".vue":
        return 0
    return max((tag.end() for tag in _SCRIPT.finditer(source, 0, at)), default=0)


def _end_of(source: str, start: int) -> int:
    """Return the place behind the bracket that closes; 0 where none does."""
    depth = 1
    for token in _WHOLE.finditer(source, start):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return 0


def _read(arguments: str) -> _Glob | None:
    from deckc.expression import NotConstantError, evaluate, parse_expression

    expression = parse_expression(f"[{arguments}]", Span("", 1, 1), Report())
    try:
        given = evaluate(expression, {}) if expression is not None else None
    except NotConstantError:
        return None
    if not isinstance(given, list) or not given:
        return None
    patterns = given[0] if isinstance(given[0], list) else [given[0]]
    options = given[1] if len(given) > 1 and isinstance(given[1], dict) else {}
    query = options.get("query") or options.get("as") or ""
    if isinstance(query, dict):
        query = "&".join(str(name) for name in query)
    member = str(options.get("import") or ("default" if options.get("as") else ""))
    return _Glob(tuple(map(str, patterns)), bool(options.get("eager")), member, str(query).removeprefix("?"))


def _written(glob: _Glob, number: int, names: list[str]) -> tuple[str, str]:
    """Return the imports of a glob and the object that it gives."""
    imports, entries = "", []
    for index, name in enumerate(names):
        address = json.dumps(name + (f"?{glob.query}" if glob.query else ""))
        own = f"deckc_glob_{number}_{index}"
        if glob.is_eager:
            taken = f"{{ {glob.member} as {own} }}" if glob.member else f"* as {own}"
            imports += f"import {taken} from {address}; "
            entries.append(f"{json.dumps(name)}: {own}")
        else:
            then = f".then((made) => made[{json.dumps(glob.member)}])" if glob.member else ""
            entries.append(f"{json.dumps(name)}: () => import({address}){then}")
    return imports, f"({{{', '.join(entries)}}})"


def _matches(
    glob: _Glob, folder: Path, root: Path, list_folder: Callable[[Path], tuple[Path, ...]]
) -> Iterator[str]:
    """Yield the addresses of the files that patterns name; one with `!` takes files away."""
    wanted = [each for each in glob.patterns if not each.startswith("!")]
    unwanted = [_regex(_address(each[1:])) for each in glob.patterns if each.startswith("!")]
    found: dict[str, None] = {}
    for each in wanted:
        address = _address(each)
        base = root if address.startswith("/") else folder
        fixed = re.split(r"[*?{]", address.lstrip("/"), maxsplit=1)[0].rpartition("/")[0]
        start = Path(os.path.normpath(base / fixed))
        regex = _regex(address)
        for path in _files_below(start, list_folder, _DEEPEST if "**" in address else address.count("/") + 1):
            relative = os.path.relpath(path, base).replace(os.sep, "/")
            name = f"/{relative}" if base == root and address.startswith("/") else relative
            name = name if name.startswith(("/", "..")) else f"./{name}"
            if regex.fullmatch(name) and not any(no.fullmatch(name) for no in unwanted):
                found[name] = None
    return iter(found)


def _address(text: str) -> str:
    return f"/{text[2:]}" if text[:2] in {"@/", "~/"} else text


def _regex(address: str) -> re.Pattern[str]:
    made = ""
    for part in _PART.finditer(address):
        match part[0]:
            case "**/":
                made += r"(?:[^/.][^/]*/)*" if made else r"(?:\.*/)*(?:[^/.][^/]*/)*"
            case "**":
                made += r"(?:[^/.][^/]*/)*(?!\.)[^/]*"
            case "*":
                made += r"(?!\.)[^/]*"
            case "?":
                made += "[^/]"
            case text if part[1] is not None:
                made += f"(?:{'|'.join(map(re.escape, text[1:-1].split(',')))})"
            case text:
                made += re.escape(text)
    return re.compile(made)


def _files_below(folder: Path, list_folder: Callable[[Path], tuple[Path, ...]], depth: int) -> Iterator[Path]:
    """Yield what stands below a folder, without hidden folders and installed packages."""
    waiting, seen = [(folder, depth)], 0
    while waiting and seen < _MOST:
        at, left = waiting.pop()
        for path in list_folder(at):
            seen += 1
            if path.suffix:
                yield path
            elif left > 1 and path.name != "node_modules" and not path.name.startswith("."):
                waiting.append((path, left - 1))
