"""Find Pygments' lexer for a language as Shiki names it.

lexer_name("ts")      -> "typescript"
lexer_name("vue")     -> "html"          Pygments has no lexer of its own; this is the nearest
lexer_name("klingon") -> None
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

PLAIN = frozenset(["", "text", "txt", "plain", "plaintext", "ansi", "none", "output"])

_NEAREST: Mapping[str, str] = {
    "1c": "text",
    "1c-query": "sql",
    "actionscript-3": "actionscript3",
    "adoc": "text",
    "angular-html": "html",
    "angular-ts": "typescript",
    "apex": "java",
    "ara": "rust",
    "asciidoc": "text",
    "astro": "html",
    "ballerina": "java",
    "beancount": "text",
    "bicep": "terraform",
    "bird": "text",
    "bird2": "text",
    "blade": "html+php",
    "bsl": "text",
    "c3": "c",
    "cadence": "swift",
    "cairo": "rust",
    "cdc": "swift",
    "cjs": "javascript",
    "clarity": "scheme",
    "closure-templates": "html",
    "cmd": "batch",
    "codeowners": "text",
    "cql": "sql",
    "csv": "text",
    "cts": "typescript",
    "cue": "text",
    "dotenv": "properties",
    "dream-maker": "c",
    "edge": "html",
    "f": "fortran",
    "f03": "fortran",
    "f08": "fortran",
    "f18": "fortran",
    "f77": "fortranfixed",
    "f95": "fortran",
    "fluent": "text",
    "for": "fortranfixed",
    "fortran-fixed-form": "fortranfixed",
    "fortran-free-form": "fortran",
    "fs": "fsharp",
    "fsl": "text",
    "ftl": "text",
    "gdresource": "ini",
    "gdshader": "glsl",
    "genie": "vala",
    "git-commit": "text",
    "git-rebase": "text",
    "gjs": "javascript",
    "glimmer-js": "javascript",
    "glimmer-ts": "typescript",
    "gn": "python",
    "gql": "graphql",
    "gts": "typescript",
    "hack": "php",
    "hbs": "html+handlebars",
    "hjson": "json",
    "html-derivative": "html",
    "hurl": "text",
    "imba": "coffeescript",
    "jinja-html": "html+jinja",
    "jison": "text",
    "jsonc": "json5",
    "jsonl": "json",
    "jssm": "text",
    "just": "make",
    "kdl": "text",
    "kt": "kotlin",
    "kts": "kotlin",
    "lit": "typescript",
    "log": "text",
    "logo": "text",
    "marko": "html",
    "mbt": "rust",
    "mbti": "rust",
    "mdc": "markdown",
    "mdx": "markdown",
    "mermaid": "text",
    "mipsasm": "gas",
    "mjs": "javascript",
    "mmd": "text",
    "moonbit": "rust",
    "move": "rust",
    "mts": "typescript",
    "nar": "text",
    "narrat": "text",
    "nextflow": "groovy",
    "nextflow-groovy": "groovy",
    "nf": "groovy",
    "nu": "bash",
    "nushell": "bash",
    "objective-cpp": "objective-c++",
    "pkl": "text",
    "plantuml": "text",
    "plsql": "sql",
    "polar": "prolog",
    "postcss": "scss",
    "potx": "pot",
    "powerquery": "text",
    "prisma": "graphql",
    "ps": "powershell",
    "qmldir": "text",
    "qss": "css",
    "razor": "html",
    "reg": "registry",
    "regex": "text",
    "regexp": "text",
    "rel": "text",
    "riscv": "gas",
    "ron": "rust",
    "rosmsg": "text",
    "scad": "openscad",
    "sdbl": "sql",
    "shader": "hlsl",
    "shaderlab": "hlsl",
    "shellscript": "bash",
    "shellsession": "console",
    "soy": "html",
    "spl": "text",
    "splunk": "text",
    "ssh-config": "text",
    "styl": "sass",
    "stylus": "sass",
    "surql": "sql",
    "surrealql": "sql",
    "svelte": "html",
    "system-verilog": "systemverilog",
    "talon": "text",
    "talonscript": "text",
    "tasl": "text",
    "templ": "go",
    "tfvars": "terraform",
    "tres": "ini",
    "tscn": "ini",
    "ts-tags": "typescript",
    "tsp": "typescript",
    "tsv": "text",
    "typ": "typst",
    "typespec": "typescript",
    "vb": "vb.net",
    "viml": "vim",
    "vimscript": "vim",
    "vue": "html",
    "vue-html": "html",
    "vue-vine": "typescript",
    "vy": "python",
    "wasm": "wast",
    "wenyan": "text",
    "wiki": "wikitext",
    "wit": "text",
    "xsl": "xml",
    "zenscript": "java",
    "文言": "text",
}


@cache
def lexer_name(language: str) -> str | None:
    """Return the name of the lexer for a language; "text" for none at all, None where it is not known."""
    name = language.lower()
    if name in PLAIN:
        return "text"
    if name in _NEAREST:
        return _NEAREST[name]
    return name if name in _lexer_names() else None


def known_languages() -> tuple[str, ...]:
    """Return every name that can stand behind a fence."""
    return tuple(sorted({*PLAIN, *_NEAREST, *_lexer_names()} - {""}))


@cache
def _lexer_names() -> frozenset[str]:
    from pygments.lexers._mapping import LEXERS

    return frozenset(alias for _, _, aliases, _, _ in LEXERS.values() for alias in aliases)
