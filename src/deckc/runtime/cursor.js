// @ts-check
// Hides the cursor when it rests, as on a stage.

const REST_MS = 2000;

/**
 * @param {import("./deck.js").Deck} _deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createCursor = (_deck, root) => {
  let timer = 0;
  const rest = () => root.body.classList.add("deckc-idle");
  const wake = () => {
    clearTimeout(timer);
    root.body.classList.remove("deckc-idle");
    timer = window.setTimeout(rest, REST_MS);
  };
  root.addEventListener("pointermove", wake, { passive: true });
  return {
    update() {},
  };
};
