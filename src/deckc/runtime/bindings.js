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
  const pages = root.querySelectorAll("#slideshow > .slidev-page");
  const refresh = () => void deck.refresh();
  /** @type {(() => void)[]} */
  const bound = [];

  /** A slide is bound when it is first shown. @param {number} no */
  const updateSlide = (no) => {
    const { bindings } = deck.slide(no);
    if (!bindings.length) return;
    bound[no] ??= bind(pages[no - 1], bindings, createScope(deck, no), refresh);
    bound[no]();
  };

  const layers = Object.entries(deck.layers).map(([name, bindings]) => {
    const layer = root.querySelector(`:is(#slide-content, nav) > [data-dc-layer="${name}"]`);
    return layer && bind(layer, bindings, createScope(deck, 0), refresh);
  });

  return {
    update(state, previous) {
      if (state.print) deck.slides.forEach((_, index) => updateSlide(index + 1));
      else new Set([previous.page, state.page]).forEach(updateSlide);
      layers.forEach((update) => update?.());
    },
    destroy() {},
  };
};
