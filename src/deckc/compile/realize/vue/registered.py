"""Draw a component that no file is named after: `setup/main.ts` registers it on the app, itself or with a plugin.

<qr-code value="x"/>    ->   <template><component :is="found" v-bind="$attrs"/>    ->   <canvas class="qr">

Whether it does, only its own code knows: a component is made that looks for the name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckc.compile.realize.vue.draw import draw_tag
from deckc.compile.realize.vue.workshop import setups_of
from deckc.model.nodes import Element

if TYPE_CHECKING:
    from deckc.compile.realize.components.expand import Build, Expander

_NOBODY = "deckc-nobody"
_SOURCE = """<script setup>
import {{ resolveDynamicComponent }} from 'vue'
defineOptions({{ inheritAttrs: false }})
const found = resolveDynamicComponent({name})
</script>
<template>
<component v-if="typeof found === 'string'" :is="'{nobody}'"/>
<component v-else :is="found" v-bind="$attrs">{slots}</component>
</template>
"""
_SLOT = '<template #{0}="given"><slot name="{0}" v-bind="given"/></template>'


def find_registered(element: Element, expander: Expander) -> Build | None:
    """Return what gives the nodes of a registered component; None for a tag that nothing stands for."""
    deck = expander.deck
    # asked for by the slide itself, which is compiled again once there is one
    if next(setups_of(deck, deck.files), None) is None:
        return None

    def source(slots: Iterable[str]) -> str:
        places = "".join(map(_SLOT.format, slots))
        return _SOURCE.format(name=json.dumps(element.tag), nobody=_NOBODY, slots=places)

    nodes = draw_tag(element, source, expander)
    if nodes is None or any(isinstance(node, Element) and node.tag == _NOBODY for node in nodes):
        return None
    return lambda _, within: within.expand(nodes)
