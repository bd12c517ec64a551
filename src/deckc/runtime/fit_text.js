// @ts-check
// Makes the text of <AutoFitText> as large as its box allows. data-dc-fit="30 100": smallest and largest size in
// px; with "lines" behind them the text may wrap, and its box's height is filled as well.

/** @param {HTMLElement} box */
const fit = (box) => {
  const [least, most, wraps] = (box.dataset.dcFit ?? "").split(" ");
  const inner = /** @type {HTMLElement} */ (box.firstElementChild);
  /** @param {number} size */
  const take = (size) => (box.style.fontSize = `${Math.max(Number(least), Math.min(Number(most), size))}px`);
  box.style.whiteSpace = wraps ? "normal" : "nowrap";
  take(Number(most));
  if (!wraps) {
    const size = (parseFloat(box.style.fontSize) * box.clientWidth) / (inner.offsetWidth || 1);
    if (size < Number(least)) box.style.whiteSpace = "";
    take(size);
    return;
  }
  const isFull = () => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  if (!isFull()) return;
  let [low, high] = [Number(least), Number(most)];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    take(middle);
    if (isFull()) high = middle;
    else low = middle;
  }
  take(low);
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createFitText = (deck, root) => {
  const draw = () =>
    deck.pages.forEach((page, index) => {
      if (!deck.state.print && index + 1 !== deck.state.page) return;
      /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-dc-fit]")).forEach(fit);
    });
  void root.fonts?.ready.then(draw);
  return { update: draw };
};
