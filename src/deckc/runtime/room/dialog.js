// @ts-check
// A dialog that is open while the deck's state names it; Escape, its button and a press beside it close it.

import { iconButton, make } from "./element.js";

/**
 * @param {import("./room.js").Room} room
 * @param {string} name
 * @param {string} title
 * @param {() => Node[]} fill makes the content, each time it opens
 * @param {() => void} [empty] called when it has closed
 */
export const createDialog = ({ deck, root, t }, name, title, fill, empty = () => {}) => {
  const close = () => void (deck.state.dialog === name && deck.set({ dialog: "" }));
  const body = make("div", { class: "deckc-dialog-body", tabindex: "-1", autofocus: true });
  const head = make("header", {}, make("h2", {}, title), iconButton("close", t("close"), close));
  const dialog = make("dialog", { class: `deckc-dialog deckc-ui deckc-${name}`, "aria-label": title, "data-deckc-ui": true }, head, body);
  dialog.addEventListener("click", (/** @type {MouseEvent} */ { target }) => target === dialog && close());
  dialog.addEventListener("close", () => {
    close();
    body.replaceChildren();
    empty();
  });
  root.body.append(dialog);
  return {
    dialog,
    body,
    head,
    close,
    update: (/** @type {import("../deck.js").State} */ state) => {
      const isOpen = state.dialog === name;
      if (isOpen === dialog.open) return;
      if (!isOpen) return dialog.close();
      body.replaceChildren(...fill());
      dialog.showModal();
    },
    destroy: () => dialog.remove(),
  };
};
