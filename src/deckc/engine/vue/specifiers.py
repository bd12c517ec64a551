"""What an import says by its specifier alone: Slidev's own modules, icons, what a build tool would have to make.

known_target("~icons/carbon/add")      "deckc-stub:carbon-add"
why_not("./sums.ts?worker")            'it imports "./sums.ts?worker": web workers are not run; ...'
"""

from __future__ import annotations

from deckc.pattern import pattern

NOTHING = "nothing"
"""A module without content, for sheets that a plugin would make and deckc makes anyway."""
_CLIENT = pattern(r"@slidev/client(?:/(?!builtin/).*)?\Z|@slidev/types\Z|#slidev/(?:configs|shims?).*\Z")
_STUBS = pattern(r"(?:@slidev/client/builtin/(\w+)\.vue|#slidev/(title-renderer))\Z")
_ICON = pattern(r"~icons/([\w-]+)/([\w-]+)(?:\.\w+)?\Z")
_SHEETS = pattern(r"(?:virtual:)?(?:uno|unocss|windi)(?:\.css|:.*)\Z|@unocss/reset/")
_NEEDS_PLUGIN = pattern(r"(?:monaco-editor|twoslash|@shikijs/twoslash|@typescript/ata)(?=/|\Z)|virtual:.*")
_WORKER = pattern(r"\?(?:worker|sharedworker|worklet)(?:&|\Z)")


def known_target(specifier: str) -> str | None:
    """Return where an import leads that is no file or package: a specifier, a stub, or `NOTHING`; else None."""
    if _CLIENT.match(specifier):
        return "@slidev/client"
    if found := _STUBS.match(specifier):
        return f"deckc-stub:{found[1] or 'TitleRenderer'}"
    if found := _ICON.match(specifier):
        return f"deckc-stub:{found[1]}-{found[2]}"
    return NOTHING if _SHEETS.match(specifier) else None


def why_not(specifier: str) -> str:
    """Return why something cannot be imported, wherever it is; empty where it may be."""
    if found := _NEEDS_PLUGIN.match(specifier):
        return f'it imports "{found[0]}", which needs a plugin of a build tool'
    if _WORKER.search(specifier):
        return f'it imports "{specifier}": web workers are not run; do their work in the component'
    return ""
