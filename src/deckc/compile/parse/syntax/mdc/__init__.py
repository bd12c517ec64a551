"""MDC, also called Comark (spec 5.9): components and attributes in Markdown, where a deck says `mdc: true`.

    [text]{.red}               <span class="red">text</span>
    :carbon-add                <carbon-add />
    ::card{title="A"}          <card title="A">text</card>
    text
    ::

What it makes of text that was not meant for it is Slidev's as well: `[maybe]` loses its brackets. The order in
which the rules are put before each other decides which of them sees a line first.
"""

from __future__ import annotations

from deckc.compile.parse.syntax.mdc import attributes, block, component, shorthand, slot, span, yaml_block
from deckc.compile.parse.writer import Dialect


def install(dialect: Dialect) -> None:
    """Add every rule."""
    for rule in (shorthand, block, yaml_block, slot, attributes, span, component):
        rule.install(dialect)
