// @ts-check
// Hands what is live to Vue, whose own script stands before this one (runtime/vue/): components with state.

import { createScope } from "./scope.js";

/** @type {(element: Element, scope: import("./scope.js").Scope) => (() => void) | void} */
let mountNow = () => {};

/**
 * Brings a copy of a slide or layer to life, with a scope of its own.
 * @param {Element} element
 * @param {import("./scope.js").Scope} scope
 */
export const mountIslands = (element, scope) => {
  const end = mountNow(element, scope);
  return { update() {}, destroy: () => end?.() };
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createIslands = (deck, root) => {
  /** @type {Map<any, any>} by the script that made them: `deckc serve` brings new ones (runtime/live.js) */
  const made = new Map();
  const islands = () => {
    const make = /** @type {any} */ (globalThis).deckcVue;
    if (make && !made.has(make)) made.set(make, make(deck));
    return made.get(make);
  };
  if (root === document) mountNow = (element, scope) => islands()?.mount(element, scope);
  const mountSlide = (/** @type {number} */ no) => {
    const page = deck.pages[no - 1];
    if (!page) return;
    deck.keep(page);
    islands().mount(page, createScope(deck, no));
  };
  return {
    update(state) {
      if (!islands()) return;
      for (const layer of root.querySelectorAll("[data-dc-layer]")) islands().mount(layer, createScope(deck, 0));
      if (state.print) deck.pages.forEach((_, index) => mountSlide(index + 1));
      else mountSlide(state.page);
      return Promise.all([...made.values()].map((each) => each.update()));
    },
    destroy: () => made.forEach((each) => each.destroy()),
  };
};
