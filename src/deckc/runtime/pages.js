// @ts-check
// Shows the current slide and hides the others, with the transition between them.

import { runTransition } from "./transition.js";

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} _root
 * @returns {import("./deck.js").Part}
 */
export const createPages = (deck, _root) => {
  const { pages } = deck;
  let shown = 0;
  /** @type {ReturnType<typeof runTransition> | null} */
  let running = null;

  /** @param {import("./deck.js").State} state */
  const showOnly = (state) => {
    pages.forEach((page, index) => {
      page.hidden = !state.print && index + 1 !== state.page;
      page.inert = false;
    });
    shown = state.print ? 0 : state.page;
  };

  return {
    update(state) {
      if (shown === state.page && !state.print) return;
      running?.finish();
      running = null;
      const leaving = pages[shown - 1];
      const entering = pages[state.page - 1];
      if (state.print || !leaving || !state.transition || state.transition === "view-transition") {
        showOnly(state);
        return;
      }
      shown = state.page;
      entering.hidden = false;
      entering.inert = false;
      leaving.inert = true;
      running = runTransition(state.transition, leaving, entering, () => {
        leaving.hidden = pages[deck.state.page - 1] !== leaving;
      });
      return running.finished;
    },
    destroy() {
      running?.finish();
    },
  };
};
