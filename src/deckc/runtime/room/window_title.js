// @ts-check
// Names the window after what it shows: "Presenter - Deck - Slidev" (spec 12.4.10).

/** @type {Record<string, string>} */
const NAMES = { presenter: "Presenter", overview: "Overview", notes: "Notes", entry: "Entry", remote: "Remote" };

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createWindowTitle = ({ root }) => {
  const own = root.title;
  return {
    update({ view }) {
      const title = view ? `${NAMES[view]} - ${own}` : own;
      if (root.title !== title) root.title = title;
      root.documentElement.classList.toggle("deckc-in-view", view !== "" && view !== "presenter");
    },
    destroy: () => (root.title = own),
  };
};
