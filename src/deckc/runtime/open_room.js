// @ts-check
// Brings in what a speaker needs beside the slides (runtime/room/): presenter view, overview, drawing ... Its script
// stands in the page as text, allowed by its hash, and is run when it is asked for, else shortly after the first paint.

const WAIT_MS = 200;
const ASKS = ["keydown", "pointerdown", "contextmenu"];

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @param {((deck: any, root: any) => import("./deck.js").Part)[]} content what draws a slide
 * @returns {import("./deck.js").Part}
 */
export const createRoom = (deck, root, content) => {
  const { hash } = location;
  const source = root.querySelector("[data-deckc-room]");
  /** @type {import("./deck.js").Part | undefined} */
  let room;

  const open = () => {
    if (room || !source || deck.state.print) return;
    const script = root.createElement("script");
    script.textContent = source.textContent;
    root.head.append(script);
    script.remove();
    room = /** @type {any} */ (window).deckc.room.start(deck, root, content, hash);
    room?.update(deck.state, deck.state);
  };
  ASKS.forEach((name) => addEventListener(name, open, { capture: true, once: true }));
  setTimeout(open, WAIT_MS);

  return {
    update(state, previous) {
      if (state.view || state.dialog) open();
      room?.update(state, previous);
    },
  };
};
