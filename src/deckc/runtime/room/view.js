// @ts-check
// A view that stands in place of the slides: overview page, notes, remote, entry. It is built when it is shown.

import { make } from "./element.js";

/**
 * @typedef {object} Built
 * @property {(Node | string)[]} nodes
 * @property {(state: import("../deck.js").State) => void} [update]
 * @property {() => void} [destroy]
 */

/**
 * @param {import("./room.js").Room} room
 * @param {string} name as in the deck's state and in the address
 * @param {string} label
 * @param {() => Built} build
 * @returns {import("../deck.js").Part}
 */
export const createView = ({ root }, name, label, build) => {
  const app = /** @type {HTMLElement} */ (root.querySelector("#app"));
  /** @type {HTMLElement | null} */
  let main = null;
  /** @type {Built | null} */
  let built = null;
  const close = () => {
    if (!main) return;
    built?.destroy?.();
    main.remove();
    main = built = null;
    app.inert = false;
  };
  return {
    update(state) {
      if (state.view !== name || state.print) return close();
      if (!main) {
        built = build();
        main = /** @type {HTMLElement} */ (
          make("main", { class: `deckc-view deckc-ui deckc-view-${name}`, "aria-label": label, "data-deckc-ui": true }, ...built.nodes)
        );
        root.body.append(main);
        app.inert = true; // nothing behind is reached
      }
      built?.update?.(state);
    },
    destroy: close,
  };
};
