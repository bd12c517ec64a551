// @ts-check
// The control bar: its buttons say what they do in data-deckc-action.

import { toggleFullscreen } from "./fullscreen.js";

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createControls = (deck, root) => {
  const bar = /** @type {HTMLElement} */ (root.querySelector(".deckc-controls"));
  /** @param {string} action */
  const button = (action) =>
    /** @type {HTMLButtonElement | null} */ (bar.querySelector(`[data-deckc-action="${action}"]`));
  const count = bar.querySelector(".deckc-count");
  /** @type {Record<string, () => unknown>} */
  const actions = {
    fullscreen: () => toggleFullscreen(root),
    prev: deck.prev,
    next: deck.next,
    dark: () => deck.set({ dark: !deck.state.dark }),
  };

  /** @param {MouseEvent} event */
  const press = (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("button");
    actions[pressed?.dataset.deckcAction ?? ""]?.();
    // a press with the mouse must not take the deck's keys away; one from the keyboard has no detail
    if (event.detail) pressed?.blur();
  };
  bar.addEventListener("click", press);

  return {
    update(state) {
      bar.hidden = state.print !== "";
      if (count) count.textContent = `${state.page} / ${deck.total}`;
      const { start, clicks } = deck.slide(state.page);
      button("prev")?.setAttribute("aria-disabled", String(state.page === 1 && state.clicks <= start));
      button("next")?.setAttribute("aria-disabled", String(state.page === deck.total && state.clicks >= clicks));
      button("dark")?.setAttribute("aria-pressed", String(state.dark));
    },
  };
};
