// @ts-check
// `?embedded`: a deck in a frame of another page keeps only the buttons to move and the colour scheme, and tells the
// page around it where it is.

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createEmbedded = ({ deck, root, settings }) => {
  if (!settings.isEmbedded) return { update() {}, destroy() {} };
  root.documentElement.classList.add("deckc-embedded");
  let told = "";
  return {
    update({ page, clicks }) {
      const nav = { page, clicks, total: deck.total, clicksTotal: deck.slide(page).clicks };
      const text = JSON.stringify(nav);
      if (text === told || window.parent === window) return;
      told = text;
      window.parent.postMessage({ source: "deckc", nav }, "*");
    },
    destroy: () => root.documentElement.classList.remove("deckc-embedded"),
  };
};
