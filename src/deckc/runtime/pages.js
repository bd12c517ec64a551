// @ts-check
// Shows the current slide and hides the others, with the transition between them.

import { runTransition } from "./transition.js";

/** A browser's own search finds the words of such an element, and tells before it shows them. */
const HIDDEN = "until-found";

/**
 * Shows a slide as one that comes anew: what was hidden until found keeps its animations, so that it goes
 * through `display: none` first.
 * @param {HTMLElement} page
 */
const reveal = (page) => {
  if (!page.hidden) return;
  page.setAttribute("hidden", "");
  void page.offsetHeight;
  page.removeAttribute("hidden");
};

/**
 * @param {import("./deck.js").Deck} deck
 * @returns {import("./deck.js").Part}
 */
export const createPages = (deck) => {
  const { pages } = deck;
  let shown = 0;
  /** @type {ReturnType<typeof runTransition> | null} */
  let running = null;

  /** @param {import("./deck.js").State} state */
  const showOnly = (state) => {
    pages.forEach((page, index) => {
      if (state.print) page.hidden = false;
      else if (index + 1 === state.page) reveal(page);
      else page.setAttribute("hidden", HIDDEN);
      page.inert = false;
    });
    shown = state.print ? 0 : state.page;
  };

  // its words may stand in any of its clicks: it is shown with all of them
  const find = (/** @type {any} */ { target }) => {
    const no = pages.indexOf(target) + 1;
    if (no) void deck.move(no, Infinity);
  };
  addEventListener("beforematch", find);

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
      reveal(entering);
      entering.inert = false;
      leaving.inert = true;
      running = runTransition(state.transition, [leaving], [entering], () => {
        if (pages[deck.state.page - 1] !== leaving) leaving.setAttribute("hidden", HIDDEN);
      });
      return running.finished;
    },
  };
};
