// @ts-check
// A finger's swipe over the page, and a click beside the canvas (spec 6.9, 12.2).

/**
 * Whether the element scrolls by itself, so that a swipe in it is not meant for the deck.
 * @param {EventTarget | null} target
 */
const scrolls = (target) => {
  for (let node = target instanceof Element ? target : null; node && node.id !== "slideshow"; node = node.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(node);
    if (/auto|scroll/.test(overflowX) && node.scrollWidth > node.clientWidth) return true;
    if (/auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight) return true;
  }
  return false;
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createPointer = (deck, root) => {
  const page = /** @type {HTMLElement} */ (root.querySelector("#page-root"));
  /** @type {{x: number, y: number} | null} */
  let begin = null;

  /** @param {TouchEvent} event */
  const touch = ({ touches, target }) => {
    const [finger] = touches;
    begin = touches.length === 1 && !scrolls(target) ? { x: finger.clientX, y: finger.clientY } : null;
  };

  /** @param {TouchEvent} event */
  const lift = ({ changedTouches, touches }) => {
    if (!begin || touches.length || deck.state.dialog || deck.state.print) return;
    const x = changedTouches[0].clientX - begin.x;
    const y = changedTouches[0].clientY - begin.y;
    begin = null;
    const isAcross = Math.abs(x) > 75 || Math.abs(x) > 0.3 * innerWidth;
    const isAlong = Math.abs(y) > 200 || Math.abs(y) > 0.4 * innerHeight;
    if (isAcross && Math.abs(x) >= Math.abs(y)) void (x < 0 ? deck.next() : deck.prev());
    else if (isAlong) void deck.neighbour(y < 0 ? 1 : -1);
  };

  /** @param {PointerEvent} event */
  const press = ({ button, target, clientX, pointerType }) => {
    if (button || pointerType === "touch" || deck.state.print) return;
    if (/** @type {Element} */ (target).id !== "slide-container") return;
    void (clientX > innerWidth / 2 ? deck.next() : deck.prev());
  };

  page.addEventListener("touchstart", touch, { passive: true });
  page.addEventListener("touchend", lift, { passive: true });
  page.addEventListener("pointerdown", press);
  return {
    update() {},
  };
};
