// @ts-check
// The keys of spec 12.2. They are off while typing, while a button or link has the focus, and in print.

import { isOnControl, isTyping } from "./focus.js";
import { toggleFullscreen } from "./fullscreen.js";

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {Record<string, () => void>} by key, "shift " before it where it is held
 */
const movesOf = (deck, root) => {
  const { next, prev, neighbour } = deck;
  const on = () => void neighbour(1);
  const back = () => void neighbour(-1);
  return {
    " ": next,
    "shift  ": prev,
    ArrowRight: next,
    ArrowLeft: prev,
    "shift ArrowRight": on,
    "shift ArrowLeft": back,
    ArrowDown: on,
    ArrowUp: back,
    "shift ArrowDown": on,
    "shift ArrowUp": back,
    PageDown: next,
    PageUp: prev,
  };
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createKeyboard = (deck, root) => {
  const moves = movesOf(deck, root);
  /** @type {Record<string, () => void>} */
  const commands = {
    d: () => void (deck.config.schema === "auto" && deck.set({ dark: !deck.state.dark })),
    f: () => toggleFullscreen(root),
  };
  let timer = 0;

  const release = () => clearTimeout(timer);

  /**
   * A key that is held repeats after a second, then faster.
   * @param {() => void} act
   * @param {number} count
   */
  const repeat = (act, count) => {
    act();
    timer = window.setTimeout(() => repeat(act, count + 1), Math.max(1000 - 250 * count, 150));
  };

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (deck.state.print || deck.state.dialog || isTyping(root) || isOnControl(root)) return;
    const move = moves[`${event.shiftKey ? "shift " : ""}${event.key}`];
    const command = commands[event.key.toLowerCase()];
    if (!move && !command) return;
    event.preventDefault();
    if (event.repeat) return; // the browser's own rate is not the deck's
    release();
    if (move) repeat(move, 0);
    else command();
  };

  root.addEventListener("keydown", press);
  root.addEventListener("keyup", release);
  window.addEventListener("blur", release);
  return {
    update() {},
  };
};
