// @ts-check
// Names the window after what it shows: "Presenter - Deck - Slidev" (spec 12.4.10).

/** @type {Record<string, string>} */
const NAMES = { presenter: "Presenter", overview: "Overview", notes: "Notes", entry: "Entry", remote: "Remote" };

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createWindowTitle = ({ root }) => {
  let own = root.title;
  let shown = own;
  return {
    update({ view }) {
      if (root.title !== shown) own = root.title; // the deck has another while it is served
      shown = view ? `${NAMES[view]} - ${own}` : own;
      if (root.title !== shown) root.title = shown;
      root.documentElement.classList.toggle("deckc-in-view", view !== "" && view !== "presenter");
    },
    destroy: () => void (root.title = own),
  };
};
