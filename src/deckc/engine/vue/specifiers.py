"""What an import says by its specifier alone: Slidev's own modules, icons, Node's, what a build tool would have to make.

known_target("~icons/carbon/add")      "deckc-stub:carbon-add"
why_not("./sums.ts?worker")            'it imports "./sums.ts?worker": web workers are not run; ...'
"""

from __future__ import annotations

from deckc.pattern import pattern

NOTHING = "nothing"
"""A module without content, for sheets that a plugin would make and deckc makes anyway."""
_CLIENT = pattern(
    r"@slidev/client(?:/(?!builtin/|internals/|pages/|layouts/|setup/|modules/|App\.vue).*)?\Z|@slidev/types\Z|#slidev/(?:configs|shims?).*\Z"
)
_STUBS = pattern(r"(?:@slidev/client/builtin/(\w+)\.vue|#slidev/(title-renderer))\Z")
_ICON = pattern(r"~icons/([\w-]+)/([\w-]+)(?:\.\w+)?\Z")
_SHEETS = pattern(r"(?:virtual:)?(?:uno|unocss|windi)(?:\.css|:.*)\Z|@unocss/reset/")
_NEEDS_PLUGIN = pattern(r"(?:monaco-editor|twoslash|@shikijs/twoslash|@typescript/ata)(?=/|\Z)|virtual:.*")
NODE_MODULES: tuple[str, ...] = tuple(
    """assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns
    dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix
    path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers
    stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm wasi
    worker_threads zlib""".split()
)
"""What Node brings along."""
_OF_NODE = frozenset(NODE_MODULES)
_INTERFACE = pattern(r"@slidev/client/(?:(?:internals|pages|layouts|setup|modules)/|App\.vue)")
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


def is_of_node(specifier: str) -> bool:
    """Return whether an import means a module of Node's, unless a package of that name is installed."""
    return specifier.startswith("node:") or specifier in _OF_NODE


def not_in_pages(specifier: str) -> str:
    """Return why a module of Node's cannot be imported."""
    return f'it imports "{specifier}", a module of Node, which no page has'


def why_not(specifier: str) -> str:
    """Return why something cannot be imported, wherever it is; empty where it may be."""
    if found := _NEEDS_PLUGIN.match(specifier):
        return f'it imports "{found[0]}", which needs a plugin of a build tool'
    if _INTERFACE.match(specifier):
        return f'it imports "{specifier}", a part of Slidev\'s own interface, which deckc draws itself'
    if _WORKER.search(specifier):
        return f'it imports "{specifier}": web workers are not run; do their work in the component'
    return ""
