// @ts-check
// Fits the canvas into the window: as large as both sides allow (spec 9.4.7).

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createScale = (deck, root) => {
  const container = /** @type {HTMLElement} */ (root.querySelector("#slide-container"));
  const content = /** @type {HTMLElement} */ (root.querySelector("#slide-content"));
  const html = root.documentElement;
  const { width, height } = deck.config;
  const draw = () => {
    // the container's height is made of --vh, so that goes first
    html.style.setProperty("--vh", `${innerHeight / 100}px`);
    const scale = Math.min(container.clientWidth / width, container.clientHeight / height);
    if (!scale) return; // not on screen
    html.style.setProperty("--slidev-slide-scale", String(scale));
    content.style.setProperty("--slidev-slide-scale", String(scale));
  };
  let isDrawn = false;
  window.addEventListener("resize", draw);
  return {
    update() {
      if (!isDrawn) draw();
      isDrawn = true;
    },
  };
};
