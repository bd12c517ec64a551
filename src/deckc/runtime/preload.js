// @ts-check
// Fetches the background pictures of the slides to come: a browser leaves those of hidden elements alone.

const AHEAD = 3;

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} _root
 * @returns {import("./deck.js").Part}
 */
export const createPreload = (deck, _root) => {
  /** @type {Map<string, HTMLImageElement>} */
  const fetched = new Map();
  return {
    update(state) {
      for (let index = state.page; index < Math.min(state.page + AHEAD, deck.pages.length); index += 1) {
        for (const element of deck.pages[index].querySelectorAll('[style*="url("]')) {
          const [, address = ""] = /url\((["']?)(.*?)\1\)/.exec(element.getAttribute("style") ?? "")?.slice(1) ?? [];
          if (!address || address.startsWith("data:") || fetched.has(address)) continue;
          const image = new Image();
          image.src = address;
          fetched.set(address, image);
        }
      }
    },
  };
};
