// @ts-check

/**
 * A slide's title as plain text: inline Markdown reduced, or "Slide 3" where it has none.
 * @param {import("./deck.js").Deck} deck
 * @param {number} no
 */
export const titleOf = (deck, no) => {
  const title = (deck.slide(no).title ?? "")
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`~]|\b_|_\b/g, "")
    .trim();
  return title || `Slide ${no}`;
};
