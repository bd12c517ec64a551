"""No component, and no package that it imports, brings a file from outside of the project into the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.engine.vue import VueRunner
from deckc.model.files import DiskFiles
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles

WAYS = {
    "require": "const x = require('{away}/keys.json').key",
    "text in backticks": "const x = (await import(`{away}/keys.json`)).default.key",
    "comment": "const x = (await import(/* c */ '{away}/keys.json')).default.key",
    "type": "const x = (await import('{away}/keys.json', {{ with: {{ type: 'json' }} }})).default.key",
    "computed": "const name = 'keys'\nconst x = (await import(`../../../../../../../../../..{away}/${{name}}.json`)).default.key",
    "package": "import x from 'evil'",
    "main file": "import x from 'evil-main'",
    "path in a package": "import x from 'evil/../../..{away}/keys.json'",
}


@pytest.mark.usefixtures("runner")
@pytest.mark.parametrize("way", WAYS)
def test_a_file_outside_is_told_and_not_shown(way: str, tmp_path: Path) -> None:
    away, deck = tmp_path / "away", tmp_path / "deck"
    for path, text in {
        away / "keys.json": '{"key": "SECRET"}',
        deck / "slides.md": "<A/> <Fine/>",
        deck
        / "components/A.vue": f"<script setup>\n{WAYS[way].format(away=away)}\n</script>\n<template><button @click='1'>{{{{ x }}}}</button></template>",
        deck / "components/Fine.vue": "<template><b>fine</b></template>",
        deck / "node_modules/evil/package.json": '{"name": "evil", "version": "1.0.0"}',
        deck / "node_modules/evil/index.js": f"import s from '{away}/keys.json'; export default s.key",
        deck
        / "node_modules/evil-main/package.json": '{"name": "evil-main", "main": "../../../away/keys.json"}',
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    services = Services(IconSets(deck), RemoteFiles(), vue=lambda: VueRunner(deck))
    made = compile_deck(deck / "slides.md", DiskFiles(deck), services)
    [told] = made.report.diagnostics
    assert told.code == "broken-component"
    assert told.span is not None
    assert told.span.path == "components/A.vue"
    assert "<b>fine</b>" in made.site.files["index.html"].decode()
    assert not any(b"SECRET" in content for content in made.site.files.values())


@pytest.mark.usefixtures("runner")
@pytest.mark.parametrize("click", ["", " @click='1'"])
def test_a_text_that_names_a_file_as_deckc_does_is_told_where_it_stands(click: str, tmp_path: Path) -> None:
    away, deck = tmp_path / "away", tmp_path / "deck"
    for path, text in {
        away / "keys": "SECRET",
        deck / "slides.md": "<A/>\n\n---\n\n<A/>",
        deck / "components/A.vue": f'<template><p{click}>"deckc-file:{away}/keys:"</p></template>',
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    services = Services(IconSets(deck), RemoteFiles(), vue=lambda: VueRunner(deck))
    made = compile_deck(deck / "slides.md", DiskFiles(deck), services)
    [told] = made.report.diagnostics
    assert (told.code, str(told.span)) == ("asset-outside", "components/A.vue:1:1")
    assert not any(b"SECRET" in content for content in made.site.files.values())


def test_a_module_that_is_only_spoken_of_is_not_imported(runner: object, tmp_path: Path) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "components/A.vue").write_text(
        "<script setup>\nconst x = \"import('./gone.js')\" // import('./gone.js')\n</script>\n<template><p>{{ x }}</p></template>"
    )
    (tmp_path / "slides.md").write_text("<A/>")
    services = Services(IconSets(tmp_path), RemoteFiles(), vue=lambda: runner)
    made = compile_deck(tmp_path / "slides.md", DiskFiles(tmp_path), services)
    assert [str(each.message) for each in made.report.diagnostics] == []


@pytest.mark.parametrize("name", ["--global", "-g", "$(id)", "a;b", "file:", "@a/../b", "x@1"])
def test_what_is_no_name_of_a_package_is_not_asked_of_npm(name: str, runner: object, tmp_path: Path) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "components/A.vue").write_text(
        f"<script setup>\nimport x from '{name}'\n</script>\n<template><p>{{{{ x }}}}</p></template>"
    )
    (tmp_path / "slides.md").write_text("<A/>")
    services = Services(IconSets(tmp_path), RemoteFiles(), vue=lambda: runner)
    [told] = compile_deck(tmp_path / "slides.md", DiskFiles(tmp_path), services).report.diagnostics
    assert f'it imports "{name}", which is not there' in told.message


@pytest.mark.usefixtures("runner")
@pytest.mark.parametrize("code", ["syntax error here", "import './gone.js'"])
def test_a_broken_package_breaks_those_that_import_it(code: str, tmp_path: Path) -> None:
    for path, text in {
        "slides.md": "<A/> <Fine/>",
        "components/A.vue": "<script setup>\nimport x from 'sick'\n</script>\n<template><p>{{ x }}</p></template>",
        "components/Fine.vue": "<template><b>fine</b></template>",
        "node_modules/sick/package.json": '{"name": "sick"}',
        "node_modules/sick/index.js": code,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    services = Services(IconSets(tmp_path), RemoteFiles(), vue=lambda: VueRunner(tmp_path))
    made = compile_deck(tmp_path / "slides.md", DiskFiles(tmp_path), services)
    [told] = made.report.diagnostics
    assert told.span is not None
    assert (told.span.path, told.span.line) == ("components/A.vue", 2)
    assert 'the package "sick" cannot be put in' in told.message
    assert "<b>fine</b>" in made.site.files["index.html"].decode()
