// @ts-check
// Bars between the presenter's panes: dragged, or moved with the arrow keys. What is chosen is kept for each layout.

import { make } from "./element.js";
import { recall, remember } from "./memory.js";

const SMALLEST_SHARE = 20;
const LARGEST_SHARE = 85;
const SHARE_STEP = 2;

/** Shares of the window in percent: of the left column, of the upper row. @type {Record<string, Record<string, number>>} */
const FIRST = { 1: { x: 66, y: 40 }, 2: { x: 40, y: 58 }, 3: { x: 58, y: 56 } };

/**
 * @param {HTMLElement} grid
 * @param {(key: string) => string} t
 */
export const createPanes = (grid, t) => {
  let layout = String(recall("layout", 1));

  /** @param {string} axis */
  const shareOf = (axis) => recall(`pane${layout}${axis}`, FIRST[layout]?.[axis] ?? 60);

  /**
   * @param {string} axis
   * @param {number} share
   */
  const resize = (axis, share) => {
    remember(`pane${layout}${axis}`, Math.round(Math.max(SMALLEST_SHARE, Math.min(LARGEST_SHARE, share)) * 10) / 10);
    draw();
  };

  /** @param {string} axis */
  const makeBar = (axis) => {
    const bar = make("div", {
      class: `deckc-split deckc-split-${axis}`,
      role: "separator",
      tabindex: "0",
      "aria-label": t("resize"),
      "aria-orientation": axis === "x" ? "vertical" : "horizontal",
      "aria-valuemin": SMALLEST_SHARE,
      "aria-valuemax": LARGEST_SHARE,
      "data-deckc-ui": true,
    });
    bar.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      bar.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    bar.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
      if (!bar.hasPointerCapture(event.pointerId)) return;
      const { left, top, width, height } = grid.getBoundingClientRect();
      resize(axis, axis === "x" ? ((event.clientX - left) / width) * 100 : ((event.clientY - top) / height) * 100);
    });
    bar.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const back = axis === "x" ? "ArrowLeft" : "ArrowUp";
      const on = axis === "x" ? "ArrowRight" : "ArrowDown";
      if (event.key !== back && event.key !== on) return;
      event.preventDefault(); // and the slide stays
      resize(axis, shareOf(axis) + (event.key === on ? SHARE_STEP : -SHARE_STEP));
    });
    return bar;
  };
  const bars = ["x", "y"].map((axis) => /** @type {[string, any]} */ ([axis, makeBar(axis)]));

  const draw = () => {
    grid.classList.remove("layout1", "layout2", "layout3");
    grid.classList.add(`layout${layout}`);
    for (const [axis, bar] of bars) {
      grid.style.setProperty(`--pane-${axis}`, `${shareOf(axis)}%`);
      bar.setAttribute("aria-valuenow", String(shareOf(axis)));
    }
  };

  return {
    bars: bars.map(([, bar]) => bar),
    draw,
    /** Takes the next layout. */
    turn: () => {
      layout = String((Number(layout) % 3) + 1);
      remember("layout", layout);
      draw();
    },
    get layout() {
      return layout;
    },
    clear: () => {
      grid.classList.remove("layout1", "layout2", "layout3");
      grid.style.removeProperty("--pane-x");
      grid.style.removeProperty("--pane-y");
    },
  };
};
