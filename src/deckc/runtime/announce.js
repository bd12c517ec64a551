// @ts-check
// Tells a screen reader which slide is shown.

import { titleOf } from "./titles.js";

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createAnnounce = (deck, root) => {
  const region = root.querySelector(".deckc-announce");
  return {
    update(state, previous) {
      if (!region || state.page === previous.page) return;
      region.textContent = `${state.page} / ${deck.total}: ${titleOf(deck, state.page)}`;
    },
  };
};
