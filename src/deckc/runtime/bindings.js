// @ts-check
// Keeps the bindings of what is on screen up to date: of the slide shown, the one being left, and the layers.

import { bind } from "./bind.js";
import { createScope } from "./scope.js";

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createBindings = (deck, root) => {
  const refresh = () => void deck.refresh();
  /** @type {WeakMap<Element, () => void>} */
  const bound = new WeakMap();

  /** A slide is bound when it is first shown. @param {number} no */
  const updateSlide = (no) => {
    const page = deck.pages[no - 1];
    const { bindings } = deck.slide(no) ?? { bindings: [] };
    if (!bindings.length) return;
    deck.keep(page);
    const update = bound.get(page) ?? bind(page, bindings, createScope(deck, no), refresh);
    bound.set(page, update);
    update();
  };

  const layers = Object.entries(deck.layers).map(([name, bindings]) => {
    const layer = root.querySelector(`:is(#slide-content, nav) > [data-dc-layer="${name}"]`);
    return layer && bind(layer, bindings, createScope(deck, 0), refresh);
  });

  return {
    update(state, previous) {
      if (state.print) deck.pages.forEach((_, index) => updateSlide(index + 1));
      else new Set([previous.page, state.page]).forEach(updateSlide);
      layers.forEach((update) => update?.());
    },
  };
};
