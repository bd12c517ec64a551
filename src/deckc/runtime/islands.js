// @ts-check
// Hands what is live to Vue, whose own script stands before this one (runtime/vue/): components with state.

import { createScope } from "./scope.js";

/** @type {(element: Element, scope: import("./scope.js").Scope) => void} */
let mountNow = () => {};

/**
 * Brings a copy of a slide or layer to life, with a scope of its own.
 * @param {Element} element
 * @param {import("./scope.js").Scope} scope
 */
export const mountIslands = (element, scope) => {
  mountNow(element, scope);
  return { update() {} };
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createIslands = (deck, root) => {
  const islands = /** @type {any} */ (globalThis).deckcVue?.(deck);
  if (!islands) return { update() {} };
  if (root === document) mountNow = islands.mount;
  for (const layer of root.querySelectorAll("[data-dc-layer]")) islands.mount(layer, createScope(deck, 0));
  const mountSlide = (/** @type {number} */ no) => {
    const page = deck.pages[no - 1];
    if (!page) return;
    deck.keep(page);
    islands.mount(page, createScope(deck, no));
  };
  return {
    update(state) {
      if (state.print) deck.pages.forEach((_, index) => mountSlide(index + 1));
      else mountSlide(state.page);
      return islands.update();
    },
    destroy: islands.destroy,
  };
};
