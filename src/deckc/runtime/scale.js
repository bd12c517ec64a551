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
  let drawn = "";
  const draw = () => {
    const scale = Math.min(container.clientWidth / width, container.clientHeight / height);
    const size = `${scale} ${innerHeight}`;
    if (!scale || size === drawn) return;
    drawn = size;
    html.style.setProperty("--vh", `${innerHeight / 100}px`);
    html.style.setProperty("--slidev-slide-scale", String(scale));
    content.style.setProperty("--slidev-slide-scale", String(scale));
  };
  const watch = new ResizeObserver(draw);
  watch.observe(container);
  return { update: draw, destroy: () => watch.disconnect() };
};
