"""The icon before the title of a block of code (spec 5.6 rule 10).

`[src/main.ts]`                 vscode-icons, file-type-typescript
`[~i-carbon:code~ Example]`     carbon, code
`[Example]`                     none
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.components.icon import drawing_of
from deckc.diagnostics import Span
from deckc.model.code_title import icon_of_title
from deckc.model.nodes import CodeBlock, RawHtml

_VSCODE_ICONS: Mapping[str, str] = {
    "dotenv": ".env .env.example",
    "editorconfig": ".editorconfig",
    "eslint": ".eslintrc .eslintignore eslint.config",
    "git": ".gitignore .gitattributes",
    "js": ".js .jsx .mjs .cjs",
    "light-astro": "astro",
    "light-next": "next",
    "light-pnpm": "pnpm",
    "light-yaml": ".yml .yaml",
    "markdown": ".md",
    "node": "package.json",
    "npm": "npm .npmrc",
    "reactjs": "react",
    "typescript": ".ts .tsx .mts .cts",
    "unocss": "uno.config unocss.config",
    "vueconfig": "vue.config",
    "favicon": ".ico",
    "oxlint": ".oxlintrc",
    "tailwind": "tailwind.config",
    "tsconfig": "tsconfig.json",
    **{name: name for name in ("angular", "bun", "deno", "esbuild", "nuxt", "rollup", "svelte")},
    **{name: name for name in ("vite", "vue", "webpack", "yarn")},
    **{name: f".{name}" for name in ("css", "html", "json", "php", "scss", "svg", "vscode")},
    "python": ".py",
}
"""Icon -> parts of titles that ask for it; the longest part that a title holds wins."""


@cache
def _icons_by_part() -> tuple[tuple[str, tuple[str, str]], ...]:
    parts = {
        part: ("vscode-icons", f"file-type-{name}")
        for name, parts in _VSCODE_ICONS.items()
        for part in parts.split()
    }
    parts["solid"] = ("logos", "solidjs-icon")
    return tuple(sorted(parts.items(), key=lambda each: -len(each[0])))


def with_icon(block: CodeBlock, expander: Expander) -> CodeBlock:
    """Return a block with the icon of its title."""
    icon = title_icon(block.title or "", block.span, expander)
    return block if icon is None else replace(block, icon=icon)


def title_icon(title: str, span: Span, expander: Expander) -> RawHtml | None:
    """Return what is drawn before a title; an empty place where the icon is not to be had."""
    named = icon_of_title(title)
    if named is not None:
        drawing = _named_drawing(named, span, expander)
    else:
        lowered = title.lower()
        names = next((names for part, names in _icons_by_part() if part in lowered), None)
        if names is None:
            return None
        icon = expander.deck.services.icons.icon(*names)
        # nobody asked for this very icon, so nobody is told when its set cannot be had
        drawing = "" if icon is None else drawing_of(icon, expander)
    return RawHtml(f'<div class="slidev-code-icon">{drawing}</div>', span)


def _named_drawing(written: str, span: Span, expander: Expander) -> str:
    icons = expander.deck.services.icons
    names = icons.split(written.removeprefix("i-"))
    icon = icons.icon(*names) if names is not None else None
    if icon is not None:
        return drawing_of(icon, expander)
    problem = icons.problem(names[0]) if names is not None else 'write it like "i-carbon:code"'
    expander.report.warn("missing-icon", f'the icon "{written}" is not to be had', span, problem)
    return ""
